//! "Retry-After from a constant, per status class, from milliseconds or a
//! float (rounded up), as an HTTP-date, absent at zero."

use crate::back::{json, wire};
use crate::support::JSON;
use error_runtime::{ApiError, Declared, envelope};
use std::time::{Duration, SystemTime};

envelope! {
    Models = { "error": { "type": code, "message": message, "retry_after"?: retry_after } }
    on 529 { retry_after = 20 }
    on 500..=599 { retry_after = 5 }

    /// Where only the header says it.
    Batches = { "type": code }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Models, expose)]
enum ModelError {
    #[error("m")]
    #[api(status = 429, retry_after = 30)]
    Constant,
    #[error("m")]
    #[api(status = 502)]
    ByClass,
    #[error("m")]
    #[api(status = 529)]
    ByStatus,
    #[error("m")]
    #[api(status = 503, retry_after = 9)]
    Own,
    #[error("m")]
    #[api(status = 429)]
    Millis(#[api(retry_after(ms))] u64),
    #[error("m")]
    #[api(status = 429)]
    Float(#[api(retry_after)] f64),
    #[error("m")]
    #[api(status = 429)]
    FloatMillis(#[api(retry_after(ms))] f32),
    #[error("m")]
    #[api(status = 429)]
    Zero(#[api(retry_after, omit_default)] Duration),
    #[error("m")]
    #[api(status = 429)]
    Perhaps(#[api(retry_after)] Option<u8>),
}

#[track_caller]
fn after(error: &ModelError, status: u16, code: &str, seconds: Option<u64>) {
    let (body, headers) = match seconds {
        Some(n) => (format!(r#","retry_after":{n}"#), vec![("retry-after", n.to_string())]),
        None => (String::new(), Vec::new()),
    };
    let body = format!(r#"{{"error":{{"type":"{code}","message":"m"{body}}}}}"#);
    let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = json(Models::parse, error, status, &headers, &body);
    assert_eq!(answer.retry_after(), seconds.map(Duration::from_secs));
    assert_eq!(answer.code(), code);
}

#[test]
fn from_a_constant_or_by_class() {
    after(&ModelError::Constant, 429, "CONSTANT", Some(30));
    after(&ModelError::ByClass, 502, "BY_CLASS", Some(5));
    after(&ModelError::ByStatus, 529, "BY_STATUS", Some(20));
    after(&ModelError::Own, 503, "OWN", Some(9));
    let constant: Vec<_> =
        ModelError::catalogue().iter().map(|entry| entry.spec().retry_after).collect();
    assert_eq!(constant[..4], [Some(30), None, None, Some(9)]);
}

#[test]
fn rounded_up() {
    for (millis, seconds) in [(1, 1), (999, 1), (1_000, 1), (1_001, 2), (1_500, 2)] {
        after(&ModelError::Millis(millis), 429, "MILLIS", Some(seconds));
    }
    for (float, seconds) in [(0.2, 1), (2.0, 2), (2.01, 3), (59.999, 60)] {
        after(&ModelError::Float(float), 429, "FLOAT", Some(seconds));
    }
    after(&ModelError::FloatMillis(1_250.5), 429, "FLOAT_MILLIS", Some(2));
}

#[test]
fn absent_at_zero() {
    after(&ModelError::Zero(Duration::ZERO), 429, "ZERO", None);
    after(&ModelError::Zero(Duration::from_nanos(1)), 429, "ZERO", Some(1));
    after(&ModelError::Perhaps(None), 429, "PERHAPS", None);
    after(&ModelError::Perhaps(Some(3)), 429, "PERHAPS", Some(3));
    // Without `omit_default` it is at least one second.
    after(&ModelError::Millis(0), 429, "MILLIS", Some(1));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("The window opens later")]
#[api(envelope = Batches, status = 503, code = "closed")]
struct Closed(#[api(retry_after(http_date))] SystemTime);

#[test]
fn as_an_http_date() {
    // 2100-01-01T00:00:00Z, a Friday: 130 years, 32 of them leap years.
    let opens = SystemTime::UNIX_EPOCH + Duration::from_hours(24 * (130 * 365 + 32));
    let date = ("retry-after", "Fri, 01 Jan 2100 00:00:00 GMT");
    let answer = wire(Batches::parse, &Closed(opens), 503, &[JSON, date], r#"{"type":"closed"}"#);
    let left = opens.duration_since(SystemTime::now()).unwrap();
    let read = answer.retry_after().unwrap();
    assert!(read.abs_diff(left) < Duration::from_mins(1), "{read:?} {left:?}");
    assert_eq!(answer.code(), "closed");
}
