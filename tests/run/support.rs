//! What the modules share: one assertion that looks at every surface.

use error_runtime::{ApiError, Context, envelope};
use http::{HeaderMap, Response};

/// Header lines in the order of the response.
pub(crate) type Lines<'a> = &'a [(&'a str, &'a str)];

pub(crate) const PROBLEM: (&str, &str) = ("content-type", "application/problem+json");
pub(crate) const JSON: (&str, &str) = ("content-type", "application/json");
pub(crate) const TEXT: (&str, &str) = ("content-type", "text/plain; charset=utf-8");

envelope! {
    /// A short body for tests of one key.
    pub(crate) Flat = {
        "code"?: code, "message": message, "hint"?: hint, "details"?: details, ..members
    }
}

/// Status, headers and body, as the wire has them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

pub(crate) fn seen<B: AsRef<[u8]>>(response: Response<B>) -> Seen {
    let (parts, body) = response.into_parts();
    Seen {
        status: parts.status.as_u16(),
        headers: lines(&parts.headers),
        body: std::str::from_utf8(body.as_ref()).expect("a body is UTF-8").to_owned(),
    }
}

pub(crate) fn lines(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect()
}

fn expected(status: u16, headers: Lines<'_>, body: &str) -> Seen {
    let headers = headers.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    Seen { status, headers, body: body.to_owned() }
}

/// Asserts the whole answer: from the response, from the response given again
/// (constant ones are kept), and from the `Serialize` view.
#[track_caller]
pub(crate) fn answers(error: &dyn ApiError, status: u16, headers: Lines<'_>, body: &str) {
    let expected = expected(status, headers, body);
    assert_eq!(seen(error.response()), expected);
    assert_eq!(seen(error.response()), expected, "the second time");
    assert_eq!(error.status().as_u16(), status, "status()");
    same_view(error, None, &expected);
}

/// The same in this context.
#[track_caller]
pub(crate) fn answers_in(
    context: &Context,
    error: &dyn ApiError,
    status: u16,
    headers: Lines<'_>,
    body: &str,
) {
    let expected = expected(status, headers, body);
    assert_eq!(seen(error.response_with(context)), expected);
    assert_eq!(seen(context.scope(|| error.response())), expected, "the ambient one");
    same_view(error, Some(context), &expected);
}

#[track_caller]
fn same_view(error: &dyn ApiError, context: Option<&Context>, expected: &Seen) {
    let view = match context {
        Some(context) => error.in_envelope_with(context),
        None => error.in_envelope(),
    };
    let is_json = expected.headers.iter().any(|(n, v)| n == "content-type" && v.contains("json"));
    if is_json {
        assert_eq!(view.to_string(), expected.body, "the view's Display");
        let json = serde_json::to_string(&view).expect("a body is JSON");
        assert_eq!(json, expected.body, "the Serialize view");
    }
}

/// Asserts an answer in the default envelope; `headers` beside the
/// `content-type`.
#[track_caller]
pub(crate) fn problem(error: &dyn ApiError, status: u16, headers: Lines<'_>, body: &str) {
    let all: Vec<_> = std::iter::once(PROBLEM).chain(headers.iter().copied()).collect();
    answers(error, status, &all, body);
}

/// Asserts an answer in an envelope of `application/json`.
#[track_caller]
pub(crate) fn json(error: &dyn ApiError, status: u16, headers: Lines<'_>, body: &str) {
    let all: Vec<_> = std::iter::once(JSON).chain(headers.iter().copied()).collect();
    answers(error, status, &all, body);
}

/// The body alone.
pub(crate) fn body(error: &dyn ApiError) -> String {
    seen(error.response()).body
}

/// The headers beside the `content-type`.
pub(crate) fn headers(error: &dyn ApiError) -> Vec<(String, String)> {
    let mut lines = lines(error.response().headers());
    lines.retain(|(name, _)| name != "content-type");
    lines
}

/// Pairs as `headers` has them.
pub(crate) fn pairs(lines: Lines<'_>) -> Vec<(String, String)> {
    lines.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect()
}
