//! The service under test.

use crate::native::client::Server;
use crate::native::errors::{Api, Own, Plain, Silent, Wire};
use crate::native::same::{MINE, chunk, seen};
use error_runtime::{ApiError, ErrorLayer, FrameworkError};
use futures_util::stream;
use hyper_util::rt::TokioIo;
use salvo::conn::Listener;
use salvo::extract::{JsonBody, PathParam};
use salvo::http::{ParseError, ResBody};
use salvo::hyper::upgrade::OnUpgrade;
use salvo::prelude::*;
use serde::Deserialize;
use std::convert::Infallible;
use tokio::io::AsyncWriteExt;

pub(crate) fn layer() -> ErrorLayer<FrameworkError<Wire>> {
    ErrorLayer::new()
}

pub(crate) fn own() -> ErrorLayer<Own> {
    ErrorLayer::new()
}

pub(crate) async fn serve(service: Service) -> Server {
    let acceptor = TcpListener::new("127.0.0.1:0").bind().await;
    let port = acceptor.local_addr().unwrap().port();
    tokio::spawn(salvo::Server::new(acceptor).serve(service));
    Server::new(port)
}

pub(crate) async fn server() -> Server {
    serve(Service::new(routes()).hoop(layer())).await
}

pub(crate) fn routes() -> Router {
    let at = Router::with_path;
    Router::new()
        .push(at("seen").get(see))
        .push(at("own").get(out_of_stock))
        .push(at("disk").get(disk))
        .push(at("text").get(text))
        .push(at("empty").get(empty))
        .push(at("over").get(over))
        .push(at("json").get(json))
        .push(at("html").get(html))
        .push(at("same").get(same))
        .push(at("stream").get(chunks))
        .push(at("switch").get(switch))
        .push(at("panic").get(panic_at_once))
        .push(at("panic-later").get(panic_later))
        .push(at("heads").head(heads))
        .push(at("order").post(order))
        .push(at("number/{id}").get(number))
        .push(at("tried/{id}").get(tried))
        .push(at("failed").get(failed))
        .push(at("says").get(says))
        .push(at("bare").get(bare))
        .push(at("lost").get(lost))
}

/// An error as an answer. The adapter of a derived type is
/// `#[api(salvo)]`.
macro_rules! scribe {
    ($($name:ident)*) => {$(
        impl Scribe for $name {
            fn render(self, response: &mut Response) {
                let (parts, body) = self.response().into_parts();
                response.status_code(parts.status);
                response.headers.extend(parts.headers);
                response.body = if body.is_empty() { ResBody::None } else { body.into() };
            }
        }
    )*};
}

scribe!(Api Plain Silent);

#[handler]
async fn see(request: &mut Request) -> Text<String> {
    Text::Json(seen(request.header("x-request-id")))
}

#[handler]
async fn out_of_stock() -> Result<&'static str, Api> {
    Err(Api::OutOfStock { left: 3 })
}

#[handler]
async fn disk() -> Result<&'static str, Api> {
    Err(Api::Disk)
}

#[handler]
async fn text() -> Plain {
    Plain::NoPage
}

#[handler]
async fn empty() -> Silent {
    Silent::Gone
}

#[handler]
async fn over() -> (Api, StatusCode) {
    (Api::OutOfStock { left: 4 }, StatusCode::IM_A_TEAPOT)
}

#[handler]
async fn json() -> (StatusCode, Text<&'static str>) {
    (StatusCode::BAD_REQUEST, Text::Json(MINE))
}

#[handler]
async fn html(request: &mut Request, response: &mut Response) -> Text<&'static str> {
    response.headers.insert("x-seen", request.headers()["x-request-id"].clone());
    response.status_code(StatusCode::BAD_REQUEST);
    Text::Html("<p>mine</p>")
}

#[handler]
async fn same(response: &mut Response) {
    response.status_code(StatusCode::NOT_MODIFIED);
    response.add_header("etag", "\"a\"", true).unwrap();
}

#[handler]
async fn chunks(response: &mut Response) {
    response.stream(stream::unfold(0, async |sent| {
        if sent == 3 {
            return None;
        }
        Some((Ok::<_, Infallible>(chunk(sent).await), sent + 1))
    }));
}

#[handler]
async fn switch(request: &mut Request, response: &mut Response) {
    let upgrade = request.extensions_mut().remove::<OnUpgrade>().unwrap();
    tokio::spawn(async {
        let mut stream = TokioIo::new(upgrade.await.unwrap());
        stream.write_all(b"hello").await.unwrap();
        stream.shutdown().await.unwrap();
    });
    response.status_code(StatusCode::SWITCHING_PROTOCOLS);
    response.add_header("connection", "upgrade", true).unwrap();
    response.add_header("upgrade", "other", true).unwrap();
}

#[handler]
async fn panic_at_once(response: &mut Response) {
    response.add_header("x-before", "1", true).unwrap();
    panic!("on purpose: /panic");
}

#[handler]
async fn panic_later(response: &mut Response) {
    response.render("half");
    tokio::task::yield_now().await;
    panic!("on purpose: /panic-later");
}

#[handler]
async fn heads(response: &mut Response) {
    response.add_header("x-heads", "1", true).unwrap();
    response.render("not sent");
}

#[derive(Deserialize)]
struct Order {
    name: String,
}

#[handler]
async fn order(body: JsonBody<Order>) -> String {
    body.into_inner().name
}

#[handler]
async fn number(id: PathParam<u32>) -> String {
    id.to_string()
}

#[handler]
async fn tried(request: &mut Request) -> Result<String, ParseError> {
    request.try_param::<u32>("id").map(|id| id.to_string())
}

#[handler]
async fn failed() -> Result<(), salvo::Error> {
    Err(salvo::Error::other("the private text"))
}

/// A cause and a detail are the application's.
#[handler]
async fn says() -> StatusError {
    let cause = std::io::Error::other("the private cause");
    StatusError::bad_request().brief("a public text").detail("the private detail").cause(cause)
}

/// With what salvo says of a body that is not there.
#[handler]
async fn bare(response: &mut Response) {
    response.status_code(StatusCode::FORBIDDEN);
    response.add_header("content-length", "700", true).unwrap();
    response.add_header("www-authenticate", "Basic", true).unwrap();
    response.render("keep out");
}

#[handler]
async fn lost(response: &mut Response) {
    response.status_code(StatusCode::NOT_FOUND);
}
