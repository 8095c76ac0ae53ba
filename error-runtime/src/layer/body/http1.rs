//! The body as version 1 of the `http` crate has it.

use super::{ErrorBody, Inner, InnerProject};
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::pin::Pin;
use std::task::{Context, Poll};

impl<B> Body for ErrorBody<B>
where
    B: Body,
    B::Data: From<Bytes>,
{
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        match self.project().inner.project() {
            InnerProject::Theirs { body, context: None } => body.poll_frame(cx),
            InnerProject::Theirs { body, context: Some(context) } => {
                context.scope(|| body.poll_frame(cx))
            }
            InnerProject::Ours { bytes, .. } => {
                Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes.into()))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.inner {
            Inner::Theirs { body, .. } => body.is_end_stream(),
            Inner::Ours { bytes, .. } => bytes.is_none(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.inner {
            Inner::Theirs { body, .. } => body.size_hint(),
            Inner::Ours { has_length: false, .. } => SizeHint::default(),
            Inner::Ours { bytes, .. } => {
                SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
            }
        }
    }
}
