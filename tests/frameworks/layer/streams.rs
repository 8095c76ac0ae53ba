//! Streams that end with an error, behind the layer: in axum's own type of
//! events, and in Salvo's.

use crate::api::{House, Own};
use crate::client::get;
use crate::server::{self, layer};
use crate::trace::listen;
use axum::Router;
use axum::response::sse::{KeepAlive, Sse};
use axum::routing::get as route;
use bytes::Bytes;
use error_runtime::{AnyError, Event, EventStream, StreamError};
use futures_util::{Stream, TryStreamExt, stream};
use std::net::SocketAddr;

/// Two events, an error, and what must not come any more.
fn events<T: From<Event>>() -> impl Stream<Item = Result<T, Own>> {
    let lines = Event::new("one\ntwo\r\nthree").named("lines").with_id("7");
    stream::iter([
        Ok(Event::new("{}").into()),
        Ok(lines.into()),
        Err(Own::store()),
        Ok(Event::new("late").into()),
        Err(Own::Locked),
    ])
}

const BEGINS: &str = "data: {}\n\nevent: lines\nid: 7\ndata: one\ndata: two\ndata: three\n\n";
const FAILED: &str = "event: error\n\
    data: {\"code\":\"STORE\",\"message\":\"Internal Server Error\",\"request_id\":\"r-1\"}\n\n";

fn axum_router() -> Router {
    let own = || async { Sse::new(EventStream::new(events())).keep_alive(KeepAlive::default()) };
    let sdk = || async { Sse::new(EventStream::new(events()).shaped::<StreamError>()) };
    let bytes = || async {
        // Erased errors end it, too.
        let events = events::<Bytes>().map_err(AnyError::from);
        let body = axum::body::Body::from_stream(EventStream::new(events));
        ([("content-type", "text/event-stream")], body)
    };
    Router::new()
        .route("/own", route(own))
        .route("/sdk", route(sdk))
        .route("/bytes", route(bytes))
        .route("/before", route(async || -> Result<&str, Own> { Err(Own::Locked) }))
        .layer(layer())
}

mod in_salvo {
    use super::{StreamError, events};
    use crate::server::layer;
    use error_runtime::EventStream;
    use salvo::prelude::*;
    use salvo::sse::{self, SseKeepAlive};
    use std::net::SocketAddr;

    #[handler]
    async fn own(res: &mut Response) {
        SseKeepAlive::new(EventStream::new(events())).stream(res);
    }

    #[handler]
    async fn sdk(res: &mut Response) {
        sse::stream(res, EventStream::new(events()).shaped::<StreamError>());
    }

    #[handler]
    async fn before() -> Result<&'static str, super::Refused> {
        Err(super::Refused)
    }

    pub(super) async fn serve() -> SocketAddr {
        let router = Router::new()
            .push(Router::with_path("own").get(own))
            .push(Router::with_path("sdk").get(sdk))
            .push(Router::with_path("before").get(before));
        let acceptor = TcpListener::new("127.0.0.1:0").bind().await;
        let address = acceptor.local_addr().unwrap();
        let service = Service::new(router).hoop(layer());
        tokio::spawn(Server::new(acceptor).serve(service));
        address
    }
}

/// The same as [`Own::Locked`], for Salvo.
#[derive(Debug, thiserror::Error, error_runtime::ApiError)]
#[error("Somebody else has it open")]
#[api(envelope = House, salvo, status = 409, code = "LOCKED")]
struct Refused;

async fn each() -> [(&'static str, SocketAddr); 2] {
    [("axum", server::axum(axum_router()).await), ("salvo", in_salvo::serve().await)]
}

#[tokio::test]
async fn an_error_ends_the_stream_in_its_own_shape() {
    let listening = listen();
    for (framework, server) in each().await {
        let answer = get(server, "/own").id("r-1").send().await;
        assert_eq!(answer.status, 200, "{framework}");
        assert_eq!(answer.headers["content-type"], "text/event-stream", "{framework}");
        assert_eq!(answer.headers["x-request-id"], "r-1", "{framework}");
        assert_eq!(ordered(&answer.body), format!("{BEGINS}{FAILED}"), "{framework}");
    }
    let events = listening.events();
    assert_eq!(events.len(), 2, "one for each: {events:#?}");
    for event in events {
        assert_eq!(event.fields["error.type"], "STORE");
        assert_eq!(event.fields["request_id"], "r-1");
    }
}

#[tokio::test]
async fn or_as_the_parsers_of_sdks_expect_it() {
    let failed = "event: error\n\
        data: {\"type\":\"error\",\"error\":{\"type\":\"STORE\",\"message\":\"Internal Server Error\"}}\n\n";
    for (framework, server) in each().await {
        let answer = get(server, "/sdk").send().await;
        assert_eq!(ordered(&answer.body), format!("{BEGINS}{failed}"), "{framework}");
    }
}

#[tokio::test]
async fn bytes_are_for_every_other_framework() {
    let server = server::axum(axum_router()).await;
    let answer = get(server, "/bytes").id("r-1").send().await;
    assert_eq!(answer.body, format!("{BEGINS}{FAILED}"));
}

#[tokio::test]
async fn before_it_opens_the_answer_is_json() {
    for (framework, server) in each().await {
        let answer = get(server, "/before").id("r-1").send().await;
        assert_eq!(
            (answer.status, &answer.headers["content-type"]),
            (409, &"application/json".parse().unwrap()),
            "{framework}"
        );
        let json = r#"{"code":"LOCKED","message":"Somebody else has it open","request_id":"r-1"}"#;
        assert_eq!(answer.body, json, "{framework}");
    }
}

/// The fields of an event come in any order: Salvo writes the id last.
fn ordered(body: &[u8]) -> String {
    let body = std::str::from_utf8(body).unwrap();
    let rank = |line: &&str| ["event", "id", "data"].iter().position(|it| line.starts_with(it));
    let events = body.split_inclusive("\n\n").map(|event| {
        let mut lines: Vec<_> = event.trim_end().lines().collect();
        lines.sort_by_key(rank);
        lines.join("\n") + "\n\n"
    });
    events.collect()
}
