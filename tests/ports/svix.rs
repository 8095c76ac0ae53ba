//! Svix.
//!
//! Documented by the server itself, `svix-webhooks`: `HttpErrorBody` and the
//! codes and texts beside it in `error.rs`, and, for `ValidationErrorItem`, the
//! items of the test of `validation_errors` in `v1/utils`. Its API reference
//! has their schemas, `HttpErrorOut` and `HTTPValidationError`.

use crate::{JSON, documented};
use error_runtime::{ApiError, Code, envelope};
use serde_json::json;

envelope! {
    Svix = { "code": code, "detail": message }

    /// Several at once: no code, and the `detail` is a list.
    Validation = {
        "detail": errors[{ "loc": member("loc"), "msg": message, "type": code }],
    }
}

/// Codes and texts are what they are, unless an endpoint knows better.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Svix, code_case = "snake_case")]
enum SvixError {
    #[error("Incorrect authentication credentials.")]
    #[api(status = 401)]
    AuthenticationFailed {
        #[api(code)]
        code: Option<String>,
        #[api(message)]
        detail: Option<String>,
    },
    #[error("Insufficient access for the given operation.")]
    #[api(status = 403, code = "insufficient access")]
    PermissionDenied,
    #[error("A conflict has occurred")]
    #[api(status = 409)]
    Conflict {
        #[api(code)]
        code: Option<&'static str>,
        #[api(message)]
        detail: Option<&'static str>,
    },
    #[error("the request is not valid")]
    #[api(status = 422, envelope = Validation)]
    Validation(#[api(errors)] Vec<Invalid>),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{msg}")]
#[api(status = 422, code = "value_error")]
struct Invalid {
    #[api(member)]
    loc: Vec<&'static str>,
    msg: &'static str,
}

#[test]
fn authentication_failed() {
    let error = SvixError::AuthenticationFailed { code: None, detail: None };
    let golden = include_str!("golden/svix-authentication-failed.json");
    let answer = documented(Svix::parse, &error, 401, JSON, golden);
    assert_eq!(answer.code(), "authentication_failed");
    assert_eq!(answer.message(), Some("Incorrect authentication credentials."));
    assert!(answer.errors().is_empty() && answer.members().is_empty());
}

#[test]
fn permission_denied() {
    let golden = include_str!("golden/svix-insufficient-access.json");
    let answer = documented(Svix::parse, &SvixError::PermissionDenied, 403, JSON, golden);
    assert_eq!(answer.code(), "insufficient access");
}

#[test]
fn a_conflict() {
    let error = SvixError::Conflict { code: None, detail: None };
    let golden = include_str!("golden/svix-conflict.json");
    documented(Svix::parse, &error, 409, JSON, golden);

    let error = SvixError::Conflict { code: Some("uid_taken"), detail: Some("Taken") };
    let golden = r#"{"code":"uid_taken","detail":"Taken"}"#;
    let answer = documented(Svix::parse, &error, 409, JSON, golden);
    assert_eq!(answer.code(), "uid_taken");
}

#[test]
fn validation() {
    let error = SvixError::Validation(vec![
        Invalid { loc: vec!["a"], msg: "Below 10" },
        Invalid { loc: vec!["b", "inner"], msg: "Above 10" },
        Invalid { loc: vec!["c", "[0]", "inner"], msg: "Above 10" },
        Invalid { loc: vec!["c", "[1]", "inner"], msg: "Above 10" },
    ]);
    let golden = include_str!("golden/svix-validation.json");
    let answer = documented(Validation::parse, &error, 422, JSON, golden);
    assert_eq!(answer.errors().len(), 4);
    let last = &answer.errors()[3];
    assert_eq!((last.code(), last.message()), (Code::Text("value_error"), Some("Above 10")));
    assert_eq!(last.members()["loc"], json!(["c", "[1]", "inner"]));
}
