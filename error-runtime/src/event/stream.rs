//! A stream of events that may end with an error.

use crate::{Context, Envelope, Event, Nested, Shape, observe};
use futures_core::Stream;
use pin_project_lite::pin_project;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{self, Poll, ready};

pin_project! {
    /// Ends a stream of events with an error's event: the first `Err` becomes
    /// [`ApiError::event`](crate::ApiError::event), and after it nothing comes.
    ///
    /// Once a stream is open its status has left, so an error cannot become a
    /// response any more. What is `Ok` passes; the events are of any type that
    /// can be made from an [`Event`]: those of axum and Salvo (features `axum`
    /// and `salvo_sse`), `Bytes` for whatever else streams bodies, and
    /// [`Event`] itself. The error is told to the log once, and is answered in
    /// the context that is in force when the stream is polled: behind an
    /// `ErrorLayer` that is the request's.
    ///
    #[cfg_attr(feature = "axum", doc = "```")]
    #[cfg_attr(not(feature = "axum"), doc = "```ignore")]
    /// use axum::response::sse::{Event, Sse};
    /// use error_runtime::{ApiError, EventStream, StreamError};
    /// use futures_util::{Stream, stream};
    /// use std::convert::Infallible;
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// enum RunError {
    ///     #[error("The model is busy")]
    ///     #[api(status = 503)]
    ///     Busy,
    /// }
    ///
    /// async fn run() -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    ///     let events = stream::iter([Ok(Event::default().data("working")), Err(RunError::Busy)]);
    ///     Sse::new(EventStream::new(events).shaped::<StreamError>())
    /// }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// # use axum::response::IntoResponse;
    /// # let body = axum::body::to_bytes(run().await.into_response().into_body(), 999).await.unwrap();
    /// # assert_eq!(body, "data: working\n\nevent: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"BUSY\",\"message\":\"Service Unavailable\"}}\n\n");
    /// # }
    /// ```
    #[derive(Debug)]
    #[must_use = "streams do nothing unless polled"]
    pub struct EventStream<S> {
        #[pin]
        stream: Option<S>,
        shape: Option<&'static Shape>,
    }
}

impl<S> EventStream<S> {
    /// The errors' events in their own envelope.
    pub fn new<T, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<T, E>>,
        T: From<Event>,
        E: Nested,
    {
        Self { stream: Some(stream), shape: None }
    }

    /// The same in another envelope, as
    /// [`ApiError::event_as`](crate::ApiError::event_as) has it.
    pub fn shaped<V: Envelope>(self) -> Self {
        Self { shape: Some(V::shape()), ..self }
    }
}

impl<S, T, E> Stream for EventStream<S>
where
    S: Stream<Item = Result<T, E>>,
    T: From<Event>,
    E: Nested,
{
    type Item = Result<T, Infallible>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<Option<Self::Item>> {
        let mut this = self.project();
        let Some(stream) = this.stream.as_mut().as_pin_mut() else { return Poll::Ready(None) };
        let error = match ready!(stream.poll_next(cx)) {
            Some(Ok(event)) => return Poll::Ready(Some(Ok(event))),
            Some(Err(error)) => error,
            None => {
                this.stream.set(None);
                return Poll::Ready(None);
            }
        };
        // What is left of it ends now, and not when the client has gone.
        this.stream.set(None);
        let error = error.as_api_error();
        let row = error.row();
        let shape = *this.shape;
        let event = observe::answered(error, row, || {
            Event::of(error, row, shape, Context::current().as_ref())
        });
        Poll::Ready(Some(Ok(event.into())))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.stream {
            // An error may end it early.
            Some(stream) => (usize::from(stream.size_hint().0 > 0), stream.size_hint().1),
            None => (0, Some(0)),
        }
    }
}
