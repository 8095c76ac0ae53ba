//! `strict`: what fits the conventions compiles, and answers the same.

use crate::support::problem;
use error_runtime::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(strict, retry = "never")]
enum Strict {
    #[error("A token is needed")]
    #[api(status = 401, hint = "Send one", header("WWW-Authenticate" = "Bearer"))]
    TokenMissing,
    #[error("Only {allow} is allowed here")]
    #[api(status = 405, hint = none)]
    MethodNotAllowed {
        #[api(header = "Allow")]
        allow: String,
    },
    #[error("Use TLS")]
    #[api(status = 426, hint = "Use https", header("Upgrade" = "TLS/1.0"))]
    UpgradeRequired,
    #[error("the proxy wants to know you")]
    #[api(status = 407, hint = none, message = "Authenticate", header("Proxy-Authenticate" = "Basic"))]
    ProxyAuthentication,
    #[error("connection lost")]
    #[api(status = 500, message = "The database is gone", retry = "exponential")]
    Database,
    #[error("Down for maintenance")]
    #[api(status = 503, expose)]
    Maintenance,
    #[error("secret")]
    #[api(status = 500, conceal)]
    Internal,
    #[error(transparent)]
    #[api(transparent)]
    Loose(#[from] Loose),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 400, code_case = "kebab-case")]
enum Loose {
    #[error("anything goes")]
    AnyThing,
}

#[test]
fn nothing_changes_on_the_wire() {
    problem(
        &Strict::TokenMissing,
        401,
        &[("www-authenticate", "Bearer")],
        r#"{"type":"about:blank","title":"Unauthorized","status":401,"detail":"A token is needed","code":"TOKEN_MISSING","hint":"Send one","retry":{"advice":"never"}}"#,
    );
    problem(
        &Strict::MethodNotAllowed { allow: "GET".to_owned() },
        405,
        &[("allow", "GET")],
        r#"{"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"Only GET is allowed here","code":"METHOD_NOT_ALLOWED","retry":{"advice":"never"}}"#,
    );
    problem(
        &Strict::Database,
        500,
        &[],
        r#"{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"The database is gone","code":"DATABASE","retry":{"advice":"exponential"}}"#,
    );
    let _ = [
        Strict::UpgradeRequired,
        Strict::ProxyAuthentication,
        Strict::Maintenance,
        Strict::Internal,
    ];
}

#[test]
fn an_inner_types_habits_are_its_own() {
    problem(
        &Strict::from(Loose::AnyThing),
        400,
        &[],
        r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"anything goes","code":"any-thing"}"#,
    );
}

// The convention is about the name: prefix and suffix are the type's own.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(strict, retry = "never", status = 400, code_prefix = "auth.", code_suffix = "Error")]
enum Affixed {
    #[error("A token is needed")]
    #[api(hint = none)]
    TokenMissing,
}

#[test]
fn affixes_are_in_any_case() {
    assert_eq!(Affixed::TokenMissing.code(), "auth.TOKEN_MISSINGError");
}
