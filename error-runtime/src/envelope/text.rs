//! The public message as plain text.

use crate::{Body, Envelope, Policy, Shape};
use http::HeaderValue;

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
