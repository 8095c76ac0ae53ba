//! The client's id.

use super::{is_seen, is_uuid, router};
use crate::client::{ask, get};
use crate::server::{self, everywhere, layer};
use crate::trace;
use http::HeaderName;
use serde_json::json;

#[tokio::test]
async fn a_fit_id_is_the_one_everywhere() {
    let all: String = (b'0'..=b'9').chain(b'A'..=b'Z').chain(b'a'..=b'z').map(char::from).collect();
    for (place, server) in everywhere(router).await {
        for id in ["r", "01JD:abc/+==", "-_.~:/+=@#$", &all, &"a".repeat(128)] {
            let answer = get(server, "/seen").id(id).send().await;
            assert_eq!(answer.id(), id, "{place}");
            is_seen(&answer);
            for path in ["/locked", "/nowhere"] {
                let answer = get(server, path).id(id).send().await;
                assert_eq!(answer.id(), id, "{place}");
                assert_eq!(answer.json()["request_id"], id, "{place}");
            }
        }
    }
}

#[tokio::test]
async fn an_unfit_id_is_replaced_by_a_new_one() {
    let long = [b'a'; 129];
    let unfit: &[&[u8]] = &[
        b"",
        b"two words",
        b"tab\there",
        b"\"quoted\"",
        b"<script>",
        b"{}",
        b"r,s",
        b"r;s",
        b"r\\n",
        b"%0a",
        "é".as_bytes(),
        b"caf\xe9",
        b"\xff\xfe",
        &long,
    ];
    for (place, server) in everywhere(router).await {
        for sent in unfit {
            let answer = get(server, "/locked").header("x-request-id", sent).send().await;
            assert!(is_uuid(answer.id()), "{place}, {sent:?}: {answer:?}");
            answer.is_house(409, "LOCKED", "Somebody else has it open");
            let answer = get(server, "/seen").header("x-request-id", sent).send().await;
            assert!(is_uuid(answer.id()), "{place}, {sent:?}: {answer:?}");
            is_seen(&answer);
        }
    }
}

#[tokio::test]
async fn the_first_of_several_ids_is_the_only_one() {
    let server = server::axum(router().layer(layer())).await;
    let answer = get(server, "/seen").id("first").id("second").send().await;
    assert_eq!(answer.id(), "first");
    is_seen(&answer);
}

#[tokio::test]
async fn the_longest_id_is_as_long_as_is_said() {
    let server = server::axum(router().layer(layer().with_longest_request_id(10))).await;
    let answer = get(server, "/seen").id("0123456789").send().await;
    assert_eq!(answer.id(), "0123456789");
    let answer = get(server, "/seen").id("0123456789a").send().await;
    assert!(is_uuid(answer.id()));
    is_seen(&answer);
}

#[tokio::test]
async fn another_header_may_carry_it() {
    let name = HeaderName::from_static("x-correlation-id");
    let server = server::axum(router().layer(layer().with_request_id_header(name))).await;
    let both = |path| get(server, path).id("not-this").header("x-correlation-id", "this");
    let answer = both("/locked").send().await;
    assert_eq!(answer.header("x-correlation-id"), Some("this"));
    assert_eq!(answer.header("x-request-id"), None);
    assert_eq!(answer.json()["request_id"], "this");
    // The other header is the application's affair.
    let seen = both("/seen").send().await.json();
    assert_eq!(seen, json!({ "headers": ["not-this"], "before": "this", "after": "this" }));
}

#[tokio::test]
async fn span_and_log_have_it() {
    let server = server::axum(router().layer(layer())).await;
    for path in ["/locked", "/nowhere"] {
        let heard = trace::listen();
        let answer = get(server, path).id("r-7").send().await;
        assert_eq!(answer.id(), "r-7");
        assert_eq!(heard.event().field("request_id"), Some("r-7"));
        assert_eq!(heard.span().field("request_id"), Some("r-7"));

        let heard = trace::listen();
        let answer = get(server, path).send().await;
        assert_eq!(heard.event().field("request_id"), Some(answer.id()));
        assert_eq!(heard.span().field("request_id"), Some(answer.id()));
    }
    let heard = trace::listen();
    let answer = get(server, "/seen").send().await;
    assert_eq!(heard.span().field("request_id"), Some(answer.id()));
    assert!(heard.events().is_empty());
}

#[tokio::test]
async fn every_answer_has_it_whatever_the_method() {
    for (place, server) in everywhere(router).await {
        for method in ["GET", "HEAD", "POST", "OPTIONS", "BREW"] {
            for path in ["/seen", "/locked", "/nowhere"] {
                let answer = ask(method, server, path).id("r-1").send().await;
                assert_eq!(answer.all("x-request-id"), ["r-1"], "{place}: {method} {path}");
            }
        }
    }
}
