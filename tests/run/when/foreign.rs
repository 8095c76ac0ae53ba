//! Errors of other crates, as services classify them.

use crate::support::{Flat, body, json};
use error_runtime::ApiError;
use std::io;
use std::num::IntErrorKind;
use std::sync::Arc;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Foreign {
    #[error("the file could not be read")]
    #[api(status = 500, code = "IO")]
    #[api(when(cause if cause.kind() == io::ErrorKind::NotFound), status = 404,
        code = "NO_FILE", message = "There is no such file", hint = "Check the path")]
    #[api(when(cause if matches!(cause.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock)),
        status = 504, code = "SLOW", message = "The disk is slow", retry = "exponential", retry_after = 2)]
    Io(#[from] io::Error),

    #[error("the request is not as it should be")]
    #[api(status = 500, code = "JSON")]
    #[api(when(cause if cause.is_syntax() || cause.is_eof()), status = 400, code = "BAD_JSON",
        message = "The body is no JSON")]
    #[api(when(cause if cause.is_data()), status = 422, code = "BAD_DATA",
        message = "The JSON is not what is asked for")]
    Json(#[from] serde_json::Error),

    #[error("the upstream failed")]
    #[api(status = 502, code = "UPSTREAM")]
    #[api(when(cause if cause.is_timeout()), status = 504, code = "UPSTREAM_SLOW")]
    #[api(when(cause if cause.is_connect()), status = 503, code = "UPSTREAM_DOWN", retry = "poll",
        message = "The upstream cannot be reached")]
    #[api(when(cause if cause.is_builder()), status = 400, code = "BAD_URL", message = "No such address")]
    Http(#[from] reqwest::Error),

    #[error("no number")]
    #[api(status = 400, code = "NUMBER")]
    #[api(when { source: cause, .. if *cause.kind() == IntErrorKind::Empty }, status = 411)]
    Number {
        source: std::num::ParseIntError,
        #[api(detail)]
        text: &'static str,
    },

    #[error("shared")]
    #[api(status = 500, code = "SHARED")]
    #[api(when(cause if cause.downcast_ref::<std::fmt::Error>().is_some()), status = 507)]
    Shared(#[source] Arc<dyn std::error::Error + Send + Sync>),
}

#[test]
fn io_errors_by_their_kind() {
    let error = Foreign::from(std::fs::read("no/such/file").unwrap_err());
    json(
        &error,
        404,
        &[],
        r#"{"code":"NO_FILE","message":"There is no such file","hint":"Check the path"}"#,
    );
    json(
        &Foreign::from(io::Error::from(io::ErrorKind::WouldBlock)),
        504,
        &[("retry-after", "2")],
        r#"{"code":"SLOW","message":"The disk is slow"}"#,
    );
    json(
        &Foreign::from(io::Error::other("secret path")),
        500,
        &[],
        r#"{"code":"IO","message":"Internal Server Error"}"#,
    );
}

#[test]
fn json_errors_by_their_class() {
    let of = |text| Foreign::from(serde_json::from_str::<u8>(text).unwrap_err());
    json(
        &of("{"),
        422,
        &[],
        r#"{"code":"BAD_DATA","message":"The JSON is not what is asked for"}"#,
    );
    json(&of(""), 400, &[], r#"{"code":"BAD_JSON","message":"The body is no JSON"}"#);
    json(&of("1x"), 400, &[], r#"{"code":"BAD_JSON","message":"The body is no JSON"}"#);
    json(
        &of("300"),
        422,
        &[],
        r#"{"code":"BAD_DATA","message":"The JSON is not what is asked for"}"#,
    );
}

#[tokio::test]
async fn reqwest_errors_by_what_they_are() {
    // A port that nothing listens on: its listener is gone.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let error = reqwest::get(format!("http://127.0.0.1:{port}/")).await.unwrap_err();
    let error = Foreign::from(error);
    json(
        &error,
        503,
        &[],
        r#"{"code":"UPSTREAM_DOWN","message":"The upstream cannot be reached"}"#,
    );
    let error = Foreign::from(reqwest::get("no address").await.unwrap_err());
    json(&error, 400, &[], r#"{"code":"BAD_URL","message":"No such address"}"#);
}

#[test]
fn named_fields_and_erased_errors() {
    let number =
        |text: &'static str| Foreign::Number { source: text.parse::<u8>().unwrap_err(), text };
    json(
        &number("x"),
        400,
        &[],
        r#"{"code":"NUMBER","message":"no number","details":{"text":"x"}}"#,
    );
    json(&number(""), 411, &[], r#"{"code":"NUMBER","message":"no number","details":{"text":""}}"#);
    assert_eq!(Foreign::Shared(Arc::new(std::fmt::Error)).status(), 507);
    let error = Foreign::Shared(Arc::new(io::Error::other("x")));
    assert_eq!(body(&error), r#"{"code":"SHARED","message":"Internal Server Error"}"#);
}
