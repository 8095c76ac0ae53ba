//! A body that is still to come.

use crate::Context;
use rocket::Response;
use rocket::response::Body;
use rocket::tokio::io::{AsyncRead, ReadBuf};
use std::io;
use std::pin::Pin;
use std::task::{self, Poll};

/// A body that runs in the request's context.
pub(super) struct InContext<'r> {
    body: Body<'r>,
    context: Context,
}

impl InContext<'_> {
    /// Lets what is still to come of this response run in this context.
    pub(super) async fn set(context: &Context, response: &mut Response<'_>) {
        let body = response.body_mut();
        if body.is_none() || body.size().await.is_some() {
            return;
        }
        let (body, context) = (body.take(), context.clone());
        let max_chunk_size = body.max_chunk_size();
        response.set_streamed_body(InContext { body, context });
        response.set_max_chunk_size(max_chunk_size);
    }
}

impl AsyncRead for InContext<'_> {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut task::Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let Self { body, context } = self.get_mut();
        context.scope(|| Pin::new(body).poll_read(cx, buffer))
    }
}
