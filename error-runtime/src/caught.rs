//! What a framework, or a panic, has answered in the application's place.
//!
//! What only layers call is `#[inline]`, as all of `framework_text` is.

use crate::FieldError;
use crate::framework_text::{field_error, shown};
use http::StatusCode;
use std::any::Any;
use std::error::Error;
use std::fmt::Write as _;

/// What a framework, or a panic, has answered in the application's place: what
/// a [`Fallback`](crate::Fallback) variant is made of.
#[derive(Debug, Clone)]
pub struct Caught {
    kind: Kind,
    status: StatusCode,
    /// The framework's own words.
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Answer,
    Panic,
    Error,
}

impl Caught {
    /// An answer of the framework's own, with its text.
    #[inline]
    pub fn answer(status: StatusCode, text: &str) -> Self {
        Self { kind: Kind::Answer, status, text: shown(&text.trim()) }
    }

    /// A panic, with the text of its payload.
    #[inline]
    pub fn panic(payload: &str) -> Self {
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Self { kind: Kind::Panic, status, text: shown(&payload) }
    }

    /// A panic, as `catch_unwind` gives it.
    #[inline]
    pub fn payload(payload: &(dyn Any + Send)) -> Self {
        let text = payload.downcast_ref::<&str>().copied();
        let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        Self::panic(text.unwrap_or("the payload is no text"))
    }

    /// An error of a service, which is no answer: that stays private, and is
    /// answered with this status.
    #[inline]
    pub fn error(status: StatusCode, error: &(dyn Error + 'static)) -> Self {
        let mut text = String::new();
        // A `Display` that fails ends its own part.
        let _ = write!(text, "{error}");
        let mut next = error.source();
        while let Some(source) = next {
            // Writing into a string cannot fail.
            let _ = write!(text, ": {source}");
            next = source.source();
        }
        // A service that fails is no success, whatever is said of it.
        let is_error = status.is_client_error() || status.is_server_error();
        let status = if is_error { status } else { StatusCode::INTERNAL_SERVER_ERROR };
        Self { kind: Kind::Error, status, text: shown(&text) }
    }

    /// The status that the framework chose.
    #[inline]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Whether a handler panicked.
    #[inline]
    pub fn is_panic(&self) -> bool {
        self.kind == Kind::Panic
    }

    /// Whether something took too long: 408 or 504.
    #[inline]
    pub fn is_timeout(&self) -> bool {
        matches!(self.status, StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT)
    }

    /// What a client may read: the framework's own text about its request.
    /// None of a 5xx, a panic or a service's error.
    #[inline]
    pub fn public_text(&self) -> Option<&str> {
        let public = self.kind == Kind::Answer && self.status.is_client_error();
        Some(self.text.as_str()).filter(|text| public && !text.is_empty())
    }

    /// What a client may not read, for the log: the payload of a panic, the
    /// framework's text for a 5xx.
    #[inline]
    pub fn private_text(&self) -> Option<&str> {
        if self.public_text().is_some() { None } else { Some(self.text.as_str()) }
            .filter(|text| !text.is_empty())
    }

    /// Whether there are no words.
    #[cfg(feature = "layer")]
    #[allow(dead_code, reason = "not each framework asks")]
    pub(crate) fn is_silent(&self) -> bool {
        self.text.is_empty()
    }

    /// What is wrong with one field of the request, where the framework's
    /// text names that.
    #[inline]
    pub fn field_errors(&self) -> Vec<FieldError> {
        self.public_text().and_then(field_error).map_or_else(Vec::new, |error| vec![error])
    }
}

/// What can be made of what a layer caught: the fields of variants that
/// `catch`.
///
/// ```
/// use error_runtime::{Caught, FromCaught};
/// use http::StatusCode;
///
/// /// What the metrics call it.
/// struct Class(&'static str);
///
/// impl FromCaught for Class {
///     fn from_caught(caught: &Caught) -> Self {
///         Self(if caught.is_panic() { "panic" } else { "framework" })
///     }
/// }
///
/// let caught = Caught::answer(StatusCode::NOT_FOUND, "no such page");
/// assert_eq!(Class::from_caught(&caught).0, "framework");
/// assert_eq!(String::from_caught(&caught), "no such page");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made of what a layer caught",
    label = "a field of a variant that catches is made of it",
    note = "implement `FromCaught` for it; `StatusCode`, `u16`, `String`, `Option<String>`, `Vec<FieldError>` and `Caught` have it"
)]
pub trait FromCaught: Sized {
    /// The value.
    fn from_caught(caught: &Caught) -> Self;
}

impl FromCaught for Caught {
    #[inline]
    fn from_caught(caught: &Self) -> Self {
        caught.clone()
    }
}

impl FromCaught for StatusCode {
    #[inline]
    fn from_caught(caught: &Caught) -> Self {
        caught.status
    }
}

impl FromCaught for u16 {
    #[inline]
    fn from_caught(caught: &Caught) -> Self {
        caught.status.as_u16()
    }
}

/// The public text; without one, the status phrase.
impl FromCaught for String {
    #[inline]
    fn from_caught(caught: &Caught) -> Self {
        caught.public_text().unwrap_or_else(|| crate::render::phrase(caught.status)).to_owned()
    }
}

/// The public text.
impl FromCaught for Option<String> {
    #[inline]
    fn from_caught(caught: &Caught) -> Self {
        caught.public_text().map(str::to_owned)
    }
}

/// What is wrong with which field, where the text tells that.
impl FromCaught for Vec<FieldError> {
    #[inline]
    fn from_caught(caught: &Caught) -> Self {
        caught.field_errors()
    }
}
