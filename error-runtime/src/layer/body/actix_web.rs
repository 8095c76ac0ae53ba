//! The body as actix-web has it.

use super::{ErrorBody, Inner, InnerProject};
use actix_web::body::{BodySize, MessageBody};
use bytes::Bytes;
use std::pin::Pin;
use std::task::{Context, Poll};

impl<B: MessageBody> MessageBody for ErrorBody<B> {
    type Error = B::Error;

    fn size(&self) -> BodySize {
        match &self.inner {
            Inner::Theirs { body, .. } => body.size(),
            Inner::Ours { bytes, .. } => {
                bytes.as_ref().map_or(BodySize::Sized(0), MessageBody::size)
            }
        }
    }

    fn poll_next(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, B::Error>>> {
        match self.project().inner.project() {
            InnerProject::Theirs { body, context: None } => body.poll_next(cx),
            InnerProject::Theirs { body, context: Some(context) } => {
                context.scope(|| body.poll_next(cx))
            }
            InnerProject::Ours { bytes, .. } => Poll::Ready(bytes.take().map(Ok)),
        }
    }

    fn try_into_bytes(self) -> Result<Bytes, Self> {
        match self.inner {
            Inner::Theirs { body, context } => body
                .try_into_bytes()
                .map_err(|body| Self { inner: Inner::Theirs { body, context } }),
            Inner::Ours { bytes, .. } => Ok(bytes.unwrap_or_default()),
        }
    }
}
