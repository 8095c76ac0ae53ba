//! The body of an answer that went through the layer.

use crate::Context;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;
use std::pin::Pin;
use std::task::{self, Poll};

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
        Ours { bytes: Option<Bytes> },
    }
}

impl<B: Body> ErrorBody<B> {
    /// The application's own; one that is still to come runs in its context.
    pub(super) fn theirs(body: B, context: &Context) -> Self {
        let is_there = body.is_end_stream() || body.size_hint().exact().is_some();
        let context = if is_there { None } else { Some(context.clone()) };
        Self { inner: Inner::Theirs { body, context } }
    }

    pub(super) fn ours(bytes: Bytes) -> Self {
        Self { inner: Inner::Ours { bytes: Some(bytes).filter(|bytes| !bytes.is_empty()) } }
    }
}

impl<B> Body for ErrorBody<B>
where
    B: Body,
    B::Data: From<Bytes>,
{
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut task::Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        match self.project().inner.project() {
            InnerProject::Theirs { body, context: None } => body.poll_frame(cx),
            InnerProject::Theirs { body, context: Some(context) } => {
                context.scope(|| body.poll_frame(cx))
            }
            InnerProject::Ours { bytes } => {
                Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes.into()))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.inner {
            Inner::Theirs { body, .. } => body.is_end_stream(),
            Inner::Ours { bytes } => bytes.is_none(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.inner {
            Inner::Theirs { body, .. } => body.size_hint(),
            Inner::Ours { bytes } => {
                SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
            }
        }
    }
}
