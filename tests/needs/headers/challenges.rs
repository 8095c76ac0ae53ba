//! "Challenges with optional quoted parts."

use crate::back::json;
use error_runtime::{ApiError, Declared, envelope};

envelope! {
    Api = { "error": code, "error_description": message }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Api, code_case = "snake_case")]
enum TokenError {
    // RFC 6750, section 3: no error code for a request without a token.
    #[error("A token is needed")]
    #[api(status = 401, challenge("Bearer", realm = "example"))]
    Missing,
    #[error("The token \"{name}\" expired")]
    #[api(status = 401)]
    #[api(challenge("Bearer", realm = .realm, error = code, error_description = message, scope = .scope))]
    InvalidToken { name: &'static str, realm: &'static str, scope: Option<String> },
    // RFC 7616, section 3.9.1: some parts are never quoted.
    #[error("Sign in")]
    #[api(status = 401)]
    #[api(challenge("Digest", realm = "http-auth@example.org", qop = "auth, auth-int",
        algorithm = MD5, nonce = "{nonce}", stale = true))]
    #[api(challenge("Basic", realm = "{area} \\ files", charset = "UTF-8"))]
    SignIn { nonce: u32, area: &'static str },
    // Of a proxy, by its status; and of one row only.
    #[error("The proxy does not know you")]
    #[api(status = 407, challenge("Negotiate"))]
    #[api(when(true), status = 407, message = "Again", challenge("Negotiate", hint = hint), hint = "kinit")]
    Proxy(bool),
}

#[track_caller]
fn answers(error: &TokenError, status: u16, headers: &[(&str, &str)], code: &str, message: &str) {
    let quoted = serde_json::Value::from(message);
    let body = format!(r#"{{"error":"{code}","error_description":{quoted}}}"#);
    let answer = json(Api::parse, error, status, headers, &body);
    assert_eq!(answer.code(), code);
    assert_eq!(answer.message(), Some(message));
}

const NAME: &str = "www-authenticate";

#[test]
fn a_constant_one() {
    let challenge = (NAME, r#"Bearer realm="example""#);
    answers(&TokenError::Missing, 401, &[challenge], "missing", "A token is needed");
}

#[test]
fn optional_parts_are_left_out_and_quotes_escaped() {
    let error = |realm, scope: Option<&str>| TokenError::InvalidToken {
        name: "ci",
        realm,
        scope: scope.map(str::to_owned),
    };
    let message = "The token \"ci\" expired";
    let challenge = (
        NAME,
        r#"Bearer realm="eu \"west\"", error="invalid_token", error_description="The token \"ci\" expired", scope="read write""#,
    );
    let all = error("eu \"west\"", Some("read write"));
    answers(&all, 401, &[challenge], "invalid_token", message);
    let challenge = (
        NAME,
        r#"Bearer realm="a\\b", error="invalid_token", error_description="The token \"ci\" expired""#,
    );
    answers(&error("a\\b", None), 401, &[challenge], "invalid_token", message);
    // What no header can hold costs only its part.
    let challenge = (
        NAME,
        r#"Bearer realm="r", error="invalid_token", error_description="The token \"ci\" expired""#,
    );
    answers(&error("r", Some("a\r\nb")), 401, &[challenge], "invalid_token", message);
}

#[test]
fn several_and_unquoted_parts() {
    answers(
        &TokenError::SignIn { nonce: 7, area: "\"my\"" },
        401,
        &[
            (
                NAME,
                r#"Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce="7", stale=true"#,
            ),
            (NAME, r#"Basic realm="\"my\" \\ files", charset="UTF-8""#),
        ],
        "sign_in",
        "Sign in",
    );
}

#[test]
fn a_proxys() {
    let name = "proxy-authenticate";
    let error = TokenError::Proxy(false);
    answers(&error, 407, &[(name, "Negotiate")], "proxy", "The proxy does not know you");
    let challenge = (name, r#"Negotiate hint="kinit""#);
    answers(&TokenError::Proxy(true), 407, &[challenge], "proxy", "Again");
}

#[test]
fn the_catalogue_names_them() {
    let catalogue = TokenError::catalogue();
    let names: Vec<Vec<_>> = catalogue
        .iter()
        .map(|entry| entry.spec().headers.iter().map(|header| header.name).collect())
        .collect();
    let proxy = "proxy-authenticate";
    assert_eq!(names, [vec![NAME], vec![NAME], vec![NAME, NAME], vec![proxy], vec![proxy]]);
}
