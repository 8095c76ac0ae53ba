//! `code_suffix`: stands after codes made from names.

use error_runtime::{ApiError, Declared, envelope};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 400, code_case = "PascalCase", code_prefix = "X", code_suffix = "Exception")]
enum Suffixed {
    #[error("m")]
    ThrottlingBusy,
    #[error("m")]
    #[api(code = "AccessDenied")]
    Stated,
}

envelope! {
    /// The API's case.
    Snake = { "code": code, "link": docs }
    code_case = "snake_case"
    docs = "https://x.example/{code}"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 400, envelope = Snake, code_prefix = "\u{e9}A/", code_suffix = ".Bad")]
enum InTheApisCase {
    HTTPName,
    #[api(code = "STATED")]
    Stated,
    #[api(transparent)]
    Inner(InDefaultCase),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 400, code_suffix = "_ERR")]
enum InDefaultCase {
    OfInner,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 400, envelope = Snake, code_case = "UPPERCASE", code_suffix = ".Bad")]
enum InItsOwnCase {
    BadName,
}

#[test]
fn only_made_codes_have_it() {
    assert_eq!(Suffixed::catalogue().codes(), ["XThrottlingBusyException", "AccessDenied"]);
    let _ = [Suffixed::ThrottlingBusy, Suffixed::Stated];
}

/// The case is a fact of the API, and what stands around the name one of the
/// type: neither changes the other.
#[test]
fn the_envelopes_case_is_that_of_the_name() {
    let answers = |error: &dyn ApiError, code, link| {
        let body = format!(r#"{{"code":"{code}","link":"https://x.example/{link}"}}"#);
        crate::support::json(error, 400, &[], &body);
    };
    answers(&InTheApisCase::HTTPName, "\u{e9}A/http_name.Bad", "%C3%A9A/http_name.Bad");
    answers(&InTheApisCase::Stated, "STATED", "STATED");
    let inner = InTheApisCase::Inner(InDefaultCase::OfInner);
    answers(&inner, "of_inner_ERR", "of_inner_ERR");
    let codes = ["\u{e9}A/http_name.Bad", "STATED", "of_inner_ERR"];
    assert_eq!(InTheApisCase::catalogue().codes(), codes);
    // As declared, whatever the envelope.
    assert_eq!(InTheApisCase::HTTPName.code(), "\u{e9}A/HTTP_NAME.Bad");
}

#[test]
fn the_types_own_case_goes_before_it() {
    let body = r#"{"code":"BADNAME.Bad","link":"https://x.example/BADNAME.Bad"}"#;
    crate::support::json(&InItsOwnCase::BadName, 400, &[], body);
}
