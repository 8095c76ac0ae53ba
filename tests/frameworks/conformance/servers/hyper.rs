//! hyper alone, inside the tower layer: an error is a response by
//! `http::Response::from`. hyper has no router, no extractors and no limits;
//! what is refused by hand here is a bare status, perhaps with a text.

use super::listen;
use crate::house::{self, AppError, Fallback, House, Inner, Page, Payload, Posted, Project};
use bytes::Bytes;
use error_runtime::{AnyError, ErrorLayer};
use futures_util::StreamExt;
use http::{Method, Request, Response, StatusCode, header};
use http_body::Frame;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, Limited, StreamBody};
use hyper::body::Incoming;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;
use tower::ServiceBuilder;

type Body = UnsyncBoxBody<Bytes, Infallible>;

/// An answer of one piece.
type Whole = Response<Full<Bytes>>;

pub fn start() -> SocketAddr {
    let layer = ErrorLayer::<Fallback>::new().with_error_status(|error| {
        let is_late = error.is::<tower::timeout::error::Elapsed>();
        if is_late { StatusCode::GATEWAY_TIMEOUT } else { StatusCode::INTERNAL_SERVER_ERROR }
    });
    let service = ServiceBuilder::new().layer(layer).timeout(Duration::from_millis(300));
    listen::hyper(service.service_fn(async |request: Request<Incoming>| {
        let is_stream = request.uri().path() == "/stream";
        let answer =
            if is_stream { stream() } else { whole(request).await.map(BodyExt::boxed_unsync) };
        Ok::<_, Infallible>(answer)
    }))
}

async fn whole(request: Request<Incoming>) -> Whole {
    let path = request.uri().path().to_owned();
    if path == "/json" {
        return if request.method() == Method::POST { json(request).await } else { only("POST") };
    }
    let is_read = [Method::GET, Method::HEAD].contains(request.method());
    let mut parts = path.strip_prefix('/').unwrap_or(&path).split('/');
    let answer = match (parts.next().unwrap_or_default(), parts.next()) {
        ("ok", None) => House(Project { id: "p1" }).into(),
        ("locked", None) => AppError::Locked.into(),
        ("projects", Some(id)) => AppError::NoSuchProject { id: id.replace("%2F", "/") }.into(),
        ("logged-out", None) => AppError::LoggedOut.into(),
        ("slow-down", None) => AppError::SlowDown { seconds: 7 }.into(),
        ("store", None) => AppError::from(std::io::Error::other("/srv/data: bad sector")).into(),
        ("file", None) => file().unwrap_or_else(Response::from),
        ("unicode", None) => AppError::Unicode("ß\"<".to_owned()).into(),
        ("bare", None) => AppError::Bare.into(),
        ("words", None) => AppError::Words.into(),
        ("upstream", Some(status)) => match status.parse() {
            Ok(status) => AppError::Upstream { status }.into(),
            Err(_) => refused(StatusCode::BAD_REQUEST, "no status"),
        },
        ("inner", None) => AppError::from(Inner::Forbidden).into(),
        ("any", None) => AnyError::new(StatusCode::CONFLICT, "BUSY", "It is busy").into(),
        ("choice", None) => AppError::Chosen.into(),
        ("number", Some(number)) => match number.parse::<u32>() {
            Ok(number) => Response::new(number.to_string().into()),
            Err(error) => refused(StatusCode::BAD_REQUEST, &error.to_string()),
        },
        ("query", None) => match page(request.uri().query().unwrap_or_default()) {
            Some(Page { page }) => Response::new(page.to_string().into()),
            None => refused(StatusCode::BAD_REQUEST, "the page is no number"),
        },
        ("panic", None) if is_read => panic!("on purpose, with a secret"),
        ("panic-later", None) if is_read => {
            tokio::task::yield_now().await;
            panic!("on purpose, later")
        }
        ("slow", None) => std::future::pending().await,
        ("own", None) => own(),
        ("not-modified", None) => not_modified(),
        _ => return refused(StatusCode::NOT_FOUND, ""),
    };
    if is_read { answer } else { only("GET, HEAD") }
}

fn refused(status: StatusCode, text: &str) -> Whole {
    let mut response = Response::new(text.to_owned().into());
    *response.status_mut() = status;
    response
}

fn only(methods: &'static str) -> Whole {
    let mut response = refused(StatusCode::METHOD_NOT_ALLOWED, "");
    response.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static(methods));
    response
}

fn file() -> Result<Whole, AppError> {
    let text = std::fs::read_to_string("/there/is/no/such/file")?;
    Ok(Response::new(text.into()))
}

fn page(query: &str) -> Option<Page> {
    let page = query.split('&').find_map(|pair| pair.strip_prefix("page="))?;
    Some(Page { page: page.parse().ok()? })
}

async fn json(request: Request<Incoming>) -> Whole {
    let content_type = request.headers().get(header::CONTENT_TYPE);
    if content_type.is_none_or(|name| name != "application/json") {
        return refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "");
    }
    let Ok(body) = Limited::new(request.into_body(), 1024).collect().await else {
        return refused(StatusCode::PAYLOAD_TOO_LARGE, "");
    };
    match serde_json::from_slice(&body.to_bytes()) {
        Ok(Payload { name, tags }) => House(Posted { name, tags: tags.len() }).into(),
        Err(error) => refused(StatusCode::BAD_REQUEST, &error.to_string()),
    }
}

fn own() -> Whole {
    let mut response = refused(StatusCode::CONFLICT, r#"{"mine":true}"#);
    let json = header::HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}

fn not_modified() -> Whole {
    let mut response = refused(StatusCode::NOT_MODIFIED, "");
    response.headers_mut().insert(header::ETAG, header::HeaderValue::from_static("\"v1\""));
    response
}

fn stream() -> Response<Body> {
    let events = house::events().map(|text| Ok::<_, Infallible>(Frame::data(Bytes::from(text))));
    let mut response = Response::new(StreamBody::new(events).boxed_unsync());
    let events = header::HeaderValue::from_static("text/event-stream");
    response.headers_mut().insert(header::CONTENT_TYPE, events);
    response
}
