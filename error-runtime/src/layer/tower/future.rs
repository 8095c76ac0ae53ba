//! The way of one request through the layer.

use super::super::StatusOf;
use super::super::arrival::Arrival;
use super::super::body::ErrorBody;
use super::super::http1::is_awaited;
use super::super::run::unpanicked;
use super::super::text::read;
use super::BoxError;
use crate::{Caught, Fallback};
use http::{Response, response};
use http_body::Body;
use pin_project_lite::pin_project;
use std::convert::Infallible;
use std::error::Error;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

pin_project! {
    /// The answer to one request, on its way through the layer.
    // Not boxed: that costs more than to move it, and servers that hold futures
    // of several kinds box them anyway.
    pub struct ResponseFuture<T, B, F> {
        arrival: Arrival,
        status_of: StatusOf,
        fallback: PhantomData<fn() -> F>,
        #[pin]
        state: State<T, B>,
    }
}

pin_project! {
    #[project = Now]
    pub(super) enum State<T, B> {
        // The service has the request.
        Running { #[pin] future: T },
        // The framework has answered itself; what does it say?
        Reading { parts: Option<response::Parts>, #[pin] body: B, text: Vec<u8> },
        // There is no answer.
        Failed { caught: Option<Caught> },
    }
}

impl<T, B, F> ResponseFuture<T, B, F> {
    #[inline]
    pub(super) fn new(arrival: Arrival, status_of: StatusOf, state: State<T, B>) -> Self {
        Self { arrival, status_of, fallback: PhantomData, state }
    }
}

pub(super) fn caught_of(status_of: StatusOf, error: &(dyn Error + 'static)) -> Caught {
    Caught::error(status_of(error), error)
}

impl<T, B, E, F> Future for ResponseFuture<T, B, F>
where
    T: Future<Output = Result<Response<B>, E>>,
    E: Into<BoxError>,
    B: Body,
    B::Data: From<bytes::Bytes>,
    F: Fallback,
{
    type Output = Result<Response<ErrorBody<B>>, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let arrival = this.arrival;
        loop {
            let next = match this.state.as_mut().project() {
                Now::Running { future } => {
                    let mut poll = Poll::Pending;
                    let step = || poll = future.poll(cx);
                    let caught = match unpanicked(|| arrival.own_step(step)) {
                        Err(caught) => caught,
                        Ok(()) => match ready!(poll) {
                            Err(error) => caught_of(*this.status_of, &*error.into()),
                            Ok(response) => match arrival.look(response) {
                                Ok(done) => return Poll::Ready(Ok(done)),
                                Err((parts, body)) => {
                                    let (parts, text) = (Some(parts), Vec::new());
                                    this.state.set(State::Reading { parts, body, text });
                                    continue;
                                }
                            },
                        },
                    };
                    State::Failed { caught: Some(caught) }
                }
                Now::Reading { parts, body, text } => {
                    let is_awaited = parts.as_ref().is_some_and(|parts| is_awaited(parts, &*body));
                    let read = unpanicked(|| arrival.own_step(|| read(body, is_awaited, text, cx)));
                    match read {
                        Ok(poll) => ready!(poll),
                        Err(caught) => {
                            this.state.set(State::Failed { caught: Some(caught) });
                            continue;
                        }
                    }
                    let Some(parts) = parts.take() else { return Poll::Pending };
                    let caught = Caught::answer(parts.status, &String::from_utf8_lossy(text));
                    let done = arrival.replace::<F, _>(&caught, Some(parts));
                    return Poll::Ready(Ok(done));
                }
                Now::Failed { caught } => {
                    // Taken once: a future that is done is not polled again.
                    let Some(caught) = caught.take() else { return Poll::Pending };
                    return Poll::Ready(Ok(arrival.replace::<F, _>(&caught, None)));
                }
            };
            this.state.set(next);
        }
    }
}

impl<T, B, F> std::fmt::Debug for ResponseFuture<T, B, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ResponseFuture").field("arrival", &self.arrival).finish_non_exhaustive()
    }
}
