//! warp: `Reply`, and `Reject` for filters that refuse.

use crate::check::{self, Log};
use crate::errors::AppError;
use crate::{events, routes};
use warp::{Filter, Rejection, Reply};

macro_rules! mount {
    ($($path:literal $handler:ident $error:ty,)*) => {
        warp::any().and(rejected())$(.or(warp::path(&$path[1..]).then(routes::$handler)))*
    };
}

/// A filter that rejects with the error, and one that answers it.
fn rejected() -> impl Filter<Extract = (impl Reply,), Error = Rejection> + Clone {
    warp::path("rejected")
        .and_then(async || Err::<String, _>(warp::reject::custom(AppError::Words)))
        .recover(async |rejection: Rejection| match rejection.find::<AppError>() {
            Some(AppError::Words) => Ok(AppError::Words),
            _ => Err(rejection),
        })
}

#[test]
fn every_answer_arrives() {
    let (socket, address) = events::socket();
    events::serve("warp", async move || {
        let listener = tokio::net::TcpListener::from_std(socket).unwrap();
        warp::serve(routes::routes!(mount)).incoming(listener).run().await;
    });
    check::all(Log::Here("warp"), address, &[]);
}

#[tokio::test]
async fn a_rejection_finds_its_error() {
    let (socket, address) = events::socket();
    events::serve("warp, rejected", async move || {
        let listener = tokio::net::TcpListener::from_std(socket).unwrap();
        warp::serve(rejected()).incoming(listener).run().await;
    });
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer = client.get(format!("http://{address}/rejected")).send().await.unwrap();
    assert_eq!(answer.status(), 418);
    assert_eq!(answer.text().await.unwrap(), "Only in words");
}
