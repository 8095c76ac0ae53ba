//! f: the layer, in process, beside tower-http's pair for request ids and its
//! panic catcher, and the least that there is to do, on one service.

use super::fields::values;
use super::id_alone::IdAlone;
use super::{Group, Path};
use crate::answer::{Content, now};
use crate::errors::ours::{Fallback, TracedError};
use axum::Router;
use axum::body::Body;
use axum::routing::get;
use bytes::Bytes;
use error_runtime::ErrorLayer;
use http::{HeaderValue, Request, Response, Uri};
use std::cell::RefCell;
use std::convert::Infallible;
use tower::{Layer, Service, ServiceBuilder};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

/// A minimal axum service.
pub fn service() -> Router {
    Router::new().route("/ok", get(async || "ok")).route(
        "/fails",
        get(async || -> Result<&'static str, TracedError> {
            let (id, path) = values();
            Err(TracedError::FileMissing { id, path })
        }),
    )
}

/// The same behind the layer.
pub fn behind_layer() -> impl Service<
    Request<Body>,
    Response = Response<
        impl http_body::Body<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static,
    >,
    Error = Infallible,
    Future: Send,
> + Clone
+ Send
+ Sync
+ 'static {
    ErrorLayer::<Fallback>::new().layer(service())
}

/// The same behind what tower-http has for this.
pub fn behind_tower_http() -> impl Service<
    Request<Body>,
    Response = Response<
        impl http_body::Body<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static,
    >,
    Error = Infallible,
    Future: Send,
> + Clone
+ Send
+ Sync
+ 'static {
    ServiceBuilder::new()
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(CatchPanicLayer::new())
        .service(service())
}

/// A body from a service, of which only the bytes count.
struct Answered<B>(B);

impl<B: http_body::Body<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static> Content
    for Answered<B>
{
    fn bytes(self) -> Bytes {
        Body::new(self.0).bytes()
    }
}

fn path<S, B>(name: &'static str, service: S, uri: &'static str, id: bool) -> Path
where
    S: Service<Request<Body>, Response = Response<B>, Error = Infallible> + 'static,
    B: http_body::Body<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static,
{
    let service = RefCell::new(service);
    let uri = Uri::from_static(uri);
    Path::new(name, move || {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = uri.clone();
        if id {
            let id = HeaderValue::from_static("0198c7a2-51f0-7d3e-9b8e-2f6a1c4d5e70");
            request.headers_mut().insert("x-request-id", id);
        }
        let response = now(service.borrow_mut().call(request));
        response.unwrap_or_else(|never| match never {}).map(Answered)
    })
}

fn group(key: &'static str, title: &'static str, uri: &'static str, id: bool) -> Group {
    Group {
        key,
        title,
        reference: 0,
        paths: vec![
            path("no layer", service(), uri, id),
            path("tower-http's three", behind_tower_http(), uri, id),
            path("**`ErrorLayer`**", behind_layer(), uri, id),
            path("by hand, the id alone", IdAlone(service()), uri, id),
        ],
    }
}

pub(super) fn success() -> Group {
    group("f", "f. the layer in process: a success", "/ok", false)
}

pub(super) fn success_with_id() -> Group {
    group("f2", "f′. the layer in process: a success, the client sends an id", "/ok", true)
}

pub(super) fn own_error() -> Group {
    group("f3", "f″. the layer in process: an error of the service's own", "/fails", false)
}

pub(super) fn no_route() -> Group {
    group("f4", "f‴. the layer in process: no route", "/nothing", false)
}
