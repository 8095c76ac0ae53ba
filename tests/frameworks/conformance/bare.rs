//! The table for a framework that has no layer: the application's own answers
//! are the same but for the request's id; what the framework answers itself is
//! its own.

use crate::check::{self, Protocol};
use crate::table::{Answer, CASES, CHOICE, Case};
use std::fmt::Write as _;
use std::net::SocketAddr;

/// What a framework answers where a layer would.
#[derive(Clone, Copy)]
pub enum Own {
    /// This status, and no envelope.
    Status(u16),
    /// The connection is closed.
    Closed,
}

/// Asks all of the table; `own` are the cases that the framework answers.
pub fn all(server: SocketAddr, protocols: &[Protocol], own: &[(&str, Own)]) {
    for (name, _) in own {
        assert!(CASES.iter().any(|case| case.name == *name), "no case `{name}`");
    }
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut failures = String::new();
    for protocol in protocols {
        let client = check::client(*protocol);
        for case in CASES {
            let own = own.iter().find(|(name, _)| *name == case.name).map(|(_, own)| *own);
            let result = runtime.block_on(one(&client, server, case, own));
            if let Err(failure) = result {
                let _ = writeln!(failures, "-- {} ({protocol:?}): {failure}", case.name);
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

async fn one(
    client: &reqwest::Client,
    server: SocketAddr,
    case: &Case,
    own: Option<Own>,
) -> Result<(), String> {
    let response = match (check::send(client, server, case).await, own) {
        (Err(_), Some(Own::Closed)) => return Ok(()),
        (Err(error), _) => return Err(format!("no answer: {error:?}")),
        (Ok(response), _) => response,
    };
    let status = response.status().as_u16();
    let headers = response.headers().clone();
    let body = response.text().await.map_err(|error| format!("no body: {error:?}"))?;
    match own {
        Some(Own::Status(own)) if status == own && !body.contains(r#""ok":false"#) => return Ok(()),
        Some(_) => return Err(format!("no longer differs as stated: {status} {body}")),
        None => {}
    }
    if status != case.status {
        return Err(format!("status {status}, not {}: {body}", case.status));
    }
    // Nobody asks what the client would like.
    let wishes = case.path == "/choice";
    for (name, values) in case.has {
        let values = match (*name, wishes) {
            ("x-request-id" | "vary", _) => &[][..],
            ("content-type", true) => &["application/problem+json"],
            _ => values,
        };
        let there = check::values(&headers, name);
        if there != values {
            return Err(format!("{name}: {there:?}, not {values:?}"));
        }
    }
    let expected = match case.answer {
        _ if wishes => without_id(CHOICE),
        Answer::Bytes(expected) | Answer::NewId(expected) => without_id(expected),
        Answer::Nothing => String::new(),
    };
    if body == expected { Ok(()) } else { Err(format!("the body is\n{body}\nnot\n{expected}")) }
}

/// Without a layer there is no id.
fn without_id(body: &str) -> String {
    let Some((before, rest)) = body.split_once(r#""request_id":""#) else {
        return body.replace("r-1", "none");
    };
    let (_, after) = rest.split_once('"').expect("its end");
    // `"request_id"?` is left out.
    if before.contains("about:blank") {
        format!("{}{after}", before.trim_end_matches(','))
    } else {
        format!(r#"{before}"request_id":null{after}"#)
    }
}
