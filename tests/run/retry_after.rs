//! `retry_after`: whole seconds, rounded up, at least one; or a date.

use crate::support::{body, headers, json, pairs, problem};
use error_runtime::{ApiError, Declared, RetryAfter, envelope};
use std::time::{Duration, SystemTime};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 429)]
enum Delays {
    #[error("m")]
    #[api(retry_after = 30)]
    Constant,
    #[error("m")]
    Field(#[api(retry_after)] Duration),
    #[error("m")]
    Seconds(#[api(retry_after)] u32),
    #[error("m")]
    Float(#[api(retry_after)] f64),
    #[error("m")]
    Millis(#[api(retry_after(ms))] u64),
    #[error("m")]
    Signed(#[api(retry_after)] i64),
    #[error("m")]
    #[api(retry_after = 9)]
    Perhaps(#[api(retry_after)] Option<u8>),
    #[error("m")]
    Omitted(#[api(retry_after, omit_default)] u8),
    #[error("m")]
    Date(#[api(retry_after(http_date))] Duration),
    #[error("m")]
    Moment(#[api(retry_after)] SystemTime),
}

#[track_caller]
fn after(error: &Delays, seconds: &str) {
    assert_eq!(headers(error), pairs(&[("retry-after", seconds)]));
    assert!(body(error).contains(&format!(r#""retry_after":{seconds}"#)), "{}", body(error));
    assert_eq!(error.retry_after().map(|after| after.to_string()).as_deref(), Some(seconds));
}

#[test]
fn a_constant_stands_in_header_and_body() {
    problem(
        &Delays::Constant,
        429,
        &[("retry-after", "30")],
        r#"{"type":"about:blank","title":"Too Many Requests","status":429,"detail":"m","code":"CONSTANT","retry_after":30}"#,
    );
    assert_eq!(Delays::SPECS[0].retry_after, Some(30));
}

#[test]
fn a_field_is_rounded_up_and_at_least_one() {
    after(&Delays::Field(Duration::from_millis(2_001)), "3");
    after(&Delays::Field(Duration::ZERO), "1");
    after(&Delays::Seconds(7), "7");
    after(&Delays::Seconds(0), "1");
    after(&Delays::Float(1.25), "2");
    after(&Delays::Float(-3.0), "1");
    after(&Delays::Float(f64::MAX), "18446744073709551615");
    after(&Delays::Millis(1_000), "1");
    after(&Delays::Millis(1_001), "2");
    after(&Delays::Signed(-4), "1");
}

#[test]
fn what_is_no_number_is_no_delay() {
    assert_eq!(headers(&Delays::Float(f64::NAN)), []);
    assert_eq!(headers(&Delays::Float(f64::INFINITY)), []);
    assert_eq!(Delays::Float(f64::NAN).retry_after(), None);
}

#[test]
fn an_absent_field_falls_back() {
    after(&Delays::Perhaps(Some(2)), "2");
    after(&Delays::Perhaps(None), "9");
}

#[test]
fn zero_may_be_omitted() {
    assert_eq!(headers(&Delays::Omitted(0)), []);
    assert!(!body(&Delays::Omitted(0)).contains("retry_after"));
    after(&Delays::Omitted(2), "2");
}

#[test]
fn a_date_is_one_of_http() {
    let error = Delays::Date(Duration::from_secs(90));
    let date = headers(&error).remove(0).1;
    assert_eq!((date.len(), &date[3..5], &date[25..]), (29, ", ", " GMT"), "{date}");
    // The body says seconds all the same.
    assert!(body(&error).contains(r#""retry_after":90"#), "{}", body(&error));
}

#[test]
fn a_moment_is_the_delay_until_it() {
    let soon = SystemTime::now() + Duration::from_hours(1);
    let seconds: u64 = headers(&Delays::Moment(soon)).remove(0).1.parse().unwrap();
    assert!((3_595..=3_600).contains(&seconds), "{seconds}");
    after(&Delays::Moment(SystemTime::UNIX_EPOCH), "1");
}

envelope! {
    /// A delay by status.
    Policy = { "in"?: retry_after, "text"?: retry_after as string }
    omit_default
    on 503 { retry_after = 10 }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Policy)]
enum ByStatus {
    #[error("m")]
    #[api(status = 503)]
    Down,
    #[error("m")]
    #[api(status = 503, retry_after = 2)]
    Own,
    #[error("m")]
    #[api(status = 503)]
    Field(#[api(retry_after)] u8),
    #[error("m")]
    #[api(status = 429)]
    Other(#[api(retry_after)] Option<RetryAfter>),
}

#[test]
fn the_envelope_says_it_by_status() {
    json(&ByStatus::Down, 503, &[("retry-after", "10")], r#"{"in":10,"text":"10"}"#);
    json(&ByStatus::Own, 503, &[("retry-after", "2")], r#"{"in":2,"text":"2"}"#);
    json(&ByStatus::Field(4), 503, &[("retry-after", "4")], r#"{"in":4,"text":"4"}"#);
    let delay = Some(RetryAfter::seconds_from_now(3));
    json(&ByStatus::Other(delay), 429, &[("retry-after", "3")], r#"{"in":3,"text":"3"}"#);
    json(&ByStatus::Other(None), 429, &[], "{}");
}

#[test]
fn a_zero_that_the_envelope_omits_is_no_delay() {
    json(&ByStatus::Field(0), 503, &[], "{}");
}
