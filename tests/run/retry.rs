//! `retry`: one vocabulary in two forms, on the wire and in the table.

use crate::support::{json, problem};
use error_runtime::{Advice, ApiError, Declared, Retry, Safe, When, envelope};
use std::time::Duration;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 503, expose)]
enum Words {
    #[error("m")]
    #[api(retry = "never")]
    Never,
    #[error("m")]
    #[api(retry = "now")]
    Now,
    #[error("m")]
    #[api(retry = "poll")]
    Poll,
    #[error("m")]
    #[api(retry = "linear")]
    Linear,
    #[error("m")]
    #[api(retry = "exponential")]
    Exponential,
    #[error("m")]
    Unstated,
}

#[test]
fn every_word_is_an_advice() {
    let all = [Words::Never, Words::Now, Words::Poll, Words::Linear, Words::Exponential];
    assert!(all.iter().all(|error| error.retry().is_stated()));
    let advices: Vec<_> = Words::SPECS.iter().map(|spec| spec.retry).collect();
    let known = [
        Advice::Never,
        Advice::Now,
        Advice::Poll,
        Advice::Linear,
        Advice::Exponential,
        Advice::Unstated,
    ];
    assert_eq!(advices, known.map(Retry::new));
}

#[test]
fn only_what_is_stated_reaches_the_wire() {
    problem(
        &Words::Poll,
        503,
        &[],
        r#"{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"m","code":"POLL","retry":{"advice":"poll"}}"#,
    );
    problem(
        &Words::Unstated,
        503,
        &[],
        r#"{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"m","code":"UNSTATED"}"#,
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 409)]
enum Groups {
    #[error("m")]
    #[api(retry(
        exponential,
        when = "maybe",
        base = "200ms",
        cap = "30s",
        attempts = 5,
        safe = "idempotent",
        token = "Replay-Nonce",
        note = "take a \"new\" nonce"
    ))]
    Everything,
    #[error("m")]
    #[api(retry(poll, base = "2m", safe = "never"))]
    Some,
    #[error("m")]
    #[api(retry(linear, when = "yes", safe = "always", cap = "1h"))]
    Defaults,
}

#[test]
fn the_group_says_more() {
    problem(
        &Groups::Everything,
        409,
        &[],
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"m","code":"EVERYTHING","retry":{"advice":"exponential","when":"maybe","base_ms":200,"cap_ms":30000,"attempts":5,"safe":"idempotent","token":"Replay-Nonce","note":"take a \"new\" nonce"}}"#,
    );
    problem(
        &Groups::Some,
        409,
        &[],
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"m","code":"SOME","retry":{"advice":"poll","base_ms":120000,"safe":"never"}}"#,
    );
    problem(
        &Groups::Defaults,
        409,
        &[],
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"m","code":"DEFAULTS","retry":{"advice":"linear","cap_ms":3600000}}"#,
    );
    assert_eq!(
        Groups::Everything.retry(),
        Retry {
            advice: Advice::Exponential,
            when: When::Maybe,
            base: Some(Duration::from_millis(200)),
            cap: Some(Duration::from_secs(30)),
            attempts: Some(5),
            safe: Safe::Idempotent,
            token: Some("Replay-Nonce"),
            note: Some("take a \"new\" nonce"),
        }
    );
}

envelope! {
    /// In one word, and in the header that SDKs obey.
    Word = { "retry"?: retry as string }
    should_retry = "x-should-retry"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Word, status = 409, retry = "never")]
enum Sdk {
    #[error("m")]
    Inherited,
    #[error("m")]
    #[api(retry = "now")]
    Again,
    #[error("m")]
    #[api(retry(now, when = "maybe"))]
    Maybe,
    #[error("m")]
    #[api(retry(now, safe = "idempotent"))]
    Idempotent,
    #[error("m")]
    #[api(retry(now, safe = "never"))]
    Unsafe,
    #[error("m")]
    #[api(retry = "now", header("X-Should-Retry" = "false"))]
    Own,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Word, status = 409)]
enum Silent {
    #[error("m")]
    Nothing,
}

#[test]
fn the_header_says_yes_no_or_nothing() {
    let (yes, no) = (("x-should-retry", "true"), ("x-should-retry", "false"));
    json(&Sdk::Inherited, 409, &[no], r#"{"retry":"never"}"#);
    json(&Sdk::Again, 409, &[yes], r#"{"retry":"now"}"#);
    json(&Sdk::Maybe, 409, &[], r#"{"retry":"now"}"#);
    json(&Sdk::Idempotent, 409, &[], r#"{"retry":"now"}"#);
    json(&Silent::Nothing, 409, &[], "{}");
}

/// "true for yes and safe always, false for never, absent otherwise":
/// a request that is never safe to repeat is a `never` too.
#[test]
fn what_is_never_safe_is_not_retried() {
    json(&Sdk::Unsafe, 409, &[("x-should-retry", "false")], r#"{"retry":"now"}"#);
}

#[test]
fn a_stated_header_wins() {
    json(&Sdk::Own, 409, &[("x-should-retry", "false")], r#"{"retry":"now"}"#);
}
