//! actix-web, with the layer as its middleware.

use crate::house::{self, AppError, Fallback, House, Inner, Page, Payload, Posted, Project};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{self, Json, JsonConfig, Path, Query, ServiceConfig};
use actix_web::{App, HttpResponse, HttpServer, Route, guard};
use bytes::Bytes;
use error_runtime::{AnyError, ErrorLayer};
use futures_util::StreamExt;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

pub fn start() -> SocketAddr {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let app = || {
                App::new()
                    .configure(routes)
                    .wrap(from_fn(in_time))
                    .wrap(ErrorLayer::<Fallback>::new())
            };
            let server = HttpServer::new(app).workers(1).disable_signals();
            let server = server.bind_auto_h2c("127.0.0.1:0").unwrap();
            tell.send(server.addrs()[0]).unwrap();
            server.run().await.unwrap();
        });
    });
    told.recv().unwrap()
}

/// actix-web has no time limit of its own for handlers.
async fn in_time(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    match actix_web::rt::time::timeout(Duration::from_millis(300), next.call(request)).await {
        Ok(response) => response,
        Err(_) => Err(actix_web::error::ErrorGatewayTimeout("too slow")),
    }
}

fn routes(config: &mut ServiceConfig) {
    // HEAD is no GET to actix-web.
    let get = |path: &str, route: Route| {
        web::resource(path).route(route.guard(guard::Any(guard::Get()).or(guard::Head())))
    };
    config
        .app_data(JsonConfig::default().limit(1024))
        .service(get("/ok", web::to(async || House(Project { id: "p1" }))))
        .service(get("/locked", web::to(locked)))
        .service(get("/projects/{id}", web::to(project)))
        .service(get("/logged-out", web::to(logged_out)))
        .service(get("/slow-down", web::to(slow_down)))
        .service(get("/store", web::to(store)))
        .service(get("/file", web::to(file)))
        .service(get("/unicode", web::to(unicode)))
        .service(get("/bare", web::to(bare)))
        .service(get("/words", web::to(words)))
        .service(get("/upstream/{status}", web::to(upstream)))
        .service(get("/inner", web::to(inner)))
        .service(get("/any", web::to(any)))
        .service(get("/choice", web::to(choice)))
        .service(get("/number/{number}", web::to(number)))
        .service(get("/query", web::to(query)))
        .service(web::resource("/json").route(web::post().to(json)))
        .service(get("/panic", web::to(panic)))
        .service(get("/panic-later", web::to(panic_later)))
        .service(get("/slow", web::to(slow)))
        .service(get("/own", web::to(own)))
        .service(get("/not-modified", web::to(not_modified)))
        .service(get("/stream", web::to(stream)));
}

type Answer = Result<HttpResponse, AppError>;

async fn locked() -> Answer {
    Err(AppError::Locked)
}

async fn project(id: Path<String>) -> Answer {
    Err(AppError::NoSuchProject { id: id.into_inner() })
}

async fn logged_out() -> Answer {
    Err(AppError::LoggedOut)
}

async fn slow_down() -> Answer {
    Err(AppError::SlowDown { seconds: 7 })
}

async fn store() -> Answer {
    Err(std::io::Error::other("/srv/data: bad sector"))?
}

async fn file() -> Answer {
    let text = std::fs::read_to_string("/there/is/no/such/file")?;
    Ok(HttpResponse::Ok().body(text))
}

async fn unicode() -> Answer {
    Err(AppError::Unicode("ß\"<".to_owned()))
}

async fn bare() -> Answer {
    Err(AppError::Bare)
}

async fn words() -> Answer {
    Err(AppError::Words)
}

async fn upstream(status: Path<u16>) -> Answer {
    Err(AppError::Upstream { status: *status })
}

async fn inner() -> Answer {
    Err(Inner::Forbidden)?
}

async fn any() -> Result<HttpResponse, AnyError> {
    Err(AnyError::new(http::StatusCode::CONFLICT, "BUSY", "It is busy"))
}

async fn choice() -> Answer {
    Err(AppError::Chosen)
}

async fn number(number: Path<u32>) -> String {
    number.to_string()
}

async fn query(query: Query<Page>) -> String {
    query.page.to_string()
}

async fn json(posted: Json<Payload>) -> House<Posted> {
    let Payload { name, tags } = posted.into_inner();
    House(Posted { name, tags: tags.len() })
}

async fn panic() -> &'static str {
    panic!("on purpose, with a secret")
}

async fn panic_later() -> &'static str {
    actix_web::rt::task::yield_now().await;
    panic!("on purpose, later")
}

async fn slow() -> &'static str {
    actix_web::rt::time::sleep(Duration::from_secs(30)).await;
    "late"
}

async fn own() -> HttpResponse {
    HttpResponse::Conflict().content_type("application/json").body(r#"{"mine":true}"#)
}

async fn not_modified() -> HttpResponse {
    HttpResponse::NotModified().insert_header(("etag", "\"v1\"")).finish()
}

async fn stream() -> HttpResponse {
    let events = house::events().map(|text| Ok::<_, Infallible>(Bytes::from(text)));
    HttpResponse::Ok().content_type("text/event-stream").streaming(events)
}
