//! Requests that no client sends, to the servers that have the layer: whatever
//! has a body is the envelope, and no line of the log is what the client made
//! of it.

#[path = "../layer/hostile/cases.rs"]
mod cases;
mod log;
#[allow(dead_code, reason = "one request by its head is asked for elsewhere")]
#[path = "../layer/raw.rs"]
mod socket;

use self::cases::{CASES, bytes};
use self::socket::{Raw, exchange};
use crate::check::{self, Protocol};
use crate::servers;
use serde_json::Value;
use std::net::SocketAddr;
use std::time::Duration;

/// What axum's server answers; here only the shape counts.
#[allow(dead_code, reason = "a status differs from server to server")]
enum Then {
    Ours(u16),
    Fine,
    Refused,
    Either,
}

/// More than the table of all has: what frameworks are told in their own words,
/// and might say again.
const MORE: &[(&str, &[u8])] = &[
    ("a query of no UTF-8", b"GET /query?page=\xff%fe"),
    ("line breaks in a query", b"GET /query?page=%0d%0aERROR%20faked%1b%5b31m"),
    ("line breaks in a detail", b"GET /projects/a%0d%0aERROR%20faked%1b%5b31m%00%7f"),
    ("turned text in a path", "GET /projects/%E2%80%AEfaked%E2%80%A8line".as_bytes()),
    ("a status that is none", b"GET /upstream/99999999999999999999"),
    ("an id with a tab", b"GET /nowhere HTTP/1.1~x-request-id: a\tb"),
    ("an id of C1", "GET /nowhere HTTP/1.1~x-request-id: \u{9b}31m".as_bytes()),
    ("ids in a list", b"GET /nowhere HTTP/1.1~x-request-id: a,b~x-request-id: c"),
    ("a wish of commas", b"GET /choice HTTP/1.1~accept: ,,,;;;q=q=q,*/*/*;q=-1,*"),
    ("a wish of no end", b"GET /choice HTTP/1.1~accept: application/json;q=0.\"\\"),
    (
        "a type of quotes",
        b"POST /json HTTP/1.1~content-type: application/json; charset=\"~content-length: 2",
    ),
    ("a HEAD with a body", b"HEAD /locked HTTP/1.1~content-length: 2~~{}"),
    ("a body that is not read", b"POST /nowhere HTTP/1.1~content-length: 2~~{}"),
];

/// A request of these lines, which asks to close.
fn lines(case: &[u8]) -> Vec<u8> {
    let (head, body) = match case.windows(2).position(|two| two == b"~~") {
        Some(at) => (&case[..at], &case[at + 2..]),
        None => (case, &b""[..]),
    };
    let version: &[u8] = if head.contains(&b'~') { b"" } else { b" HTTP/1.1" };
    let head = [head, version, b"~host: a~connection: close~~"].concat();
    let lines: Vec<&[u8]> = head.split(|byte| *byte == b'~').collect();
    [&lines.join(&b"\r\n"[..]), body].concat()
}

/// Nothing, a refusal of the server's without a body, or the envelope; whether
/// it is that.
fn is_envelope(read: &[u8]) -> Result<bool, String> {
    let Some(raw) = Raw::parse(read) else {
        return if read.is_empty() { Ok(false) } else { Err("no answer of HTTP".to_owned()) };
    };
    if raw.status() < 400 || raw.body.is_empty() {
        return Ok(false);
    }
    let id = raw.header("x-request-id").ok_or("a body without an id")?;
    let length = raw.header("content-length").and_then(|length| length.parse().ok());
    let body = raw.body.get(..length.unwrap_or(usize::MAX)).ok_or("a body that is cut")?;
    let body: Value = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    let is_house = body["ok"] == false && body["error"]["code"].is_string();
    let is_choice = body["title"] == "A choice";
    if (is_house || is_choice) && body["request_id"] == id {
        Ok(true)
    } else {
        Err("not the envelope".to_owned())
    }
}

fn ask(server: SocketAddr) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let all = CASES.iter().map(|case| (case.0, bytes(case)));
    let more = MORE.iter().map(|(name, case)| (*name, lines(case)));
    let huge = [
        ("a huge header", format!("GET /locked HTTP/1.1\r\nx: {}\r\n\r\n", "a".repeat(1 << 20))),
        ("many headers", format!("GET /locked HTTP/1.1\r\n{}\r\n", "x: y\r\n".repeat(5000))),
        ("a huge path", format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(1 << 20))),
        (
            "a long path",
            format!("GET /{} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n", "a".repeat(4000)),
        ),
    ];
    let huge = huge.into_iter().map(|(name, text)| (name, text.into_bytes()));
    let asked = all.chain(more).chain(huge).map(|(name, bytes)| async move {
        let read = exchange(server, &bytes).await;
        is_envelope(&read).map_err(|error| {
            format!("-- {name}: {error}: {}", String::from_utf8_lossy(&read).escape_debug())
        })
    });
    let answers = runtime.block_on(futures_util::future::join_all(asked));
    let failures: Vec<&String> = answers.iter().filter_map(|one| one.as_ref().err()).collect();
    assert!(failures.is_empty(), "{failures:#?}");
    // Most of them do reach the application.
    let envelopes = answers.iter().filter(|one| **one == Ok(true)).count();
    assert!(envelopes > 25, "{envelopes} of {}", answers.len());
    // And the server lives on.
    let client = check::client(Protocol::Http1);
    let request = client.get(format!("http://{server}/ok")).timeout(Duration::from_secs(10));
    let response = runtime.block_on(async { request.send().await.unwrap() });
    assert_eq!(response.status(), 200);
}

macro_rules! servers {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            log::listen();
            ask(servers::$name::start());
            log::is_clean();
        }
    )*};
}

servers! { actix_web axum hyper poem rocket salvo warp }
