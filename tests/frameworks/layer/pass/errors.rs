//! The application's own errors: they are in their shape already.

use crate::api::{Own, Trouble};
use crate::client::{ask, get};
use crate::server::everywhere;
use crate::trace::listen;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing;
use serde_json::json;
use tracing::Level;

fn router() -> Router {
    use routing::get;

    Router::new()
        .route("/locked", get(async || Own::Locked))
        .route("/question-mark", get(question_mark))
        .route("/words", get(async || Own::Words))
        .route("/bare", get(async || Own::Bare))
        .route("/problem", get(async || Trouble::Locked))
        .route("/logged-out", get(async || Own::LoggedOut))
        .route("/over", get(async || (StatusCode::BAD_GATEWAY, Own::Locked)))
        .route("/over/words", get(async || (StatusCode::NOT_FOUND, Own::Words)))
        .route("/over/bare", get(async || (StatusCode::NOT_FOUND, Own::Bare)))
        .route("/headers", get(async || ([("x-more", "1")], Own::Locked)))
        .route("/dropped", get(dropped))
}

async fn question_mark() -> Result<&'static str, Own> {
    tokio::task::yield_now().await;
    Err(Own::NoSuchProject { id: "p\"1".to_owned() })
}

/// An answer is made, and another one is given.
async fn dropped() -> Response {
    let _ = Own::Locked.into_response();
    (StatusCode::NOT_FOUND, "not here").into_response()
}

#[tokio::test]
async fn an_error_keeps_its_envelope() {
    for (place, server) in everywhere(router).await {
        let answer = get(server, "/locked").send().await;
        answer.is_house(409, "LOCKED", "Somebody else has it open");
        let answer = get(server, "/question-mark").send().await;
        answer.is_house(404, "NO_SUCH_PROJECT", "No project 'p\"1'");

        let answer = get(server, "/problem").id("r-1").send().await;
        assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{place}");
        let problem = json!({
            "type": "about:blank", "title": "Locked", "status": 409,
            "detail": "Somebody else has it open", "code": "LOCKED", "request_id": "r-1",
        });
        assert_eq!(answer.json(), problem, "{place}");
    }
}

/// `text/plain`, or no type at all, is what a framework's answer looks like.
#[tokio::test]
async fn a_text_and_nothing_are_envelopes_too() {
    for (place, server) in everywhere(router).await {
        let heard = listen();
        let answer = get(server, "/words").send().await;
        assert_eq!((answer.status, answer.text()), (418, "Only in words"), "{place}");
        assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(heard.event().field("error.type"), Some("WORDS"), "{place}");

        let heard = listen();
        let answer = get(server, "/bare").send().await;
        assert_eq!((answer.status, answer.text()), (410, ""), "{place}");
        assert_eq!(answer.header("content-type"), None);
        assert_eq!(answer.header("x-gone"), Some("1"));
        assert_eq!(heard.event().field("error.type"), Some("BARE"), "{place}");
    }
}

#[tokio::test]
async fn the_status_that_is_sent_decides() {
    for (place, server) in everywhere(router).await {
        let heard = listen();
        let answer = get(server, "/over").send().await;
        answer.is_house(502, "LOCKED", "Somebody else has it open");
        let event = heard.event();
        assert_eq!(event.field("error.type"), Some("LOCKED"), "{place}");
        assert_eq!(event.field("http.response.status_code"), Some("502"), "{place}");
        assert_eq!(event.level, Level::ERROR, "{place}");
        assert_eq!(heard.span().field("http.response.status_code"), Some("502"), "{place}");
        assert_eq!(heard.span().field("otel.status_code"), Some("ERROR"), "{place}");

        let answer = get(server, "/over/words").send().await;
        assert_eq!((answer.status, answer.text()), (404, "Only in words"), "{place}");
        let answer = get(server, "/over/bare").send().await;
        assert_eq!((answer.status, answer.text()), (404, ""), "{place}");
        assert_eq!(answer.header("x-gone"), Some("1"));
    }
}

#[tokio::test]
async fn headers_around_it_stay() {
    for (_, server) in everywhere(router).await {
        let answer = get(server, "/headers").send().await;
        answer.is_house(409, "LOCKED", "Somebody else has it open");
        assert_eq!(answer.header("x-more"), Some("1"));
        let answer = get(server, "/logged-out").send().await;
        answer.is_house(401, "LOGGED_OUT", "Log in first");
        assert_eq!(answer.header("set-cookie"), Some("a=1"));
        assert_eq!(answer.header("www-authenticate"), Some("Bearer realm=\"api\""));
    }
}

/// What left is what counts, and what is told.
#[tokio::test]
async fn an_answer_that_was_dropped_is_none() {
    for (place, server) in everywhere(router).await {
        let heard = listen();
        let answer = get(server, "/dropped").send().await;
        answer.is_house(404, "NOT_FOUND", "not here");
        assert_eq!(heard.event().field("error.type"), Some("NOT_FOUND"), "{place}");
    }
}

#[tokio::test]
async fn head_has_no_body() {
    for (place, server) in everywhere(router).await {
        for (path, status) in [("/locked", 409), ("/words", 418), ("/bare", 410), ("/no", 404)] {
            let heard = listen();
            let answer = ask("HEAD", server, path).id("r-1").send().await;
            assert_eq!((answer.status, answer.text()), (status, ""), "{place}: {path}");
            assert_eq!(answer.id(), "r-1");
            assert_eq!(heard.events().len(), 1, "{place}: {path}");
        }
    }
}
