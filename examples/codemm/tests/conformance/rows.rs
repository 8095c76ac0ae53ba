//! Every code, by a request that provokes it.

use crate::api::{self, draft, repeat};
use serde_json::{Value, json};
use systems::{Answer, Server, System};

/// A code, and what provokes it.
pub(crate) struct Row {
    pub(crate) code: &'static str,
    /// What has happened before, in words.
    pub(crate) given: &'static str,
    /// What the session's model says, where it says anything unusual.
    script: Value,
    /// Whether a generation is started before.
    generates: bool,
    /// Who asks.
    token: Option<&'static str>,
    pub(crate) method: &'static str,
    /// `{session}` and `{activity}` are new ones.
    pub(crate) path: &'static str,
    pub(crate) body: &'static str,
    /// The body that the document wants.
    pub(crate) expected: String,
    /// What only the log may have.
    pub(crate) secret: Option<&'static str>,
}

/// In the order of the golden data.
pub(crate) fn rows(system: &System) -> Vec<Row> {
    let mut rows = refusals(system);
    rows.extend(generations(system));
    rows.push(Row {
        given: "the model is down",
        script: json!({ "message": [null] }),
        expected: system.example(1),
        secret: Some("the learner means: PRIVATE-NOTE-9c"),
        ..post("INTERNAL_ERROR", "{session}/messages", r#"{"message":"PRIVATE-NOTE-9c"}"#)
    });
    rows
}

/// What a request is refused with.
fn refusals(system: &System) -> Vec<Row> {
    let running = |row: Row| Row {
        given: "a generation is running",
        script: json!({ "0": [] }),
        generates: true,
        ..row
    };
    let mut rows = vec![
        post("INVALID_INPUT", "{session}/messages", r#"{"message":7}"#),
        post("UNSUPPORTED_LANGUAGE", "/sessions", r#"{"language":"cobol"}"#),
        Row { given: "no token", token: None, ..get("UNAUTHENTICATED", "{session}") },
        Row {
            given: "another learner's token",
            token: Some("bob"),
            ..get("FORBIDDEN", "{session}")
        },
        get("SESSION_NOT_FOUND", "/sessions/0"),
        get("ACTIVITY_NOT_FOUND", "/activities/0/events"),
        running(post("INVALID_TRANSITION", "{session}/generate", "")),
    ];
    for row in &mut rows {
        let message = api::text(&system.row(row.code)["message"]);
        // The values of these requests.
        let message = message.replace("{language}", "cobol");
        let message = message.replace("{from}", "GENERATING").replace("{to}", "GENERATING");
        row.expected = body(system, &message, None);
    }
    let turn = post("MESSAGE_NOT_ACCEPTED", "{session}/messages", r#"{"message":"rust"}"#);
    rows.push(Row { expected: system.example(2), ..running(turn) });
    rows
}

/// What a generation ends with in which the model says the same each time.
fn generations(system: &System) -> Vec<Row> {
    let row = |code, given, output: &str, detail, secret| Row {
        given,
        script: json!({ "0": repeat(output, 3) }),
        generates: true,
        expected: body(system, "Generation failed after 3 attempts", detail),
        secret: Some(secret),
        ..get(code, "{activity}/problems")
    };
    vec![
        row(
            "GENERATION_CONTRACT_FAILED",
            "no draft fits the contract",
            "RAW-OUTPUT-7f",
            Some("Contract failure: invalid draft output"),
            "RAW-OUTPUT-7f",
        ),
        row(
            "GENERATION_COMPILE_FAILED",
            "no solution compiles",
            &draft("REFERENCE-41 sort", &[]),
            Some("Docker verification failure: compile"),
            "REFERENCE-41 sort",
        ),
        row(
            "GENERATION_TESTS_FAILED",
            "no solution passes its tests",
            &draft("reverse reverse dedup", &[1]),
            Some("Docker verification failure: tests"),
            "reverse reverse dedup",
        ),
        row(
            "GENERATION_TIMEOUT",
            "no solution ends",
            &draft("sort dedup forever", &[1]),
            Some("Docker verification failure: timeout"),
            "sort dedup forever",
        ),
        Row {
            script: json!({ "0": [null] }),
            expected: body(system, "Generation failed after 1 attempt", None),
            ..row("GENERATION_FAILED", "the model is down", "", None, "Draft problem 0")
        },
    ]
}

/// A request of Ada's.
fn get(code: &'static str, path: &'static str) -> Row {
    Row {
        code,
        given: "",
        script: Value::Null,
        generates: false,
        token: Some("ada"),
        method: "GET",
        path,
        body: "",
        expected: String::new(),
        secret: None,
    }
}

fn post(code: &'static str, path: &'static str, body: &'static str) -> Row {
    Row { method: "POST", body, ..get(code, path) }
}

/// `{error, detail?}` of the document's.
fn body(system: &System, error: &str, detail: Option<&str>) -> String {
    let text = |text: &str| Value::from(text).to_string();
    let detail = detail.map(text);
    system.error_body(&[("error", Some(&text(error))), ("detail", detail.as_deref())])
}

impl Row {
    /// Asks, as the request of this id.
    pub(crate) async fn provoke(&self, server: &Server, id: &str) -> Answer {
        // Without a language, a session falls back to Python's problems.
        let generated = self.path.starts_with("{activity}");
        let wish = if generated { r#"{"language":"rust"}"# } else { "{}" };
        let session = api::session(server, wish).await;
        if !self.script.is_null() {
            api::teach(server, &session, &self.script).await;
        }
        let mut path = self.path.replace("{session}", &session);
        if self.generates {
            path = path.replace("{activity}", &api::generate(server, &session).await);
        }
        let mut request = server.request(self.method, &path).header("x-request-id", id);
        if let Some(token) = self.token {
            request = request.bearer_auth(token);
        }
        server.send(api::with_json(request, self.body)).await
    }
}
