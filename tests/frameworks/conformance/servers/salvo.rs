//! Salvo, with the layer as a hoop of its service.

use crate::house::{self, AppError, Fallback, House, Inner, Page, Payload, Posted, Project};
use error_runtime::{AnyError, ErrorLayer};
use futures_util::StreamExt;
use salvo::conn::{Acceptor, Listener, TcpListener};
use salvo::http::{ParseError, StatusCode};
use salvo::prelude::{Request, Response, Router, Server, Service, Text, Timeout, handler};
use salvo::routing::Filter as _;
use salvo::routing::filters::{get, head};
use salvo::size_limiter::max_size;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

pub fn start() -> SocketAddr {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        tokio::runtime::Runtime::new().unwrap().block_on(async move {
            let acceptor = TcpListener::new("127.0.0.1:0").bind().await;
            let address = acceptor.holdings()[0].local_addr.clone().into_std().unwrap();
            tell.send(address).unwrap();
            let service = Service::new(routes()).hoop(ErrorLayer::<Fallback>::new());
            Server::new(acceptor).serve(service).await;
        });
    });
    told.recv().unwrap()
}

fn routes() -> Router {
    Router::new()
        .hoop(
            Timeout::new(Duration::from_millis(300))
                .error(salvo::http::StatusError::gateway_timeout),
        )
        .push(both("ok", ok))
        .push(both("locked", locked))
        .push(both("projects/{id}", project))
        .push(both("logged-out", logged_out))
        .push(both("slow-down", slow_down))
        .push(both("store", store))
        .push(both("file", file))
        .push(both("unicode", unicode))
        .push(both("bare", bare))
        .push(both("words", words))
        .push(both("upstream/{status}", upstream))
        .push(both("inner", inner))
        .push(both("any", any))
        .push(both("choice", choice))
        .push(both("number/{number}", number))
        .push(both("query", query))
        .push(Router::with_path("json").hoop(max_size(1024)).post(json))
        .push(both("panic", panic))
        .push(both("panic-later", panic_later))
        .push(both("slow", slow))
        .push(both("own", own))
        .push(both("not-modified", not_modified))
        .push(both("stream", stream))
}

/// HEAD is no GET to salvo.
fn both(path: &str, handler: impl salvo::Handler) -> Router {
    Router::with_path(path).push(Router::with_filter(get().or(head())).goal(handler))
}

type Answer = Result<String, AppError>;

#[handler]
async fn ok() -> House<Project> {
    House(Project { id: "p1" })
}

#[handler]
async fn locked() -> Answer {
    Err(AppError::Locked)
}

#[handler]
async fn project(request: &mut Request) -> Answer {
    Err(AppError::NoSuchProject { id: request.param("id").unwrap_or_default() })
}

#[handler]
async fn logged_out() -> Answer {
    Err(AppError::LoggedOut)
}

#[handler]
async fn slow_down() -> Answer {
    Err(AppError::SlowDown { seconds: 7 })
}

#[handler]
async fn store() -> Answer {
    Err(std::io::Error::other("/srv/data: bad sector"))?
}

#[handler]
async fn file() -> Answer {
    Ok(std::fs::read_to_string("/there/is/no/such/file")?)
}

#[handler]
async fn unicode() -> Answer {
    Err(AppError::Unicode("ß\"<".to_owned()))
}

#[handler]
async fn bare() -> Answer {
    Err(AppError::Bare)
}

#[handler]
async fn words() -> Answer {
    Err(AppError::Words)
}

#[handler]
async fn upstream(request: &mut Request) -> Answer {
    Err(AppError::Upstream { status: request.param("status").unwrap_or_default() })
}

#[handler]
async fn inner() -> Answer {
    Err(Inner::Forbidden)?
}

#[handler]
async fn any() -> Result<String, AnyError> {
    Err(AnyError::new(StatusCode::CONFLICT, "BUSY", "It is busy"))
}

#[handler]
async fn choice() -> Answer {
    Err(AppError::Chosen)
}

#[handler]
async fn number(request: &mut Request) -> Result<String, ParseError> {
    Ok(request.try_param::<u32>("number")?.to_string())
}

#[handler]
async fn query(request: &mut Request) -> Result<String, ParseError> {
    Ok(request.parse_queries::<Page>()?.page.to_string())
}

#[handler]
async fn json(request: &mut Request) -> Result<House<Posted>, ParseError> {
    let Payload { name, tags } = request.parse_json().await?;
    Ok(House(Posted { name, tags: tags.len() }))
}

#[handler]
async fn panic() -> &'static str {
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
async fn own(response: &mut Response) {
    response.status_code(StatusCode::CONFLICT);
    response.render(Text::Json(r#"{"mine":true}"#));
    let _ = response.add_header("content-type", "application/json", true);
}

#[handler]
async fn not_modified(response: &mut Response) {
    response.status_code(StatusCode::NOT_MODIFIED);
    let _ = response.add_header("etag", "\"v1\"", true);
}

#[handler]
async fn stream(response: &mut Response) {
    let events = house::events().map(Ok::<_, Infallible>);
    let _ = response.add_header("content-type", "text/event-stream", true);
    response.stream(events);
}
