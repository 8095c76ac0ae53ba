//! The way of one request through the layer.

use super::super::ErrorLayer;
use super::super::arrival::Arrival;
use super::super::departure::{Whose, replace_headers};
use super::{BoxError, ErrorBody};
use crate::{Caught, Fallback};
use bytes::{Buf, Bytes};
use http::{Response, header, response};
use http_body::Body;
use pin_project_lite::pin_project;
use std::any::Any;
use std::convert::Infallible;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// As much of a framework's text is read.
const LONGEST: usize = 4096;

pin_project! {
    /// The answer to one request, on its way through the layer.
    pub struct ResponseFuture<T, B, F> {
        arrival: Arrival,
        layer: ErrorLayer<F>,
        #[pin]
        state: State<T, B>,
    }
}

pin_project! {
    #[project = Now]
    enum State<T, B> {
        // The service has the request.
        Running { #[pin] future: T },
        // The framework has answered itself; what does it say?
        Reading { parts: Option<response::Parts>, #[pin] body: B, text: Vec<u8> },
        // There is no answer.
        Failed { caught: Option<Caught> },
    }
}

impl<T, B, F> ResponseFuture<T, B, F> {
    pub(super) fn new(
        arrival: Arrival,
        layer: ErrorLayer<F>,
        broken: Option<BoxError>,
        call: impl FnOnce() -> T,
    ) -> Self {
        let state = match broken {
            Some(error) => State::Failed { caught: Some(layer.caught(&*error)) },
            None => match unpanicked(|| arrival.step(call)) {
                Ok(future) => State::Running { future },
                Err(caught) => State::Failed { caught: Some(caught) },
            },
        };
        Self { arrival, layer, state }
    }
}

impl<F> ErrorLayer<F> {
    fn caught(&self, error: &(dyn std::error::Error + 'static)) -> Caught {
        Caught::error((self.settings.status_of)(error), error)
    }
}

/// Runs what may panic.
fn unpanicked<R>(run: impl FnOnce() -> R) -> Result<R, Caught> {
    catch_unwind(AssertUnwindSafe(run))
        .map_err(|payload: Box<dyn Any + Send>| Caught::payload(&*payload))
}

impl<T, B, E, F> Future for ResponseFuture<T, B, F>
where
    T: Future<Output = Result<Response<B>, E>>,
    E: Into<BoxError>,
    B: Body,
    B::Data: From<Bytes>,
    F: Fallback,
{
    type Output = Result<Response<ErrorBody<B>>, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let arrival = &*this.arrival;
        loop {
            let next = match this.state.as_mut().project() {
                Now::Running { future } => match unpanicked(|| arrival.step(|| future.poll(cx))) {
                    Ok(Poll::Pending) => return Poll::Pending,
                    Ok(Poll::Ready(Ok(response))) => match this.layer.look(arrival, response) {
                        Ok(done) => return Poll::Ready(Ok(done)),
                        Err((parts, body)) => {
                            State::Reading { parts: Some(parts), body, text: Vec::new() }
                        }
                    },
                    Ok(Poll::Ready(Err(error))) => {
                        State::Failed { caught: Some(this.layer.caught(&*error.into())) }
                    }
                    Err(caught) => State::Failed { caught: Some(caught) },
                },
                Now::Reading { parts, body, text } => {
                    let read = unpanicked(|| arrival.step(|| read(body, text, cx)));
                    match read {
                        Ok(poll) => ready!(poll),
                        Err(caught) => {
                            this.state.set(State::Failed { caught: Some(caught) });
                            continue;
                        }
                    }
                    let text = String::from_utf8_lossy(text);
                    let Some(parts) = parts.take() else { return Poll::Pending };
                    let caught = Caught::answer(parts.status, &text);
                    let done = this.layer.replace(arrival, &caught, Some(parts));
                    return Poll::Ready(Ok(done));
                }
                Now::Failed { caught } => {
                    // Taken once: a future that is done is not polled again.
                    let Some(caught) = caught.take() else { return Poll::Pending };
                    return Poll::Ready(Ok(this.layer.replace(arrival, &caught, None)));
                }
            };
            this.state.set(next);
        }
    }
}

/// Reads a text to its end, or as far as it is shown.
fn read<B: Body>(mut body: Pin<&mut B>, text: &mut Vec<u8>, cx: &mut Context<'_>) -> Poll<()> {
    while text.len() < LONGEST {
        match ready!(body.as_mut().poll_frame(cx)) {
            Some(Ok(frame)) => {
                let Ok(mut data) = frame.into_data() else { break };
                while data.has_remaining() && text.len() < LONGEST {
                    let chunk = data.chunk();
                    let taken = chunk.len().min(LONGEST - text.len());
                    text.extend_from_slice(&chunk[..taken]);
                    data.advance(taken);
                }
            }
            Some(Err(_)) | None => break,
        }
    }
    Poll::Ready(())
}

impl<F: Fallback> ErrorLayer<F> {
    /// Lets an answer go, unless the framework has made it itself.
    fn look<B: Body>(
        &self,
        arrival: &Arrival,
        response: Response<B>,
    ) -> Result<Response<ErrorBody<B>>, (response::Parts, B)> {
        let (mut parts, body) = response.into_parts();
        let content_type = parts.headers.get(header::CONTENT_TYPE);
        let whose = arrival.whose(
            parts.status.as_u16(),
            content_type.map(http::HeaderValue::as_bytes),
            parts.headers.contains_key(header::CONTENT_ENCODING),
        );
        // What has no known end has begun to stream.
        if matches!(whose, Whose::Framework) && body.size_hint().exact().is_some() {
            return Err((parts, body));
        }
        arrival.depart(parts.status, whose, None);
        self.sign(arrival, &mut parts);
        Ok(Response::from_parts(parts, ErrorBody::theirs(body, &arrival.context)))
    }

    /// Answers in the place of the framework.
    fn replace<B: Body>(
        &self,
        arrival: &Arrival,
        caught: &Caught,
        theirs: Option<response::Parts>,
    ) -> Response<ErrorBody<B>> {
        let (ours, whose) = arrival.answer::<F>(caught);
        let (ours, body) = ours.into_parts();
        let mut parts = match theirs {
            Some(mut parts) => {
                replace_headers(&mut parts.headers, ours.headers);
                parts.status = ours.status;
                parts
            }
            None => ours,
        };
        arrival.depart(parts.status, whose, Some(caught));
        self.sign(arrival, &mut parts);
        // Under HTTP/2 nobody else takes the body from the answer to a HEAD.
        let body = if arrival.is_head {
            parts.headers.insert(header::CONTENT_LENGTH, body.len().into());
            Bytes::new()
        } else {
            body
        };
        Response::from_parts(parts, ErrorBody::ours(body))
    }

    /// Every answer has the request's id.
    fn sign(&self, arrival: &Arrival, parts: &mut response::Parts) {
        if let Some(id) = &arrival.id {
            parts.headers.insert(self.settings.id_header.clone(), id.clone());
        }
    }
}

impl<T, B, F> std::fmt::Debug for ResponseFuture<T, B, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ResponseFuture").field("arrival", &self.arrival).finish_non_exhaustive()
    }
}
