//! What generated code calls.
//!
//! Not public API. Used by generated code, of exactly this release.

pub use crate::answer::{
    add_headers, answer, answered_status, bytes, joined, lines, owned_lines, text, texts,
};
pub use crate::cell::Cell;
#[cfg(not(feature = "client"))]
pub use crate::client::Readable;
pub use crate::collide::{Collision, Items, ItemsIn, Listed, Unlisted, collides};
pub use crate::fallback::{Catch, choose};
pub use crate::grpc::grpc;
pub use crate::rows::{Rows, face_specs, row, rows, specs};
pub use crate::success::{serialize_success, success_to_http};
pub use bytes::Bytes;
pub use http::{HeaderMap, HeaderValue, Response, StatusCode};
pub use serde_core::{Serialize, Serializer};

use crate::link::{LinkPath, LinkValue};
use crate::render::Chosen;
use crate::{
    ApiError, Code, HeaderText, Headers, IntoRetryAfter, Keep, Nested, Out, PublicCode,
    PublicStatus, RetryAfter, Unit,
};
use std::any::TypeId;
use std::fmt;

/// A field that is written as JSON.
///
/// Not public API. Used by generated code.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written into an API error's body; it and all it holds need `#[derive(serde::Serialize)]`",
    label = "this field's type does not implement `Serialize`"
)]
pub trait Detail: Serialize {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> Detail for T {}

/// An entry with a stated name.
///
/// Not public API. Used by generated code.
pub fn entry<T: Detail + ?Sized>(out: &mut Out, name: &'static str, keep: Keep, value: &T) {
    out.entry(name, keep, value);
}

/// An entry whose value is this JSON.
///
/// Not public API. Used by generated code.
pub fn constant(out: &mut Out, name: &'static str, json: &'static str) {
    out.constant(name, json);
}

/// An entry that goes by its field's name.
///
/// Not public API. Used by generated code.
pub fn field<T: Detail + ?Sized>(out: &mut Out, name: &'static str, keep: Keep, value: &T) {
    out.field(name, keep, value);
}

/// A value that is all of the details.
///
/// Not public API. Used by generated code.
pub fn value<T: Detail + ?Sized>(out: &mut Out, value: &T) {
    out.value(value);
}

/// A value whose entries are members.
///
/// Not public API. Used by generated code.
pub fn flatten<T: Detail + ?Sized>(out: &mut Out, value: &T) {
    out.flatten(value);
}

/// A header from a field.
///
/// Not public API. Used by generated code.
pub fn header<T: HeaderText + ?Sized>(headers: &mut Headers, name: &'static str, value: &T) {
    headers.header(name, value);
}

/// A delay from a field.
///
/// Not public API. Used by generated code.
pub fn retry_after<T: IntoRetryAfter + ?Sized>(
    value: &T,
    unit: Unit,
    keep: Keep,
) -> Option<RetryAfter> {
    crate::retry_after::from_field(value, unit, keep)
}

/// A status from a field.
///
/// Not public API. Used by generated code.
pub fn status<T: PublicStatus + ?Sized>(value: &T) -> Option<u16> {
    value.public_status()
}

/// A code from a field.
///
/// Not public API. Used by generated code.
pub fn code<T: PublicCode + ?Sized>(value: &T) -> Option<Code<'_>> {
    value.public_code()
}

/// Whether this is the face that the type names.
///
/// Not public API. Used by generated code.
pub fn is_face<F: 'static>(face: TypeId) -> bool {
    TypeId::of::<F>() == face
}

/// `{inner}` in a message: the inner error's public message.
///
/// Not public API. Used by generated code.
pub fn inner_message<T: Nested + ?Sized>(error: &T) -> impl fmt::Display + '_ {
    InnerMessage(error.as_api_error())
}

struct InnerMessage<'e>(&'e (dyn ApiError + 'e));

impl fmt::Display for InnerMessage<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&Chosen::inside(self.0).message())
    }
}

/// A value in the text of a link: escaped, so that it stays that value.
///
/// Not public API. Used by generated code.
#[inline]
pub fn link_value(value: fmt::Arguments<'_>) -> impl fmt::Display + '_ {
    LinkValue(value)
}

/// A link that begins with `/` and a value, which stays a path.
///
/// Not public API. Used by generated code.
#[inline]
pub fn link_path(link: fmt::Arguments<'_>) -> impl fmt::Display + '_ {
    LinkPath(link)
}

/// Both lists.
///
/// Not public API. Used by generated code.
pub const fn join<const N: usize>(
    one: &[&'static str],
    other: &[&'static str],
) -> [&'static str; N] {
    let mut all = [""; N];
    let mut at = 0;
    while at < N {
        all[at] = if at < one.len() { one[at] } else { other[at - one.len()] };
        at += 1;
    }
    all
}
