//! Each code of the document, provoked.

use crate::{Ask, JSON, ask, body, folder, start};
use std::{
    collections::BTreeSet,
    fmt::Write,
    thread,
    time::{Duration, Instant},
};
use systems::{Answer, Server, System, readme_table};

struct Case {
    code: &'static str,
    /// What is asked before, with success.
    before: &'static [Ask],
    ask: Ask,
    message: &'static str,
    details: &'static str,
    /// What only the log may have.
    secret: Option<&'static str>,
}

/// In the document's order.
const CASES: &[Case] = &[
    Case {
        code: "VALIDATION_ERROR",
        before: &[],
        ask: ("POST", "/projects", Some("{}")),
        message: "Request has missing or invalid fields",
        details: r#"{"reason":"Failed to deserialize the JSON body into the target type: missing field `path` at line 1 column 2"}"#,
        secret: None,
    },
    Case {
        code: "INVALID_PATH",
        before: &[],
        ask: ("GET", "/projects/codrag/file?path=../legacy/umlaut.rs", None),
        message: "Path '../legacy/umlaut.rs' contains invalid characters or traversal",
        details: r#"{"path":"../legacy/umlaut.rs"}"#,
        secret: None,
    },
    Case {
        code: "PROJECT_NOT_FOUND",
        before: &[],
        ask: ("GET", "/projects/abc123", None),
        message: "Project with ID 'abc123' not found",
        details: "{}",
        secret: None,
    },
    Case {
        code: "FILE_NOT_FOUND",
        before: &[],
        ask: ("GET", "/projects/codrag/file?path=src/nope.rs", None),
        message: "File 'src/nope.rs' not found",
        details: r#"{"path":"src/nope.rs"}"#,
        secret: Some("/codrag/src/nope.rs"),
    },
    Case {
        code: "NODE_NOT_FOUND",
        before: &[("PUT", "/projects/legacy/settings", Some(r#"{"trace":true}"#))],
        ask: ("GET", "/projects/legacy/trace/nodes/umlaut.rs:size", None),
        message: "Trace node with ID 'umlaut.rs:size' not found",
        details: r#"{"id":"umlaut.rs:size"}"#,
        secret: None,
    },
    Case {
        code: "PROJECT_ALREADY_EXISTS",
        before: &[],
        ask: ("POST", "/projects", Some(r#"{"path":"./codrag"}"#)),
        message: "Project with path './codrag' already registered",
        details: r#"{"path":"./codrag","existing_id":"codrag"}"#,
        secret: None,
    },
    Case {
        code: "BUILD_ALREADY_RUNNING",
        before: &[
            ("POST", "/projects", Some(r#"{"path":"docs","settings":{"pause_ms":60000}}"#)),
            ("POST", "/projects/docs/build", None),
        ],
        ask: ("POST", "/projects/docs/build", None),
        message: "Index build of project 'docs' already in progress",
        details: "{}",
        secret: None,
    },
    Case {
        code: "TRACE_BUILD_ALREADY_RUNNING",
        before: &[
            ("POST", "/projects/codrag/build", None),
            ("GET", "/projects/codrag/build", None),
            ("PUT", "/projects/codrag/settings", Some(r#"{"trace":true,"pause_ms":60000}"#)),
            ("POST", "/projects/codrag/trace/build", None),
        ],
        ask: ("POST", "/projects/codrag/trace/build", None),
        message: "Trace build of project 'codrag' already in progress",
        details: "{}",
        secret: None,
    },
    Case {
        code: "INDEX_NOT_BUILT",
        before: &[],
        ask: ("GET", "/projects/legacy/search?q=size", None),
        message: "Index has not been built yet",
        details: "{}",
        secret: None,
    },
    Case {
        code: "TRACE_DISABLED",
        before: &[],
        ask: ("GET", "/projects/docs/trace/nodes/guide.md:main", None),
        message: "Trace is not enabled for project 'docs'",
        details: "{}",
        secret: None,
    },
    Case {
        code: "FILE_NOT_INCLUDED",
        before: &[],
        ask: ("GET", "/projects/codrag/file?path=notes.txt", None),
        message: "File 'notes.txt' not matched by include_globs",
        details: r#"{"path":"notes.txt"}"#,
        secret: None,
    },
    Case {
        code: "FILE_EXCLUDED",
        before: &[],
        ask: ("GET", "/projects/codrag/file?path=target/build.rs", None),
        message: "File 'target/build.rs' matched by exclude_globs",
        details: r#"{"path":"target/build.rs"}"#,
        secret: None,
    },
    Case {
        code: "FILE_TOO_LARGE",
        before: &[],
        ask: ("GET", "/projects/codrag/file?path=src/table.rs", None),
        message: "File 'src/table.rs' exceeds max_file_bytes limit",
        details: r#"{"path":"src/table.rs","size":1001,"max_file_bytes":1000}"#,
        secret: None,
    },
    Case {
        code: "FILE_READ_FAILED",
        before: &[],
        ask: ("GET", "/projects/legacy/file?path=umlaut.rs", None),
        message: "Failed to read file 'umlaut.rs' from disk",
        details: r#"{"path":"umlaut.rs"}"#,
        secret: Some("stream did not contain valid UTF-8"),
    },
    Case {
        code: "BUILD_FAILED",
        before: &[("POST", "/projects/legacy/build", None)],
        ask: ("GET", "/projects/legacy/build", None),
        message: "Index build of project 'legacy' encountered an error",
        details: "{}",
        secret: Some("/legacy/umlaut.rs: stream did not"),
    },
    Case {
        code: "INTERNAL_ERROR",
        before: &[],
        ask: ("GET", "/debug/panic", None),
        message: "Unexpected server error",
        details: "{}",
        secret: Some("token=hunter2"),
    },
    Case {
        code: "PROJECT_PATH_MISSING",
        before: &[],
        ask: ("POST", "/projects", Some(r#"{"path":"gone"}"#)),
        message: "Repo root 'gone' no longer exists",
        details: r#"{"path":"gone"}"#,
        secret: Some("No such file or directory"),
    },
];

#[tokio::test]
async fn every_code_is_answered_as_documented() {
    let folder = folder("codes");
    let server = start(&folder);
    let system = System::read("codrag");
    let mut answered = Vec::new();
    for case in CASES {
        for before in case.before {
            let answer = ask(&server, "before", *before).await;
            assert!(answer.status.is_success(), "{before:?}: {answer:?}");
        }
        let answer = ask(&server, case.code, case.ask).await;
        let status = u16::try_from(system.row(case.code)["status"].as_u64().expect("a status"));
        let expected = body(&system, case.code, case.message, case.details);
        answer.is(status.expect("a status"), JSON, &expected);
        assert_eq!(answer.header("x-request-id"), Some(case.code));
        answered.push(answer);
    }

    let code = |answer: &Answer| answer.json()["error"]["code"].as_str().map(str::to_owned);
    let provoked: BTreeSet<_> = answered.iter().filter_map(code).collect();
    let listed: BTreeSet<_> = system.codes().iter().map(|(code, _)| (*code).to_owned()).collect();
    assert_eq!(provoked, listed);
    assert_eq!(provoked.len(), 17);

    keeps_private(&server, folder.to_str().expect("text"));
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    readme_table(readme, &table(&answered));
}

/// What a client may not read stands in the log, beside the request's id.
fn keeps_private(server: &Server, folder: &str) {
    let secrets = || CASES.iter().filter_map(|case| Some((case.code, case.secret?)));
    server.keeps_private(&secrets().map(|(_, secret)| secret).chain([folder]).collect::<Vec<_>>());
    // Two may have the same secret, and the second one's line comes later.
    let deadline = Instant::now() + Duration::from_secs(10);
    for (code, secret) in secrets() {
        let id = format!("request_id={code}");
        while !server.log().lines().any(|line| line.contains(&id) && line.contains(secret)) {
            assert!(Instant::now() < deadline, "no {secret:?} beside {id}:\n{}", server.log());
            thread::sleep(Duration::from_millis(10));
        }
    }
}

fn table(answers: &[Answer]) -> String {
    let mut table = "| code | status | how | body |\n| --- | --- | --- | --- |\n".to_owned();
    for (Case { code, before, ask, .. }, answer) in CASES.iter().zip(answers) {
        let how: Vec<String> = before.iter().chain([ask]).map(words).collect();
        let (how, status) = (how.join(", then "), answer.status.as_u16());
        writeln!(table, "| `{code}` | {status} | {how} | `` {} `` |", answer.body).expect("text");
    }
    table
}

fn words((method, path, body): &Ask) -> String {
    let body = body.map_or_else(String::new, |body| format!(" with `{body}`"));
    format!("`{method} {path}`{body}")
}
