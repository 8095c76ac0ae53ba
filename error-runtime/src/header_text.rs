//! What a field may be that gives a header its value.
//!
//! All of them are `#[inline]`: compiled where there is such a field.

use crate::Headers;
use http::{HeaderValue, Method, StatusCode, Uri};
use std::borrow::Cow;
use std::fmt;
use std::num::NonZero;
use std::rc::Rc;
use std::sync::Arc;

/// A type whose values can be a header's: `#[api(header = "Name")]` stands on
/// fields of such types.
///
/// Texts, numbers, `HeaderValue` and `Method` write themselves, lists write
/// their items with `, ` between, and `None` leaves the header out, as a value
/// does that a header cannot hold or that is longer than 8 KiB. For a
/// type that only has `Display`, write `header("Name" = "{field}")` at the
/// variant.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a header; if it has `Display`, write a text with the field in it, as in `header(\"Name\" = \"{{field}}\")`",
    label = "this does not implement `HeaderText`"
)]
pub trait HeaderText {
    /// Writes the value; whether there is one.
    fn write(&self, text: &mut HeaderBuffer) -> bool;
}

/// The value of a header, while it is written.
#[derive(Debug, Default)]
pub struct HeaderBuffer {
    pub(crate) bytes: Vec<u8>,
    pub(crate) broken: bool,
}

impl HeaderBuffer {
    /// Appends bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Appends formatted text. When a `Display` in it fails, the header is
    /// left out.
    pub fn fmt(&mut self, arguments: fmt::Arguments<'_>) {
        self.broken |= fmt::write(self, arguments).is_err();
    }
}

impl fmt::Write for HeaderBuffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.bytes(text.as_bytes());
        Ok(())
    }
}

macro_rules! displayed {
    ($($ty:ty)*) => {$(
        impl HeaderText for $ty {
            #[inline]
            fn write(&self, text: &mut HeaderBuffer) -> bool {
                text.fmt(format_args!("{self}"));
                true
            }
        }
    )*};
}

displayed! {
    i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 bool char
    NonZero<u8> NonZero<u16> NonZero<u32> NonZero<u64> NonZero<usize>
    Method Uri std::net::IpAddr std::net::SocketAddr
}

impl HeaderText for str {
    #[inline]
    fn write(&self, text: &mut HeaderBuffer) -> bool {
        text.bytes(self.as_bytes());
        true
    }
}

impl HeaderText for String {
    #[inline]
    fn write(&self, text: &mut HeaderBuffer) -> bool {
        self.as_str().write(text)
    }
}

impl HeaderText for HeaderValue {
    #[inline]
    fn write(&self, text: &mut HeaderBuffer) -> bool {
        text.bytes(self.as_bytes());
        true
    }
}

impl HeaderText for StatusCode {
    #[inline]
    fn write(&self, text: &mut HeaderBuffer) -> bool {
        text.bytes(self.as_str().as_bytes());
        true
    }
}

impl<T: HeaderText> HeaderText for Option<T> {
    fn write(&self, text: &mut HeaderBuffer) -> bool {
        self.as_ref().is_some_and(|value| value.write(text))
    }
}

impl<T: HeaderText> HeaderText for [T] {
    fn write(&self, text: &mut HeaderBuffer) -> bool {
        let mut written = 0;
        for item in self {
            let before = text.bytes.len();
            if written > 0 {
                text.bytes(b", ");
            }
            if item.write(text) {
                written += 1;
            } else {
                text.bytes.truncate(before);
            }
        }
        true
    }
}

impl<T: HeaderText, const N: usize> HeaderText for [T; N] {
    fn write(&self, text: &mut HeaderBuffer) -> bool {
        self.as_slice().write(text)
    }
}

impl<T: HeaderText> HeaderText for Vec<T> {
    fn write(&self, text: &mut HeaderBuffer) -> bool {
        self.as_slice().write(text)
    }
}

macro_rules! pointers {
    ($([$($generics:tt)*] $ty:ty,)*) => {$(
        impl<$($generics)*> HeaderText for $ty {
            fn write(&self, text: &mut HeaderBuffer) -> bool {
                (**self).write(text)
            }
        }
    )*};
}

pointers! {
    [T: HeaderText + ?Sized] &T,
    [T: HeaderText + ?Sized] Box<T>,
    [T: HeaderText + ?Sized] Rc<T>,
    [T: HeaderText + ?Sized] Arc<T>,
    [T: HeaderText + ToOwned + ?Sized] Cow<'_, T>,
}

impl Headers {
    /// Adds a header, unless the value says that there is none.
    pub fn header<T: HeaderText + ?Sized>(&mut self, name: &'static str, value: &T) {
        let mut buffer = HeaderBuffer::default();
        if value.write(&mut buffer) {
            self.push(name, buffer);
        }
    }
}
