//! The least that a layer with request ids can do: one in the heads of request
//! and answer. Nothing is caught, and nobody inside is told of it.

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response};
use pin_project_lite::pin_project;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tower::Service;
use uuid::Uuid;

const NAME: HeaderName = HeaderName::from_static("x-request-id");

#[derive(Clone)]
pub struct IdAlone<S>(pub S);

impl<S, B, R> Service<Request<B>> for IdAlone<S>
where
    S: Service<Request<B>, Response = Response<R>>,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = Signed<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let given = request.headers().get(NAME).cloned();
        let id = given.unwrap_or_else(|| {
            let id = new();
            request.headers_mut().insert(NAME, id.clone());
            id
        });
        Signed { future: self.0.call(request), id: Some(id) }
    }
}

fn new() -> HeaderValue {
    let mut text = [0; 36];
    Uuid::new_v4().hyphenated().encode_lower(&mut text);
    HeaderValue::from_maybe_shared(Bytes::from_owner(text)).expect("a header's value")
}

pin_project! {
    pub struct Signed<F> {
        #[pin]
        future: F,
        id: Option<HeaderValue>,
    }
}

impl<F, R, E> Future for Signed<F>
where
    F: Future<Output = Result<Response<R>, E>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let mut response = ready!(this.future.poll(cx))?;
        if let Some(id) = this.id.take() {
            response.headers_mut().insert(NAME, id);
        }
        Poll::Ready(Ok(response))
    }
}
