//! `HEAD` has the headers of `GET` (RFC 9110, section 9.3.2).

use crate::api::{Own, Trouble};
use crate::client::ask;
use crate::server::everywhere;
use crate::trace::quiet;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Html;
use axum::routing;

fn router() -> Router {
    use routing::get;

    quiet();
    Router::new()
        .route("/fine", get(async || "fine"))
        .route("/locked", get(async || Own::Locked))
        .route("/words", get(async || Own::Words))
        .route("/bare", get(async || Own::Bare))
        .route("/problem", get(async || Trouble::Locked))
        .route("/own", get(async || (StatusCode::CONFLICT, Html("<p>mine"))))
        .route("/status", get(async || StatusCode::FORBIDDEN))
        .route("/panic", get(async || -> &str { panic!("on purpose: HEAD") }))
        .route("/5xx", get(async || (StatusCode::BAD_GATEWAY, "a text that nobody reads")))
        .route("/number/{number}", get(async |Path(number): Path<u32>| number.to_string()))
        .route("/post", routing::post(async || "fine"))
}

const PATHS: &[&str] = &[
    "/fine",
    "/locked",
    "/words",
    "/bare",
    "/problem",
    "/own",
    "/status",
    "/panic",
    "/nowhere",
    "/number/1",
    "/post",
];

#[tokio::test]
async fn it_has_the_same_headers_and_no_body() {
    for (place, server) in everywhere(router).await {
        for path in PATHS {
            let mut get = ask("GET", server, path).id("r-1").send().await;
            let mut head = ask("HEAD", server, path).id("r-1").send().await;
            assert_eq!(head.status, get.status, "{place}: {path}");
            assert!(head.body.is_empty(), "{place}: {path}");
            get.headers.remove("date");
            head.headers.remove("date");
            assert_eq!(head.headers, get.headers, "{place}: {path}");
        }
    }
}

/// axum has thrown the text of its answer away before we see it, so that the
/// envelope around that has another length: no length is better than a wrong
/// one.
#[tokio::test]
async fn it_says_no_wrong_length() {
    for (place, server) in everywhere(router).await {
        for (path, status) in [("/number/abc", 400), ("/5xx", 502)] {
            let mut get = ask("GET", server, path).id("r-1").send().await;
            let mut head = ask("HEAD", server, path).id("r-1").send().await;
            assert_eq!((head.status, head.text()), (status, ""), "{place}: {path}");
            let length = head.headers.remove("content-length");
            let of_get = get.headers.remove("content-length");
            assert!(length.is_none() || length == of_get, "{place}: {length:?}, {of_get:?}");
            get.headers.remove("date");
            head.headers.remove("date");
            assert_eq!(head.headers, get.headers, "{place}: {path}");
        }
    }
}
