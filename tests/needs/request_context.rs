//! "Request-context members (request id, time, instance, resource, host)."

use crate::back::{json, wire_in};
use crate::support::{JSON, PROBLEM};
use error_runtime::{ApiError, Context, Problem, envelope};
use std::time::{Duration, SystemTime};

envelope! {
    /// All that the request knows, in fixed places.
    Storage = {
        "timestamp": time,
        "error": { "code": code, "message": message, "resource"?: context("resource") },
        "requestId": request_id,
        "hostId"?: context("host"),
        "path"?: instance,
        "attempt": context("attempt") | 1,
        "attemptText"?: context("attempt") as string,
    }

    /// In the headers of the whole API there is nothing of the request: it is
    /// in the body, once.
    Trace = { "error": message, "trace": { "id": request_id | "none" }, ..members }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Storage)]
enum Bucket {
    #[error("The bucket is not empty")]
    #[api(status = 409)]
    NotEmpty,
    #[error("No object {key}")]
    #[api(status = 404, retry = "never")]
    NoSuchKey { key: &'static str },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Too many uploads")]
#[api(envelope = Trace, status = 429, retry_after = 3)]
struct Uploads {
    #[api(member)]
    limit: u8,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("No such invoice")]
#[api(status = 404)]
struct InvoiceNotFound;

/// What a middleware knows of `PUT /photos/2026/cat.jpg`.
fn request() -> Context {
    Context::new()
        .with_request_id("4442587FB7D0A2F9")
        .with_instance("/photos/2026/cat.jpg")
        .with_time(SystemTime::UNIX_EPOCH + Duration::from_secs(1_255_369_830))
        .with_value("resource", "/photos")
        .with_value("host", "eu-1.storage.example")
        .with_value("attempt", &3)
}

#[test]
fn every_slot_is_filled() {
    let body = r#"{"timestamp":"2009-10-12T17:50:30.000Z","error":{"code":"NOT_EMPTY","message":"The bucket is not empty","resource":"/photos"},"requestId":"4442587FB7D0A2F9","hostId":"eu-1.storage.example","path":"/photos/2026/cat.jpg","attempt":3,"attemptText":"3"}"#;
    let answer = wire_in(&request(), Storage::parse, &Bucket::NotEmpty, 409, &[JSON], body);
    assert_eq!(answer.request_id(), Some("4442587FB7D0A2F9"));
    assert_eq!(answer.code(), "NOT_EMPTY");
    assert_eq!(answer.message(), Some("The bucket is not empty"));
}

#[test]
fn a_message_with_fields_stands_beside_them() {
    let context = Context::new().with_request_id("r-2").with_value("resource", "/photos/x");
    let error = Bucket::NoSuchKey { key: "x" };
    let body = r#"{"timestamp":null,"error":{"code":"NO_SUCH_KEY","message":"No object x","resource":"/photos/x"},"requestId":"r-2","attempt":1}"#;
    let answer = wire_in(&context, Storage::parse, &error, 404, &[JSON], body);
    assert_eq!(answer.request_id(), Some("r-2"));
}

#[test]
fn without_a_request_the_places_are_empty() {
    let body = r#"{"timestamp":null,"error":{"code":"NOT_EMPTY","message":"The bucket is not empty"},"requestId":null,"attempt":1}"#;
    let answer = json(Storage::parse, &Bucket::NotEmpty, 409, &[], body);
    assert_eq!(answer.request_id(), None);
}

#[test]
fn they_stand_beside_declared_members() {
    let headers = [JSON, ("retry-after", "3")];
    let body = r#"{"error":"Too many uploads","trace":{"id":"r-3"},"limit":4}"#;
    let context = Context::new().with_request_id("r-3");
    let answer = wire_in(&context, Trace::parse, &Uploads { limit: 4 }, 429, &headers, body);
    assert_eq!(answer.request_id(), Some("r-3"));
    assert_eq!(answer.members()["limit"], 4);
    let body = r#"{"error":"Too many uploads","trace":{"id":"none"},"limit":4}"#;
    json(Trace::parse, &Uploads { limit: 4 }, 429, &[("retry-after", "3")], body);
}

/// RFC 9457: the instance is the occurrence's own URI.
#[test]
fn a_problem_has_its_instance() {
    let context = Context::new().with_instance("/invoices/9").with_request_id("r-4");
    let body = r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"No such invoice","instance":"/invoices/9","code":"INVOICE_NOT_FOUND","request_id":"r-4"}"#;
    let answer = wire_in(&context, Problem::parse, &InvoiceNotFound, 404, &[PROBLEM], body);
    assert_eq!(answer.request_id(), Some("r-4"));
    assert_eq!(answer.code(), "INVOICE_NOT_FOUND");
}
