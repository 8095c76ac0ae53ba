//! Beside the layers of tower-http that make and propagate ids: one id.

use super::{ambient, is_uuid};
use crate::api::Own;
use crate::client::{Answer, get};
use crate::server::{self, layer};
use crate::trace;
use axum::Router;
use axum::extract::Extension;
use axum::http::HeaderMap;
use axum::response::Json;
use axum::routing;
use serde_json::{Value, json};
use tower::ServiceBuilder;
use tower_http::request_id::{
    MakeRequestUuid, PropagateRequestIdLayer, RequestId, SetRequestIdLayer,
};

async fn seen(Extension(id): Extension<RequestId>, headers: HeaderMap) -> Json<Value> {
    let text = |value: &http::HeaderValue| value.to_str().unwrap().to_owned();
    Json(json!({
        "header": headers.get("x-request-id").map(text),
        "extension": text(id.header_value()),
        "context": ambient(),
    }))
}

fn router() -> Router {
    Router::new()
        .route("/seen", routing::get(seen))
        .route("/locked", routing::get(async || Own::Locked))
}

fn theirs() -> (SetRequestIdLayer<MakeRequestUuid>, PropagateRequestIdLayer) {
    let set = SetRequestIdLayer::x_request_id(MakeRequestUuid);
    (set, PropagateRequestIdLayer::x_request_id())
}

/// The same routes with theirs around ours, inside ours, and on both sides.
async fn servers() -> [(&'static str, std::net::SocketAddr); 4] {
    let (set, propagate) = theirs();
    let around = ServiceBuilder::new().layer(set).layer(propagate).layer(layer());
    let (set, propagate) = theirs();
    let inside = ServiceBuilder::new().layer(layer()).layer(set).layer(propagate);
    let (set, propagate) = theirs();
    let between = ServiceBuilder::new().layer(set).layer(layer()).layer(propagate);
    let (set, propagate) = theirs();
    let turned = ServiceBuilder::new().layer(propagate).layer(layer()).layer(set);
    [
        ("around", server::axum(router().layer(around)).await),
        ("inside", server::axum(router().layer(inside)).await),
        ("between", server::axum(router().layer(between)).await),
        ("turned", server::axum(router().layer(turned)).await),
    ]
}

#[track_caller]
fn is_one(answer: &Answer) {
    let id = answer.id();
    assert_eq!(answer.json(), json!({ "header": id, "extension": id, "context": id }));
}

#[tokio::test]
async fn there_is_one_id() {
    for (place, server) in servers().await {
        let answer = get(server, "/seen").id("r-1").send().await;
        assert_eq!(answer.id(), "r-1", "{place}");
        is_one(&answer);
        let answer = get(server, "/seen").send().await;
        assert!(answer.id().len() == 36, "{place}: {answer:?}");
        is_one(&answer);
        for path in ["/locked", "/nowhere"] {
            let heard = trace::listen();
            let answer = get(server, path).send().await;
            assert!(answer.id().len() == 36, "{place}: {answer:?}");
            assert_eq!(answer.json()["request_id"], answer.id(), "{place}");
            assert_eq!(heard.event().field("request_id"), Some(answer.id()), "{place}");
            assert_eq!(heard.span().field("request_id"), Some(answer.id()), "{place}");
        }
    }
}

/// An id that we do not take, and that theirs has taken before us, stays in
/// their extension: nobody else sees it.
#[tokio::test]
async fn an_unfit_id_leaves_with_nobody() {
    for (place, server) in servers().await {
        for path in ["/locked", "/nowhere"] {
            let answer = get(server, path).id("<no good>").send().await;
            assert!(is_uuid(answer.id()), "{place}: {answer:?}");
            assert_eq!(answer.json()["request_id"], answer.id(), "{place}");
        }
        let answer = get(server, "/seen").id("<no good>").send().await;
        let seen = answer.json();
        assert_eq!(seen["header"], answer.id(), "{place}");
        assert_eq!(seen["context"], answer.id(), "{place}");
    }
}
