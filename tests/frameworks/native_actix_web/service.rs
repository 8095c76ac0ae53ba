//! The service under test.

use crate::native::client::Server;
use crate::native::errors::{Api, Own, Plain, Silent, Wire};
use crate::native::same::{MINE, chunk, seen};
use actix_web::body::{BoxBody, MessageBody, SizedStream};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode, header};
use actix_web::web::{self, ServiceConfig};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, Responder, ResponseError};
use bytes::Bytes;
use error_runtime::{ApiError, ErrorLayer, FrameworkError};
use futures_util::stream;
use serde::Deserialize;
use std::convert::Infallible;
use std::fmt;
use std::task::Poll;

pub(crate) fn layer() -> ErrorLayer<FrameworkError<Wire>> {
    ErrorLayer::new()
}

pub(crate) fn own() -> ErrorLayer<Own> {
    ErrorLayer::new()
}

/// A server of what this makes for each of its threads.
pub(crate) fn serve<T, B>(app: impl Fn() -> App<T> + Send + Clone + 'static) -> Server
where
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = actix_web::Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    let server = HttpServer::new(app).workers(1).disable_signals().bind("127.0.0.1:0").unwrap();
    let port = server.addrs()[0].port();
    tokio::spawn(server.run());
    Server::new(port)
}

pub(crate) fn server() -> Server {
    serve(|| App::new().configure(routes).wrap(layer()))
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    let order = web::resource("/order").route(web::post().to(order));
    config
        .app_data(web::JsonConfig::default().limit(64 * 1024))
        .route("/seen", web::get().to(see))
        .service(web::resource("/own").route(web::get().to(out_of_stock)))
        .route("/disk", web::get().to(disk))
        .route("/text", web::get().to(text))
        .route("/empty", web::get().to(empty))
        .route("/over", web::get().to(over))
        .route("/json", web::get().to(json))
        .route("/html", web::get().to(html))
        .route("/same", web::get().to(same))
        .route("/stream", web::get().to(chunks))
        .route("/sized", web::get().to(sized))
        .route("/switch", web::get().to(switch))
        .route("/panic", web::get().to(panic_at_once))
        .route("/panic-later", web::get().to(panic_later))
        .route("/panic-in-text", web::get().to(panic_in_text))
        .route("/heads", web::head().to(heads))
        .service(order)
        .route("/number/{id}", web::get().to(number))
        .route("/failed", web::get().to(failed))
        .route("/mute", web::get().to(mute))
        .route("/says", web::get().to(says))
        .route("/bare", web::get().to(bare))
        .route("/refused", web::method(Method::OPTIONS).to(HttpResponse::Forbidden));
}

/// An error as an answer. The adapter of a derived type is
/// `#[api(actix_web)]`.
macro_rules! response_error {
    ($($name:ident)*) => {$(
        impl ResponseError for $name {
            fn error_response(&self) -> HttpResponse {
                let (parts, body) = self.response().into_parts();
                let status = StatusCode::from_u16(parts.status.as_u16()).unwrap();
                let mut response = HttpResponse::with_body(status, BoxBody::new(body));
                for (name, value) in &parts.headers {
                    response.headers_mut().append(
                        HeaderName::from_bytes(name.as_str().as_bytes()).unwrap(),
                        HeaderValue::from_bytes(value.as_bytes()).unwrap(),
                    );
                }
                response
            }
        }
    )*};
}

response_error!(Api Plain Silent);

async fn see(request: HttpRequest) -> HttpResponse {
    let header = request.headers().get("x-request-id").map(|id| id.to_str().unwrap());
    HttpResponse::Ok().body(seen(header))
}

async fn out_of_stock() -> Result<&'static str, Api> {
    Err(Api::OutOfStock { left: 3 })
}

async fn disk() -> Result<&'static str, Api> {
    Err(Api::Disk)
}

async fn text() -> Result<&'static str, Plain> {
    Err(Plain::NoPage)
}

async fn empty() -> Result<&'static str, Silent> {
    Err(Silent::Gone)
}

async fn over() -> impl Responder {
    let response = Api::OutOfStock { left: 4 }.error_response();
    response.customize().with_status(StatusCode::IM_A_TEAPOT)
}

async fn json() -> HttpResponse {
    HttpResponse::BadRequest().content_type("application/json").body(MINE)
}

async fn html() -> HttpResponse {
    HttpResponse::BadRequest().content_type("text/html").body("<p>mine</p>")
}

async fn same() -> HttpResponse {
    HttpResponse::NotModified().insert_header((header::ETAG, "\"a\"")).finish()
}

fn three_chunks() -> impl stream::Stream<Item = Result<Bytes, Infallible>> {
    stream::unfold(0, async |sent| {
        if sent == 3 {
            return None;
        }
        Some((Ok(Bytes::from(chunk(sent).await)), sent + 1))
    })
}

async fn chunks() -> HttpResponse {
    HttpResponse::Ok().streaming(three_chunks())
}

/// A stream that is lazy, although its length is known.
async fn sized() -> HttpResponse {
    let id = stream::once(async { Ok::<_, Infallible>(Bytes::from(chunk(0).await)) });
    HttpResponse::Ok().body(SizedStream::new("sized-1\n".len() as u64, Box::pin(id)))
}

/// Of protocols, actix-web knows only that a WebSocket is not chunked.
async fn switch() -> HttpResponse {
    let said = stream::once(async { Ok::<_, Infallible>(Bytes::from_static(b"hello")) });
    HttpResponse::build(StatusCode::SWITCHING_PROTOCOLS)
        .upgrade("other")
        .no_chunking(5)
        .streaming(said)
}

async fn panic_at_once() -> HttpResponse {
    panic!("on purpose: /panic");
}

async fn panic_later() -> HttpResponse {
    tokio::task::yield_now().await;
    panic!("on purpose: /panic-later");
}

/// While its text is read.
async fn panic_in_text() -> HttpResponse {
    let text = stream::poll_fn(|_| -> Poll<Option<Result<Bytes, Infallible>>> {
        panic!("on purpose: in the text")
    });
    HttpResponse::NotFound().insert_header(("x-before", "1")).body(SizedStream::new(4, text))
}

async fn heads() -> HttpResponse {
    HttpResponse::Ok().insert_header(("x-heads", "1")).finish()
}

#[derive(Deserialize)]
struct Order {
    name: String,
}

async fn order(order: web::Json<Order>) -> String {
    order.into_inner().name
}

async fn number(id: web::Path<u32>) -> String {
    id.to_string()
}

async fn failed() -> Result<&'static str, actix_web::Error> {
    Err(actix_web::error::ErrorInternalServerError("the private text"))
}

/// An error that shows nothing of itself.
#[derive(Debug)]
struct Mute;

impl fmt::Display for Mute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what the error says")
    }
}

impl ResponseError for Mute {
    fn error_response(&self) -> HttpResponse {
        HttpResponse::BadGateway().finish()
    }
}

async fn mute() -> Result<&'static str, Mute> {
    Err(Mute)
}

async fn says() -> Result<&'static str, actix_web::Error> {
    Err(actix_web::error::ErrorConflict("a public text"))
}

async fn bare() -> HttpResponse {
    HttpResponse::Forbidden()
        .insert_header(("content-length", "700"))
        .insert_header(("etag", "\"old\""))
        .insert_header(("www-authenticate", "Basic"))
        .append_header(("set-cookie", "a=1"))
        .append_header(("set-cookie", "b=2"))
        .reason("Keep Out")
        .body("keep out")
}
