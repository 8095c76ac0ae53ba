//! One id for each request: taken or made, and the same everywhere.

mod kept;
mod made;
mod taken;
mod tower_http;

use crate::api::Own;
use crate::client::Answer;
use axum::Router;
use axum::http::HeaderMap;
use axum::response::Json;
use axum::routing::get;
use error_runtime::Context;
use serde_json::{Value, json};

/// What a handler sees of its request's id.
async fn seen(headers: HeaderMap) -> Json<Value> {
    let before = ambient();
    tokio::task::yield_now().await;
    let in_headers: Vec<&str> =
        headers.get_all("x-request-id").iter().map(|id| id.to_str().unwrap()).collect();
    Json(json!({ "headers": in_headers, "before": before, "after": ambient() }))
}

fn ambient() -> Option<String> {
    Context::current()?.request_id().map(str::to_owned)
}

fn router() -> Router {
    Router::new().route("/seen", get(seen)).route("/locked", get(async || Own::Locked))
}

/// A success in which handler, context and header tell the same id.
#[track_caller]
fn is_seen(answer: &Answer) {
    let id = answer.id();
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.json(), json!({ "headers": [id], "before": id, "after": id }));
}

/// A UUID of version 7, in its usual form.
fn is_uuid(id: &str) -> bool {
    let bytes = id.as_bytes();
    let dashes = [8, 13, 18, 23];
    let form = bytes.iter().enumerate().all(|(at, byte)| {
        if dashes.contains(&at) { *byte == b'-' } else { matches!(byte, b'0'..=b'9' | b'a'..=b'f') }
    });
    bytes.len() == 36 && form && bytes[14] == b'7' && b"89ab".contains(&bytes[19])
}
