//! poem, with the layer as its middleware.

use crate::house::{self, AppError, Fallback, House, Inner, Page, Payload, Posted, Project};
use error_runtime::{AnyError, ErrorLayer};
use futures_util::StreamExt;
use poem::http::StatusCode;
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::middleware::SizeLimit;
use poem::web::{Json, Path, Query};
use poem::{Body, EndpointExt, Response, Route, Server, get, handler, post};
use std::net::SocketAddr;
use std::time::Duration;

pub fn start() -> SocketAddr {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        tokio::runtime::Runtime::new().unwrap().block_on(async move {
            let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
            let address = acceptor.local_addr()[0].as_socket_addr().copied().unwrap();
            tell.send(address).unwrap();
            let app = routes().around(in_time).with(ErrorLayer::<Fallback>::new());
            Server::new_with_acceptor(acceptor).run(app).await.unwrap();
        });
    });
    told.recv().unwrap()
}

/// poem has no time limit of its own for endpoints.
async fn in_time<E: poem::Endpoint>(
    endpoint: std::sync::Arc<E>,
    request: poem::Request,
) -> poem::Result<E::Output> {
    match tokio::time::timeout(Duration::from_millis(300), endpoint.call(request)).await {
        Ok(output) => output,
        Err(_) => Err(poem::Error::from_status(StatusCode::GATEWAY_TIMEOUT)),
    }
}

fn routes() -> Route {
    Route::new()
        .at("/ok", get(ok))
        .at("/locked", get(locked))
        .at("/projects/:id", get(project))
        .at("/logged-out", get(logged_out))
        .at("/slow-down", get(slow_down))
        .at("/store", get(store))
        .at("/file", get(file))
        .at("/unicode", get(unicode))
        .at("/bare", get(bare))
        .at("/words", get(words))
        .at("/upstream/:status", get(upstream))
        .at("/inner", get(inner))
        .at("/any", get(any))
        .at("/choice", get(choice))
        .at("/number/:number", get(number))
        .at("/query", get(query))
        .at("/json", post(json).with(SizeLimit::new(1024)))
        .at("/panic", get(panic))
        .at("/panic-later", get(panic_later))
        .at("/slow", get(slow))
        .at("/own", get(own))
        .at("/not-modified", get(not_modified))
        .at("/stream", get(stream))
}

type Answer = Result<String, AppError>;

#[handler]
fn ok() -> House<Project> {
    House(Project { id: "p1" })
}

#[handler]
fn locked() -> Answer {
    Err(AppError::Locked)
}

#[handler]
fn project(Path(id): Path<String>) -> Answer {
    Err(AppError::NoSuchProject { id })
}

#[handler]
fn logged_out() -> Answer {
    Err(AppError::LoggedOut)
}

#[handler]
fn slow_down() -> Answer {
    Err(AppError::SlowDown { seconds: 7 })
}

#[handler]
fn store() -> Answer {
    Err(std::io::Error::other("/srv/data: bad sector"))?
}

#[handler]
fn file() -> Answer {
    Ok(std::fs::read_to_string("/there/is/no/such/file")?)
}

#[handler]
fn unicode() -> Answer {
    Err(AppError::Unicode("ß\"<".to_owned()))
}

#[handler]
fn bare() -> Answer {
    Err(AppError::Bare)
}

#[handler]
fn words() -> Answer {
    Err(AppError::Words)
}

#[handler]
fn upstream(Path(status): Path<u16>) -> Answer {
    Err(AppError::Upstream { status })
}

#[handler]
fn inner() -> Answer {
    Err(Inner::Forbidden)?
}

#[handler]
fn any() -> Result<String, AnyError> {
    Err(AnyError::new(StatusCode::CONFLICT, "BUSY", "It is busy"))
}

#[handler]
fn choice() -> Answer {
    Err(AppError::Chosen)
}

#[handler]
fn number(Path(number): Path<u32>) -> String {
    number.to_string()
}

#[handler]
fn query(Query(Page { page }): Query<Page>) -> String {
    page.to_string()
}

#[handler]
fn json(Json(Payload { name, tags }): Json<Payload>) -> House<Posted> {
    House(Posted { name, tags: tags.len() })
}

#[handler]
fn panic() -> &'static str {
    panic!("on purpose, with a secret")
}

#[handler]
async fn panic_later() -> &'static str {
    tokio::task::yield_now().await;
    panic!("on purpose, later")
}

#[handler]
async fn slow() -> &'static str {
    tokio::time::sleep(Duration::from_secs(30)).await;
    "late"
}

#[handler]
fn own() -> Response {
    Response::builder()
        .status(StatusCode::CONFLICT)
        .content_type("application/json")
        .body(r#"{"mine":true}"#)
}

#[handler]
fn not_modified() -> Response {
    Response::builder().status(StatusCode::NOT_MODIFIED).header("etag", "\"v1\"").finish()
}

#[handler]
fn stream() -> Response {
    let events = house::events().map(Ok::<_, std::io::Error>);
    Response::builder().content_type("text/event-stream").body(Body::from_bytes_stream(events))
}
