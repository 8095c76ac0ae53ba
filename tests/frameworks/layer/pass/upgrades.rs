//! A connection that changes its protocol.

use crate::server::everywhere;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Says everything again, in capitals.
async fn shout(mut request: Request) -> Response {
    if request.headers().get(header::UPGRADE).is_none_or(|name| name != "shout") {
        return StatusCode::UPGRADE_REQUIRED.into_response();
    }
    let upgrade = hyper::upgrade::on(&mut request);
    tokio::spawn(async move {
        let mut stream = TokioIo::new(upgrade.await.unwrap());
        let mut buffer = [0; 64];
        while let Ok(length @ 1..) = stream.read(&mut buffer).await {
            let shouted = buffer[..length].to_ascii_uppercase();
            stream.write_all(&shouted).await.unwrap();
        }
    });
    let headers = [(header::CONNECTION, "upgrade"), (header::UPGRADE, "shout")];
    (StatusCode::SWITCHING_PROTOCOLS, headers, Body::empty()).into_response()
}

fn router() -> Router {
    Router::new().route("/shout", routing::get(shout))
}

async fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    String::from_utf8(head).unwrap()
}

#[tokio::test]
async fn it_is_upgraded() {
    for (place, server) in everywhere(router).await {
        let mut stream = TcpStream::connect(server).await.unwrap();
        let request = "GET /shout HTTP/1.1\r\nhost: localhost\r\nx-request-id: r-1\r\n\
            connection: upgrade\r\nupgrade: shout\r\n\r\n";
        stream.write_all(request.as_bytes()).await.unwrap();
        let head = head(&mut stream).await.to_lowercase();
        assert!(head.starts_with("http/1.1 101 "), "{place}: {head}");
        assert!(head.contains("upgrade: shout\r\n"), "{place}: {head}");
        assert!(head.contains("x-request-id: r-1\r\n"), "{place}: {head}");
        for word in ["hello", "again"] {
            stream.write_all(word.as_bytes()).await.unwrap();
            let mut echo = vec![0; word.len()];
            stream.read_exact(&mut echo).await.unwrap();
            assert_eq!(echo, word.to_uppercase().as_bytes(), "{place}");
        }
    }
}

#[tokio::test]
async fn one_that_is_refused_is_an_answer() {
    for (_, server) in everywhere(router).await {
        let answer = crate::client::get(server, "/shout").send().await;
        answer.is_house(426, "UPGRADE_REQUIRED", "Upgrade Required");
    }
}
