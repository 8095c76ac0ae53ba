//! "Reading the envelope back, unknown codes kept."

use crate::back::json;
use error_runtime::{Advice, ApiError, Code, Empty, Problem, Text, envelope};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::json as value;
use std::time::Duration;

envelope! {
    Cases = {
        "error": {
            "type": code,
            "message": message,
            "hint"?: hint,
            "retry"?: retry,
            "wait"?: retry_after,
            "details": details | {},
            "owner"?: member("owner"),
            ..members,
        },
        "request_id"?: request_id,
    }
    should_retry = "x-should-retry"

    /// As Cloudflare's, with members.
    Listed = {
        "success": false,
        "errors": errors[{ "code": code, "message": message, ..members }],
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Case {id} is locked")]
#[api(envelope = Cases, status = 423, hint = "Wait for {owner}", retry = "poll", retry_after = 30)]
struct CaseLocked {
    #[api(detail)]
    id: u32,
    #[api(member)]
    owner: &'static str,
    #[api(member)]
    since: &'static str,
}

const LOCKED: &str = r#"{"error":{"type":"CASE_LOCKED","message":"Case 7 is locked","hint":"Wait for ann","retry":{"advice":"poll"},"wait":30,"details":{"id":7},"owner":"ann","since":"noon"}}"#;

#[test]
fn our_own_answer() {
    let answer = json(
        Cases::parse,
        &CaseLocked { id: 7, owner: "ann", since: "noon" },
        423,
        &[("retry-after", "30"), ("x-should-retry", "true")],
        LOCKED,
    );
    assert_eq!(answer.code(), "CASE_LOCKED");
    assert_eq!(answer.message(), Some("Case 7 is locked"));
    assert_eq!(answer.hint(), Some("Wait for ann"));
    assert_eq!(answer.details(), &value!({"id": 7}));
    assert_eq!(answer.members()["owner"], "ann");
    assert_eq!(answer.members()["since"], "noon");
    assert_eq!(answer.members().len(), 2);
    assert_eq!(answer.retry(), Advice::Poll);
    assert_eq!(answer.should_retry(), Some(true));
    assert_eq!(answer.retry_after(), Some(Duration::from_secs(30)));
    assert_eq!(answer.request_id(), None);
    assert_eq!(answer.to_string(), "423 CASE_LOCKED: Case 7 is locked");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Listed)]
enum ZoneError {
    #[error("Zone {zone} is paused")]
    #[api(status = 409, member("by" = { "name": "ops" }))]
    Paused {
        #[api(member)]
        zone: u32,
        #[api(member)]
        since: Option<&'static str>,
    },
    #[error("Not valid")]
    #[api(status = 422)]
    Invalid(#[api(errors)] Vec<ZoneError>),
}

/// The error is the one item of its own list.
#[test]
fn an_error_in_its_own_list() {
    let error = ZoneError::Paused { zone: 7, since: Some("noon") };
    let answer = json(
        Listed::parse,
        &error,
        409,
        &[],
        r#"{"success":false,"errors":[{"code":"PAUSED","message":"Zone 7 is paused","zone":7,"since":"noon","by":{"name":"ops"}}]}"#,
    );
    assert_eq!(answer.code(), "PAUSED");
    assert_eq!(answer.message(), Some("Zone 7 is paused"));
    let members = value!({"by": {"name": "ops"}, "zone": 7, "since": "noon"});
    assert_eq!(value!(answer.members()), members);

    let paused = |zone| ZoneError::Paused { zone, since: None };
    let answer = json(
        Listed::parse,
        &ZoneError::Invalid(vec![paused(1), paused(2)]),
        422,
        &[],
        r#"{"success":false,"errors":[{"code":"PAUSED","message":"Zone 1 is paused","zone":1,"by":{"name":"ops"}},{"code":"PAUSED","message":"Zone 2 is paused","zone":2,"by":{"name":"ops"}}]}"#,
    );
    assert!(answer.members().is_empty());
    assert_eq!(answer.errors()[1].members()["zone"], 2);
}

fn read(
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: &str,
) -> error_runtime::Answer {
    let headers: HeaderMap = headers
        .iter()
        .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)))
        .collect();
    Cases::parse(StatusCode::from_u16(status).unwrap(), &headers, body.as_bytes())
}

/// A newer server, read by an older client.
#[test]
fn what_is_unknown_is_kept() {
    let answer = read(
        418,
        &[("x-request-id", "r-9")],
        r#"{"error":{"type":"not yet invented","message":"m","details":[1],"retry":{"advice":"never","why":"x"},"mood":{"is":"good"}},"region":"eu"}"#,
    );
    assert!(!answer.is_foreign());
    assert_eq!(answer.code(), "not yet invented");
    assert_eq!(answer.details(), &value!([1]));
    assert_eq!(answer.members()["mood"], value!({"is": "good"}));
    assert_eq!(answer.members()["region"], "eu");
    assert_eq!(answer.retry(), Advice::Never);
    assert_eq!(answer.should_retry(), Some(false));
    assert_eq!(answer.request_id(), Some("r-9"));
    // A code may be a number where we write words.
    let answer = read(400, &[], r#"{"error":{"type":-32600,"message":"m","details":{}}}"#);
    assert_eq!(answer.code(), -32600);
    // An advice that is not known yet is none.
    let answer = read(
        400,
        &[],
        r#"{"error":{"type":"a","message":"m","details":{},"retry":{"advice":"pray"}}}"#,
    );
    assert_eq!(answer.retry(), Advice::Unstated);
}

#[test]
fn a_wrong_type_is_ignored() {
    let answer = read(
        500,
        &[("retry-after", "soon"), ("x-should-retry", "perhaps")],
        r#"{"error":{"type":["a"],"message":{"en":"m"},"hint":7,"retry":true,"wait":"x","details":null,"owner":1.5},"request_id":5}"#,
    );
    assert_eq!(answer.status(), 500);
    assert_eq!(answer.code(), Code::None);
    assert_eq!((answer.message(), answer.hint(), answer.request_id()), (None, None, None));
    assert_eq!(answer.retry(), Advice::Unstated);
    assert_eq!((answer.retry_after(), answer.should_retry()), (None, None));
    assert_eq!(answer.details(), &value!(null));
    assert_eq!(answer.members()["owner"], 1.5);
}

#[test]
fn html_and_garbage_give_the_status_and_the_first_bytes() {
    let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>\r\n";
    let answer = read(502, &[("retry-after", "7")], page);
    assert!(answer.is_foreign());
    assert_eq!(answer.status(), 502);
    assert_eq!(answer.message(), Some(page.trim()));
    assert_eq!(answer.code(), Code::None);
    assert_eq!(answer.retry_after(), Some(Duration::from_secs(7)));
    for body in ["", "null", "[]", "\"text\"", "{}", "{\"error\":null}", "{\"error\":[]}", "\u{0}"]
    {
        assert!(read(500, &[], body).is_foreign(), "{body:?}");
    }
    let answer = Cases::parse(StatusCode::NOT_FOUND, &HeaderMap::new(), b"\xff\x00{\"a\":");
    assert!(answer.is_foreign());
}

/// Whatever a proxy cuts off or a wire breaks: an answer, never a panic.
#[test]
fn every_broken_copy_is_an_answer() {
    let parsers = [Cases::parse, Problem::parse, Text::parse, Empty::parse];
    for parse in parsers {
        for end in 0..LOCKED.len() {
            let _ = parse(StatusCode::LOCKED, &HeaderMap::new(), &LOCKED.as_bytes()[..end]);
            for byte in *b"\0\"{[]},:-9\\\xff" {
                let mut body = LOCKED.as_bytes().to_vec();
                body[end] = byte;
                let answer = parse(StatusCode::LOCKED, &HeaderMap::new(), &body);
                assert_eq!(answer.status(), 423);
            }
        }
        let deep = b"[{\"error\":".repeat(50_000);
        let _ = parse(StatusCode::LOCKED, &HeaderMap::new(), &deep);
    }
}
