//! The layer as tower has it.

mod future;

pub use self::future::ResponseFuture;

use self::future::{State, caught_of};
use super::run::unpanicked;
use super::{ErrorBody, ErrorLayer, Head};
use crate::Fallback;
use http::{Request, Response};
use http_body::Body;
use std::convert::Infallible;
use std::error::Error;
use std::task::{Context, Poll};
use tower_layer::Layer;
use tower_service::Service;

type BoxError = Box<dyn Error + Send + Sync>;

impl<S, F> Layer<S> for ErrorLayer<F> {
    type Service = ErrorService<S, F>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorService { inner, layer: self.clone(), broken: None }
    }
}

/// A service whose answers all have the envelope's shape: see [`ErrorLayer`].
#[derive(Debug)]
pub struct ErrorService<S, F> {
    inner: S,
    layer: ErrorLayer<F>,
    /// The service said that it takes no more requests.
    broken: Option<BoxError>,
}

impl<S: Clone, F> Clone for ErrorService<S, F> {
    fn clone(&self) -> Self {
        Self { inner: self.inner.clone(), layer: self.layer.clone(), broken: None }
    }
}

impl<S, F, B, R> Service<Request<B>> for ErrorService<S, F>
where
    S: Service<Request<B>, Response = Response<R>>,
    S::Error: Into<BoxError>,
    F: Fallback,
    R: Body,
    R::Data: From<bytes::Bytes>,
{
    type Response = Response<ErrorBody<R>>;
    type Error = Infallible;
    type Future = ResponseFuture<S::Future, R, F>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        if self.broken.is_none() {
            match self.inner.poll_ready(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Ok(())) => {}
                // Told to the next request.
                Poll::Ready(Err(error)) => self.broken = Some(error.into()),
            }
        }
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let settings = &self.layer.settings;
        let mut arrival = settings.arrive(&Head {
            method: request.method().as_str(),
            path: request.uri().path(),
            headers: request.headers(),
        });
        arrival.hand_on(request.headers_mut());
        // Set from within, since a future that comes out of what catches panics
        // is moved in pieces; and all of it here, since each call moves the rest.
        let mut state = State::Failed { caught: None };
        let caught = match self.broken.take() {
            Some(error) => Some(caught_of(settings.status_of, &*error)),
            None => {
                let (state, service) = (&mut state, &mut self.inner);
                let step = || *state = State::Running { future: service.call(request) };
                unpanicked(|| arrival.own_step(step)).err()
            }
        };
        if caught.is_some() {
            state = State::Failed { caught };
        }
        ResponseFuture::new(arrival, settings.status_of, state)
    }
}
