//! An id for a request that has none.

use super::{is_seen, is_uuid, router};
use crate::api::Trouble;
use crate::client::get;
use crate::server::{self, everywhere, layer};
use crate::trace;
use axum::{Router, routing};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

#[tokio::test]
async fn it_is_a_uuid_in_the_order_of_time() {
    for (_, server) in everywhere(router).await {
        let mut ids = Vec::new();
        for _ in 0..5 {
            let answer = get(server, "/seen").send().await;
            assert!(is_uuid(answer.id()), "{answer:?}");
            is_seen(&answer);
            ids.push(answer.id().to_owned());
            let answer = get(server, "/nowhere").send().await;
            assert!(is_uuid(answer.id()), "{answer:?}");
            answer.is_house(404, "NOT_FOUND", "Not Found");
            ids.push(answer.id().to_owned());
        }
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    }
}

#[tokio::test]
async fn the_application_may_make_it() {
    let made = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&made);
    let next = move || format!("made-{}", count.fetch_add(1, Ordering::SeqCst));
    let server = server::axum(router().layer(layer().with_request_ids(next))).await;
    // Only where there is none.
    assert_eq!(get(server, "/seen").id("r-1").send().await.id(), "r-1");
    assert_eq!(made.load(Ordering::SeqCst), 0);
    for id in ["made-0", "made-1"] {
        let answer = get(server, "/seen").send().await;
        assert_eq!(answer.id(), id);
        is_seen(&answer);
    }
    let answer = get(server, "/locked").id("no good").send().await;
    assert_eq!(answer.id(), "made-2");
    answer.is_house(409, "LOCKED", "Somebody else has it open");
    assert_eq!(made.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn the_client_may_not_be_believed() {
    let layer = layer().without_incoming_request_ids();
    let server = server::axum(router().layer(layer)).await;
    let answer = get(server, "/seen").id("r-1").send().await;
    assert!(is_uuid(answer.id()), "{answer:?}");
    is_seen(&answer);
}

/// The function is the application's; what it makes must be the same id
/// everywhere, or another one is made. If it panics, too.
#[tokio::test]
async fn an_id_that_is_no_header_is_made_anew() {
    trace::quiet();
    let heard = trace::listen();
    let layer = layer().with_request_ids(|| "a\r\nset-cookie: b\u{1b}".to_owned());
    let server = server::axum(router().layer(layer)).await;
    for path in ["/locked", "/nowhere"] {
        let answer = get(server, path).send().await;
        assert!(is_uuid(answer.id()), "{answer:?}");
        assert_eq!(answer.header("set-cookie"), None);
        assert_eq!(answer.json()["request_id"], answer.id());
    }
    let layer = crate::server::layer().with_request_ids(|| panic!("on purpose"));
    let server = server::axum(router().layer(layer)).await;
    assert!(is_uuid(get(server, "/locked").send().await.id()));
    for text in heard.all() {
        assert!(!text.contains(char::is_control), "{text:?}");
    }
}

/// A template leaves out what is empty, also the second time, when most of the
/// answer is kept.
#[tokio::test]
async fn an_empty_id_is_nothing_to_say() {
    let router = Router::new().route("/trouble", routing::get(async || Trouble::Locked));
    let layer = layer().with_request_ids(String::new);
    let server = server::axum(router.layer(layer)).await;
    for _ in 0..2 {
        let answer = get(server, "/trouble").send().await;
        assert_eq!((answer.status, answer.id()), (409, ""));
        assert_eq!(answer.json().get("request_id"), None, "{answer:?}");
        let answer = get(server, "/trouble").id("r-1").send().await;
        assert_eq!(answer.json()["request_id"], "r-1");
    }
}
