//! Answers of our own are read back whole; others never harm.

mod arrays;
mod elements;
mod hostile;
mod lists;
mod robust;

use super::Answer;
use crate::{Advice, ApiError, Code, Envelope, Problem, Retry, Spec};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use std::time::Duration;

crate::envelope! {
    #[api(crate = crate)]
    pub(crate) Nested = {
        "ok": false,
        "list": [{ "code": code as string, "text": message, "x"?: member("x"), "details": details | {} }],
        "meta": { "id": request_id, "again"?: retry as string, "after": retry_after, ..members },
    }
    should_retry = "x-should-retry"
}

fn nested(status: u16, headers: &[(&'static str, &str)], body: &str) -> Answer {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.insert(*name, value.parse().expect("a header's value"));
    }
    let status = StatusCode::from_u16(status).expect("a status");
    Answer::read(<Nested as Envelope>::shape(), status, &map, body.as_bytes())
}

#[test]
fn every_part_is_found_where_the_template_has_it() {
    let answer = nested(
        409,
        &[("x-should-retry", "true")],
        r#"{"ok":false,"list":[{"code":"7","text":"Locked","x":[1],"details":{"by":"me"}}],
            "meta":{"id":"r-1","again":"linear","after":30,"tenant":"t"},"extra":null}"#,
    );
    assert!(!answer.is_foreign());
    assert_eq!(answer.code(), "7");
    assert_eq!(answer.message(), Some("Locked"));
    assert_eq!(answer.details(), &json!({"by": "me"}));
    assert_eq!(answer.request_id(), Some("r-1"));
    assert_eq!(answer.retry(), Advice::Linear);
    assert_eq!(answer.retry_after(), Some(Duration::from_secs(30)));
    assert_eq!(answer.should_retry(), Some(true));
    let members: Vec<(&str, &Value)> =
        answer.members().iter().map(|(k, v)| (k.as_str(), v)).collect();
    assert_eq!(members, [("extra", &Value::Null), ("tenant", &json!("t")), ("x", &json!([1]))]);
    assert_eq!(answer.to_string(), "409 7: Locked");
}

#[test]
fn a_member_of_the_wrong_type_is_ignored() {
    let answer = nested(
        500,
        &[],
        r#"{"ok":1,"list":[{"code":true,"text":5,"details":3}],"meta":{"id":{},"again":{},"after":-1}}"#,
    );
    assert_eq!(answer.code(), Code::None);
    assert_eq!(answer.message(), None);
    assert_eq!(answer.details(), &json!(3));
    assert_eq!(answer.request_id(), None);
    assert_eq!(answer.retry(), Advice::Unstated);
    assert_eq!(answer.retry_after(), None);
    assert_eq!(answer.should_retry(), None);
}

#[test]
fn what_is_foreign_gives_the_status_and_the_first_bytes() {
    for body in ["", " ", "null", "[]", "{}", "5", "<html>", "{\"ok\":", "\u{1}\u{2}"] {
        let answer = nested(502, &[], body);
        assert!(answer.is_foreign(), "{body:?}");
        assert_eq!(answer.status(), 502);
        assert_eq!(answer.code(), Code::None);
    }
    assert_eq!(nested(502, &[], " <html> ").message(), Some("<html>"));
    let long = "é".repeat(10_000);
    assert_eq!(nested(502, &[], &long).message().map(|text| text.chars().count()), Some(200));
    let shape = <Nested as Envelope>::shape();
    let answer = Answer::read(shape, StatusCode::BAD_GATEWAY, &HeaderMap::new(), b"\xff\xfe<");
    assert_eq!(answer.message(), Some("\u{fffd}\u{fffd}<"));
    // Deeper than the reader goes.
    let deep = "[".repeat(100_000);
    assert!(nested(502, &[], &deep).is_foreign());
}

#[test]
fn headers_speak_too() {
    let body = r#"{"list":[],"meta":{"after":5}}"#;
    let seconds = |value| nested(503, &[("retry-after", value)], body).retry_after();
    assert_eq!(seconds("30"), Some(Duration::from_secs(30)));
    assert_eq!(seconds("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::ZERO));
    assert_eq!(seconds("soon"), Some(Duration::from_secs(5)));
    assert_eq!(nested(503, &[("x-request-id", "r-2")], body).request_id(), Some("r-2"));
    assert_eq!(nested(503, &[("x-should-retry", "false")], body).should_retry(), Some(false));
    assert_eq!(nested(503, &[("x-should-retry", "maybe")], body).should_retry(), None);
}

#[derive(Debug)]
struct Own;

impl std::fmt::Display for Own {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Own")
    }
}

impl std::error::Error for Own {}

impl ApiError for Own {
    fn specs(&self) -> &'static [Spec] {
        const SPECS: &[Spec] = &[Spec::EMPTY
            .with_variant("Own")
            .with_status(429)
            .with_code(Code::Number(0))
            .with_message("Slow down")
            .with_hint("Wait")
            .with_docs("https://docs.example/0")
            .with_retry(Retry::new(Advice::Exponential))
            .with_retry_after(7)];
        SPECS
    }

    fn row(&self) -> usize {
        0
    }
}

#[test]
fn our_own_answers_are_read_back_whole() {
    let (head, body) = Own.response().into_parts();
    let answer = Answer::read(<Problem as Envelope>::shape(), head.status, &head.headers, &body);
    assert!(!answer.is_foreign());
    assert_eq!(answer.status(), Own.status());
    assert_eq!(answer.code(), Own.code());
    assert_eq!(answer.message(), Some("Slow down"));
    assert_eq!(answer.title(), Some("Too Many Requests"));
    assert_eq!(answer.hint(), Some("Wait"));
    assert_eq!(answer.docs(), Some("https://docs.example/0"));
    assert_eq!(answer.retry(), Own.retry().advice);
    assert_eq!(answer.retry_after(), Some(Duration::from_secs(7)));
    assert!(answer.members().is_empty());
}
