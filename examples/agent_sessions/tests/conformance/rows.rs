//! Every code, by a request that provokes it.

use crate::api::{self, JSON, body, with_id};
use std::{collections::BTreeSet, fmt::Write as _};
use systems::{Answer, Server, System, readme_table};

/// A code, and what provokes it.
struct Row {
    code: &'static str,
    status: u16,
    /// What has happened before, in words.
    given: &'static str,
    key: Option<&'static str>,
    method: &'static str,
    path: &'static str,
    body: &'static str,
    /// The body that the document wants where there is no id.
    expected: String,
    /// Which example of the document's it is.
    example: Option<usize>,
    /// What the status owes, and what the document promises.
    header: Option<(&'static str, &'static str)>,
    /// What only the log may have.
    secret: Option<&'static str>,
}

const DRAINING: &str = "the server is draining";
const OFTEN: &str = "the 101st within a minute";
/// 175,000 words, in place of which the README has this.
const LONG: &str = r#"{"prompt":"a a a …"}"#;

const SESSION: &str = "/sessions/session-run";
const MESSAGES: &str = "/sessions/session-run/messages";
const NEW: &str = r#"{"session_type":"test_generation","project_path":"/path/to/project"}"#;
const THE_SESSION: &str = r#"{"resource_type":"session","resource_id":"session-run"}"#;
const WHO: (&str, &str) = ("www-authenticate", r#"ApiKey realm="agent sessions""#);
const LLM_KEY: &str = "/llm/ask?key=sk-live-7f3a9c";

/// In the order of the golden data.
#[expect(clippy::too_many_lines, reason = "a table")]
fn rows(system: &System) -> Vec<Row> {
    // The message is the document's description of the code.
    let row = |code, method, path, sent, context| {
        let row = system.row(code);
        let status = row["status"].as_u64().and_then(|status| status.try_into().ok());
        let message = row["description"].as_str().expect("a text");
        Row {
            code,
            status: status.expect("a status"),
            given: "",
            key: Some("key-dev"),
            method,
            path,
            body: sent,
            expected: body(system, code, message, context),
            example: None,
            header: None,
            secret: None,
        }
    };
    // One whose body the document has.
    let example = |number, code, method, path, sent| {
        let expected = system.example(number);
        let expected = expected.replace(&format!(",\"request_id\":\"{}\"", api::ID), "");
        Row { expected, example: Some(number), ..row(code, method, path, sent, "{}") }
    };
    let says = |code, message, context| body(system, code, message, context);
    let llm = |code, sent| Row { secret: Some(LLM_KEY), ..row(code, "POST", MESSAGES, sent, "{}") };
    vec![
        Row {
            key: None,
            given: "no key",
            header: Some(WHO),
            ..example(1, "AUTHENTICATION_ERROR", "GET", SESSION, "")
        },
        Row {
            key: Some("hello"),
            given: "key `hello`",
            header: Some(WHO),
            ..row("INVALID_API_KEY", "GET", SESSION, "", "{}")
        },
        Row {
            key: Some("key-2023"),
            given: "key `key-2023`",
            header: Some(WHO),
            ..row("API_KEY_EXPIRED", "GET", SESSION, "", "{}")
        },
        Row {
            key: Some("key-ops"),
            given: "key `key-ops`",
            ..row("PERMISSION_DENIED", "POST", "/sessions/session-run/run", "", THE_SESSION)
        },
        example(
            2,
            "VALIDATION_ERROR",
            "POST",
            "/sessions",
            r#"{"session_type":"invalid","project_path":"/path/to/project"}"#,
        ),
        example(
            0,
            "VALIDATION_ERROR",
            "GET",
            "/debug/validation?message=Human-readable%20error%20description&field=project_path&details=Path%20does%20not%20exist",
            "",
        ),
        Row {
            status: 422,
            expected: says(
                "VALIDATION_ERROR",
                "Semantic validation failed",
                r#"{"field":"session_type","details":"The project has no Dockerfile"}"#,
            ),
            ..row(
                "VALIDATION_ERROR",
                "POST",
                "/sessions",
                r#"{"session_type":"docker_deployment","project_path":"/path/to/library"}"#,
                "{}",
            )
        },
        Row {
            status: 405,
            header: Some(("allow", "POST")),
            expected: says(
                "VALIDATION_ERROR",
                "Invalid request parameters",
                r#"{"details":"Method Not Allowed"}"#,
            ),
            ..row("VALIDATION_ERROR", "PUT", "/sessions", "", "{}")
        },
        row(
            "INVALID_JSON",
            "POST",
            "/sessions",
            r#"{"session_type":}"#,
            r#"{"details":"expected value at line 1 column 17"}"#,
        ),
        row(
            "MISSING_FIELD",
            "POST",
            "/sessions",
            r#"{"session_type":"test_generation"}"#,
            r#"{"field":"project_path"}"#,
        ),
        row(
            "INVALID_FIELD_TYPE",
            "POST",
            "/sessions",
            r#"{"session_type":7}"#,
            r#"{"field":"session_type","details":"invalid type: integer `7`, expected a string"}"#,
        ),
        row(
            "INVALID_ENUM",
            "POST",
            "/sessions",
            r#"{"provider":"hal"}"#,
            r#"{"field":"provider","details":"unknown variant `hal`, expected `acme` or `initech`"}"#,
        ),
        row("NOT_FOUND", "GET", "/nowhere", "", "{}"),
        example(3, "SESSION_NOT_FOUND", "GET", "/sessions/abc-123", ""),
        row(
            "PROJECT_NOT_FOUND",
            "POST",
            "/sessions",
            r#"{"session_type":"test_generation","project_path":"/nowhere"}"#,
            r#"{"resource_type":"project","resource_id":"/nowhere"}"#,
        ),
        row(
            "ARTIFACT_NOT_FOUND",
            "GET",
            "/sessions/session-run/artifacts/none",
            "",
            r#"{"resource_type":"artifact","resource_id":"none"}"#,
        ),
        Row {
            expected: says(
                "CONFLICT",
                "Cannot cancel in current state",
                r#"{"status":"completed"}"#,
            ),
            ..row("CONFLICT", "POST", "/sessions/session-old/cancel", "", "{}")
        },
        example(4, "PROJECT_LOCKED", "POST", "/sessions", NEW),
        row("SESSION_IN_PROGRESS", "POST", "/sessions/session-run/start", "", THE_SESSION),
        row(
            "DUPLICATE_RESOURCE",
            "POST",
            "/sessions/session-run/artifacts/report.txt",
            "",
            r#"{"resource_type":"artifact","resource_id":"report.txt"}"#,
        ),
        Row {
            given: OFTEN,
            key: Some("key-batch"),
            header: Some(("retry-after", "60")),
            ..example(5, "RATE_LIMIT", "GET", SESSION, "")
        },
        Row {
            header: Some(("retry-after", "20")),
            ..row("LLM_RATE_LIMIT", "POST", MESSAGES, r#"{"prompt":"answer 429"}"#, "{}")
        },
        Row {
            secret: Some("mvn -Dnexus.password=hunter2"),
            ..example(6, "TIMEOUT", "POST", "/sessions/session-run/run", "")
        },
        llm("LLM_TIMEOUT", r#"{"prompt":"be slow"}"#),
        llm("LLM_ERROR", r#"{"prompt":"answer 500"}"#),
        llm("LLM_ERROR", r#"{"prompt":"hang up"}"#),
        Row {
            secret: Some("/llm/models?key=sk-live-7f3a9c"),
            ..row("LLM_ERROR", "POST", "/sessions/session-old/start", "", "{}")
        },
        Row {
            header: Some(("www-authenticate", r#"ApiKey realm="llm""#)),
            ..llm("LLM_INVALID_KEY", r#"{"prompt":"answer 401"}"#)
        },
        llm("LLM_QUOTA_EXCEEDED", r#"{"prompt":"answer 402"}"#),
        Row { given: "175000 words", ..example(7, "LLM_CONTEXT_OVERFLOW", "POST", MESSAGES, LONG) },
        Row {
            secret: Some("/mnt/archive-7f/lost.log"),
            ..row("INTERNAL_ERROR", "GET", "/sessions/session-run/artifacts/lost.log", "", "{}")
        },
        Row {
            secret: Some("the log says why"),
            ..row("INTERNAL_ERROR", "GET", "/debug/panic", "", "{}")
        },
        Row {
            secret: Some("/registry?token=reg-51c0d2"),
            ..row(
                "UPSTREAM_ERROR",
                "POST",
                "/sessions/session-run/artifacts/report.txt/publish",
                "",
                r#"{"service":"registry"}"#,
            )
        },
        Row {
            given: DRAINING,
            secret: Some("build 4711 goes out"),
            ..row("SERVICE_UNAVAILABLE", "GET", SESSION, "", "{}")
        },
    ]
}

impl Row {
    /// Asks, behind the layer or without it.
    async fn provoke(&self, server: &Server, before: &str) -> Answer {
        let path = [before, self.path].concat();
        let sent = match self.body {
            LONG => LONG.replace("a a a …", &"a ".repeat(175_000)),
            sent => sent.to_owned(),
        };
        let draining = ("/debug/draining", "build 4711 goes out");
        match self.given {
            OFTEN => {
                for _ in 0..100 {
                    api::ask(server, self.key, self.method, &path, &sent).await;
                }
            }
            DRAINING => drop(api::dev(server, "PUT", draining.0, draining.1).await),
            _ => {}
        }
        let answer = api::ask(server, self.key, self.method, &path, &sent).await;
        if self.given == DRAINING {
            api::dev(server, "DELETE", draining.0, "").await;
        }
        answer
    }

    fn check(&self, answer: &Answer, body: &str) {
        answer.is(self.status, JSON, body);
        for name in ["www-authenticate", "retry-after", "allow"] {
            let owed = self.header.filter(|(owed, _)| *owed == name);
            assert_eq!(answer.header(name), owed.map(|(_, value)| value), "{answer:?}");
        }
    }

    /// Whether the service answers it, and not actix-web.
    fn is_the_services(&self) -> bool {
        let of_actix_web = self.code == "NOT_FOUND" || self.status == 405;
        !of_actix_web && !self.path.starts_with("/debug")
    }
}

/// As code in Markdown.
fn code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

#[tokio::test]
async fn every_code_is_answered_as_documented() {
    let (server, system) = (api::server(), System::read("agent_sessions"));
    let (mut provoked, mut examples) = (BTreeSet::new(), BTreeSet::new());
    let mut table = "| code | status | by | body |\n| --- | --- | --- | --- |\n".to_owned();
    for row in rows(&system) {
        let answer = row.provoke(&server, "").await;
        row.check(&answer, &with_id(&row.expected));
        assert_eq!(answer.header("x-request-id"), Some(api::ID));
        provoked.insert(answer.json()["error_code"].as_str().expect("a code").to_owned());

        let mut bodies = vec![answer.body.clone()];
        if row.is_the_services() {
            let plain = row.provoke(&server, "/debug/plain").await;
            row.check(&plain, &row.expected);
            bodies.push(plain.body);
        }
        if let Some(number) = row.example {
            assert!(bodies.contains(&system.example(number)), "example {number}");
            examples.insert(number);
        }

        let by = code([row.method, row.path, row.body].join(" ").trim_end());
        let given = if row.given.is_empty() { "" } else { ", " };
        let (name, status, body) = (row.code, row.status, code(&answer.body));
        writeln!(table, "| `{name}` | {status} | {by}{given}{} | {body} |", row.given)
            .expect("a text");
    }
    let golden: BTreeSet<_> = system.codes().into_iter().map(|(code, _)| code.to_owned()).collect();
    assert_eq!((provoked.len(), &provoked), (28, &golden));
    assert_eq!(examples, (0..8).collect());
    readme_table(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"), &table);
}

/// Keys, paths and commands are in the log, and in no byte that the server has
/// sent.
#[tokio::test]
async fn what_is_private_stays() {
    let (server, system) = (api::server(), System::read("agent_sessions"));
    let mut secrets = BTreeSet::from(["sk-live", "reg-51c0d2", "hunter2", "/mnt"]);
    for row in rows(&system) {
        let answer = row.provoke(&server, "").await;
        let is_told = row.secret.is_none() && answer.status.is_server_error();
        assert!(!is_told, "{} has no secret", row.code);
        secrets.extend(row.secret);
    }
    assert!(secrets.len() >= 4 + 7, "{secrets:?}");
    server.keeps_private(&secrets.into_iter().collect::<Vec<_>>());
}
