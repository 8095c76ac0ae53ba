//! "Code chosen by a field, or by one field among several."

use crate::back::json;
use error_runtime::{ApiError, Declared, envelope};
use std::borrow::Cow;

envelope! {
    Auth = { "error": code, "error_description": message, "error_hint"?: hint }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Reason {
    Expired,
    Revoked,
    Unknown,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Auth, code_case = "snake_case")]
enum TokenError {
    /// The field is the code.
    #[error("{scope} is not granted")]
    #[api(status = 403, code = "insufficient_scope")]
    Scope {
        #[api(code)]
        code: Option<&'static str>,
        scope: &'static str,
    },
    /// One field among several chooses it.
    #[error("The token of {user} is not valid")]
    #[api(status = 401, code = "invalid_token")]
    #[api(when { reason: Reason::Expired, .. }, status = 401, code = "token_expired", hint = "Refresh it")]
    #[api(when { reason: Reason::Revoked, user: "root", .. }, status = 403, code = "root_revoked",
        message = "Ask an admin")]
    #[api(when { reason: Reason::Revoked, .. }, status = 401, code = "token_revoked")]
    #[api(when { age: 100.., .. }, status = 410, code = 41, message = "{age} days are too many")]
    Token { user: &'static str, reason: Reason, age: u32 },
    /// Both: a row that states a code keeps it, the others have the field's.
    #[error("The grant was refused")]
    #[api(status = 400)]
    #[api(when(_, true), status = 429, code = "slow_down")]
    #[api(when(grant, _ if grant.is_empty()), status = 500, message = "Something is amiss")]
    Grant(#[api(code)] Cow<'static, str>, bool),
    /// One row that shares the code, through `|` and a guard.
    #[error("step {step}")]
    #[api(status = 401, code = "step_up")]
    #[api(when { step: 1 | 2, method: known } if known.is_empty(), status = 401, code = "method_required")]
    Step { step: u8, method: String },
}

#[track_caller]
fn code(error: &TokenError, status: u16, body: &str) -> String {
    let answer = json(Auth::parse, error, status, &[], body);
    assert_eq!(answer.code(), error.code());
    answer.code().to_string()
}

fn token(user: &'static str, reason: Reason, age: u32) -> TokenError {
    TokenError::Token { user, reason, age }
}

#[test]
fn the_field_is_the_code() {
    let error = TokenError::Scope { code: Some("need.admin"), scope: "admin" };
    let body = r#"{"error":"need.admin","error_description":"admin is not granted"}"#;
    assert_eq!(code(&error, 403, body), "need.admin");
    let error = TokenError::Scope { code: None, scope: "admin" };
    let body = r#"{"error":"insufficient_scope","error_description":"admin is not granted"}"#;
    assert_eq!(code(&error, 403, body), "insufficient_scope");
}

#[test]
fn one_field_among_several_chooses_it() {
    let body = r#"{"error":"token_expired","error_description":"The token of ada is not valid","error_hint":"Refresh it"}"#;
    assert_eq!(code(&token("ada", Reason::Expired, 200), 401, body), "token_expired");
    let body = r#"{"error":"root_revoked","error_description":"Ask an admin"}"#;
    assert_eq!(code(&token("root", Reason::Revoked, 1), 403, body), "root_revoked");
    let body = r#"{"error":"token_revoked","error_description":"The token of ada is not valid"}"#;
    assert_eq!(code(&token("ada", Reason::Revoked, 1), 401, body), "token_revoked");
    let body = r#"{"error":41,"error_description":"200 days are too many"}"#;
    assert_eq!(code(&token("ada", Reason::Unknown, 200), 410, body), "41");
    let body = r#"{"error":"invalid_token","error_description":"The token of ada is not valid"}"#;
    assert_eq!(code(&token("ada", Reason::Unknown, 1), 401, body), "invalid_token");
}

#[test]
fn a_row_that_states_a_code_keeps_it() {
    let body = r#"{"error":"unsupported_grant_type","error_description":"The grant was refused"}"#;
    let error = TokenError::Grant("unsupported_grant_type".into(), false);
    assert_eq!(code(&error, 400, body), "unsupported_grant_type");
    let body = r#"{"error":"slow_down","error_description":"The grant was refused"}"#;
    let error = TokenError::Grant("unsupported_grant_type".into(), true);
    assert_eq!(code(&error, 429, body), "slow_down");
    let body = r#"{"error":"","error_description":"Something is amiss"}"#;
    assert_eq!(code(&TokenError::Grant("".into(), false), 500, body), "");
}

#[test]
fn alternatives_and_guards_choose_it_too() {
    let step = |step, method: &str| TokenError::Step { step, method: method.to_owned() };
    let body = r#"{"error":"method_required","error_description":"step 2"}"#;
    assert_eq!(code(&step(2, ""), 401, body), "method_required");
    let body = r#"{"error":"step_up","error_description":"step 2"}"#;
    assert_eq!(code(&step(2, "otp"), 401, body), "step_up");
    let body = r#"{"error":"step_up","error_description":"step 3"}"#;
    assert_eq!(code(&step(3, ""), 401, body), "step_up");
}

/// Only what a field says itself is unknown while compiling.
#[test]
fn the_catalogue_has_what_is_chosen() {
    let codes: Vec<_> = TokenError::SPECS.iter().map(|spec| spec.code.to_string()).collect();
    assert_eq!(
        codes,
        [
            "insufficient_scope",
            "token_expired",
            "root_revoked",
            "token_revoked",
            "41",
            "invalid_token",
            "slow_down",
            "grant",
            "grant",
            "method_required",
            "step_up",
        ]
    );
    assert!(TokenError::catalogue().is_open());
}
