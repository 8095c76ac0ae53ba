//! The derive on structs: the type is its one variant.

use crate::support::{Flat, json, problem};
use error_runtime::{ApiError, Declared};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Too many")]
#[api(status = 429, retry = "poll", hint = "Wait", category = "limits", shared_code)]
struct RateLimited {
    #[api(retry_after)]
    left: u8,
    #[api(detail)]
    limit: u32,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(envelope = Flat, status = 400, code_prefix = "P_")]
#[api(when(0), status = 404, code = "ZERO")]
#[api(when(n if *n > 100), status = 413, message = "{n} is too much")]
struct Tuple(u16);

#[derive(Debug, thiserror::Error, ApiError)]
#[error("unit")]
#[api(envelope = Flat, status = 403)]
struct Unit;

#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(transparent, code = "WRAPPED")]
struct Wrapper(#[from] Tuple);

#[test]
fn all_styles_answer() {
    problem(
        &RateLimited { left: 2, limit: 10 },
        429,
        &[("retry-after", "2")],
        r#"{"type":"about:blank","title":"Too Many Requests","status":429,"detail":"Too many","code":"RATE_LIMITED","hint":"Wait","retry":{"advice":"poll"},"retry_after":2,"details":{"limit":10}}"#,
    );
    json(&Unit, 403, &[], r#"{"code":"UNIT","message":"unit"}"#);
    json(&Tuple(1), 400, &[], r#"{"code":"P_TUPLE","message":"1"}"#);
}

#[test]
fn they_have_rows_too() {
    json(&Tuple(0), 404, &[], r#"{"code":"ZERO","message":"0"}"#);
    json(&Tuple(200), 413, &[], r#"{"code":"P_TUPLE","message":"200 is too much"}"#);
    let statuses: Vec<_> = Tuple::SPECS.iter().map(|spec| spec.status).collect();
    assert_eq!(statuses, [Some(404), Some(413), Some(400)]);
}

#[test]
fn they_may_be_transparent() {
    problem(
        &Wrapper::from(Tuple(5)),
        400,
        &[],
        r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"5","code":"WRAPPED"}"#,
    );
}

#[test]
fn the_catalogue_has_the_types_name() {
    assert_eq!(Unit::catalogue().snapshot(), "UNIT\t403\tUnit\tunit\n");
}
