//! trillium: `Handler`.

use crate::check::{self, Difference, Log};
use crate::{events, routes};
use http::StatusCode;
use std::pin::Pin;
use trillium::{Conn, Handler};

macro_rules! mount {
    ($conn:ident $($path:literal $handler:ident $error:ty,)*) => {
        match $conn.path() {
            $($path => run(routes::$handler().await, $conn).await,)*
            _ => $conn,
        }
    };
}

/// Boxed, since rustc cannot see that a future is `Send` which holds an error
/// with a lifetime, if only `'static` makes that error a handler.
fn run(answer: impl Handler, conn: Conn) -> Pin<Box<dyn Future<Output = Conn> + Send>> {
    Box::pin(async move { answer.run(conn).await })
}

#[test]
fn every_answer_arrives() {
    let (socket, address) = events::socket();
    events::serve("trillium", async move || {
        let listener = tokio::net::TcpListener::from_std(socket).unwrap();
        let config = trillium_tokio::config().without_signals().with_prebound_server(listener);
        config.run_async(async |conn: Conn| routes::routes!(mount conn)).await;
    });
    let rare = Difference {
        path: "/rare_status",
        reason: "statuses are a closed list there",
        instead: |answer| *answer.status_mut() = StatusCode::BAD_REQUEST,
    };
    check::all(Log::Here("trillium"), address, &[rare]);
}
