//! One event for each error.

use super::router;
use crate::client::{Ask, ask, get, post};
use crate::server::{self, everywhere, layer};
use crate::trace::listen;
use std::net::SocketAddr;
use tracing::Level;

type Case = (fn(SocketAddr) -> Ask, &'static str, u16, Level, &'static str, Option<&'static str>);

const CASES: &[Case] = &[
    (|to| get(to, "/locked"), "LOCKED", 409, Level::INFO, "Somebody else has it open", None),
    (|to| get(to, "/project/p1"), "NO_SUCH_PROJECT", 404, Level::INFO, "No project 'p1'", None),
    (
        |to| get(to, "/store"),
        "STORE",
        500,
        Level::ERROR,
        "the store failed",
        Some("sector 7 is unreadable: the head crashed"),
    ),
    (|to| get(to, "/odd"), "ODD", 400, Level::WARN, "This is worth a warning", None),
    (|to| get(to, "/busy"), "BUSY", 503, Level::DEBUG, "This is worth a debugger's look", None),
    (|to| get(to, "/words"), "WORDS", 418, Level::INFO, "Only in words", None),
    (|to| get(to, "/bare"), "BARE", 410, Level::INFO, "gone", None),
];

const FRAMEWORK: &[Case] = &[
    (|to| get(to, "/nowhere"), "NOT_FOUND", 404, Level::INFO, "Not Found", None),
    (
        |to| ask("DELETE", to, "/locked"),
        "METHOD_NOT_ALLOWED",
        405,
        Level::INFO,
        "Method Not Allowed",
        None,
    ),
    (|to| get(to, "/text/429"), "TOO_MANY_REQUESTS", 429, Level::INFO, "their words", None),
    (
        |to| get(to, "/text/503"),
        "SERVICE_UNAVAILABLE",
        503,
        Level::ERROR,
        "Service Unavailable",
        Some("their words"),
    ),
    (
        |to| get(to, "/panic"),
        "INTERNAL_SERVER_ERROR",
        500,
        Level::ERROR,
        "a handler panicked",
        Some("on purpose: it broke"),
    ),
];

/// The event of a case, and nothing else; `id` is what it says of the request.
async fn one(server: SocketAddr, case: &Case, has_id: bool) {
    let (request, code, status, level, message, sources) = case;
    let heard = listen();
    let answer = request(server).send().await;
    assert_eq!(answer.status, *status);
    let event = heard.event();
    assert_eq!(event.level, *level, "{code}");
    assert_eq!(event.field("error.type"), Some(*code));
    assert_eq!(event.field("http.response.status_code"), Some(&*status.to_string()), "{code}");
    assert_eq!(event.field("message"), Some(*message), "{code}");
    assert_eq!(event.field("error.sources"), *sources, "{code}");
    let id = has_id.then(|| answer.id());
    assert_eq!(event.field("request_id"), id, "{code}");
    let around: &[&str] = if has_id { &["request"] } else { &[] };
    assert_eq!(event.spans, around, "{code}");
    if let Some(sources) = sources {
        assert!(!answer.text().contains(sources), "{answer:?}");
    }
}

#[tokio::test]
async fn each_error_is_told_once() {
    for (_, server) in everywhere(router).await {
        for case in CASES.iter().chain(FRAMEWORK) {
            one(server, case, true).await;
        }
    }
}

/// The adapter alone tells it, too: of the application's errors, which are
/// the only ones it sees.
#[tokio::test]
async fn it_is_told_without_a_layer() {
    let server = server::axum(router()).await;
    for case in CASES {
        one(server, case, false).await;
    }
    for (request, ..) in &FRAMEWORK[..4] {
        let heard = listen();
        request(server).send().await;
        assert!(heard.events().is_empty());
    }
}

#[tokio::test]
async fn what_is_no_error_is_not_told() {
    for (_, server) in everywhere(router).await {
        for path in ["/fine", "/own", "/own/5xx", "/quiet"] {
            let heard = listen();
            get(server, path).send().await;
            assert!(heard.events().is_empty(), "{path}");
        }
    }
    let heard = listen();
    get(server::axum(router()).await, "/quiet").send().await;
    assert!(heard.events().is_empty());
}

/// The framework's own words on what is wrong with the request are public,
/// and so the message of the event.
#[tokio::test]
async fn the_framework_s_words_are_the_message() {
    let server = server::axum(router().layer(layer())).await;
    let heard = listen();
    let answer = post(server, "/json", "{").send().await;
    let body = answer.json();
    assert_eq!(heard.event().field("message"), body["message"].as_str());
    assert_eq!(heard.event().field("error.sources"), None);
}

/// One request is one event, whatever runs beside it.
#[tokio::test]
async fn requests_do_not_mix() {
    let server = server::axum(router().layer(layer())).await;
    let heard = listen();
    let requests = (0..60).map(|at| {
        let path = ["/locked", "/nowhere", "/panic", "/fine"][at % 4];
        get(server, path).id(&format!("r-{at}")).send()
    });
    futures_util::future::join_all(requests).await;
    let mut told: Vec<(String, String)> = heard
        .events()
        .iter()
        .map(|event| {
            let field = |name| event.field(name).unwrap().to_owned();
            (field("request_id"), field("error.type"))
        })
        .collect();
    told.sort();
    let mut expected: Vec<(String, String)> = (0..60)
        .filter(|at| at % 4 != 3)
        .map(|at| {
            let code = ["LOCKED", "NOT_FOUND", "INTERNAL_SERVER_ERROR"][at % 4];
            (format!("r-{at}"), code.to_owned())
        })
        .collect();
    expected.sort();
    assert_eq!(told, expected);
}
