//! Compression around the layer, and inside it.

use crate::api::Own;
use crate::client::{Answer, ask, get};
use crate::server::{self, hyper, layer};
use crate::trace::listen;
use axum::Router;
use axum::http::StatusCode;
use axum::routing;
use serde_json::Value;
use std::io::Read as _;
use std::net::SocketAddr;
use tower::ServiceBuilder;
use tower_http::compression::CompressionLayer;

fn router() -> Router {
    use routing::get;

    Router::new()
        .route("/locked", get(async || Own::Locked))
        .route("/fine", get(async || "fine, and long enough to be worth a compression"))
        .route("/long", get(async || (StatusCode::CONFLICT, "long words ".repeat(20))))
        .route("/short", get(async || (StatusCode::CONFLICT, "short")))
}

/// The text, decoded if it is compressed.
fn plain(answer: &Answer) -> String {
    if answer.header("content-encoding").is_none() {
        return answer.text().to_owned();
    }
    let mut text = String::new();
    flate2::read::GzDecoder::new(&*answer.body).read_to_string(&mut text).unwrap();
    text
}

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&plain(answer)).unwrap()
}

async fn around() -> [SocketAddr; 2] {
    let both = || ServiceBuilder::new().layer(CompressionLayer::new()).layer(layer());
    [server::axum(router().layer(both())).await, hyper(both().service(router())).await]
}

#[tokio::test]
async fn around_the_layer_it_compresses_envelopes() {
    for server in around().await {
        for (path, status, code) in
            [("/locked", 409, "LOCKED"), ("/long", 409, "CONFLICT"), ("/nowhere", 404, "NOT_FOUND")]
        {
            let heard = listen();
            let answer = get(server, path).header("accept-encoding", "gzip").send().await;
            assert_eq!(answer.status, status);
            assert_eq!(answer.header("content-encoding"), Some("gzip"), "{path}");
            assert!(answer.all("vary").contains(&"accept-encoding"), "{path}");
            let body = json(&answer);
            assert_eq!(body["code"], code);
            assert_eq!(body["request_id"], answer.id());
            assert_eq!(heard.event().field("error.type"), Some(code));

            let answer = get(server, path).send().await;
            assert_eq!(answer.header("content-encoding"), None);
            assert_eq!(answer.json()["code"], code);
        }
        let answer = ask("HEAD", server, "/nowhere").header("accept-encoding", "gzip").send().await;
        assert_eq!((answer.status, answer.text()), (404, ""));
    }
}

async fn inside() -> [SocketAddr; 2] {
    let both = || ServiceBuilder::new().layer(layer()).layer(CompressionLayer::new());
    [server::axum(router().layer(both())).await, hyper(both().service(router())).await]
}

#[tokio::test]
async fn inside_the_layer_our_errors_are_still_ours() {
    for server in inside().await {
        for encoding in ["gzip", "identity"] {
            let heard = listen();
            let answer = get(server, "/locked").header("accept-encoding", encoding).send().await;
            assert_eq!(answer.status, 409);
            let body = json(&answer);
            assert_eq!(body["code"], "LOCKED");
            assert_eq!(body["request_id"], answer.id());
            assert_eq!(heard.event().field("error.type"), Some("LOCKED"));
        }
        let answer = get(server, "/fine").header("accept-encoding", "gzip").send().await;
        assert_eq!(plain(&answer), "fine, and long enough to be worth a compression");
    }
}

/// What the compression has left alone can be read, and is answered for.
#[tokio::test]
async fn inside_the_layer_a_short_text_is_the_framework_s() {
    for server in inside().await {
        for encoding in ["gzip", "identity"] {
            let answer = get(server, "/short").header("accept-encoding", encoding).send().await;
            answer.is_house(409, "CONFLICT", "short");
            let answer = get(server, "/nowhere").header("accept-encoding", encoding).send().await;
            answer.is_house(404, "NOT_FOUND", "Not Found");
        }
        let answer = get(server, "/long").send().await;
        assert_eq!(answer.json()["code"], "CONFLICT");
    }
}

/// What is compressed by then cannot be read, and passes whole: the reason
/// for compression to stand around the layer.
#[tokio::test]
async fn inside_the_layer_a_compressed_text_passes() {
    for server in inside().await {
        let answer = get(server, "/long").header("accept-encoding", "gzip").send().await;
        assert_eq!(answer.header("content-encoding"), Some("gzip"));
        assert_eq!((answer.status, plain(&answer)), (409, "long words ".repeat(20)));
        assert!(!answer.id().is_empty());
    }
}
