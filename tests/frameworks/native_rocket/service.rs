//! The service under test.

use crate::native::client::Server;
use crate::native::errors::{Api, Own, Plain, Silent, Wire};
use crate::native::same::{MINE, chunk, seen};
use error_runtime::{ApiError, ErrorLayer, FrameworkError};
use rocket::data::{IoHandler, IoStream, Limits, ToByteUnit};
use rocket::fairing::AdHoc;
use rocket::http::{Header, Status};
use rocket::outcome::Outcome;
use rocket::request::FromRequest;
use rocket::response::content::{RawHtml, RawJson};
use rocket::response::status::Custom;
use rocket::response::stream::TextStream;
use rocket::response::{self, Responder};
use rocket::serde::json::Json;
use rocket::tokio::io::AsyncWriteExt;
use rocket::{Build, Config, Request, Response, Rocket, Route, get, post, routes};
use serde::Deserialize;
use std::io::{self, Cursor};
use std::pin::Pin;
use std::time::Duration;
use tokio::sync::oneshot;

pub(crate) fn layer() -> ErrorLayer<FrameworkError<Wire>> {
    ErrorLayer::new()
}

pub(crate) fn own() -> ErrorLayer<Own> {
    ErrorLayer::new()
}

/// A rocket without anything.
pub(crate) fn bare() -> Rocket<Build> {
    let limits = Limits::default().limit("json", 1.kibibytes());
    let config = Config::figment()
        .merge(("port", 0))
        .merge(("log_level", "off"))
        .merge(("limits", limits))
        .merge(("shutdown.ctrlc", false));
    rocket::custom(config)
}

pub(crate) async fn serve(rocket: Rocket<Build>) -> Server {
    let (send, receive) = oneshot::channel();
    let tell = AdHoc::on_liftoff("port", |rocket| {
        Box::pin(async {
            // A second liftoff of the same rocket there is none.
            let _ = send.send(rocket.config().port);
        })
    });
    tokio::spawn(rocket.attach(tell).launch());
    Server::new(receive.await.unwrap())
}

pub(crate) async fn server() -> Server {
    serve(bare().attach(layer()).mount("/", layer().routes(routes()))).await
}

pub(crate) fn routes() -> Vec<Route> {
    routes![
        see,
        out_of_stock,
        disk,
        text,
        empty,
        over,
        json,
        html,
        same,
        stream,
        small,
        switch,
        panic_at_once,
        panic_later,
        order,
        read,
        number,
        only_json,
        tea,
        slow,
        keep_out,
    ]
}

/// An error as an answer. The adapter of a derived type is
/// `#[api(rocket)]`.
macro_rules! responder {
    ($($name:ident)*) => {$(
        impl<'r> Responder<'r, 'static> for $name {
            fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
                let (parts, body) = self.response().into_parts();
                let mut response = Response::new();
                response.set_status(Status::new(parts.status.as_u16()));
                for (name, value) in &parts.headers {
                    let value = value.to_str().unwrap().to_owned();
                    response.adjoin_raw_header(name.as_str().to_owned(), value);
                }
                response.set_sized_body(body.len(), Cursor::new(body));
                Ok(response)
            }
        }
    )*};
}

responder!(Api Plain Silent);

#[derive(Clone, Copy)]
struct Id<'r>(Option<&'r str>);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Id<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, (Status, ()), Status> {
        Outcome::Success(Self(request.headers().get_one("x-request-id")))
    }
}

#[get("/seen")]
fn see(id: Id<'_>) -> RawJson<String> {
    RawJson(seen(id.0))
}

#[get("/own")]
fn out_of_stock() -> Result<&'static str, Api> {
    Err(Api::OutOfStock { left: 3 })
}

#[get("/disk")]
fn disk() -> Result<&'static str, Api> {
    Err(Api::Disk)
}

#[get("/text")]
fn text() -> Plain {
    Plain::NoPage
}

#[get("/empty")]
fn empty() -> Silent {
    Silent::Gone
}

#[get("/over")]
fn over() -> Custom<Api> {
    Custom(Status::ImATeapot, Api::OutOfStock { left: 4 })
}

#[get("/json")]
fn json() -> Custom<RawJson<&'static str>> {
    Custom(Status::BadRequest, RawJson(MINE))
}

#[get("/html")]
fn html() -> Custom<RawHtml<&'static str>> {
    Custom(Status::BadRequest, RawHtml("<p>mine</p>"))
}

/// A response as it is.
struct Raw(Response<'static>);

impl<'r> Responder<'r, 'static> for Raw {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        Ok(self.0)
    }
}

#[get("/same")]
fn same() -> Raw {
    let etag = Header::new("etag", "\"a\"");
    Raw(Response::build().status(Status::NotModified).header(etag).finalize())
}

#[get("/stream")]
fn stream() -> TextStream![String] {
    TextStream! {
        for number in 0..3 {
            yield chunk(number).await;
        }
    }
}

#[get("/small")]
fn small() -> Raw {
    Raw(Response::build().streamed_body(&b"abcd"[..]).max_chunk_size(2).finalize())
}

struct Hello;

#[rocket::async_trait]
impl IoHandler for Hello {
    async fn io(self: Pin<Box<Self>>, mut io: IoStream) -> io::Result<()> {
        io.write_all(b"hello").await?;
        io.shutdown().await
    }
}

#[get("/switch")]
fn switch() -> Raw {
    Raw(Response::build().upgrade("other", Hello).finalize())
}

#[get("/panic")]
fn panic_at_once() {
    panic!("on purpose: /panic");
}

#[get("/panic-later")]
async fn panic_later() {
    tokio::task::yield_now().await;
    panic!("on purpose: /panic-later");
}

#[derive(Deserialize)]
struct Order {
    name: String,
}

#[post("/order", data = "<order>")]
fn order(order: Json<Order>) -> String {
    order.into_inner().name
}

/// What is wrong with the JSON, in words of the application's own.
#[post("/read", data = "<order>")]
fn read(order: Result<Json<Order>, rocket::serde::json::Error<'_>>) -> Result<String, Api> {
    order.map(|order| order.into_inner().name).map_err(|_| Api::OutOfStock { left: 0 })
}

#[get("/number/<id>")]
fn number(id: u32) -> String {
    id.to_string()
}

#[post("/only-json", format = "json")]
fn only_json() {}

#[get("/tea")]
fn tea() -> Status {
    Status::ImATeapot
}

#[get("/slow")]
async fn slow() -> Result<(), Status> {
    let slow = tokio::time::sleep(Duration::from_mins(1));
    tokio::time::timeout(Duration::from_millis(20), slow).await.map_err(|_| Status::GatewayTimeout)
}

/// A text, and more said of it than is sent.
#[get("/keep-out")]
fn keep_out() -> Raw {
    let text = "keep out";
    let response = Response::build()
        .status(Status::Unauthorized)
        .raw_header("content-type", "text/plain; charset=utf-8")
        .raw_header("content-disposition", "attachment")
        .raw_header("www-authenticate", "Basic")
        .raw_header_adjoin("set-cookie", "a=1")
        .raw_header_adjoin("set-cookie", "b=2")
        .sized_body(text.len(), Cursor::new(text))
        .finalize();
    Raw(response)
}
