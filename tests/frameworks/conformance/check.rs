//! Asks a server all of the table, and compares.

use crate::table::{Answer, CASES, Case};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, Method, Response};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::net::SocketAddr;

/// What a framework cannot do, and why: asserted as such.
#[derive(Clone, Copy)]
pub struct Difference {
    /// The cases' names.
    pub cases: &'static [&'static str],
    /// What bounds it.
    pub reason: &'static str,
    /// The answer that comes in place of the table's.
    pub instead: Instead,
}

/// An answer in place of the table's.
#[derive(Clone, Copy)]
pub enum Instead {
    /// Another status and body, with the table's headers.
    Answer(u16, &'static str),
    /// As the table says, without this header.
    Without(&'static str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    Http1,
    Http2,
}

/// Asks all of the table, in each protocol, and reports all failures at once.
pub fn all(server: SocketAddr, protocols: &[Protocol], differences: &[Difference]) {
    let names: BTreeSet<&str> = CASES.iter().map(|case| case.name).collect();
    for case in differences.iter().flat_map(|difference| difference.cases) {
        assert!(names.contains(case), "no case `{case}`");
    }
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut failures = String::new();
    for protocol in protocols {
        let client = client(*protocol);
        for case in CASES {
            let difference = differences.iter().find(|one| one.cases.contains(&case.name));
            let result = runtime.block_on(one(&client, server, case, difference));
            if let Err(failure) = result {
                let _ = writeln!(failures, "-- {} ({protocol:?}): {failure}", case.name);
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

pub fn client(protocol: Protocol) -> Client {
    // A proxy for the outside must not be asked for the loopback.
    let builder = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
    match protocol {
        Protocol::Http1 => builder.http1_only(),
        Protocol::Http2 => builder.http2_prior_knowledge(),
    }
    .build()
    .unwrap()
}

async fn one(
    client: &Client,
    server: SocketAddr,
    case: &Case,
    difference: Option<&Difference>,
) -> Result<(), String> {
    let instead = difference.map(|difference| difference.instead);
    let sent = send(client, server, case).await;
    let response = sent.map_err(|error| format!("no answer: {error:?}"))?;
    let status = response.status().as_u16();
    let headers = response.headers().clone();
    let length = headers.get("content-length").map(|length| length.to_str().unwrap().to_owned());
    let body = response.bytes().await.map_err(|error| format!("no body: {error:?}"))?;
    let body = String::from_utf8(body.to_vec()).map_err(|_| "no UTF-8".to_owned())?;
    let (expected, answer) = match instead {
        Some(Instead::Answer(status, body)) => (status, Answer::Bytes(body)),
        _ => (case.status, case.answer),
    };
    if status != expected {
        return Err(format!("status {status}, not {expected}: {body}"));
    }
    if case.method != "HEAD" && length.is_some_and(|length| length != body.len().to_string()) {
        return Err("a wrong content-length".to_owned());
    }
    for (name, values) in case.has {
        // Of another answer, what all answers have.
        let differs = matches!(instead, Some(Instead::Answer(..)));
        if differs && !["content-type", "x-request-id"].contains(name) {
            continue;
        }
        let there = self::values(&headers, name);
        let left_out = matches!(instead, Some(Instead::Without(other)) if other == *name);
        match (left_out, there == *values) {
            (false, true) | (true, false) => {}
            (true, true) => return Err(format!("{name} is there, though stated as missing")),
            (false, false) => return Err(format!("{name}: {there:?}, not {values:?}")),
        }
    }
    let expected = match answer {
        Answer::Bytes(expected) => expected.to_owned(),
        Answer::Nothing => String::new(),
        Answer::NewId(expected) => {
            let id = headers.get("x-request-id").ok_or("no x-request-id")?.to_str().unwrap();
            let is_uuid = id.len() == 36 && id.as_bytes()[14] == b'7';
            if !is_uuid {
                return Err(format!("`{id}` is no UUID of version 7"));
            }
            expected.replace("{id}", id)
        }
    };
    if body == expected { Ok(()) } else { Err(format!("the body is\n{body}\nnot\n{expected}")) }
}

/// The values of a header, in order.
pub fn values(headers: &HeaderMap, name: &str) -> Vec<String> {
    headers
        .get_all(name)
        .iter()
        .map(|value| value.to_str().unwrap())
        // A list is the same with spaces.
        .map(|value| if name == "allow" { value.replace(' ', "") } else { value.to_owned() })
        .collect()
}

pub async fn send(client: &Client, server: SocketAddr, case: &Case) -> reqwest::Result<Response> {
    let method = Method::from_bytes(case.method.as_bytes()).unwrap();
    let mut request = client.request(method, format!("http://{server}{}", case.path));
    if !case.headers.iter().any(|(name, _)| *name == "x-request-id") {
        request = request.header("x-request-id", "r-1");
    }
    for (name, value) in case.headers {
        let value = HeaderValue::from_bytes(value).unwrap();
        request = request.header(HeaderName::from_static(name), value);
    }
    if !case.body.is_empty() {
        request = request.body(case.body);
    }
    request.send().await
}
