//! The daemon, as its clients see it, against its document.

mod codes;
mod framework;
mod repo;

use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};
use systems::{Answer, Server, System};

const JSON: &str = "application/json";

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an old folder goes");
    }
    fs::create_dir_all(&folder).expect("a new folder comes");
    folder
}

/// A daemon whose workspace lies in this folder.
fn start(folder: &Path) -> Server {
    let folder = folder.to_str().expect("a path that is text");
    Server::start(env!("CARGO_BIN_EXE_codrag"), &[("TMPDIR", folder)])
}

/// One request, with a JSON body or without, and with this id.
async fn ask(server: &Server, id: &str, (method, path, body): Ask) -> Answer {
    let mut request = server.request(method, path).header("x-request-id", id);
    if let Some(body) = body {
        request = request.header("content-type", JSON).body(body);
    }
    server.send(request).await
}

type Ask = (&'static str, &'static str, Option<&'static str>);

/// The document's error body of this code, with its hint.
fn body(system: &System, code: &str, message: &str, details: &str) -> String {
    system.error_body(&[
        ("error.code", Some(&Value::from(code).to_string())),
        ("error.message", Some(&Value::from(message).to_string())),
        ("error.hint", Some(&system.row(code)["hint"].to_string())),
        ("error.details", Some(details)),
    ])
}

#[tokio::test]
async fn the_examples_are_answered_as_they_stand() {
    let server = start(&folder("examples"));
    let system = System::read("codrag");
    let asks = ["/debug/new-error", "/projects/codrag/search?q=x", "/projects/abc123"];
    assert_eq!(system.json["examples"].as_array().map(Vec::len), Some(asks.len()));
    for (number, path) in asks.into_iter().enumerate() {
        let status = system.json["examples"][number]["status"].as_u64();
        let answer = server.ask("GET", path).await;
        assert_eq!(Some(u64::from(answer.status.as_u16())), status);
        answer.is(answer.status.as_u16(), JSON, &system.example(number));
    }
}

#[tokio::test]
async fn successes_have_the_same_envelope() {
    let server = start(&folder("successes"));
    let main = server.ask("GET", "/projects/codrag/file?path=src/main.rs").await;
    let text = r#""fn main() {\n    find(\"needle\");\n}\n""#;
    main.is(200, JSON, &success(text));

    server.ask("POST", "/projects/codrag/build").await.is(202, JSON, &success("null"));
    let built = server.ask("GET", "/projects/codrag/build").await;
    built.is(200, JSON, &success(r#"{"files":3}"#));
    let hits = server.ask("GET", "/projects/codrag/search?q=needle").await;
    let hit = r#"[{"file":"src/main.rs","line":2,"text":"    find(\"needle\");"}]"#;
    hits.is(200, JSON, &success(hit));

    let listed = server.ask("GET", "/projects").await.json();
    let ids = listed["data"].as_array().map(|all| all.iter().map(|it| &it["id"]).collect());
    assert_eq!(ids, Some(vec![&Value::from("codrag"), &Value::from("legacy")]));
    assert_eq!(server.ask("DELETE", "/projects/legacy").await.json()["success"], true);
    assert_eq!(server.ask("GET", "/projects/legacy").await.status, 404);
}

fn success(data: &str) -> String {
    format!(r#"{{"success":true,"data":{data},"error":null}}"#)
}

#[test]
fn a_client_acts_on_each_hint() {
    let server = start(&folder("client"));
    print!("{}", systems::run_client("codrag", &server.url("")));
}
