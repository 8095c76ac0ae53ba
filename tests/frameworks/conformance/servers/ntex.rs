//! ntex, which has no layer: what handlers answer is ours, the rest its own.

use crate::house::{AppError, House, Inner, Page, Payload, Posted, Project};
use error_runtime::AnyError;
use ntex::web::types::{Json, JsonConfig, Path, Query};
use ntex::web::{self, App, HttpResponse, HttpServer, guard};
use std::net::SocketAddr;
use std::time::Duration;

pub fn start() -> SocketAddr {
    let socket = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap();
    std::thread::spawn(move || {
        let system = ntex::rt::System::new("conformance", ntex::rt::DefaultRuntime);
        system.block_on(async move {
            let server = HttpServer::new(async || App::new().configure(routes));
            let server = server.workers(1).disable_signals().listen(socket).unwrap();
            server.run().await.unwrap();
        });
    });
    address
}

fn routes(config: &mut web::ServiceConfig) {
    macro_rules! get {
        ($($path:literal $handler:ident,)*) => {
            config.state(JsonConfig::default().limit(1024))$(.service(
                web::resource($path).route(
                    web::route()
                        .guard(guard::Any(guard::Get()).or(guard::Head()))
                        .to($handler),
                ),
            ))*
        };
    }
    get! {
        "/ok" ok,
        "/locked" locked,
        "/projects/{id}" project,
        "/logged-out" logged_out,
        "/slow-down" slow_down,
        "/store" store,
        "/file" file,
        "/unicode" unicode,
        "/bare" bare,
        "/words" words,
        "/upstream/{status}" upstream,
        "/inner" inner,
        "/any" any,
        "/choice" choice,
        "/number/{number}" number,
        "/query" query,
        "/panic" panic,
        "/panic-later" panic_later,
        "/slow" slow,
        "/own" own,
        "/not-modified" not_modified,
        "/stream" stream,
    }
    .service(web::resource("/json").route(web::post().to(json)));
}

type Answer = Result<HttpResponse, AppError>;

async fn ok() -> House<Project> {
    House(Project { id: "p1" })
}

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
    Err(AppError::Upstream { status: status.into_inner() })
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
    ntex::time::sleep(Duration::from_millis(1)).await;
    panic!("on purpose, later")
}

/// ntex has no time limit for handlers: this one has its own.
async fn slow() -> HttpResponse {
    let late = ntex::time::sleep(Duration::from_secs(30));
    match ntex::time::timeout(Duration::from_millis(300), late).await {
        Ok(()) => HttpResponse::Ok().body("late"),
        Err(()) => HttpResponse::GatewayTimeout().finish(),
    }
}

async fn own() -> HttpResponse {
    HttpResponse::Conflict().content_type("application/json").body(r#"{"mine":true}"#)
}

async fn not_modified() -> HttpResponse {
    HttpResponse::NotModified().header("etag", "\"v1\"").finish()
}

async fn stream() -> HttpResponse {
    let events = futures_util::stream::iter(["data: 1\n\n", "data: none\n\n"]);
    let events = futures_util::StreamExt::map(events, |event| {
        Ok::<_, std::io::Error>(ntex::util::Bytes::from_static(event.as_bytes()))
    });
    HttpResponse::Ok().content_type("text/event-stream").streaming(events)
}
