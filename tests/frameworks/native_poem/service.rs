//! The service under test.

use crate::native::client;
use crate::native::errors::{Api, Own, Plain, Silent, Wire};
use crate::native::same::{MINE, chunk, seen};
use error_runtime::{ApiError, ErrorLayer, FrameworkError};
use futures_util::stream;
use poem::endpoint::make;
use poem::error::{Error, InternalServerError, ResponseError};
use poem::http::{StatusCode, header};
use poem::listener::TcpAcceptor;
use poem::middleware::SizeLimit;
use poem::web::{Json, Path};
use poem::{
    Body, Endpoint, EndpointExt, IntoEndpoint, IntoResponse, Request, Response, ResponseParts,
    Route, Server, get, handler, post,
};
use serde::Deserialize;
use std::io;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

pub(crate) fn layer() -> ErrorLayer<FrameworkError<Wire>> {
    ErrorLayer::new()
}

pub(crate) fn own() -> ErrorLayer<Own> {
    ErrorLayer::new()
}

pub(crate) async fn serve<E>(app: E) -> client::Server
where
    E: IntoEndpoint + Send + 'static,
    E::Endpoint: 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let acceptor = TcpAcceptor::from_tokio(listener).unwrap();
    tokio::spawn(Server::new_with_acceptor(acceptor).run(app));
    client::Server::new(port)
}

pub(crate) async fn server() -> client::Server {
    serve(routes().with(layer())).await
}

pub(crate) fn routes() -> impl Endpoint {
    Route::new()
        .at("/seen", get(see))
        .at("/own", get(out_of_stock))
        .at("/disk", get(disk))
        .at("/text", get(text))
        .at("/empty", get(empty))
        .at("/over", get(over))
        .at("/json", get(json))
        .at("/json-as-error", get(json_as_error))
        .at("/html", get(html))
        .at("/packed", get(packed))
        .at("/same", get(same))
        .at("/stream", get(chunks))
        .at("/switch", make(switch))
        .at("/panic", get(panic_at_once))
        .at("/panic-later", get(panic_later))
        .at("/order", post(order))
        .at("/limited", post(order).with(SizeLimit::new(1024)))
        .at("/number/:id", get(number))
        .at("/failed", get(failed))
        .at("/mute", get(mute))
        .at("/says", get(says))
        .at("/bare", get(bare))
}

/// poem's form of an answer.
fn response(error: &dyn ApiError) -> Response {
    let (parts, body) = error.response().into_parts();
    let parts = ResponseParts {
        status: parts.status,
        version: parts.version,
        headers: parts.headers,
        extensions: parts.extensions,
    };
    Response::from_parts(parts, body.into())
}

// An error is made an answer late, by poem, or early, by `?`. The adapter of a
// derived type is `#[api(poem)]`.

impl ResponseError for Api {
    fn status(&self) -> StatusCode {
        ApiError::status(self)
    }

    fn as_response(&self) -> Response {
        response(self)
    }
}

impl From<Plain> for Error {
    fn from(error: Plain) -> Self {
        Self::from_response(response(&error))
    }
}

impl From<Silent> for Error {
    fn from(error: Silent) -> Self {
        Self::from_response(response(&error))
    }
}

#[handler]
fn see(request: &Request) -> String {
    seen(request.header("x-request-id"))
}

#[handler]
fn out_of_stock() -> Result<(), Api> {
    Err(Api::OutOfStock { left: 3 })
}

#[handler]
fn disk() -> Result<(), Api> {
    Err(Api::Disk)
}

#[handler]
async fn text() -> poem::Result<()> {
    let page: Result<(), Plain> = Err(Plain::NoPage);
    page?;
    tokio::task::yield_now().await;
    Ok(())
}

#[handler]
fn empty() -> Result<(), Silent> {
    Err(Silent::Gone)
}

#[handler]
fn over() -> impl IntoResponse {
    response(&Api::OutOfStock { left: 4 }).with_status(StatusCode::IM_A_TEAPOT)
}

#[handler]
fn json() -> Response {
    Response::builder().status(StatusCode::BAD_REQUEST).content_type("application/json").body(MINE)
}

#[handler]
fn json_as_error() -> poem::Result<()> {
    let response = Response::builder().status(StatusCode::BAD_GATEWAY);
    Err(Error::from_response(response.content_type("application/json").body(MINE)))
}

#[handler]
fn html() -> Response {
    Response::builder()
        .status(StatusCode::BAD_REQUEST)
        .content_type("text/html")
        .body("<p>mine</p>")
}

/// A text that is not to be read as it is.
#[handler]
fn packed() -> Response {
    Response::builder()
        .status(StatusCode::BAD_REQUEST)
        .content_type("text/plain")
        .header(header::CONTENT_ENCODING, "other")
        .body("packed")
}

#[handler]
fn same() -> Response {
    Response::builder().status(StatusCode::NOT_MODIFIED).header(header::ETAG, "\"a\"").finish()
}

#[handler]
fn chunks() -> Body {
    Body::from_bytes_stream(stream::unfold(0, async |sent| {
        if sent == 3 {
            return None;
        }
        Some((Ok::<_, io::Error>(chunk(sent).await), sent + 1))
    }))
}

async fn switch(request: Request) -> poem::Result<Response> {
    let upgrade = request.take_upgrade()?;
    tokio::spawn(async {
        let mut stream = upgrade.await.unwrap();
        stream.write_all(b"hello").await.unwrap();
        stream.shutdown().await.unwrap();
    });
    Ok(Response::builder()
        .status(StatusCode::SWITCHING_PROTOCOLS)
        .header(header::CONNECTION, "upgrade")
        .header(header::UPGRADE, "other")
        .finish())
}

#[handler]
fn panic_at_once() {
    panic!("on purpose: /panic");
}

#[handler]
async fn panic_later() {
    tokio::task::yield_now().await;
    panic!("on purpose: /panic-later");
}

#[derive(Deserialize)]
struct Order {
    name: String,
}

#[handler]
fn order(order: Json<Order>) -> String {
    order.0.name
}

#[handler]
fn number(Path(id): Path<u32>) -> String {
    id.to_string()
}

/// An error with a source.
#[derive(Debug, thiserror::Error)]
#[error("the private text")]
struct Failed(#[source] io::Error);

#[handler]
fn failed() -> poem::Result<()> {
    Err(InternalServerError(Failed(io::Error::other("the private source"))))
}

/// No error has been told, only a status.
#[handler]
fn mute() -> poem::Result<()> {
    Err(Error::from_response(StatusCode::BAD_GATEWAY.into_response()))
}

#[handler]
fn says() -> poem::Result<()> {
    let mut error = Error::from_string("the text of the error", StatusCode::CONFLICT);
    error.set_error_message("a public text");
    Err(error)
}

#[handler]
fn bare() -> Response {
    Response::builder()
        .status(StatusCode::FORBIDDEN)
        .header("content-length", "700")
        .header("etag", "\"old\"")
        .header("www-authenticate", "Basic")
        .header("set-cookie", "a=1")
        .header("set-cookie", "b=2")
        .body("keep out")
}
