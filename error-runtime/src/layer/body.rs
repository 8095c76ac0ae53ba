//! The body of an answer that went through the layer.

#[cfg(feature = "actix_web")]
mod actix_web;
#[cfg(any(feature = "poem", feature = "tower"))]
mod http1;

use crate::Context;
use bytes::Bytes;
use pin_project_lite::pin_project;

pin_project! {
    /// The body of an answer that went through the layer: the application's,
    /// which is streamed in the request's context, or an error's.
    #[project = Project]
    #[derive(Debug)]
    pub struct ErrorBody<B> {
        #[pin]
        inner: Inner<B>,
    }
}

pin_project! {
    #[project = InnerProject]
    #[derive(Debug)]
    enum Inner<B> {
        Theirs { #[pin] body: B, context: Option<Context> },
        Ours { bytes: Option<Bytes>, has_length: bool },
    }
}

impl<B> ErrorBody<B> {
    /// The application's own; one that is still to come runs in its context.
    pub(super) fn theirs(body: B, is_there: bool, context: &Context) -> Self {
        let context = if is_there { None } else { Some(context.clone()) };
        Self { inner: Inner::Theirs { body, context } }
    }

    pub(super) fn ours(bytes: Bytes) -> Self {
        let bytes = Some(bytes).filter(|bytes| !bytes.is_empty());
        Self { inner: Inner::Ours { bytes, has_length: true } }
    }

    /// None, where another would have a length that nobody knows.
    #[cfg(any(feature = "poem", feature = "tower"))]
    pub(super) fn unknown() -> Self {
        Self { inner: Inner::Ours { bytes: None, has_length: false } }
    }

    /// The body without the layer around it, where it needs none.
    #[cfg(feature = "poem")]
    pub(super) fn plain<T: From<B> + From<Bytes>>(self) -> Result<T, Self> {
        match self.inner {
            Inner::Theirs { body, context: None } => Ok(body.into()),
            Inner::Ours { bytes, .. } => Ok(bytes.unwrap_or_default().into()),
            inner @ Inner::Theirs { .. } => Err(Self { inner }),
        }
    }
}
