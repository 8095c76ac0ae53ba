//! `Text` and `Empty`: bodies that are no JSON.

use crate::support::{TEXT, answers};
use error_runtime::{ApiError, Context, Empty, Text};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Text)]
enum Plain {
    #[error("line \"one\"\n\u{e9}\u{0}")]
    #[api(status = 404, hint = "unseen", header("x" = "1"), retry_after = 2)]
    Constant,
    #[error("{0}")]
    #[api(status = 400)]
    Dynamic(String),
    #[error("private")]
    #[api(status = 500)]
    Hidden,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Empty)]
enum Nothing {
    #[error("m")]
    #[api(status = 401, header("WWW-Authenticate" = "Bearer error=\"{0}\""))]
    Challenge(&'static str),
    #[error("m")]
    #[api(status = 307, any_status, header("location" = "/x"))]
    Elsewhere,
}

#[test]
fn text_is_the_message_and_nothing_else() {
    answers(
        &Plain::Constant,
        404,
        &[TEXT, ("x", "1"), ("retry-after", "2")],
        "line \"one\"\n\u{e9}\u{0}",
    );
    answers(&Plain::Dynamic("a\\b".to_owned()), 400, &[TEXT], "a\\b");
    answers(&Plain::Hidden, 500, &[TEXT], "Internal Server Error");
    assert_eq!(Plain::Constant.in_envelope().to_string(), "line \"one\"\n\u{e9}\u{0}");
}

#[test]
fn empty_is_status_and_headers() {
    answers(
        &Nothing::Challenge("expired"),
        401,
        &[("www-authenticate", "Bearer error=\"expired\"")],
        "",
    );
    answers(&Nothing::Elsewhere, 307, &[("location", "/x")], "");
}

#[test]
fn the_context_adds_nothing() {
    let context = Context::new().with_request_id("r").with_development(true);
    let response = Plain::Hidden.response_with(&context);
    assert_eq!(response.body(), "Internal Server Error");
}
