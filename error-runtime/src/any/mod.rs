//! Any API error at all.

mod over;
mod spot;
#[cfg(test)]
mod tests;

use self::over::{Over, Said};
use self::spot::OnTheSpot;
use crate::{Advice, ApiError, Context};
use bytes::Bytes;
use http::{Response, StatusCode};
use serde::Serialize;
use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::time::Duration;

/// Any API error at all: for programs as `anyhow` is, but each error keeps
/// its answer.
///
/// It converts from every `ApiError`, so `?` works; it can be made on the
/// spot; and a `transparent` variant may hold one. Like `anyhow::Error` it is
/// no `Error` itself.
///
/// ```
/// use error_runtime::AnyError;
/// use http::StatusCode;
///
/// fn find(name: &str) -> Result<(), AnyError> {
///     Err(AnyError::new(StatusCode::NOT_FOUND, "NO_SUCH_HOST", format!("no host {name}"))
///         .with_hint("spell it in lower case"))
/// }
///
/// let error = find("DB").unwrap_err();
/// assert_eq!(error.status(), 404);
/// assert_eq!(error.code(), "NO_SUCH_HOST");
/// assert_eq!(error.message(), "no host DB");
/// assert_eq!(error.hint().unwrap(), "spell it in lower case");
/// ```
pub struct AnyError(Box<dyn Erased>);

impl AnyError {
    /// An error made on the spot. The message is public, and is its
    /// `Display`, too; an empty code is none. A status that is no error is
    /// answered as a 500.
    pub fn new(
        status: StatusCode,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::from(OnTheSpot { status, code: code.into(), message: Some(message.into()) })
    }

    /// With this hint, in place of the error's own.
    #[must_use]
    pub fn with_hint(self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.with(Said::Hint(hint.into()))
    }

    /// With this retry advice, in place of the error's own.
    #[must_use]
    pub fn with_retry(self, advice: Advice) -> Self {
        self.with(Said::Retry(advice))
    }

    /// With this delay before the next attempt, in place of the error's own.
    #[must_use]
    pub fn with_retry_after(self, delay: Duration) -> Self {
        self.with(Said::RetryAfter(delay))
    }

    /// With a further entry in the details. A value that fails to serialize
    /// is left out.
    #[must_use]
    pub fn with_detail<T: Serialize + ?Sized>(
        self,
        name: impl Into<Cow<'static, str>>,
        value: &T,
    ) -> Self {
        match serde_json::to_value(value) {
            Ok(value) => self.with(Said::Detail(name.into(), value)),
            Err(_) => self,
        }
    }

    fn with(self, said: Said) -> Self {
        Self(Box::new(Over { inner: self, said }))
    }

    /// The response, in the ambient context: see [`ApiError::to_http`].
    pub fn to_http<B: From<Bytes>>(&self) -> Response<B> {
        crate::http::respond(&**self, None)
    }

    /// The response in this context.
    pub fn to_http_with<B: From<Bytes>>(&self, context: &Context) -> Response<B> {
        crate::http::respond(&**self, Some(context))
    }

    /// Whether it is an error of this type.
    pub fn is<E: ApiError + Send + Sync + 'static>(&self) -> bool {
        self.downcast_ref::<E>().is_some()
    }

    /// The error itself, if it is of this type.
    pub fn downcast_ref<E: ApiError + Send + Sync + 'static>(&self) -> Option<&E> {
        let mut erased = self;
        loop {
            if let Some(error) = erased.0.as_any().downcast_ref() {
                return Some(error);
            }
            erased = &erased.0.as_any().downcast_ref::<Over>()?.inner;
        }
    }

    /// The error itself, without what was said over it; or all as it was.
    ///
    /// # Errors
    ///
    /// Gives itself back where it is an error of another type.
    pub fn downcast<E: ApiError + Send + Sync + 'static>(self) -> Result<E, Self> {
        if !self.is::<E>() {
            return Err(self);
        }
        let mut erased = self;
        loop {
            if !erased.0.as_any().is::<Over>() {
                let known = erased.0.as_any().is::<E>();
                return match erased.0.into_any().downcast::<E>() {
                    Ok(error) if known => Ok(*error),
                    _ => unreachable!("`is` has found it"),
                };
            }
            erased = match erased.0.into_any().downcast::<Over>() {
                Ok(over) => over.inner,
                Err(_) => unreachable!("it is one"),
            };
        }
    }

    /// The error without its type.
    pub fn into_boxed(self) -> Box<dyn ApiError + Send + Sync> {
        self.0.into_boxed()
    }
}

impl<E: ApiError + Send + Sync + 'static> From<E> for AnyError {
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

/// An error with no code, whose message is the status phrase.
impl From<StatusCode> for AnyError {
    fn from(status: StatusCode) -> Self {
        Self::from(OnTheSpot { status, code: Cow::Borrowed(""), message: None })
    }
}

impl Deref for AnyError {
    type Target = dyn ApiError + Send + Sync;

    fn deref(&self) -> &Self::Target {
        self.0.as_api_error()
    }
}

impl fmt::Debug for AnyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for AnyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl<B: From<Bytes>> From<AnyError> for Response<B> {
    fn from(error: AnyError) -> Self {
        error.to_http()
    }
}

/// What an erased error can still do; from Rust 1.86 on, upcasting could.
trait Erased: Any + Send + Sync {
    fn as_api_error(&self) -> &(dyn ApiError + Send + Sync + 'static);
    fn as_any(&self) -> &dyn Any;
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
    fn into_boxed(self: Box<Self>) -> Box<dyn ApiError + Send + Sync>;
}

impl<E: ApiError + Send + Sync + 'static> Erased for E {
    fn as_api_error(&self) -> &(dyn ApiError + Send + Sync + 'static) {
        self
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }

    fn into_boxed(self: Box<Self>) -> Box<dyn ApiError + Send + Sync> {
        self
    }
}
