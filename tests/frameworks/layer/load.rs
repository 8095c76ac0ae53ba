//! Ten thousand errors at the same time.
//!
//! It runs in a process of its own: what the tests beside it allocate would
//! hide a leak, or look like one.

use crate::api::Own;
use crate::server::{self, layer};
use crate::trace::quiet;
use axum::Router;
use axum::extract::{Json, Path, Request, State};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing;
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Barrier;
use tokio::time::timeout;

const CONNECTIONS: usize = 200;
const EACH: usize = 50;

/// How often all is asked before the memory is looked at, and between the two
/// looks: the first rounds fill buffers and the allocator's lists.
const WARM_UP: usize = 3;
const ROUNDS: usize = 2;

/// What the rounds may leave behind: under 200 bytes for each answer. Whatever
/// keeps an answer, its context (id, time, headers, a visit) or its span keeps
/// more than that; without a leak they have been seen to differ by less than
/// half of it, and not more over five times as many rounds.
const BOUND: usize = ROUNDS * CONNECTIONS * EACH * 200;

#[test]
fn no_answer_is_lost_wrong_or_kept() {
    let this = std::env::current_exe().unwrap();
    let args = ["--exact", "load::alone", "--ignored", "--nocapture", "--test-threads=1"];
    let output = Command::new(this).args(args).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned()
        + &*String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

#[tokio::test]
#[ignore = "the test above runs it, in a process of its own"]
async fn alone() {
    quiet();
    let gate = Arc::new(Gate { open: Barrier::new(CONNECTIONS), inside: AtomicUsize::new(0) });
    let server = server::axum(router(Arc::clone(&gate)).layer(layer())).await;
    let mut clients = Vec::new();
    for _ in 0..CONNECTIONS {
        clients.push(TcpStream::connect(server).await.unwrap());
    }
    for number in 0..WARM_UP {
        round(&mut clients, number).await;
    }
    let before = resident();
    for number in WARM_UP..WARM_UP + ROUNDS {
        round(&mut clients, number).await;
    }
    let after = resident();
    println!("{before} bytes, then {after}");
    assert!(after < before + BOUND, "{before} bytes before, and {after} after");
    assert_eq!(gate.inside.load(Ordering::SeqCst), (WARM_UP + ROUNDS) * CONNECTIONS * EACH);
    is_alive(server).await;
}

/// Lets nobody through until each connection has a request here.
struct Gate {
    open: Barrier,
    inside: AtomicUsize,
}

async fn wait(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    if request.headers().contains_key("x-no-gate") {
        return next.run(request).await;
    }
    gate.inside.fetch_add(1, Ordering::SeqCst);
    gate.open.wait().await;
    next.run(request).await
}

fn router(gate: Arc<Gate>) -> Router {
    use routing::{get, post};

    Router::new()
        .route("/locked", get(async || Own::Locked))
        .route("/project/{id}", get(async |Path(id): Path<String>| Own::NoSuchProject { id }))
        .route("/panic", get(async || -> &str { panic!("on purpose: under load") }))
        .route("/panic/later", get(later))
        .route("/text", get(async || (StatusCode::CONFLICT, "words")))
        .route("/json", post(async |_: Json<u32>| "fine"))
        .route("/store", get(async || Own::store().into_response()))
        .layer(middleware::from_fn_with_state(gate, wait))
}

async fn later() -> &'static str {
    tokio::task::yield_now().await;
    panic!("on purpose: under load")
}

/// A request, and the answer it has to have.
fn request(id: &str, at: usize) -> (String, u16, Value) {
    let crash = ("INTERNAL_SERVER_ERROR", "Internal Server Error".to_owned());
    let (line, status, (code, message)) = match at % 9 {
        0 => ("GET /locked", 409, ("LOCKED", "Somebody else has it open".to_owned())),
        1 => ("GET /nowhere", 404, ("NOT_FOUND", "Not Found".to_owned())),
        2 => ("GET /panic", 500, crash),
        3 => ("DELETE /locked", 405, ("METHOD_NOT_ALLOWED", "Method Not Allowed".to_owned())),
        4 => ("GET /panic/later", 500, crash),
        5 => ("GET /text", 409, ("CONFLICT", "words".to_owned())),
        6 => ("GET /store", 500, ("STORE", "Internal Server Error".to_owned())),
        7 => {
            let line = format!("GET /project/{id}");
            let body = json!({ "code": "NO_SUCH_PROJECT",
                "message": format!("No project '{id}'"), "request_id": id });
            return (head(&line, id), 404, body);
        }
        _ => {
            let message = "Expected request with `Content-Type: application/json`".to_owned();
            ("POST /json", 415, ("UNSUPPORTED_MEDIA_TYPE", message))
        }
    };
    (head(line, id), status, json!({ "code": code, "message": message, "request_id": id }))
}

fn head(line: &str, id: &str) -> String {
    format!("{line} HTTP/1.1\r\nhost: a\r\nx-request-id: {id}\r\ncontent-length: 0\r\n\r\n")
}

/// All connections send all their requests, and only then read.
async fn round(clients: &mut [TcpStream], number: usize) {
    let all = clients.iter_mut().enumerate().map(|(client, stream)| async move {
        let of = |at: usize| request(&format!("{number}-{client}-{at}"), client + at);
        let sent: String = (0..EACH).map(|at| of(at).0).collect();
        stream.write_all(sent.as_bytes()).await.unwrap();
        let mut reader = Reader { stream, read: Vec::new() };
        for at in 0..EACH {
            let (_, status, body) = of(at);
            assert_eq!(reader.answer().await, (status, body), "{number}-{client}-{at}");
        }
        assert!(reader.read.is_empty(), "more than was asked for");
    });
    let all = timeout(Duration::from_mins(1), join_all(all));
    all.await.expect("an answer was lost");
}

struct Reader<'a> {
    stream: &'a mut TcpStream,
    read: Vec<u8>,
}

impl Reader<'_> {
    /// The next answer: its status and its body.
    async fn answer(&mut self) -> (u16, Value) {
        loop {
            if let Some((status, start, length)) = self.head()
                && self.read.len() >= start + length
            {
                let body = serde_json::from_slice(&self.read[start..start + length]);
                self.read.drain(..start + length);
                return (status, body.unwrap());
            }
            let read = self.stream.read_buf(&mut self.read).await.unwrap();
            assert_ne!(read, 0, "the connection was closed");
        }
    }

    /// Status, and start and length of the body, once they are there.
    fn head(&self) -> Option<(u16, usize, usize)> {
        let end = self.read.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&self.read[..end]).unwrap();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let status = head.split(' ').nth(1).unwrap();
        Some((status.parse().unwrap(), end + 4, length.unwrap().parse().unwrap()))
    }
}

/// The process's memory, in bytes.
fn resident() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap();
    pages.split(' ').nth(1).unwrap().parse::<usize>().unwrap() * 4096
}

async fn is_alive(server: SocketAddr) {
    let answer = crate::client::get(server, "/locked").header("x-no-gate", "1").send().await;
    answer.is_house(409, "LOCKED", "Somebody else has it open");
}
