//! Every error's answer, byte for byte.

use crate::{
    api::{Api, NAMES},
    rows::{DOCUMENTED, FURTHER, Request, Row, UNRESOLVED},
};
use serde_json::Value;
use std::collections::BTreeSet;
use systems::{Answer, System, readme_table};
use uuid::Uuid;

/// Asks, and compares all that the answer owes. What is asked before changes
/// something: it gets a service of its own.
async fn provoke(api: &Api, row: &Row, status: u16, body: &str) -> Answer {
    let own;
    let api = if row.given.is_empty() {
        api
    } else {
        own = Api::start();
        &own
    };
    for (method, path, body) in row.given {
        api.ask(method, path, body).await;
    }
    let (method, path, sent) = row.request;
    let id = Uuid::now_v7().to_string();
    let answer = api.ask_as(&id, method, path, sent).await;
    answer.is(status, "application/json", body);
    assert_eq!(answer.header("x-request-id"), Some(&*id));
    // The client goes by the status, and waits as it likes.
    assert_eq!(answer.header("retry-after"), None);
    assert_eq!(api.server.logged(&id), [row.code], "one event, with the code");
    answer
}

#[tokio::test]
async fn every_error_is_answered() {
    let (api, system) = (Api::start(), System::read("anyon"));
    let golden = system.json["errors"].as_array().expect("rows");
    let mut table =
        "| code (in the log) | status | by | body |\n| --- | --- | --- | --- |\n".to_owned();

    let mut provoked = BTreeSet::new();
    for row in DOCUMENTED {
        let number = golden.iter().position(|golden| golden["message"] == row.message);
        let number = number.unwrap_or_else(|| panic!("nobody documents {:?}", row.message));
        let status = golden[number]["status"].as_u64().expect("a status");
        let status = status.try_into().expect("a status");
        let error_data = system.in_row(number, "error_data");
        let body = body(&system, error_data.as_deref(), row.message);
        let answer = provoke(&api, &row, status, &body).await;
        provoked.insert(answer.json()["message"].as_str().expect("a text").to_owned());
        table += &line(&row, &answer);
    }
    let messages = golden.iter().filter_map(|row| row["message"].as_str());
    assert_eq!(provoked, messages.map(str::to_owned).collect());
    assert_eq!(provoked.len(), 27);

    table += &line(&UNRESOLVED, &provoke(&api, &UNRESOLVED, 409, &system.example(1)).await);
    for (status, row) in FURTHER {
        table += &line(&row, &provoke(&api, &row, status, &body(&system, None, row.message)).await);
    }

    let names = NAMES.iter().filter(|(name, _)| table.contains(name));
    let names: Vec<_> = names.map(|(name, is)| format!("* `{name}` is `{is}`")).collect();
    let table = format!("{table}\n{}", names.join("\n"));
    readme_table(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"), &table);
}

/// Where the document has a whole body, it is this one.
#[tokio::test]
async fn the_examples_are_answered() {
    let (api, system) = (Api::start(), System::read("anyon"));
    let row = |code: &str| *DOCUMENTED.iter().find(|row| row.code == code).expect("a row");
    provoke(&api, &row("TASK_NOT_FOUND"), 404, &system.example(0)).await;
    provoke(&api, &UNRESOLVED, 409, &system.example(1)).await;
    provoke(&api, &row("TOKEN_INVALID"), 200, &system.example(2)).await;
    provoke(&api, &row("rebase_in_progress"), 409, &system.example(3)).await;
}

/// The document's error with this message.
pub(crate) fn body(system: &System, error_data: Option<&str>, message: &str) -> String {
    let message = Value::from(message).to_string();
    system.error_body(&[
        ("error_data", Some(error_data.unwrap_or("null"))),
        ("message", Some(&message)),
    ])
}

/// The README's line for it.
fn line(row: &Row, answer: &Answer) -> String {
    let shown = |(method, path, body): &Request| {
        let body = if body.is_empty() { String::new() } else { format!(" `{body}`") };
        format!("`{method} {path}`{body}")
    };
    let given: Vec<_> = row.given.iter().map(shown).collect();
    let given =
        if given.is_empty() { String::new() } else { format!(", after {}", given.join(", ")) };
    let (by, status) = (shown(&row.request), answer.status.as_u16());
    format!("| `{}` | {status} | {by}{given} | `{}` |\n", row.code, answer.body)
}
