//! "Wrapper object."

use crate::back::json;
use error_runtime::{Answer, ApiError, envelope};
use http::{HeaderMap, StatusCode};
use serde_json::json;

envelope! {
    /// One wrapper around everything.
    Error = { "error": { "type": category, "code": code, "message": message, ..members } }
    on 400..=499 { category = "invalid_request_error" }
    on 500..=599 { category = "api_error" }

    /// A fault inside a fault.
    Fault = {
        "fault": { "faultstring": message, "detail": { "errorcode": code, ..members } },
    }

    /// A wrapper of the answer, of success and error alike.
    Reply = { "reply": { "ok": false, "error": { "id": code, "text": message } } }
    success = { "reply": { "ok": true, "data": data } }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Error)]
enum Model {
    #[error("The model {model} does not exist")]
    #[api(status = 404, code = "model_not_found")]
    NotFound {
        model: &'static str,
        #[api(member)]
        param: &'static str,
    },
    #[error("gpu 3 is lost")]
    #[api(status = 500, code = none)]
    Gpu,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Rate limit quota violation. Identifier : {client}")]
#[api(envelope = Fault, status = 429, code = "policies.ratelimit.QuotaViolation")]
struct Quota {
    client: &'static str,
    #[api(member)]
    allowed: u32,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Nobody sits there")]
#[api(envelope = Reply, status = 404)]
struct NoSeat;

#[test]
fn everything_stands_in_one_object() {
    let answer = json(
        Error::parse,
        &Model::NotFound { model: "m-4", param: "model" },
        404,
        &[],
        r#"{"error":{"type":"invalid_request_error","code":"model_not_found","message":"The model m-4 does not exist","param":"model"}}"#,
    );
    assert_eq!(answer.code(), "model_not_found");
    assert_eq!(answer.category(), Some("invalid_request_error"));
    assert_eq!(answer.message(), Some("The model m-4 does not exist"));
    assert_eq!(answer.members()["param"], "model");
    let body = r#"{"error":{"type":"api_error","code":null,"message":"Internal Server Error"}}"#;
    let answer = json(Error::parse, &Model::Gpu, 500, &[], body);
    assert_eq!(answer.category(), Some("api_error"));
}

#[test]
fn wrappers_stand_in_wrappers() {
    let answer = json(
        Fault::parse,
        &Quota { client: "shop", allowed: 5 },
        429,
        &[],
        r#"{"fault":{"faultstring":"Rate limit quota violation. Identifier : shop","detail":{"errorcode":"policies.ratelimit.QuotaViolation","allowed":5}}}"#,
    );
    assert_eq!(answer.code(), "policies.ratelimit.QuotaViolation");
    assert_eq!(answer.message(), Some("Rate limit quota violation. Identifier : shop"));
    assert_eq!(answer.members()["allowed"], json!(5));
}

#[test]
fn a_success_has_the_same_wrapper() {
    let body = r#"{"reply":{"ok":false,"error":{"id":"NO_SEAT","text":"Nobody sits there"}}}"#;
    assert_eq!(json(Reply::parse, &NoSeat, 404, &[], body).code(), "NO_SEAT");
    let seat = serde_json::to_string(&Reply(json!({ "row": 4 }))).unwrap();
    assert_eq!(seat, r#"{"reply":{"ok":true,"data":{"row":4}}}"#);
}

/// What is not in the wrapper is no answer of this API.
#[test]
fn without_it_the_answer_is_foreign() {
    let body = br#"{"type":"api_error","code":null,"message":"Bad Gateway"}"#;
    let read = |parse: fn(StatusCode, &HeaderMap, &[u8]) -> Answer| {
        parse(StatusCode::BAD_GATEWAY, &HeaderMap::new(), body).is_foreign()
    };
    assert!(read(Error::parse));
    assert!(read(Fault::parse));
    assert!(read(Reply::parse));
}
