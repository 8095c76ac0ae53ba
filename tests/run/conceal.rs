//! `conceal`: the `Display` of a 4xx is private.

use crate::support::{json, problem};
use error_runtime::{ApiError, Declared, envelope};

envelope! {
    /// Has an internal message, which is for the 5xx.
    Api = { "message": message }
    internal_message = "Something went wrong"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Api)]
enum Concealed {
    #[error("user {0} has no such permission")]
    #[api(status = 403, conceal)]
    Constant(u8),
    #[error("user {0} has no such permission")]
    #[api(status = 403)]
    Shown(u8),
    #[error("x")]
    #[api(status = 400, conceal)]
    Field(#[api(message)] Option<String>),
    #[error("host {0}")]
    #[api(status = 400, message = "Malformed")]
    #[api(when(0), status = 404, conceal)]
    Looked(u8),
}

#[test]
fn the_status_phrase_stands_for_it() {
    json(&Concealed::Constant(7), 403, &[], r#"{"message":"Forbidden"}"#);
    json(&Concealed::Shown(7), 403, &[], r#"{"message":"user 7 has no such permission"}"#);
    json(&Concealed::Looked(0), 404, &[], r#"{"message":"Not Found"}"#);
    json(&Concealed::Looked(1), 400, &[], r#"{"message":"Malformed"}"#);
    assert_eq!(Concealed::SPECS[0].message, None);
}

#[test]
fn a_public_field_is_shown_all_the_same() {
    json(&Concealed::Field(Some("told".to_owned())), 400, &[], r#"{"message":"told"}"#);
    json(&Concealed::Field(None), 400, &[], r#"{"message":"Bad Request"}"#);
}

#[test]
fn in_the_default_envelope_too() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("private")]
    #[api(status = 409, conceal)]
    struct Taken;
    problem(
        &Taken,
        409,
        &[],
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"Conflict","code":"TAKEN"}"#,
    );
}
