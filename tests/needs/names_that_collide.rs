//! Members and fields called `status`, `body`, `code`, `message`, `type`, and
//! raw identifiers.

use crate::back::json;
use error_runtime::{ApiError, Code, Declared, envelope};
use serde_json::json;

envelope! {
    /// Our own parts under a wrapper, so that every name is free beside it.
    Relay = { "error": { "id": code, "text": message }, ..members, "all"?: details }

    /// The template names what the upstream said, in places of its own.
    Proxy = {
        "code": code,
        "message": message,
        "upstream"?: {
            "status": member("status"), "body": member("body"), "code"?: member("code"),
        },
        "type": member("type") | "unknown",
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Relay)]
enum Delivery {
    #[error("{code}: {message}")]
    #[api(status = 424, code = "UPSTREAM", message = "{message} ({type}, {status}, {body})")]
    Upstream {
        #[api(member)]
        status: u16,
        #[api(member)]
        body: &'static str,
        #[api(member, detail)]
        code: i64,
        #[api(member)]
        message: &'static str,
        #[api(member, detail)]
        r#type: &'static str,
        #[api(member)]
        r#match: bool,
    },
    #[error("{fn} of {self_} at {out:?}")]
    #[api(
        status = 409, hint = "unseen {row}", header("x-part" = "{part}"),
        detail("sum" = .row + .part, "f" = "{f}"), member("headers" = .headers.len())
    )]
    Locals {
        #[api(detail)]
        r#fn: &'static str,
        self_: u8,
        out: Option<u8>,
        row: u32,
        part: u32,
        f: char,
        headers: Vec<u8>,
        #[api(detail)]
        error: &'static str,
        #[api(detail)]
        spec: u8,
    },
    #[error("raw")]
    #[api(status = 400)]
    r#Type,
    #[error("Self-made")]
    #[api(status = 400)]
    Body,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Proxy, status = 502, message = "The upstream failed")]
#[error("{status}")]
struct Error {
    #[api(member)]
    status: u16,
    #[api(member)]
    body: Option<&'static str>,
    #[api(member)]
    code: Option<&'static str>,
    #[api(member)]
    r#type: Option<&'static str>,
}

#[test]
fn members_may_be_called_like_our_parts() {
    let error = Delivery::Upstream {
        status: 200,
        body: "<ok/>",
        code: 7,
        message: "no route",
        r#type: "smtp",
        r#match: true,
    };
    let answer = json(
        Relay::parse,
        &error,
        424,
        &[],
        r#"{"error":{"id":"UPSTREAM","text":"no route (smtp, 200, <ok/>)"},"status":200,"body":"<ok/>","code":7,"message":"no route","type":"smtp","match":true,"all":{"code":7,"type":"smtp"}}"#,
    );
    assert_eq!(answer.status(), http::StatusCode::FAILED_DEPENDENCY);
    assert_eq!(answer.code(), "UPSTREAM");
    assert_eq!(answer.message(), Some("no route (smtp, 200, <ok/>)"));
    assert_eq!(answer.members()["status"], 200);
    assert_eq!(answer.members()["code"], 7);
    assert_eq!(answer.members()["message"], "no route");
    assert_eq!(answer.members()["match"], true);
    assert_eq!(answer.details(), &json!({ "code": 7, "type": "smtp" }));
    // The methods are the answer's, not the fields.
    assert_eq!((error.code(), error.status().as_u16()), (Code::Text("UPSTREAM"), 424));
}

#[test]
fn fields_may_be_called_like_a_local() {
    let error = Delivery::Locals {
        r#fn: "main",
        self_: 1,
        out: Some(2),
        row: 3,
        part: 4,
        f: 'f',
        headers: vec![5],
        error: "none",
        spec: 6,
    };
    let answer = json(
        Relay::parse,
        &error,
        409,
        &[("x-part", "4")],
        r#"{"error":{"id":"LOCALS","text":"main of 1 at Some(2)"},"headers":1,"all":{"fn":"main","error":"none","spec":6,"sum":7,"f":"f"}}"#,
    );
    assert_eq!(answer.members()["headers"], 1);
}

#[test]
fn variants_may_be_raw_or_called_like_a_type() {
    let body = r#"{"error":{"id":"TYPE","text":"raw"}}"#;
    assert_eq!(json(Relay::parse, &Delivery::r#Type, 400, &[], body).code(), "TYPE");
    let body = r#"{"error":{"id":"BODY","text":"Self-made"}}"#;
    assert_eq!(json(Relay::parse, &Delivery::Body, 400, &[], body).code(), "BODY");
    assert_eq!(Delivery::catalogue().codes(), ["UPSTREAM", "LOCALS", "TYPE", "BODY"]);
}

#[test]
fn a_template_puts_them_into_their_places() {
    let error = Error { status: 404, body: None, code: Some("gone"), r#type: None };
    let answer = json(
        Proxy::parse,
        &error,
        502,
        &[],
        r#"{"code":"ERROR","message":"The upstream failed","upstream":{"status":404,"body":null,"code":"gone"},"type":"unknown"}"#,
    );
    assert_eq!(answer.code(), "ERROR");
    assert_eq!(answer.members()["status"], 404);
    assert_eq!(answer.members()["code"], "gone");
    assert_eq!(answer.members()["type"], "unknown");
}
