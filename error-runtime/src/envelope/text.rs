//! The public message as plain text.

use crate::{Answer, Body, Envelope, Policy, Shape};
use http::{HeaderMap, HeaderValue, StatusCode};

/// The public message as plain text.
#[derive(Debug)]
pub enum Text {}

static SHAPE: Shape = Shape {
    name: "Text",
    content_type: HeaderValue::from_static("text/plain; charset=utf-8"),
    body: Body::Text,
    success: None,
    policy: Policy::EMPTY,
};

impl Envelope for Text {
    const NAMES: &'static [&'static str] = &[];

    #[inline]
    fn shape() -> &'static Shape {
        &SHAPE
    }
}

impl Text {
    /// Reads an answer of plain text back: its message is the body.
    ///
    /// ```
    /// use error_runtime::Text;
    /// use http::{HeaderMap, StatusCode};
    ///
    /// let answer = Text::parse(StatusCode::GONE, &HeaderMap::new(), b"It is gone");
    /// assert_eq!(answer.message(), Some("It is gone"));
    /// ```
    #[inline]
    pub fn parse(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Answer {
        Answer::read(&SHAPE, status, headers, body)
    }
}
