//! The layer as salvo has it: a handler.

use super::arrival::Arrival;
use super::departure::{Seen, Whose, replace_headers};
use super::text::read;
use super::{ErrorLayer, Head, Settings};
use crate::{Caught, Context, Fallback};
use bytes::Bytes;
use http::StatusCode;
use http_body::{Body, Frame, SizeHint};
use salvo_core::http::{ParseError, ResBody, StatusError};
use salvo_core::{BoxedError, Depot, FlowCtrl, Handler, Request, Response, async_trait};
use std::error::Error;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{self, Poll};

/// A hoop of the service: `Service::new(router).hoop(layer)`, so that it sees
/// requests without a route, too. Above all other hoops, and below
/// compression.
///
/// Where the service has `allowed_media_types`, what they refuse is known
/// after all hoops only: the layer is the goal of the catcher, then, too.
///
/// ```
/// use error_runtime::ErrorLayer;
/// use salvo_core::catcher::Catcher;
/// use salvo_core::prelude::*;
///
/// #[handler]
/// async fn hello() -> &'static str {
///     "hello"
/// }
///
/// let layer = ErrorLayer::default();
/// let service = Service::new(Router::with_path("hello").get(hello))
///     .hoop(layer.clone())
///     .catcher(Catcher::new(layer));
/// # let _ = service;
/// ```
#[async_trait]
impl<F: Fallback + 'static> Handler for ErrorLayer<F> {
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        flow: &mut FlowCtrl,
    ) {
        let mut arrival = meet(&self.settings, request);
        let headers = response.headers.clone();
        match arrival.run(flow.call_next(request, depot, response)).await {
            Ok(_) => look::<F>(&arrival, response).await,
            Err(caught) => {
                flow.skip_rest();
                // What a handler has said before it panicked does not count.
                response.headers = headers;
                replace::<F>(&arrival, &caught, response);
            }
        }
        arrival.sign(&mut response.headers);
    }
}

/// The context of a request that has been through the layer: as the catcher,
/// it is outside of itself.
#[derive(Clone)]
struct Met(Context);

/// Takes a request in.
fn meet(settings: &Settings, request: &mut Request) -> Arrival {
    let head = Head {
        method: request.method().as_str(),
        path: request.uri().path(),
        headers: request.headers(),
    };
    let arrival = match request.extensions().get::<Met>() {
        Some(Met(context)) => context.scope(|| settings.arrive(&head)),
        None => settings.arrive(&head),
    };
    arrival.hand_on(request.headers_mut());
    request.extensions_mut().insert(Met(arrival.context.clone()));
    arrival
}

/// Lets an answer go, unless the framework has made it itself.
async fn look<F: Fallback>(arrival: &Arrival, response: &mut Response) {
    let status = status(response);
    if let ResBody::Error(error) = &response.body {
        if status.is_client_error() || status.is_server_error() {
            let caught = Caught::answer(status, &text(status, error));
            return replace::<F>(arrival, &caught, response);
        }
    }
    let length = response.body.size_hint().exact();
    let whose = arrival.whose(Seen::of(status, &response.headers, length));
    if matches!(whose, Whose::Framework) {
        let is_awaited = status.is_client_error() && length.is_some();
        let mut body = Pin::new(&mut response.body);
        let mut text = Vec::new();
        let read = arrival.run(poll_fn(|cx| read(body.as_mut(), is_awaited, &mut text, cx))).await;
        let caught = match read {
            Ok(()) => Caught::answer(status, &String::from_utf8_lossy(&text)),
            Err(caught) => caught,
        };
        return replace::<F>(arrival, &caught, response);
    }
    if matches!(whose, Whose::Ours(_)) && response.body.is_none() {
        // Without a body, salvo's catcher would write one.
        response.body = ResBody::Once(Bytes::new());
    }
    arrival.depart(status, whose, None);
    InContext::set(arrival, response);
}

/// Answers in the place of the framework.
fn replace<F: Fallback>(arrival: &Arrival, caught: &Caught, response: &mut Response) {
    let (ours, whose) = arrival.answer::<F>(caught);
    let (ours, body) = ours.into_parts();
    replace_headers(caught.status(), &mut response.headers, ours.headers);
    response.status_code = Some(ours.status);
    response.body = ResBody::Once(body);
    arrival.depart(ours.status, whose, Some(caught));
}

/// The status that salvo will send.
fn status(response: &Response) -> StatusCode {
    response.status_code.unwrap_or(match &response.body {
        ResBody::Error(error) => error.code,
        _ => StatusCode::OK,
    })
}

/// What salvo says of an error. Of a 4xx that is public: its brief, or what
/// is wrong with the request by its own reader, but no cause that is the
/// application's.
fn text(status: StatusCode, error: &StatusError) -> String {
    if status.is_server_error() {
        return error.to_string();
    }
    let cause = error.cause.as_deref().and_then(|cause| cause.downcast_ref::<ParseError>());
    match cause {
        Some(ParseError::SerdeJson(error)) => error.to_string(),
        Some(ParseError::Deserialize(error)) => error.to_string(),
        Some(
            error @ (ParseError::DuplicateKey
            | ParseError::EmptyBody
            | ParseError::InvalidContentType
            | ParseError::NotFormData
            | ParseError::NotMultipart),
        ) => error.to_string(),
        _ => error.brief.clone(),
    }
}

/// A body that is still to come, and runs in the request's context.
struct InContext {
    body: ResBody,
    context: Context,
}

impl InContext {
    fn set(arrival: &Arrival, response: &mut Response) {
        let body = &response.body;
        if !body.is_end_stream() && body.size_hint().exact().is_none() {
            let body = response.take_body();
            let context = arrival.context.clone();
            response.body = ResBody::Boxed(Box::pin(Self { body, context }));
        }
    }
}

impl Body for InContext {
    type Data = Bytes;
    type Error = BoxedError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxedError>>> {
        let Self { body, context } = self.get_mut();
        let poll = context.scope(|| Pin::new(body).poll_frame(cx));
        poll.map_err(|error| Box::new(error) as Box<dyn Error + Send + Sync>)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
