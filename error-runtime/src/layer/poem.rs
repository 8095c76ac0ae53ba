//! The layer as poem has it.

use super::arrival::Arrival;
use super::body::ErrorBody;
use super::http1::is_awaited;
use super::text::read;
use super::{ErrorLayer, Head};
use crate::{Caught, Fallback};
use bytes::Bytes;
use http_body_util::combinators::BoxBody;
use poem::{Body, Endpoint, IntoResponse, Middleware, Request, Response, ResponseParts, Result};
use std::error::Error as _;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;

impl<E: Endpoint, F: Fallback> Middleware<E> for ErrorLayer<F> {
    type Output = ErrorEndpoint<E, F>;

    fn transform(&self, inner: E) -> Self::Output {
        ErrorEndpoint { inner, layer: self.clone() }
    }
}

/// [`ErrorLayer`] as the middleware of poem.
///
/// What is added later is further out: the layer goes after the middleware
/// whose errors it is to answer, and before compression.
///
/// ```
/// use error_runtime::ErrorLayer;
/// use poem::{EndpointExt, Route, get, handler};
///
/// #[handler]
/// fn hello() -> &'static str {
///     "hello"
/// }
///
/// let app = Route::new().at("/hello", get(hello)).with(ErrorLayer::default());
/// ```
#[derive(Debug)]
pub struct ErrorEndpoint<E, F> {
    inner: E,
    layer: ErrorLayer<F>,
}

impl<E: Endpoint, F: Fallback> Endpoint for ErrorEndpoint<E, F> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        let mut arrival = self.layer.settings.arrive(&Head {
            method: request.method().as_str(),
            path: request.original_uri().path(),
            headers: request.headers(),
        });
        arrival.hand_on(request.headers_mut());
        let answered = arrival.run(async {
            match self.inner.call(request).await {
                Ok(output) => (output.into_response(), None),
                Err(error) => {
                    let caught = caught(&error);
                    (error.into_response(), caught)
                }
            }
        });
        let sent = match answered.await {
            Ok((response, caught)) => send::<F>(&mut arrival, response, caught).await,
            Err(caught) => arrival.replace::<F, _>(&caught, None),
        };
        Ok(response(sent))
    }
}

type Sent = http::Response<ErrorBody<BoxBody<Bytes, io::Error>>>;

/// Lets an answer go, unless the framework has made it itself; `caught`
/// is the error that it was made of.
async fn send<F: Fallback>(
    arrival: &mut Arrival,
    response: Response,
    caught: Option<Caught>,
) -> Sent {
    let (parts, mut body) = match arrival.look(response.into()) {
        Ok(sent) => return sent,
        Err(theirs) => theirs,
    };
    if let Some(caught) = caught.filter(|caught| caught.status() == parts.status) {
        return arrival.replace::<F, _>(&caught, Some(parts));
    }
    let mut text = Vec::new();
    let is_awaited = is_awaited(&parts, &body);
    let read = poll_fn(|cx| read(Pin::new(&mut body), is_awaited, &mut text, cx));
    match arrival.run(read).await {
        Ok(()) => {
            let caught = Caught::answer(parts.status, &String::from_utf8_lossy(&text));
            arrival.replace::<F, _>(&caught, Some(parts))
        }
        Err(caught) => arrival.replace::<F, _>(&caught, None),
    }
}

/// A server's error with its sources, which the text of the answer has not.
fn caught(error: &poem::Error) -> Option<Caught> {
    let status = error.status();
    if !status.is_server_error() || !error.has_source() {
        return None;
    }
    // poem's own error is only a cover with the same text.
    Some(match error.source().filter(|source| source.to_string() == error.to_string()) {
        Some(source) => Caught::error(status, source),
        None => Caught::error(status, error),
    })
}

/// The answer as poem has it.
fn response(sent: Sent) -> Response {
    let (parts, body) = sent.into_parts();
    let parts = ResponseParts {
        status: parts.status,
        version: parts.version,
        headers: parts.headers,
        extensions: parts.extensions,
    };
    let body = match body.plain() {
        Ok(body) => body,
        Err(body) => Body::from(BoxBody::new(body)),
    };
    Response::from_parts(parts, body)
}
