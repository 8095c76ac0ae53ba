//! Asks a server for every route, and compares with the answer itself.

use crate::events;
use crate::routes::{self, Route};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::time::Duration;

/// What a framework cannot do: the answer that it gives in place of the one of
/// the path.
pub struct Difference {
    pub path: &'static str,
    /// Read by people, here and in the README.
    #[allow(dead_code, reason = "told in words")]
    pub reason: &'static str,
    pub instead: fn(&mut Response<Bytes>),
}

/// What servers add.
const ADDED: &[&str] =
    &["connection", "content-length", "date", "server", "transfer-encoding", "vary"];

/// Where the log of a server is.
#[derive(Clone, Copy)]
pub enum Log {
    /// Under this name.
    Here(&'static str),
    /// In another process, which tells a line for each event at `/events`.
    There,
}

/// Asks for every route, and reports all failures at once.
pub fn all(log: Log, server: SocketAddr, differences: &[Difference]) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let failures = runtime.block_on(async {
        // A proxy for the outside must not be asked for the loopback.
        let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(20));
        let client = client.redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let mut failures = String::new();
        let routes = routes::all().await;
        for difference in differences {
            assert!(routes.iter().any(|route| route.path == difference.path));
        }
        for Route { path, mut answer, is_error } in routes {
            for difference in differences.iter().filter(|one| one.path == path) {
                (difference.instead)(&mut answer);
            }
            let found = ask(&client, server, path).await;
            let (expected, found) = (lines(&answer), lines(&found));
            if expected != found {
                let _ = write!(failures, "\n-- {path} gives\n{found}\nnot\n{expected}");
            }
            let events = match log {
                Log::Here(framework) => events::take(framework),
                Log::There => told(&client, server).await,
            };
            if events.len() != usize::from(is_error) {
                let _ = write!(failures, "\n-- {path} is logged as {events:#?}\n");
            }
        }
        failures
    });
    assert!(failures.is_empty(), "{failures}");
}

async fn told(client: &reqwest::Client, server: SocketAddr) -> Vec<String> {
    let answer = ask(client, server, "/events").await;
    let text = std::str::from_utf8(answer.body()).unwrap();
    text.lines().map(str::to_owned).collect()
}

async fn ask(client: &reqwest::Client, server: SocketAddr, path: &str) -> Response<Bytes> {
    let answer = client.get(format!("http://{server}{path}")).send().await.unwrap();
    let (status, headers) = (answer.status(), answer.headers().clone());
    if let Some(length) = answer.content_length() {
        // Where it is known, it is right: the client would wait otherwise.
        assert!(length < 1_000, "{path}");
    }
    let mut response = Response::new(answer.bytes().await.unwrap());
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// All of it as text. Some servers send headers in the order of their map: only
/// those of one name have an order.
pub fn lines(response: &Response<Bytes>) -> String {
    let mut text = format!("{}\n", response.status().as_u16());
    text.push_str(&header_lines(response.headers()));
    let _ = write!(text, "\n{}\n", response.body().escape_ascii());
    text
}

pub fn header_lines(headers: &HeaderMap) -> String {
    let mut lines: Vec<_> =
        headers.iter().filter(|(name, _)| !ADDED.contains(&name.as_str())).collect();
    lines.sort_by_key(|(name, _)| name.as_str());
    let mut text = String::new();
    for (name, value) in lines {
        let _ = writeln!(text, "{name}: {}", value.as_bytes().escape_ascii());
    }
    text
}

/// Headers that are no UTF-8 are left out.
pub const NO_LATIN1: Difference = Difference {
    path: "/latin1_header",
    reason: "headers are text there",
    instead: |answer| drop(answer.headers_mut().remove("x-told")),
};

/// What the comparison rests on, said in full: the answers are not empty.
#[test]
fn the_routes_are_as_declared() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let routes = runtime.block_on(routes::all());
    let lines = |path: &str| {
        let route = routes.iter().find(|route| route.path == path).unwrap();
        lines(&route.answer)
    };
    let shared = "cache-control: no-store\ncontent-type: application/json\n";
    assert_eq!(
        lines("/success"),
        "200\ncontent-type: application/json\n\n{\\\"ok\\\":true,\\\"data\\\":{\\\"name\\\":\\\"Gr\\xc3\\xb6\\xc3\\x9fe \\\\\\\"1\\\\\\\"\\\"}}\n"
    );
    assert_eq!(
        lines("/repeated"),
        format!(
            "401\n{shared}set-cookie: a=1; Path=/\nset-cookie: b=2, three\n\
            www-authenticate: Bearer realm=\\\"api\\\", error=\\\"LOGGED_OUT\\\"\n\
            www-authenticate: Basic realm=\\\"api\\\"\nx-a: 1\nx-a: 2\n\n\
            {{\\\"ok\\\":false,\\\"error\\\":{{\\\"code\\\":\\\"LOGGED_OUT\\\",\\\"message\\\":\\\"Log in first\\\"}}}}\n"
        )
    );
    assert_eq!(
        lines("/slow_down"),
        format!(
            "429\n{shared}retry-after: 7\n\n\
            {{\\\"ok\\\":false,\\\"error\\\":{{\\\"code\\\":\\\"SLOW_DOWN\\\",\\\"message\\\":\\\"Too many requests\\\",\\\"retry_after\\\":7}}}}\n"
        )
    );
    assert_eq!(lines("/bare"), "410\nx-gone: 1\n\n\n");
    assert_eq!(lines("/words"), "418\ncontent-type: text/plain; charset=utf-8\n\nOnly in words\n");
    assert!(lines("/private").contains("Something went wrong"));
    assert!(lines("/converted").starts_with("404\n"));
    assert!(lines("/rare_status").starts_with("420\n"));
    assert!(lines("/latin1_header").contains("x-told: na\\xefve\n"));
    assert!(lines("/faced").starts_with("410\n"));
    assert!(lines("/faced").contains("x-old: 1\n"));
    let statuses: Vec<StatusCode> = routes.iter().map(|route| route.answer.status()).collect();
    assert_eq!(statuses.len(), 20);
}
