//! Any API error at all.

mod over;
mod spot;
#[cfg(test)]
mod tests;

use self::over::{Over, Said};
use self::spot::OnTheSpot;
use crate::out::json;
use crate::{Advice, ApiError, Context, Envelope, Event};
use bytes::Bytes;
use http::{Response, StatusCode};
use serde_core::Serialize;
use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::time::Duration;

/// Any API error at all: for programs as `anyhow` is, but each error keeps
/// its answer.
///
/// It converts from every `ApiError`, so `?` works; it can be made on the
/// spot; and a `transparent` variant may hold one.
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
///
/// Like `anyhow::Error` it is no [`Error`](std::error::Error) itself, so it
/// can be no source: `#[error(transparent)]`, `#[from]` and `#[source]` of
/// `thiserror` do not take it. A variant that holds one has a text of its own
/// and is transparent only to its answer:
///
/// ```
/// # use error_runtime::{AnyError, ApiError};
/// # use http::StatusCode;
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum Failure {
///     #[error("the plugin failed")]
///     #[api(transparent)]
///     Any(AnyError),
/// }
///
/// let error = Failure::Any(AnyError::new(StatusCode::CONFLICT, "BUSY", "It is busy"));
/// assert_eq!((error.status(), error.message().as_ref()), (StatusCode::CONFLICT, "It is busy"));
/// ```
pub struct AnyError(Box<dyn Erased>);

impl AnyError {
    /// An error made on the spot. The message is public, and is its
    /// `Display`, too; an empty code is none. A status that is no error is
    /// answered as a 500.
    #[inline]
    pub fn new(
        status: StatusCode,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::from(OnTheSpot { status, code: code.into(), message: Some(message.into()) })
    }

    /// With this hint, in place of the error's own.
    #[must_use]
    #[inline]
    pub fn with_hint(self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.with(|said| said.hint = Some(hint.into()))
    }

    /// With this retry advice, in place of the error's own.
    #[must_use]
    #[inline]
    pub fn with_retry(self, advice: Advice) -> Self {
        self.with(|said| said.advice = Some(advice))
    }

    /// With this delay before the next attempt, in place of the error's own.
    #[must_use]
    #[inline]
    pub fn with_retry_after(self, delay: Duration) -> Self {
        self.with(|said| said.retry_after = Some(delay))
    }

    /// With a further entry in the details, in place of one of this name. A
    /// value that fails to serialize is left out.
    #[must_use]
    #[inline]
    pub fn with_detail<T: Serialize + ?Sized>(
        self,
        name: impl Into<Cow<'static, str>>,
        value: &T,
    ) -> Self {
        match json::sorted(value) {
            Some(json) => self.with(|said| said.detail(name.into(), json)),
            None => self,
        }
    }

    #[inline]
    fn with(mut self, say: impl FnOnce(&mut Said)) -> Self {
        if let Some(over) = self.0.as_any_mut().downcast_mut::<Over>() {
            say(&mut over.said);
            return self;
        }
        let mut said = Said::default();
        say(&mut said);
        Self(Box::new(Over { inner: self, said }))
    }

    /// The response, in the ambient context: see [`ApiError::to_http`].
    #[inline]
    pub fn to_http<B: From<Bytes>>(&self) -> Response<B> {
        crate::http::respond(&**self, None)
    }

    /// The response in this context.
    #[inline]
    pub fn to_http_with<B: From<Bytes>>(&self, context: &Context) -> Response<B> {
        crate::http::respond(&**self, Some(context))
    }

    /// The error as a server-sent event in another envelope, as
    /// [`ApiError::event_as`].
    #[inline]
    pub fn event_as<V: Envelope>(&self) -> Event {
        ApiError::event_as::<V>(&&**self)
    }

    /// Whether it is an error of this type.
    #[inline]
    pub fn is<E: ApiError + Send + Sync + 'static>(&self) -> bool {
        self.downcast_ref::<E>().is_some()
    }

    /// The error itself, if it is of this type.
    #[inline]
    pub fn downcast_ref<E: ApiError + Send + Sync + 'static>(&self) -> Option<&E> {
        let error = self.0.as_any();
        let error = error.downcast_ref::<Over>().map_or(error, |over| over.inner.0.as_any());
        error.downcast_ref()
    }

    /// The error itself, without what was said over it; or all as it was.
    ///
    /// # Errors
    ///
    /// Gives itself back where it is an error of another type.
    #[inline]
    pub fn downcast<E: ApiError + Send + Sync + 'static>(self) -> Result<E, Self> {
        if !self.is::<E>() {
            return Err(self);
        }
        let error = match self.0.into_any().downcast::<Over>() {
            Ok(over) => over.inner.0.into_any(),
            Err(error) => error,
        };
        match error.downcast() {
            Ok(error) => Ok(*error),
            Err(_) => unreachable!("`is` has found it"),
        }
    }

    /// The error without its type.
    #[inline]
    pub fn into_boxed(self) -> Box<dyn ApiError + Send + Sync> {
        self.0.into_boxed()
    }
}

impl<E: ApiError + Send + Sync + 'static> From<E> for AnyError {
    #[inline]
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

/// An error with no code, whose message is the status phrase.
impl From<StatusCode> for AnyError {
    #[inline]
    fn from(status: StatusCode) -> Self {
        Self::from(OnTheSpot { status, code: Cow::Borrowed(""), message: None })
    }
}

impl Deref for AnyError {
    type Target = dyn ApiError + Send + Sync;

    #[inline]
    fn deref(&self) -> &Self::Target {
        self.0.as_api_error()
    }
}

impl fmt::Debug for AnyError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for AnyError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl<B: From<Bytes>> From<AnyError> for Response<B> {
    #[inline]
    fn from(error: AnyError) -> Self {
        error.to_http()
    }
}

/// What an erased error can still do; from Rust 1.86 on, upcasting could.
trait Erased: Any + Send + Sync {
    fn as_api_error(&self) -> &(dyn ApiError + Send + Sync + 'static);
    fn as_any(&self) -> &dyn Any;
    fn as_any_mut(&mut self) -> &mut dyn Any;
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
    fn into_boxed(self: Box<Self>) -> Box<dyn ApiError + Send + Sync>;
}

impl<E: ApiError + Send + Sync + 'static> Erased for E {
    #[inline]
    fn as_api_error(&self) -> &(dyn ApiError + Send + Sync + 'static) {
        self
    }

    #[inline]
    fn as_any(&self) -> &dyn Any {
        self
    }

    #[inline]
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    #[inline]
    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }

    #[inline]
    fn into_boxed(self: Box<Self>) -> Box<dyn ApiError + Send + Sync> {
        self
    }
}
