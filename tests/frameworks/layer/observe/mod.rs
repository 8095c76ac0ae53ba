//! What log, spans, counters and the hook hear: of each error once.

mod counters;
mod events;
mod hooks;
mod raw_log;
mod spans;

use crate::api::Own;
use crate::trace::quiet;
use axum::Router;
use axum::extract::{Json, Path};
use axum::http::StatusCode;
use axum::routing;
use serde_json::Value;

/// Errors of the application's, of the framework's, and panics.
fn router() -> Router {
    use routing::{get, post};

    quiet();
    Router::new()
        .route("/fine", get(async || "fine"))
        .route("/own", get(async || (StatusCode::CONFLICT, Json(Value::Null))))
        .route("/own/5xx", get(async || (StatusCode::BAD_GATEWAY, Json(Value::Null))))
        .route("/locked", get(async || Own::Locked))
        .route("/project/{id}", get(async |Path(id): Path<String>| Own::NoSuchProject { id }))
        .route("/store", get(async || Own::store()))
        .route("/odd", get(async || Own::Odd))
        .route("/busy", get(async || Own::Busy))
        .route("/quiet", get(async || Own::Quiet))
        .route("/words", get(async || Own::Words))
        .route("/bare", get(async || Own::Bare))
        .route("/text/{status}", get(text))
        .route("/json", post(async |_: Json<u32>| "fine"))
        .route("/panic", get(async || -> &str { panic!("on purpose: it broke") }))
        .route("/panic/lines", get(async || -> &str { panic!("on purpose: a\r\nb\x1b[31m") }))
}

async fn text(Path(status): Path<u16>) -> (StatusCode, &'static str) {
    (StatusCode::from_u16(status).unwrap(), "their words")
}
