//! "The catalogue at run time."

use crate::back::json;
use error_runtime::{Advice, ApiError, Declared, envelope};
use serde_json::{Value, json};

envelope! {
    Builds = { "error": { "code": code, "message": message, "hint"?: hint, "doc"?: docs } }
    docs = "https://ci.example/errors/{code:kebab}"
    on 500..=599 { category = "server" }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Builds)]
enum BuildError {
    #[error("No project {id}")]
    #[api(status = 404, hint = "See /projects", retry = "never", category = "client")]
    ProjectNotFound { id: String },
    #[error("A build of {0} is running")]
    #[api(status = 409, retry = "poll", retry_after = 5)]
    AlreadyRunning(&'static str),
    #[error("the runner failed")]
    #[api(status = 500)]
    #[api(
        when(Runner::Busy),
        status = 503,
        code = "NO_RUNNER",
        message = "No runner is free",
        retry = "exponential"
    )]
    Runner(#[from] Runner),
    #[error(transparent)]
    #[api(transparent)]
    Token(#[from] TokenError),
}

#[derive(Debug, thiserror::Error)]
enum Runner {
    #[error("queue 9 is full")]
    Busy,
    #[error("lost i-07f3")]
    Lost,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("This token may not build")]
#[api(status = 403, code = "token.scope")]
struct TokenError;

/// What `GET /errors` of the service answers: nothing is written twice for it.
fn endpoint() -> Value {
    let entry = |entry: &error_runtime::Entry| {
        let spec = entry.spec();
        json!({
            "code": entry.code(),
            "status": spec.status,
            "message": spec.message,
            "hint": spec.hint,
            "retry": spec.retry.advice.as_str(),
            "after": spec.retry_after,
            "where": entry.to_string(),
        })
    };
    BuildError::catalogue().iter().map(entry).collect()
}

#[test]
fn an_endpoint_can_list_all_errors() {
    let unstated = Advice::Unstated.as_str();
    let expected = json!([
        {
            "code": "PROJECT_NOT_FOUND", "status": 404, "message": "No project {id}",
            "hint": "See /projects", "retry": "never", "after": null,
            "where": "BuildError::ProjectNotFound",
        },
        {
            "code": "ALREADY_RUNNING", "status": 409, "message": "A build of {0} is running",
            "hint": null, "retry": "poll", "after": 5, "where": "BuildError::AlreadyRunning",
        },
        {
            "code": "NO_RUNNER", "status": 503, "message": "No runner is free",
            "hint": null, "retry": "exponential", "after": null, "where": "BuildError::Runner",
        },
        {
            // The text of a 5xx is private, in the catalogue, too.
            "code": "RUNNER", "status": 500, "message": null,
            "hint": null, "retry": unstated, "after": null, "where": "BuildError::Runner",
        },
        {
            "code": "token.scope", "status": 403, "message": "This token may not build",
            "hint": null, "retry": unstated, "after": null, "where": "TokenError",
        },
    ]);
    assert_eq!(endpoint(), expected);
}

#[test]
fn what_is_answered_is_in_it() {
    let catalogue = BuildError::catalogue();
    assert!(!catalogue.is_open());
    assert!(catalogue.check().is_empty());
    let answers = [
        json(
            Builds::parse,
            &BuildError::ProjectNotFound { id: "web".to_owned() },
            404,
            &[],
            r#"{"error":{"code":"PROJECT_NOT_FOUND","message":"No project web","hint":"See /projects","doc":"https://ci.example/errors/project-not-found"}}"#,
        ),
        json(
            Builds::parse,
            &BuildError::AlreadyRunning("web"),
            409,
            &[("retry-after", "5")],
            r#"{"error":{"code":"ALREADY_RUNNING","message":"A build of web is running","doc":"https://ci.example/errors/already-running"}}"#,
        ),
        json(
            Builds::parse,
            &BuildError::from(Runner::Busy),
            503,
            &[],
            r#"{"error":{"code":"NO_RUNNER","message":"No runner is free","doc":"https://ci.example/errors/no-runner"}}"#,
        ),
        json(
            Builds::parse,
            &BuildError::from(Runner::Lost),
            500,
            &[],
            r#"{"error":{"code":"RUNNER","message":"Internal Server Error","doc":"https://ci.example/errors/runner"}}"#,
        ),
        json(
            Builds::parse,
            &BuildError::from(TokenError),
            403,
            &[],
            r#"{"error":{"code":"token.scope","message":"This token may not build","doc":"https://ci.example/errors/token-scope"}}"#,
        ),
    ];
    assert_eq!(catalogue.iter().count(), answers.len());
    for (entry, answer) in catalogue.iter().zip(&answers) {
        assert_eq!(answer.code(), &*entry.code());
        assert_eq!(Some(answer.status().as_u16()), entry.spec().status);
        assert_eq!(answer.hint(), entry.spec().hint);
        assert_eq!(entry.shape().name, "Builds");
    }
}
