//! No body at all.

use crate::{Body, Envelope, Policy, Shape};
use http::HeaderValue;

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
