//! The server, held to its document: status, headers and body of every error.

use std::collections::BTreeSet;
use systems::{Answer, Server, System, readme_table, run_client};

/// A request, and what its error says.
struct Row {
    code: &'static str,
    status: u16,
    request: &'static str,
    body: &'static str,
    message: &'static str,
    details: &'static str,
}

const fn row(code: &'static str, status: u16, request: &'static str, message: &'static str) -> Row {
    Row { code, status, request, body: "", message, details: "{}" }
}

impl Row {
    const fn sends(self, body: &'static str) -> Self {
        Self { body, ..self }
    }

    const fn details(self, details: &'static str) -> Self {
        Self { details, ..self }
    }

    /// For the README's table.
    fn provoked_by(&self) -> String {
        let (request, remark) = self.request.split_once(", ").unwrap_or((self.request, ""));
        let request = match self.body {
            "" => format!("`{request}`"),
            body => format!("`{request}` `{body}`"),
        };
        if remark.is_empty() { request } else { format!("{request}, {remark}") }
    }
}

const INVALID: &str = "Request validation failed";
const FAILED: &str = "Agent run failed";
const GENERIC: &str = "Something went wrong";
const RUNS: &str = "POST /cases/c-1/runs";
const CASE: &str = r#"{"title":"A"}"#;

/// What the document lists.
const ROWS: &[Row] = &[
    row("CaseNotFoundError", 404, "GET /cases/c-9", "Case 'c-9' not found"),
    row("CaseNotFoundError", 404, "GET /sessions/s-9", "Session 's-9' not found"),
    row("DocumentNotFoundError", 404, "GET /documents/d-9", "Document 'd-9' not found"),
    row("DocumentNotFoundError", 404, "GET /documents/d-3", "Document not generated yet"),
    row("UnauthorizedError", 403, "GET /cases/c-2", "You are not allowed to access this"),
    row("UnauthorizedError", 403, "GET /sessions/s-2", "You are not allowed to access this"),
    row("ValidationError", 422, "POST /cases", INVALID)
        .sends("{}")
        .details(r#"{"fields":[{"loc":["body","title"],"msg":"field required"}]}"#),
    row("ValidationError", 422, "POST /cases", INVALID)
        .sends(r#"{"title":7}"#)
        .details(r#"{"fields":[{"loc":["body","title"],"msg":"Has the wrong type"}]}"#),
    row("ValidationError", 422, RUNS, INVALID)
        .sends(r#"{"agent":"barber"}"#)
        .details(r#"{"fields":[{"loc":["body","agent"],"msg":"Not one of the known values"}]}"#),
    row("ValidationError", 422, "POST /cases", INVALID)
        .sends("no JSON")
        .details(r#"{"fields":[{"loc":["body"],"msg":"Has the wrong type"}]}"#),
    row("RateLimitError", 429, "POST /cases, the fourth time", "Too many requests")
        .sends(CASE)
        .details(r#"{"retry_after":30}"#),
    row("AgentExecutionError", 500, RUNS, FAILED).sends(r#"{"agent":"translator"}"#),
    row("AgentExecutionError", 500, RUNS, FAILED).sends(r#"{"agent":"researcher"}"#),
    row("AgentExecutionError", 500, RUNS, FAILED).sends(r#"{"agent":"paralegal"}"#),
    row("AgentExecutionError", 500, RUNS, FAILED).sends(r#"{"agent":"reviewer"}"#),
    row("DatabaseError", 500, "GET /cases/old-7", GENERIC),
    row("InternalServerError", 500, "GET /documents/d-2", GENERIC),
];

/// What poem answers by itself, in its own words, and a panic.
const CAUGHT: &[Row] = &[
    row("HttpError", 404, "GET /nowhere", "not found").details(r#"{"detail":"not found"}"#),
    row("HttpError", 405, "PUT /cases/c-1", "Method Not Allowed")
        .details(r#"{"detail":"Method Not Allowed"}"#),
    row("HttpError", 400, "GET /cases/%ff", "invalid path params")
        .details(r#"{"detail":"invalid path params"}"#),
    row("HttpError", 413, "POST /cases, 20 kB", "payload too large")
        .details(r#"{"detail":"payload too large"}"#),
    row("InternalServerError", 500, "GET /debug/panic", GENERIC)
        .details(r#"{"detail":"Something went wrong"}"#),
];

/// What only the log may have: the path of a file that is missing, and of one
/// that is broken; the database; each agent's failure; the panic.
const SECRETS: &[&str] = &[
    "d-3.txt",
    "d-2.txt",
    "stream did not contain valid UTF-8",
    "postgres://cases:hunter2@archive.internal",
    "SELECT id, title, owner FROM cases",
    "deadline has elapsed",
    "key=sk-live-51",
    "acct-7731",
    "You are Judge Roe.",
    "witness Doe, 4 Elm Street",
];

fn start(environment: &[(&str, &str)]) -> Server {
    let environment = [&[("AGENT_TIMEOUT_SECONDS", "0.05")], environment].concat();
    Server::start(env!("CARGO_BIN_EXE_case_files"), &environment)
}

async fn ask(server: &Server, id: &str, user: &str, request: &str, body: &str) -> Answer {
    let (method, path) = request.split_once(' ').expect("method and path");
    let request = server.request(method, path).header("x-request-id", id).header("x-user", user);
    server.send(request.body(body.to_owned())).await
}

/// The answer to a row's request.
async fn answer(server: &Server, row: &Row) -> Answer {
    let (request, remark) = row.request.split_once(", ").unwrap_or((row.request, ""));
    let body = if remark == "20 kB" { "a".repeat(20_000) } else { row.body.to_owned() };
    if remark == "the fourth time" {
        for _ in 0..3 {
            assert_eq!(ask(server, "r-0", "ana", request, &body).await.status, 201);
        }
    }
    ask(server, "r-1", "ana", request, &body).await
}

fn expected(system: &System, row: &Row) -> String {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    system.error_body(&[
        ("error.type", Some(&text(row.code))),
        ("error.message", Some(&text(row.message))),
        ("error.details", Some(row.details)),
        ("error.request_id", Some(r#""r-1""#)),
    ])
}

#[tokio::test]
async fn every_error_is_answered_as_documented() {
    let (system, server) = (System::read("case_files"), start(&[]));
    let mut table = vec!["| code | status | provoked by | body |".to_owned()];
    table.push("| --- | --- | --- | --- |".to_owned());
    let mut provoked = BTreeSet::new();
    for (at, row) in ROWS.iter().chain(CAUGHT).enumerate() {
        let answer = answer(&server, row).await;
        answer.is(row.status, "application/json", &expected(&system, row));
        assert_eq!(answer.header("x-request-id"), Some("r-1"), "{}", row.request);
        let wait = (row.status == 429).then_some("30");
        assert_eq!(answer.header("retry-after"), wait, "{}", row.request);
        let allow = (row.status == 405).then_some("GET, HEAD");
        assert_eq!(answer.header("allow"), allow, "{}", row.request);

        let json = answer.json();
        let code = json["error"]["type"].as_str().expect("a type");
        if at < ROWS.len() {
            provoked.insert((code.to_owned(), answer.status.as_u16()));
        }
        table.push(format!(
            "| `{code}` | {} | {} | `{}` |",
            row.status,
            row.provoked_by(),
            answer.body
        ));
    }
    let documented = system.codes().into_iter().map(|(code, status)| (code.to_owned(), status));
    assert_eq!(provoked, documented.collect::<BTreeSet<_>>());
    server.keeps_private(SECRETS);
    readme_table(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"), &table.join("\n"));
}

#[tokio::test]
async fn the_documents_examples_are_answered_byte_for_byte() {
    let (system, server) = (System::read("case_files"), start(&[]));
    let content_type = system.json["content_type"].as_str().expect("a content type");

    // The first one has stand-ins for the type and the message.
    let answer = ask(&server, "uuid-for-support", "ana", "GET /cases/c-9", "").await;
    let example = system.example(0).replace("ErrorType", "CaseNotFoundError");
    let example = example.replace("Human-readable message", "Case 'c-9' not found");
    answer.is(404, content_type, &example);

    let answer = ask(&server, "r-1", "ana", "POST /cases", "{}").await;
    answer.is(422, content_type, &system.example(1));

    for _ in 0..3 {
        assert_eq!(ask(&server, "r-0", "ana", "POST /cases", CASE).await.status, 201);
    }
    let answer = ask(&server, "r-2", "ana", "POST /cases", CASE).await;
    answer.is(429, content_type, &system.example(2));
    assert_eq!(
        answer.header("retry-after"),
        system.json["examples"][2]["retry_after_header"].as_str()
    );
    // It is her limit, and nobody else's.
    assert_eq!(ask(&server, "r-3", "bo", "POST /cases", CASE).await.status, 201);
}

/// A UUID where the client sends none, and nothing that could break a log.
#[tokio::test]
async fn every_answer_has_a_request_id() {
    let server = start(&[]);
    let mut ids = BTreeSet::new();
    for path in ["/cases/c-1", "/cases/old-7", "/nowhere", "/debug/panic"] {
        for sent in [None, Some("two words"), Some("")] {
            let request = server.request("GET", path).header("x-user", "ana");
            let request =
                sent.iter().fold(request, |request, id| request.header("x-request-id", *id));
            let answer = server.send(request).await;
            let id = answer.header("x-request-id").expect("an id").to_owned();
            let parts: Vec<_> = id.split('-').map(str::len).collect();
            assert_eq!(parts, [8, 4, 4, 4, 12], "{id}");
            assert!(id.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit()), "{id}");
            if !answer.status.is_success() {
                assert_eq!(answer.json()["error"]["request_id"], *id);
            }
            ids.insert(id);
        }
    }
    assert_eq!(ids.len(), 12, "each request has its own");
}

/// Who does not say who he is may see nothing.
#[tokio::test]
async fn strangers_are_not_allowed() {
    let server = start(&[]);
    for path in ["/cases/c-1", "/cases/c-9", "/sessions/s-1", "/documents/d-1"] {
        let answer = server.ask("GET", path).await;
        assert_eq!(answer.status, 403, "{path}");
        assert_eq!(answer.json()["error"]["type"], "UnauthorizedError");
    }
}

#[tokio::test]
async fn successes_are_no_errors() {
    let server = start(&[]);
    for path in ["/cases/c-1", "/sessions/s-1"] {
        let answer = ask(&server, "r-1", "ana", &format!("GET {path}"), "").await;
        assert_eq!((answer.status.as_u16(), answer.json()["id"].as_str()), (200, Some("c-1")));
        assert_eq!(answer.header("x-request-id"), Some("r-1"));
    }
    let answer = ask(&server, "r-1", "ana", "GET /documents/d-1", "").await;
    assert_eq!((answer.status.as_u16(), &*answer.body), (200, "The facts of the case."));
}

/// Rate limits are worth another attempt.
#[tokio::test]
async fn agents_are_retried() {
    let server = start(&[]);
    for (agent, attempts) in [("summarizer", 1), ("drafter", 3)] {
        let body = format!(r#"{{"agent":"{agent}"}}"#);
        let answer = ask(&server, "r-1", "ana", RUNS, &body).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        assert_eq!(answer.json()["attempts"], attempts, "{agent}");
    }
}

/// With the switch, and only then, a body has what is private otherwise.
#[tokio::test]
async fn tracebacks_are_for_developers() {
    let system = System::read("case_files");
    for on in ["1", "true"] {
        let server = start(&[("ERROR_INCLUDE_TRACEBACK", on)]);
        for row in ROWS.iter().chain(CAUGHT) {
            let answer = answer(&server, row).await;
            let (begin, trace) = answer.body.split_once(r#","traceback":["#).expect(&answer.body);
            assert_eq!(format!("{begin}}}}}"), expected(&system, row));
            let list: Vec<String> =
                serde_json::from_str(&format!("[{}", trace.trim_end_matches('}')))
                    .unwrap_or_else(|error| panic!("{error}: {trace}"));
            assert!(!list.is_empty());
        }
        let trace = async |request| {
            let error = ask(&server, "r-1", "ana", request, "").await.json();
            error["error"]["traceback"].to_string()
        };
        assert!(trace("GET /cases/old-7").await.contains("hunter2"));
        assert!(trace("GET /debug/panic").await.contains("witness Doe"));
    }
    for off in ["0", "false", ""] {
        let server = start(&[("ERROR_INCLUDE_TRACEBACK", off)]);
        for request in ["GET /cases/old-7", "GET /debug/panic"] {
            let answer = ask(&server, "r-1", "ana", request, "").await;
            assert!(!answer.body.contains("traceback"), "{off:?}: {answer:?}");
        }
        server.keeps_private(&["hunter2", "witness Doe"]);
    }
}

#[tokio::test]
async fn rate_limiting_can_be_turned_off() {
    let server = start(&[("ENABLE_RATE_LIMITING", "false")]);
    for _ in 0..10 {
        assert_eq!(ask(&server, "r-1", "ana", "POST /cases", CASE).await.status, 201);
    }
}

#[test]
fn the_documents_client_understands_it() {
    let server = start(&[]);
    let printed = run_client("case_files", &server.url(""));
    assert_eq!(printed.lines().count(), 9, "{printed}");
}

#[test]
fn the_tour_runs() {
    let tour = std::process::Command::new(env!("CARGO_BIN_EXE_case_files")).output();
    let tour = tour.expect("the tour runs");
    assert!(tour.status.success(), "{}", String::from_utf8_lossy(&tour.stderr));
    let printed = String::from_utf8(tour.stdout).expect("UTF-8");
    for (code, _) in System::read("case_files").codes() {
        assert!(printed.contains(code), "the tour does not show {code}");
    }
}
