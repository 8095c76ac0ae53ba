//! The plain answers.

use crate::{api, rows::rows};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use systems::{System, readme_table};

/// Every code by a real request: the answer is the document's, the code is in
/// the log, and the README shows it.
#[tokio::test]
async fn every_code_is_answered() {
    let (server, system) = (api::server(), System::read("codemm"));
    let mut provoked = BTreeSet::new();
    let mut table =
        "| code (in the log) | status | by | body |\n| --- | --- | --- | --- |\n".to_owned();
    for (number, row) in rows(&system).iter().enumerate() {
        let id = format!("row-{number}");
        let answer = row.provoke(&server, &id).await;
        let status = system.row(row.code)["status"].as_u64().expect("a status");
        answer.is(status.try_into().expect("a status"), "application/json", &row.expected);
        assert_eq!(answer.header("x-request-id"), Some(&*id));
        assert_eq!(answer.header("retry-after"), None);
        let challenge = (status == 401).then_some(r#"Bearer realm="codemm""#);
        assert_eq!(answer.header("www-authenticate"), challenge);
        assert!(!answer.body.contains(row.code), "the code is not on the wire: {answer:?}");

        let logged = server.logged(&id);
        assert_eq!(logged, [row.code], "one event, with the code");
        provoked.extend(logged);
        let by = [row.method, row.path, row.body].join(" ");
        let given = if row.given.is_empty() { "" } else { ", " };
        let (by, given) = (by.trim_end(), [given, row.given].concat());
        writeln!(table, "| `{}` | {status} | `{by}`{given} | `{}` |", row.code, answer.body)
            .expect("a text");
    }
    let golden: BTreeSet<_> = system.codes().into_iter().map(|(code, _)| code.to_owned()).collect();
    assert_eq!(provoked, golden);
    readme_table(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"), &table);
}

/// Prompts, outputs, reference solutions and causes are in the log, and in no
/// byte that the server has sent.
#[tokio::test]
async fn what_is_private_stays() {
    let (server, system) = (api::server(), System::read("codemm"));
    let mut secrets = vec!["You are a tutor", "a reference solution", "the log says why"];
    for (number, row) in rows(&system).iter().enumerate() {
        let answer = row.provoke(&server, &format!("row-{number}")).await;
        if answer.status.is_server_error() {
            secrets.push(row.secret.expect("a 5xx has a secret"));
        }
    }
    assert_eq!(secrets.len(), 3 + 6, "one for each 5xx");
    api::ada(&server, "GET", "/debug/panic", "").await;
    server.keeps_private(&secrets);
}

#[tokio::test]
async fn what_salvo_answers_has_the_shape() {
    let (server, system) = (api::server(), System::read("codemm"));
    let body = |message: &str| {
        let message = serde_json::Value::from(message).to_string();
        system.error_body(&[("error", Some(&message)), ("detail", None)])
    };
    let json = "application/json";

    let answer = api::ada(&server, "GET", "/nowhere", "").await;
    answer.is(404, json, &body("There is nothing at this address"));
    let answer = api::ada(&server, "PUT", "/sessions", "").await;
    answer.is(405, json, &body("This address has no such method"));
    assert_eq!(answer.header("allow"), Some("POST"));
    let answer = api::ada(&server, "GET", "/debug/panic", "").await;
    answer.is(500, json, &body("Internal Server Error"));

    // 400 for an invalid shape, with what is wrong with it.
    let answer = api::ada(&server, "POST", "/sessions", r#"{"problem_count":"x"}"#).await;
    assert_eq!(answer.status, 400);
    let error = answer.json()["error"].as_str().expect("a text").to_owned();
    assert!(error.contains("expected"), "{answer:?}");
    let answer = api::ada(&server, "POST", "/sessions", "null").await;
    answer.is(400, json, &body("invalid type: null, expected an object at line 1 column 4"));
    let large = format!(r#"{{"language":"{}"}}"#, "x".repeat(100 * 1024));
    let answer = api::ada(&server, "POST", "/sessions", &large).await;
    assert_eq!(answer.status, 413);
    assert_eq!(answer.json().as_object().map(serde_json::Map::len), Some(1), "{answer:?}");
}

/// Each answer says which request it belongs to, also where there was no id.
#[tokio::test]
async fn every_answer_has_an_id() {
    let server = api::server();
    for path in ["/sessions/1", "/nowhere", "/debug/panic"] {
        let answer = server.ask("GET", path).await;
        let id = answer.header("x-request-id").expect("an id").to_owned();
        assert_eq!(server.logged(&id).len(), 1);
    }
}
