//! axum, with the tower layer around the router.

use super::listen;
use crate::house::{self, AppError, Fallback, House, Inner, Page, Payload, Posted, Project};
use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Json, Path, Query};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use error_runtime::{AnyError, ErrorLayer};
use futures_util::StreamExt;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;
use tower_http::timeout::TimeoutLayer;

pub fn start() -> SocketAddr {
    listen::on_a_port(async |listener| axum::serve(listener, router()).await)
}

pub fn router() -> Router {
    Router::new()
        .route("/ok", get(async || House(Project { id: "p1" })))
        .route("/locked", get(async || AppError::Locked))
        .route("/projects/{id}", get(async |Path(id): Path<String>| AppError::NoSuchProject { id }))
        .route("/logged-out", get(async || AppError::LoggedOut))
        .route("/slow-down", get(async || AppError::SlowDown { seconds: 7 }))
        .route("/store", get(store))
        .route("/file", get(file))
        .route("/unicode", get(async || AppError::Unicode("ß\"<".to_owned())))
        .route("/bare", get(async || AppError::Bare))
        .route("/words", get(async || AppError::Words))
        .route(
            "/upstream/{status}",
            get(async |Path(status): Path<u16>| AppError::Upstream { status }),
        )
        .route("/inner", get(async || AppError::from(Inner::Forbidden)))
        .route("/any", get(async || AnyError::new(StatusCode::CONFLICT, "BUSY", "It is busy")))
        .route("/choice", get(async || AppError::Chosen))
        .route("/number/{number}", get(async |Path(number): Path<u32>| number.to_string()))
        .route("/query", get(async |Query(Page { page }): Query<Page>| page.to_string()))
        .route("/json", post(json).layer(DefaultBodyLimit::max(1024)))
        .route("/panic", get(panic))
        .route("/panic-later", get(panic_later))
        .route("/slow", get(slow))
        .route("/own", get(own))
        .route("/not-modified", get(not_modified))
        .route("/stream", get(stream))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::GATEWAY_TIMEOUT,
            Duration::from_millis(300),
        ))
        .layer(ErrorLayer::<Fallback>::new())
}

async fn store() -> Result<String, AppError> {
    Err(std::io::Error::other("/srv/data: bad sector"))?
}

async fn file() -> Result<String, AppError> {
    Ok(std::fs::read_to_string("/there/is/no/such/file")?)
}

async fn json(Json(Payload { name, tags }): Json<Payload>) -> House<Posted> {
    House(Posted { name, tags: tags.len() })
}

async fn panic() -> &'static str {
    panic!("on purpose, with a secret")
}

async fn panic_later() -> &'static str {
    tokio::task::yield_now().await;
    panic!("on purpose, later")
}

async fn slow() -> &'static str {
    tokio::time::sleep(Duration::from_secs(30)).await;
    "late"
}

async fn own() -> Response {
    let json = [(header::CONTENT_TYPE, "application/json")];
    (StatusCode::CONFLICT, json, r#"{"mine":true}"#).into_response()
}

async fn not_modified() -> Response {
    (StatusCode::NOT_MODIFIED, [(header::ETAG, "\"v1\"")]).into_response()
}

async fn stream() -> Response {
    let events = house::events().map(Ok::<_, Infallible>);
    ([(header::CONTENT_TYPE, "text/event-stream")], Body::from_stream(events)).into_response()
}
