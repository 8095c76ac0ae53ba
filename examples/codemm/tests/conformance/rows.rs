//! Every code, by a request that provokes it.

use crate::api::{self, repeat};
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
    // The message of a code, with values in the place of `{…}`.
    let says = |code: &str, with: &[(&str, &str)]| {
        let message = api::text(&system.row(code)["message"]).to_owned();
        let put = |message: String, (name, value): &(&str, &str)| message.replace(name, value);
        body(system, &with.iter().fold(message, put), None)
    };
    // A request of Ada's.
    let asks = |code, method, path, body, with: &[(&str, &str)]| Row {
        code,
        given: "",
        script: Value::Null,
        generates: false,
        token: Some("ada"),
        method,
        path,
        body,
        expected: says(code, with),
        secret: None,
    };
    let get = |code, path| asks(code, "GET", path, "", &[]);
    // A generation in which the model says that each time.
    let generates = |code, given, output: String, detail, secret| Row {
        code,
        given,
        script: json!({ "0": repeat(&output, 3) }),
        generates: true,
        token: Some("ada"),
        method: "GET",
        path: "{activity}/problems",
        body: "",
        expected: body(system, "Generation failed after 3 attempts", Some(detail)),
        secret: Some(secret),
    };
    let draft = api::draft;
    vec![
        asks("INVALID_INPUT", "POST", "{session}/messages", r#"{"message":7}"#, &[]),
        asks(
            "UNSUPPORTED_LANGUAGE",
            "POST",
            "/sessions",
            r#"{"language":"cobol"}"#,
            &[("{language}", "cobol")],
        ),
        Row { given: "no token", token: None, ..get("UNAUTHENTICATED", "{session}") },
        Row {
            given: "another learner's token",
            token: Some("bob"),
            ..get("FORBIDDEN", "{session}")
        },
        get("SESSION_NOT_FOUND", "/sessions/0"),
        get("ACTIVITY_NOT_FOUND", "/activities/0/events"),
        Row {
            given: "a generation is running",
            script: json!({ "0": [] }),
            generates: true,
            ..asks(
                "INVALID_TRANSITION",
                "POST",
                "{session}/generate",
                "",
                &[("{from}", "GENERATING"), ("{to}", "GENERATING")],
            )
        },
        Row {
            given: "a generation is running",
            script: json!({ "0": [] }),
            generates: true,
            expected: system.example(2),
            ..asks(
                "MESSAGE_NOT_ACCEPTED",
                "POST",
                "{session}/messages",
                r#"{"message":"rust"}"#,
                &[],
            )
        },
        generates(
            "GENERATION_CONTRACT_FAILED",
            "no draft fits the contract",
            "RAW-OUTPUT-7f".to_owned(),
            "Contract failure: invalid draft output",
            "RAW-OUTPUT-7f",
        ),
        generates(
            "GENERATION_COMPILE_FAILED",
            "no solution compiles",
            draft("REFERENCE-41 sort", &[]),
            "Docker verification failure: compile",
            "REFERENCE-41 sort",
        ),
        generates(
            "GENERATION_TESTS_FAILED",
            "no solution passes its tests",
            draft("reverse reverse dedup", &[1]),
            "Docker verification failure: tests",
            "reverse reverse dedup",
        ),
        generates(
            "GENERATION_TIMEOUT",
            "no solution ends",
            draft("sort dedup forever", &[1]),
            "Docker verification failure: timeout",
            "sort dedup forever",
        ),
        Row {
            script: json!({ "0": [null] }),
            expected: body(system, "Generation failed after 1 attempt", None),
            ..generates(
                "GENERATION_FAILED",
                "the model is down",
                String::new(),
                "",
                "You are a tutor. Draft problem 0",
            )
        },
        Row {
            given: "the model is down",
            script: json!({ "message": [null] }),
            expected: system.example(1),
            secret: Some("the learner means: PRIVATE-NOTE-9c"),
            ..asks(
                "INTERNAL_ERROR",
                "POST",
                "{session}/messages",
                r#"{"message":"PRIVATE-NOTE-9c"}"#,
                &[],
            )
        },
    ]
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
