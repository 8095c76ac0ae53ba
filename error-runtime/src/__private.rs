//! What generated code calls.
//!
//! Not public API. Used by generated code, of exactly this release.

pub use crate::cell::Cell;
pub use crate::success::{serialize_success, success_to_http};
pub use bytes::Bytes;
pub use http::{HeaderMap, HeaderValue, Response, StatusCode};
pub use serde::{Serialize, Serializer};

use crate::render::Chosen;
use crate::{
    ApiError, Code, HeaderText, Headers, IntoRetryAfter, Keep, Nested, Out, RetryAfter, Table, Unit,
};
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

/// The inner error of a transparent variant.
///
/// Not public API. Used by generated code.
pub fn inner<T: Nested + ?Sized>(error: &T) -> &(dyn ApiError + '_) {
    error.as_api_error()
}

/// The table of the inner error of a transparent variant: `Spec::inner`.
///
/// Not public API. Used by generated code.
pub fn inner_table<T: Nested>() -> Table {
    T::tables().unwrap_or_else(Table::open)
}

/// `{inner}` in a message: the inner error's public message.
///
/// Not public API. Used by generated code.
pub fn inner_message<T: Nested + ?Sized>(error: &T) -> impl fmt::Display + '_ {
    InnerMessage(error.as_api_error())
}

struct InnerMessage<'e>(&'e (dyn ApiError + 'e));

impl fmt::Display for InnerMessage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&Chosen::inside(self.0).message())
    }
}

/// The response of an adapter, with the error's one event in the log.
///
/// Not public API. Used by generated code.
pub fn answer<B: From<Bytes>>(error: &dyn ApiError) -> Response<B> {
    crate::http::respond_logged(error)
}

/// A field that is the status.
///
/// Not public API. Used by generated code.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a status; use `StatusCode` or `u16`",
    label = "this field cannot be the `status`"
)]
pub trait StatusField {
    /// The status, if it is one.
    fn status(&self) -> Option<StatusCode>;
}

impl StatusField for StatusCode {
    fn status(&self) -> Option<StatusCode> {
        Some(*self)
    }
}

impl StatusField for u16 {
    fn status(&self) -> Option<StatusCode> {
        StatusCode::from_u16(*self).ok()
    }
}

impl<T: StatusField> StatusField for Option<T> {
    fn status(&self) -> Option<StatusCode> {
        self.as_ref().and_then(T::status)
    }
}

impl<T: StatusField + ?Sized> StatusField for &T {
    fn status(&self) -> Option<StatusCode> {
        (**self).status()
    }
}

impl<T: StatusField + ?Sized> StatusField for Box<T> {
    fn status(&self) -> Option<StatusCode> {
        (**self).status()
    }
}

/// The status from a field.
///
/// Not public API. Used by generated code.
pub fn status<T: StatusField + ?Sized>(value: &T) -> Option<StatusCode> {
    value.status()
}

/// A field that is the code.
///
/// Not public API. Used by generated code.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a code; use text or an integer",
    label = "this field cannot be the `code`"
)]
pub trait CodeField {
    /// The code, if there is one.
    fn code(&self) -> Option<Code<'_>>;
}

impl CodeField for str {
    fn code(&self) -> Option<Code<'_>> {
        Some(Code::Text(self))
    }
}

impl CodeField for String {
    fn code(&self) -> Option<Code<'_>> {
        Some(Code::Text(self))
    }
}

impl CodeField for Code<'_> {
    fn code(&self) -> Option<Code<'_>> {
        Some(*self)
    }
}

macro_rules! integers {
    ($($ty:ty)*) => {$(
        impl CodeField for $ty {
            fn code(&self) -> Option<Code<'_>> {
                i64::try_from(*self).ok().map(Code::Number)
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

impl<T: CodeField> CodeField for Option<T> {
    fn code(&self) -> Option<Code<'_>> {
        self.as_ref().and_then(T::code)
    }
}

macro_rules! pointers {
    ($([$($generics:tt)*] $ty:ty,)*) => {$(
        impl<$($generics)*> CodeField for $ty {
            fn code(&self) -> Option<Code<'_>> {
                (**self).code()
            }
        }
    )*};
}

pointers! {
    [T: CodeField + ?Sized] &T,
    [T: CodeField + ?Sized] Box<T>,
    [T: CodeField + ?Sized] std::sync::Arc<T>,
    [T: CodeField + ToOwned + ?Sized] std::borrow::Cow<'_, T>,
}

/// The code from a field.
///
/// Not public API. Used by generated code.
pub fn code<T: CodeField + ?Sized>(value: &T) -> Option<Code<'_>> {
    value.code()
}

/// Whether an envelope's template gives this name to a member itself; asked
/// while compiling.
///
/// Not public API. Used by generated code.
pub const fn collides(names: &[&str], name: &str) -> bool {
    let name = name.as_bytes();
    let mut at = 0;
    while at < names.len() {
        let other = names[at].as_bytes();
        let mut same = other.len() == name.len();
        let mut byte = 0;
        while same && byte < name.len() {
            same = other[byte] == name[byte];
            byte += 1;
        }
        if same {
            return true;
        }
        at += 1;
    }
    false
}
