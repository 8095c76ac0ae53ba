//! What the client would like to read, of answers that have more than one
//! form.

use crate::api::{Own, Trouble};
use crate::client::{Answer, Ask, ask, get};
use crate::server;
use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse};
use axum::routing;
use error_runtime::{ErrorLayer, FrameworkError};
use std::net::SocketAddr;

const PROBLEM: &str = "application/problem+json";
const JSON: &str = "application/json";

fn origin() -> [(header::HeaderName, &'static str); 1] {
    [(header::VARY, "origin")]
}

/// An error of the application's, and answers of the framework's, as problems.
async fn server() -> SocketAddr {
    let router = Router::new()
        .route("/locked", routing::get(async || Trouble::Locked))
        .route("/house", routing::get(async || Own::Locked))
        .route("/origin", routing::get(async || (AppendHeaders(origin()), Trouble::Locked)))
        .route(
            "/text",
            routing::get(async || (StatusCode::CONFLICT, origin(), "words").into_response()),
        );
    server::axum(router.layer(ErrorLayer::<FrameworkError>::new())).await
}

/// Accept, and what RFC 9110, section 12.5.1, makes of it.
const WISHES: &[(&[u8], &str)] = &[
    (b"*/*", PROBLEM),
    (b"application/*", PROBLEM),
    (b"application/problem+json", PROBLEM),
    (b"application/json", JSON),
    (b"APPLICATION/JSON", JSON),
    (b"application/json; charset=utf-8", JSON),
    (b"application/json, application/problem+json", PROBLEM),
    (b"application/problem+json;q=0.8, application/json", JSON),
    (b"application/problem+json;q=0.8, application/json;q=0.7", PROBLEM),
    (b"application/problem+json;q=0.001, application/json;q=0.002", JSON),
    (b"application/problem+json ; q=0.5 , application/json ; q=0.6", JSON),
    (b"application/problem+json;Q=0.5,application/json;Q=0.6", JSON),
    (b"application/problem+json;q=1.000, application/json;q=1", PROBLEM),
    (b"application/problem+json;q=0, application/json;q=0.001", JSON),
    (b"application/problem+json;q=0, */*", JSON),
    (b"application/problem+json;q=0, application/*;q=0.1", JSON),
    (b"application/json;q=0, */*;q=0.1", PROBLEM),
    (b"application/json, */*;q=0.9", JSON),
    (b"application/json;q=0.5, */*;q=0.9", PROBLEM),
    (b"application/*;q=0.5, application/json;q=0.6, */*", JSON),
    (b"text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", PROBLEM),
    // What cannot be met is answered all the same, as it is declared.
    (b"text/html", PROBLEM),
    (b"application/xml", PROBLEM),
    (b"application/json;q=0", PROBLEM),
    (b"*/*;q=0", PROBLEM),
    (b"", PROBLEM),
    (b"\xff\xfe, ;;q=, /", PROBLEM),
    (b"application/json;q=x", PROBLEM),
    (b"application/json;q=2", PROBLEM),
];

#[track_caller]
fn is_chosen(answer: &Answer, name: &str, accept: &[u8]) {
    let accept = String::from_utf8_lossy(accept);
    assert_eq!(answer.header("content-type"), Some(name), "{accept}");
    assert_eq!(answer.all("vary"), ["accept"], "{accept}");
    let body = answer.json();
    assert_eq!(body["status"], answer.status, "{accept}");
    assert_eq!(body["request_id"], answer.id(), "{accept}");
}

#[tokio::test]
async fn the_form_that_is_liked_best_is_sent() {
    let server = server().await;
    for (accept, name) in WISHES {
        // The same for an error of the application's and for the framework's.
        for (method, path) in [("GET", "/locked"), ("GET", "/nowhere"), ("DELETE", "/locked")] {
            let answer = ask(method, server, path).header("accept", accept).send().await;
            is_chosen(&answer, name, accept);
        }
    }
}

/// Both forms are the same bytes.
#[tokio::test]
async fn only_the_name_differs() {
    let server = server().await;
    for path in ["/locked", "/nowhere"] {
        let of = async |accept| get(server, path).id("r-1").header("accept", accept).send().await;
        let (problem, plain) = (of(PROBLEM).await, of(JSON).await);
        assert_eq!(problem.body, plain.body);
        assert_eq!(problem.status, plain.status);
    }
}

#[tokio::test]
async fn without_a_wish_it_is_as_declared() {
    let server = server().await;
    // A client that sends no `Accept` at all: reqwest always does.
    for path in ["/locked", "/nowhere"] {
        let raw = crate::raw::ask(server, &format!("GET {path} HTTP/1.1")).await;
        assert_eq!(raw.header("content-type"), Some(PROBLEM));
        assert_eq!(raw.header("vary"), Some("accept"));
    }
}

/// Lines of the same name are one list (RFC 9110, section 5.3).
#[tokio::test]
async fn wishes_on_several_lines_are_one_wish() {
    let server = server().await;
    for path in ["/locked", "/nowhere"] {
        let lines = |ask: Ask| ask.header("accept", "text/html").header("accept", JSON);
        let answer = lines(get(server, path)).send().await;
        assert_eq!(answer.header("content-type"), Some(JSON), "{path}");
    }
}

/// What has one form only does not vary.
#[tokio::test]
async fn an_envelope_of_one_form_takes_no_wishes() {
    let server = server().await;
    for accept in ["application/xml", "application/json", "*/*", PROBLEM] {
        let answer = get(server, "/house").header("accept", accept).send().await;
        answer.is_house(409, "LOCKED", "Somebody else has it open");
        assert_eq!(answer.header("vary"), None);
    }
}

/// What others have said of caches stays true.
#[tokio::test]
async fn vary_is_added_to() {
    let server = server().await;
    for path in ["/text", "/origin"] {
        let answer = get(server, path).header("accept", JSON).send().await;
        let mut vary: Vec<&str> = answer.all("vary");
        vary.sort_unstable();
        assert_eq!(vary, ["accept", "origin"], "{path}");
    }
}
