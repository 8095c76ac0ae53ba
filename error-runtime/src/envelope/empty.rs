//! No body at all.

use crate::{Answer, Body, Envelope, Policy, Shape};
use http::{HeaderMap, HeaderValue, StatusCode};

/// No body: status and headers say it all.
#[derive(Debug)]
pub enum Empty {}

static SHAPE: Shape = Shape {
    name: "Empty",
    content_type: HeaderValue::from_static("application/octet-stream"),
    body: Body::Empty,
    success: None,
    policy: Policy::EMPTY,
};

impl Envelope for Empty {
    const NAMES: &'static [&'static str] = &[];

    #[inline]
    fn shape() -> &'static Shape {
        &SHAPE
    }
}

impl Empty {
    /// Reads an answer without a body back: its headers alone speak.
    #[inline]
    pub fn parse(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Answer {
        Answer::read(&SHAPE, status, headers, body)
    }
}
