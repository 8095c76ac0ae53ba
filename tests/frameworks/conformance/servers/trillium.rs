//! trillium, which has no layer, and no extractors in its core: what handlers
//! answer is ours, the rest its own.

use crate::house::{AppError, House, Inner, Project};
use error_runtime::AnyError;
use std::net::SocketAddr;
use trillium::{Conn, Handler};

pub fn start() -> SocketAddr {
    super::listen::on_a_port(async |listener| {
        let config = trillium_tokio::config().without_signals().with_prebound_server(listener);
        config.run_async(answer).await;
    })
}

async fn answer(conn: Conn) -> Conn {
    if !["GET", "HEAD"].contains(&conn.method().as_str()) {
        return conn;
    }
    let path = conn.path().to_owned();
    match path.as_str() {
        "/ok" => House(Project { id: "p1" }).run(conn).await,
        "/locked" => AppError::Locked.run(conn).await,
        "/projects/p%2F1" => AppError::NoSuchProject { id: "p/1".to_owned() }.run(conn).await,
        "/logged-out" => AppError::LoggedOut.run(conn).await,
        "/slow-down" => AppError::SlowDown { seconds: 7 }.run(conn).await,
        "/store" => failed(std::io::Error::other("/srv/data: bad sector")).run(conn).await,
        "/file" => failed(std::fs::read("/there/is/no/such/file").unwrap_err()).run(conn).await,
        "/unicode" => AppError::Unicode("ß\"<".to_owned()).run(conn).await,
        "/bare" => AppError::Bare.run(conn).await,
        "/words" => AppError::Words.run(conn).await,
        "/upstream/503" => AppError::Upstream { status: 503 }.run(conn).await,
        "/inner" => AppError::from(Inner::Forbidden).run(conn).await,
        "/any" => AnyError::new(http::StatusCode::CONFLICT, "BUSY", "It is busy").run(conn).await,
        "/choice" => AppError::Chosen.run(conn).await,
        "/panic" | "/panic-later" => panic!("on purpose"),
        "/own" => conn
            .with_response_header("content-type", "application/json")
            .with_status(409)
            .with_body(r#"{"mine":true}"#)
            .halt(),
        "/not-modified" => conn.with_response_header("etag", "\"v1\"").with_status(304).halt(),
        "/stream" => conn
            .with_response_header("content-type", "text/event-stream")
            .ok("data: 1\n\ndata: none\n\n"),
        _ => conn,
    }
}

fn failed(error: std::io::Error) -> AppError {
    error.into()
}
