//! Rocket, with the layer as its fairing, and around its routes.

use crate::house::{AppError, Fallback, House, Inner, Payload, Posted, Project};
use error_runtime::{AnyError, Context, ErrorLayer};
use rocket::data::{Limits, ToByteUnit};
use rocket::http::{ContentType, Status};
use rocket::response::stream::TextStream;
use rocket::serde::json::Json;
use rocket::{Config, Response, Rocket, get, post, routes};
use std::net::SocketAddr;
use std::time::Duration;

pub fn start() -> SocketAddr {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        tokio::runtime::Runtime::new().unwrap().block_on(async move {
            // Rocket tells its port when it has one.
            let liftoff = rocket::fairing::AdHoc::on_liftoff("address", move |rocket| {
                Box::pin(async move {
                    let address = SocketAddr::new(rocket.config().address, rocket.config().port);
                    tell.send(address).unwrap();
                })
            });
            server().attach(liftoff).launch().await.map(drop).unwrap();
        });
    });
    told.recv().unwrap()
}

fn server() -> Rocket<rocket::Build> {
    let config = Config {
        port: 0,
        log_level: rocket::config::LogLevel::Off,
        limits: Limits::new().limit("json", 1.kibibytes()),
        shutdown: rocket::config::Shutdown { ctrlc: false, ..Default::default() },
        ..Config::default()
    };
    let layer = ErrorLayer::<Fallback>::new();
    let routes = routes![
        ok,
        locked,
        project,
        logged_out,
        slow_down,
        store,
        file,
        unicode,
        bare,
        words,
        upstream,
        inner,
        any,
        choice,
        number,
        query,
        json,
        panic,
        panic_later,
        slow,
        own,
        not_modified,
        stream,
    ];
    rocket::custom(config).attach(layer.clone()).mount("/", layer.routes(routes))
}

type Answer = Result<String, AppError>;

#[get("/ok")]
fn ok() -> House<Project> {
    House(Project { id: "p1" })
}

#[get("/locked")]
fn locked() -> Answer {
    Err(AppError::Locked)
}

#[get("/projects/<id>")]
fn project(id: String) -> Answer {
    Err(AppError::NoSuchProject { id })
}

#[get("/logged-out")]
fn logged_out() -> Answer {
    Err(AppError::LoggedOut)
}

#[get("/slow-down")]
fn slow_down() -> Answer {
    Err(AppError::SlowDown { seconds: 7 })
}

#[get("/store")]
fn store() -> Answer {
    Err(std::io::Error::other("/srv/data: bad sector"))?
}

#[get("/file")]
fn file() -> Answer {
    Ok(std::fs::read_to_string("/there/is/no/such/file")?)
}

#[get("/unicode")]
fn unicode() -> Answer {
    Err(AppError::Unicode("ß\"<".to_owned()))
}

#[get("/bare")]
fn bare() -> Answer {
    Err(AppError::Bare)
}

#[get("/words")]
fn words() -> Answer {
    Err(AppError::Words)
}

#[get("/upstream/<status>")]
fn upstream(status: u16) -> Answer {
    Err(AppError::Upstream { status })
}

#[get("/inner")]
fn inner() -> Answer {
    Err(Inner::Forbidden)?
}

#[get("/any")]
fn any() -> Result<String, AnyError> {
    Err(AnyError::new(http::StatusCode::CONFLICT, "BUSY", "It is busy"))
}

#[get("/choice")]
fn choice() -> Answer {
    Err(AppError::Chosen)
}

#[get("/number/<number>")]
fn number(number: u32) -> String {
    number.to_string()
}

#[get("/query?<page>")]
fn query(page: u32) -> String {
    page.to_string()
}

#[post("/json", format = "json", data = "<payload>")]
fn json(payload: Json<Payload>) -> House<Posted> {
    let Payload { name, tags } = payload.into_inner();
    House(Posted { name, tags: tags.len() })
}

#[get("/panic")]
fn panic() -> &'static str {
    panic!("on purpose, with a secret")
}

#[get("/panic-later")]
async fn panic_later() -> &'static str {
    tokio::task::yield_now().await;
    panic!("on purpose, later")
}

/// Rocket has no time limit for handlers: this one has its own.
#[get("/slow")]
async fn slow() -> Result<&'static str, Status> {
    let late = tokio::time::sleep(Duration::from_secs(30));
    match tokio::time::timeout(Duration::from_millis(300), late).await {
        Ok(()) => Ok("late"),
        Err(_) => Err(Status::GatewayTimeout),
    }
}

#[get("/own")]
fn own() -> (Status, (ContentType, &'static str)) {
    (Status::Conflict, (ContentType::JSON, r#"{"mine":true}"#))
}

/// An answer without a body.
struct NotModified;

impl<'r> rocket::response::Responder<'r, 'static> for NotModified {
    fn respond_to(self, _: &'r rocket::Request<'_>) -> rocket::response::Result<'static> {
        Ok(Response::build().status(Status::NotModified).raw_header("etag", "\"v1\"").finalize())
    }
}

#[get("/not-modified")]
fn not_modified() -> NotModified {
    NotModified
}

/// Two events; the second one tells what context is in force then.
#[get("/stream")]
fn stream() -> (ContentType, TextStream![String]) {
    let events = TextStream! {
        yield "data: 1\n\n".to_owned();
        tokio::task::yield_now().await;
        let context = Context::current();
        let id = context.as_ref().and_then(Context::request_id);
        yield format!("data: {}\n\n", id.unwrap_or("none"));
    };
    (ContentType::EventStream, events)
}
