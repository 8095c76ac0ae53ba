//! Streams run on, each part when it is there, in the request's context.

use crate::server::everywhere;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing;
use error_runtime::Context;
use futures_util::{Stream, StreamExt, stream};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

fn id() -> String {
    let context = Context::current();
    context.as_ref().and_then(Context::request_id).unwrap_or("none").to_owned()
}

/// A part, and after the client has read that, another one.
fn parts(go: Arc<Notify>) -> impl Stream<Item = String> + Send {
    stream::unfold(0, move |part| {
        let go = Arc::clone(&go);
        async move {
            match part {
                0 => {}
                1 => go.notified().await,
                _ => return None,
            }
            Some((format!("{part} {}", id()), part + 1))
        }
    })
}

async fn events(State(go): State<Arc<Notify>>) -> impl IntoResponse {
    Sse::new(parts(go).map(|part| Ok::<_, Infallible>(Event::default().data(part))))
}

/// As a proxy passes on what has gone wrong elsewhere.
async fn text(State(go): State<Arc<Notify>>) -> Response {
    let plain = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    let body = Body::from_stream(parts(go).map(|part| Ok::<_, Infallible>(part + "\n\n")));
    (StatusCode::BAD_REQUEST, plain, body).into_response()
}

#[tokio::test]
async fn each_part_comes_when_it_is_there() {
    let go = Arc::new(Notify::new());
    let state = Arc::clone(&go);
    let router = move || {
        Router::new()
            .route("/events", routing::get(events))
            .route("/text", routing::get(text))
            .with_state(Arc::clone(&state))
    };
    let client = crate::client::builder().build().unwrap();
    for (place, server) in everywhere(router).await {
        for (path, status, prefix) in [("/events", 200, "data: "), ("/text", 400, "")] {
            let request = client.get(format!("http://{server}{path}"));
            let mut response = request.header("x-request-id", "r-9").send().await.unwrap();
            assert_eq!(response.status().as_u16(), status, "{place}");
            assert_eq!(response.headers()["x-request-id"], "r-9");
            assert!(!response.headers().contains_key("content-length"));
            let mut read = Vec::new();
            for part in 0..2 {
                let chunk = response.chunk().await.unwrap().unwrap();
                read.extend_from_slice(&chunk);
                assert_eq!(chunk, format!("{prefix}{part} r-9\n\n"), "{place}: {path}");
                // Only now may the next one come.
                go.notify_one();
            }
            assert_eq!(response.chunk().await.unwrap(), None, "{place}: {path}");
            // The last permit was for nobody.
            go.notified().await;
        }
    }
}

/// A stream that breaks has broken: there is no second answer in it.
#[tokio::test]
async fn a_stream_that_breaks_is_cut_off() {
    async fn broken() -> Response {
        let parts: [Result<&str, std::io::Error>; 2] =
            [Ok("one"), Err(std::io::Error::other("the disk"))];
        Body::from_stream(stream::iter(parts)).into_response()
    }
    let router = || {
        Router::new()
            .route("/broken", routing::get(broken))
            .route("/fine", routing::get(async || "fine"))
    };
    let client = crate::client::builder().build().unwrap();
    for (_, server) in everywhere(router).await {
        let response = client.get(format!("http://{server}/broken")).send().await;
        // The head may be lost with the rest.
        if let Ok(response) = response {
            assert!(response.bytes().await.is_err());
        }
        let fine = client.get(format!("http://{server}/fine")).send().await.unwrap();
        assert_eq!(fine.text().await.unwrap(), "fine");
    }
}

/// A panic in a stream that runs already is no second answer, either, and takes
/// nobody with it: under HTTP/2 not even who shares the connection.
#[tokio::test]
async fn a_stream_that_panics_is_cut_off() {
    async fn panics(State(go): State<Arc<Notify>>) -> Response {
        let parts = stream::unfold(0, move |part| {
            let go = Arc::clone(&go);
            async move {
                if part == 1 {
                    go.notified().await;
                    panic!("on purpose: a secret");
                }
                Some((Ok::<_, Infallible>("one"), part + 1))
            }
        });
        Body::from_stream(parts).into_response()
    }
    crate::trace::quiet();
    let go = Arc::new(Notify::new());
    let state = Arc::clone(&go);
    let router = move || {
        Router::new()
            .route("/panics", routing::get(panics))
            .route("/fine", routing::get(async || "fine"))
            .with_state(Arc::clone(&state))
    };
    let plain = || reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(20));
    for (place, server) in everywhere(router).await {
        for client in [plain().http1_only(), plain().http2_prior_knowledge()] {
            let client = client.build().unwrap();
            let of = async |path: &str| {
                client.get(format!("http://{server}{path}")).send().await.unwrap()
            };
            let mut cut = of("/panics").await;
            assert_eq!(cut.status(), 200, "{place}");
            assert_eq!(cut.chunk().await.unwrap().unwrap(), "one", "{place}");
            let beside = of("/fine").await;
            go.notify_one();
            assert!(cut.chunk().await.is_err(), "{place}: {:?}", cut.version());
            assert_eq!(beside.text().await.unwrap(), "fine", "{place}");
            assert_eq!(of("/fine").await.text().await.unwrap(), "fine", "{place}");
        }
    }
}
