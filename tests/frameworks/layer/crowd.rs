//! Ten thousand requests that are inside the service at the same time: not
//! one is answered before the last has come.

use crate::api::Own;
use crate::client::Answer;
use crate::server::{self, layer};
use crate::trace::quiet;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;
use futures_util::future::join_all;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Barrier;

/// Each carries all of its requests at once, as HTTP/2 does.
const CONNECTIONS: usize = 100;
const EACH: usize = 100;

async fn wait(State(all): State<Arc<Barrier>>, request: Request, next: Next) -> Response {
    all.wait().await;
    next.run(request).await
}

fn router() -> Router {
    let all = Arc::new(Barrier::new(CONNECTIONS * EACH));
    Router::new()
        .route("/locked", get(async || Own::Locked))
        .route("/project/{id}", get(async |Path(id): Path<String>| Own::NoSuchProject { id }))
        .route("/panic", get(async || -> &str { panic!("on purpose: in a crowd") }))
        .route("/text", get(async || (StatusCode::CONFLICT, "words")))
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(middleware::from_fn_with_state(all, wait))
}

#[tokio::test]
async fn each_of_ten_thousand_at_once_has_its_own_answer() {
    quiet();
    let server = server::axum(router().layer(layer())).await;
    let clients = (0..CONNECTIONS).map(|client| async move {
        let builder = reqwest::Client::builder().no_proxy().http2_prior_knowledge();
        let connection = builder.timeout(Duration::from_mins(2)).build().unwrap();
        let requests = (0..EACH).map(|at| {
            let id = format!("r-{client}-{at}");
            let path = match at % 5 {
                0 => "/locked".to_owned(),
                1 => format!("/project/{id}"),
                2 => "/panic".to_owned(),
                3 => "/text".to_owned(),
                _ => "/nowhere".to_owned(),
            };
            let request = connection.get(format!("http://{server}{path}"));
            let request = request.header("x-request-id", &id);
            async move {
                let response = request.send().await.unwrap();
                let (status, headers) = (response.status().as_u16(), response.headers().clone());
                let answer = Answer { status, headers, body: response.bytes().await.unwrap() };
                assert_eq!(answer.id(), id);
                match at % 5 {
                    0 => answer.is_house(409, "LOCKED", "Somebody else has it open"),
                    1 => answer.is_house(404, "NO_SUCH_PROJECT", &format!("No project '{id}'")),
                    2 => answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error"),
                    3 => answer.is_house(409, "CONFLICT", "words"),
                    _ => answer.is_house(404, "NOT_FOUND", "Not Found"),
                }
            }
        });
        join_all(requests).await.len()
    });
    let answers: usize = join_all(clients).await.into_iter().sum();
    assert_eq!(answers, CONNECTIONS * EACH);
}
