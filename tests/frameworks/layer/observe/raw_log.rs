//! A log of lines: nothing that a client sends begins a new one.

use super::router;
use crate::client::get;
use crate::raw::exchange;
use crate::server::{self, everywhere, layer};
use crate::trace::listen;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Requests whose id, path, query, or handler's text has control characters.
const REQUESTS: &[&[u8]] = &[
    b"GET /project/a%0d%0aERROR%20faked%1b%5b31m%00%7f HTTP/1.1",
    b"GET /panic/lines HTTP/1.1",
    "GET /nowhere/\u{85}\u{9b}31m HTTP/1.1".as_bytes(),
    b"GET /nowhere/\x7f HTTP/1.1",
    b"GET /locked HTTP/1.1\r\nx-request-id: a\tb",
    "GET /locked HTTP/1.1\r\nx-request-id: \u{9b}31m".as_bytes(),
    b"GET /text/400?%0a HTTP/1.1",
];

async fn send(server: SocketAddr, request: &[u8]) {
    let end = b"\r\nhost: a\r\nconnection: close\r\n\r\n";
    exchange(server, &[request, end].concat()).await;
}

#[tokio::test]
async fn no_field_has_a_control_character() {
    for (place, server) in everywhere(router).await {
        for request in REQUESTS {
            let heard = listen();
            send(server, request).await;
            for text in heard.all() {
                assert!(!text.contains(char::is_control), "{place}: {text:?}");
            }
        }
        // The first one has been answered, and told.
        let heard = listen();
        send(server, REQUESTS[0]).await;
        assert_eq!(heard.event().field("error.type"), Some("NO_SUCH_PROJECT"), "{place}");
    }
}

#[tokio::test]
async fn each_event_is_a_line() {
    // The process has its subscriber by then, so that this one is not alone.
    drop(listen());
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_max_level(tracing::Level::INFO)
        .with_writer(move || writer.clone())
        .finish();
    let _here = tracing::subscriber::set_default(subscriber);
    let server = server::axum(router().layer(layer())).await;
    for request in REQUESTS {
        lines.0.lock().unwrap().clear();
        send(server, request).await;
        let log = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        let ours = log.lines().filter(|line| line.contains("error_runtime")).count();
        assert!(ours <= 1, "{log}");
        assert_eq!(log.lines().count(), ours, "{log}");
        assert!(log.chars().all(|c| c == '\n' || !c.is_control()), "{log:?}");
    }
    // There is a log at all.
    get(server, "/locked").send().await;
    let log = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("Somebody else has it open"), "{log}");
}
