//! Requests that no client sends: whatever has a body is the envelope.

mod cases;

use self::cases::{CASES, Case, bytes};
use crate::api::Own;
use crate::client::get;
use crate::raw::{Raw, exchange};
use crate::server::everywhere;
use crate::trace::{listen, panics, quiet};
use axum::Router;
use axum::extract::{Json, Path};
use axum::routing;
use serde_json::Value;
use std::net::SocketAddr;

fn router() -> Router {
    quiet();
    Router::new()
        .route("/fine", routing::get(async || "fine"))
        .route("/locked", routing::get(async || Own::Locked))
        .route("/number/{n}", routing::get(async |Path(n): Path<u32>| n.to_string()))
        .route("/json", routing::post(async |_: Json<Value>| "fine"))
}

/// What an answer has to be.
#[derive(Debug, Clone, Copy)]
enum Then {
    /// The request reaches the service: this status, in the envelope.
    Ours(u16),
    /// The request goes well.
    Fine,
    /// hyper refuses it by itself: no body.
    Refused,
    /// It may be either, or there may be no answer at all.
    Either,
}

/// The first answer on the wire is the envelope, whole, with its own id.
#[track_caller]
fn is_envelope(raw: &Raw, what: &str) {
    assert_eq!(raw.header("content-type"), Some("application/json"), "{what}: {raw:?}");
    let length: usize = raw.header("content-length").unwrap().parse().unwrap();
    let body: Value = serde_json::from_slice(&raw.body[..length]).unwrap();
    let id = raw.header("x-request-id").unwrap();
    assert_eq!(body["request_id"], id, "{what}: {raw:?}");
    assert!(body["code"].is_string(), "{what}: {raw:?}");
    assert_eq!(body.as_object().unwrap().len(), 3, "{what}: {raw:?}");
}

#[track_caller]
fn is_refused(raw: &Raw, what: &str) {
    assert!([400, 431, 501, 505].contains(&raw.status()), "{what}: {raw:?}");
    assert!(raw.body.is_empty(), "{what}: {raw:?}");
    assert_eq!(raw.header("x-request-id"), None, "{what}: {raw:?}");
}

/// It answers, and nothing in it has panicked.
async fn is_well(server: SocketAddr, place: &str) {
    assert_eq!(get(server, "/fine").send().await.text(), "fine", "{place}");
    assert_eq!(panics(), 0, "{place}");
}

async fn one(server: SocketAddr, place: &str, case: &Case) {
    let name = &*format!("{place}: {}", case.0);
    let raw = Raw::parse(&exchange(server, &bytes(case)).await);
    match case.3 {
        Then::Refused => is_refused(&raw.unwrap_or_else(|| panic!("{name}: no answer")), name),
        Then::Ours(status) => {
            let raw = raw.unwrap_or_else(|| panic!("{name}: no answer"));
            assert_eq!(raw.status(), status, "{name}: {raw:?}");
            is_envelope(&raw, name);
        }
        Then::Fine => assert!(raw.unwrap().body.ends_with(b"fine"), "{name}"),
        Then::Either => match &raw {
            Some(raw) if raw.header("x-request-id").is_none() => is_refused(raw, name),
            Some(raw) if raw.status() >= 400 => is_envelope(raw, name),
            _ => {}
        },
    }
}

#[tokio::test]
async fn whatever_has_a_body_is_the_envelope() {
    for (place, server) in everywhere(router).await {
        let heard = listen();
        let all = CASES.iter().map(|case| one(server, place, case));
        futures_util::future::join_all(all).await;
        for text in heard.all() {
            assert!(!text.contains(char::is_control), "{place}: {text:?}");
        }
        is_well(server, place).await;
    }
}

/// More headers, and longer ones, than anybody takes.
#[tokio::test]
async fn huge_headers_are_refused_without_a_body() {
    let long = format!("GET /locked HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n", "a".repeat(1 << 20));
    let many = format!("GET /locked HTTP/1.1\r\nhost: a\r\n{}\r\n", "x: y\r\n".repeat(1000));
    let path = format!("GET /{} HTTP/1.1\r\nhost: a\r\n\r\n", "a".repeat(1 << 20));
    for (place, server) in everywhere(router).await {
        for (name, bytes) in [("long", &long), ("many", &many), ("path", &path)] {
            let read = exchange(server, bytes.as_bytes()).await;
            if let Some(raw) = Raw::parse(&read) {
                assert!([400, 414, 431].contains(&raw.status()), "{place}: {name}: {raw:?}");
                assert!(raw.body.is_empty(), "{place}: {name}: {raw:?}");
            }
            is_well(server, place).await;
        }
        // What is large but taken, is answered.
        let id = "a".repeat(10_000);
        get(server, "/locked").id(&id).send().await.is_house(
            409,
            "LOCKED",
            "Somebody else has it open",
        );
    }
}

/// A client that goes away in the middle takes nobody with it.
#[tokio::test]
async fn a_client_may_go_away() {
    use tokio::io::AsyncWriteExt;

    for (place, server) in everywhere(router).await {
        let request = b"POST /json HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n\
            content-length: 10\r\n\r\n{\"a\":";
        for length in 0..=request.len() {
            let mut stream = tokio::net::TcpStream::connect(server).await.unwrap();
            stream.write_all(&request[..length]).await.unwrap();
            drop(stream);
        }
        is_well(server, place).await;
    }
}

/// After an answer the connection takes the next request, also where the body
/// was never read.
#[tokio::test]
async fn a_connection_goes_on_after_an_answer() {
    let requests = b"POST /nowhere HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\n\r\nGET \
        HEAD /nowhere HTTP/1.1\r\nhost: a\r\n\r\n\
        GET /locked HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
    for (place, server) in everywhere(router).await {
        let read = String::from_utf8(exchange(server, requests).await).unwrap();
        let statuses: Vec<&str> =
            read.match_indices("HTTP/1.1 ").map(|(at, _)| &read[at + 9..at + 12]).collect();
        assert_eq!(statuses, ["404", "404", "409"], "{place}: {read}");
        assert_eq!(read.matches("\"request_id\"").count(), 2, "{place}: {read}");
    }
}
