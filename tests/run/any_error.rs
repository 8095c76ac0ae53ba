//! The erased error, and errors made on the spot.

use crate::support::{Flat, Seen, answers, json, problem, seen};
use error_runtime::{Advice, AnyError, ApiError};
use http::StatusCode;
use std::time::Duration;

#[derive(Debug, PartialEq, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Service {
    #[error("no {0}")]
    #[api(status = 404, hint = "own", header("x" = "{0}"))]
    Missing(#[api(detail = "n")] u8),
    #[error("private")]
    #[api(status = 500)]
    Broken(#[source] std::fmt::Error),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 400)]
struct Another;

fn fails(n: u8) -> Result<(), AnyError> {
    match n {
        0 => Err(Service::Missing(1))?,
        1 => Err(Another)?,
        2 => Err(StatusCode::GONE)?,
        _ => return Err(AnyError::new(StatusCode::CONFLICT, "TAKEN", "It is taken")),
    }
    Ok(())
}

#[test]
fn everything_converts_and_answers_as_itself() {
    json(
        &*fails(0).unwrap_err(),
        404,
        &[("x", "1")],
        r#"{"code":"MISSING","message":"no 1","hint":"own","details":{"n":1}}"#,
    );
    problem(
        &*fails(1).unwrap_err(),
        400,
        &[],
        r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"m","code":"ANOTHER"}"#,
    );
    problem(
        &*fails(2).unwrap_err(),
        410,
        &[],
        r#"{"type":"about:blank","title":"Gone","status":410,"detail":"Gone"}"#,
    );
    problem(
        &*fails(3).unwrap_err(),
        409,
        &[],
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"It is taken","code":"TAKEN"}"#,
    );
}

#[test]
fn a_message_on_the_spot_is_public_at_any_status() {
    let error = AnyError::new(StatusCode::INTERNAL_SERVER_ERROR, "", String::from("told"));
    problem(
        &*error,
        500,
        &[],
        r#"{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"told"}"#,
    );
    assert_eq!((error.to_string(), error.code().to_string()), ("told".to_owned(), String::new()));
}

#[test]
fn a_status_that_is_no_error_is_a_500() {
    for status in [StatusCode::OK, StatusCode::FOUND, StatusCode::CONTINUE] {
        assert_eq!(AnyError::new(status, "X", "m").status(), 500, "{status}");
        assert_eq!(AnyError::from(status).status(), 500, "{status}");
    }
}

#[test]
fn more_may_be_said_over_it() {
    let error = AnyError::from(Service::Missing(3))
        .with_hint("other")
        .with_retry(Advice::Poll)
        .with_retry_after(Duration::from_millis(1_200))
        .with_detail("more", &[1])
        .with_detail("n", "wins");
    json(
        &*error,
        404,
        &[("x", "3"), ("retry-after", "2")],
        r#"{"code":"MISSING","message":"no 3","hint":"other","details":{"more":[1],"n":"wins"}}"#,
    );
    assert_eq!(error.retry().advice, Advice::Poll);
    assert_eq!(error.to_string(), "no 3");
}

#[test]
fn it_is_downcast() {
    let error = AnyError::from(Service::Missing(3)).with_hint("x").with_detail("a", &1);
    assert!(error.is::<Service>() && !error.is::<Another>());
    assert_eq!(error.downcast_ref::<Service>(), Some(&Service::Missing(3)));
    let error = error.downcast::<Another>().unwrap_err();
    assert_eq!(error.hint().as_deref(), Some("x"));
    assert_eq!(error.downcast::<Service>().unwrap(), Service::Missing(3));
}

#[test]
fn its_sources_are_the_errors() {
    let error = AnyError::from(Service::Broken(std::fmt::Error)).with_hint("x");
    let source = std::error::Error::source(&*error).unwrap();
    assert!(source.is::<std::fmt::Error>());
    answers(
        &*error,
        500,
        &[crate::support::JSON],
        r#"{"code":"BROKEN","message":"Internal Server Error","hint":"x"}"#,
    );
}

#[test]
fn it_becomes_a_response_and_crosses_threads() {
    fn crosses<T: Send + Sync + 'static>(value: T) -> T {
        value
    }
    let error = crosses(fails(0).unwrap_err());
    let response: http::Response<Vec<u8>> = error.into();
    let expected = seen(Service::Missing(1).response());
    assert_eq!(seen(response), expected);
    let Seen { status, .. } = seen(fails(0).unwrap_err().to_http::<bytes::Bytes>());
    assert_eq!(status, 404);
    assert_eq!(fails(0).unwrap_err().into_boxed().code(), "MISSING");
}
