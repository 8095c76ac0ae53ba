//! `title`: fixed for a code.

use crate::support::{json, problem};
use error_runtime::{ApiError, Declared, envelope};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 403)]
enum Titles {
    #[error("m")]
    #[api(title = "Out of credit")]
    Stated,
    #[error("m")]
    Default,
}

#[test]
fn it_is_the_status_phrase_unless_stated() {
    problem(
        &Titles::Stated,
        403,
        &[],
        r#"{"type":"about:blank","title":"Out of credit","status":403,"detail":"m","code":"STATED"}"#,
    );
    problem(
        &Titles::Default,
        403,
        &[],
        r#"{"type":"about:blank","title":"Forbidden","status":403,"detail":"m","code":"DEFAULT"}"#,
    );
    assert_eq!(Titles::Stated.title(), "Out of credit");
    assert_eq!(Titles::SPECS[0].title, Some("Out of credit"));
}

envelope! {
    /// Problem types of its own.
    Typed = { "type": type_uri, "title": title }
    type_uri = "https://example.com/probs/{code:kebab}"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Typed, status = 403)]
enum Words {
    #[error("m")]
    OutOfCredit,
    #[error("m")]
    #[api(code = 12)]
    Number,
    #[error("m")]
    #[api(code = none)]
    Codeless,
}

#[test]
fn with_a_type_it_is_the_code_in_words() {
    json(
        &Words::OutOfCredit,
        403,
        &[],
        r#"{"type":"https://example.com/probs/out-of-credit","title":"Out of credit"}"#,
    );
    json(
        &Words::Number,
        403,
        &[],
        r#"{"type":"https://example.com/probs/12","title":"Forbidden"}"#,
    );
    json(&Words::Codeless, 403, &[], r#"{"type":"about:blank","title":"Forbidden"}"#);
}
