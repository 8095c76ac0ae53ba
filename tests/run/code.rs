//! `code`: text, an integer, none, or the variant's name.

use crate::support::{Flat, json};
use error_runtime::{ApiError, Code, Declared};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
enum Codes {
    #[error("m")]
    ByName,
    #[error("m")]
    HTTPError2,
    #[error("m")]
    r#Type,
    #[error("m")]
    #[api(code = "as.it-Stands, \"quoted\" \u{e9}\n")]
    Verbatim,
    #[error("m")]
    #[api(code = 1042)]
    Number,
    #[error("m")]
    #[api(code = 0)]
    Zero,
    #[error("m")]
    #[api(code = -32600)]
    Negative,
    #[error("m")]
    #[api(code = none)]
    None,
    #[error("m")]
    #[api(code = "")]
    Empty,
    #[error("m")]
    #[api(code = none)]
    NoneToo,
    #[error("m")]
    #[api(code = "")]
    EmptyToo,
}

#[test]
fn the_default_is_the_variants_name() {
    json(&Codes::ByName, 400, &[], r#"{"code":"BY_NAME","message":"m"}"#);
    json(&Codes::HTTPError2, 400, &[], r#"{"code":"HTTP_ERROR2","message":"m"}"#);
    json(&Codes::r#Type, 400, &[], r#"{"code":"TYPE","message":"m"}"#);
}

#[test]
fn text_stands_as_it_is_written() {
    json(
        &Codes::Verbatim,
        400,
        &[],
        "{\"code\":\"as.it-Stands, \\\"quoted\\\" \u{e9}\\n\",\"message\":\"m\"}",
    );
    assert_eq!(Codes::Verbatim.code(), "as.it-Stands, \"quoted\" \u{e9}\n");
}

#[test]
fn integers_are_numbers() {
    json(&Codes::Number, 400, &[], r#"{"code":1042,"message":"m"}"#);
    json(&Codes::Zero, 400, &[], r#"{"code":0,"message":"m"}"#);
    json(&Codes::Negative, 400, &[], r#"{"code":-32600,"message":"m"}"#);
    assert_eq!(Codes::Zero.code(), Code::Number(0));
}

#[test]
fn there_may_be_none_and_several_of_that() {
    json(&Codes::None, 400, &[], r#"{"message":"m"}"#);
    json(&Codes::Empty, 400, &[], r#"{"message":"m"}"#);
    json(&Codes::NoneToo, 400, &[], r#"{"message":"m"}"#);
    json(&Codes::EmptyToo, 400, &[], r#"{"message":"m"}"#);
    assert_eq!(Codes::None.code(), Code::None);
    assert_eq!(Codes::Empty.code(), "");
}

error_runtime::envelope! {
    /// Writes an empty code, and none as null; text where numbers may come.
    Plain = { "code": code, "text": code as string, "n": code as number, "or": code | "?" }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Plain, status = 400)]
enum Typed {
    #[error("m")]
    #[api(code = "17")]
    Digits,
    #[error("m")]
    #[api(code = "A1")]
    Word,
    #[error("m")]
    #[api(code = 18)]
    Number,
    #[error("m")]
    #[api(code = "")]
    Empty,
    #[error("m")]
    #[api(code = none)]
    None,
}

#[test]
fn the_template_chooses_its_type() {
    json(&Typed::Digits, 400, &[], r#"{"code":"17","text":"17","n":17,"or":"17"}"#);
    json(&Typed::Word, 400, &[], r#"{"code":"A1","text":"A1","n":"A1","or":"A1"}"#);
    json(&Typed::Number, 400, &[], r#"{"code":18,"text":"18","n":18,"or":18}"#);
    json(&Typed::Empty, 400, &[], r#"{"code":"","text":"","n":"","or":"?"}"#);
    json(&Typed::None, 400, &[], r#"{"code":null,"text":null,"n":null,"or":"?"}"#);
}

#[test]
fn the_catalogue_names_each_once() {
    let codes = Codes::catalogue().codes().join(" ");
    assert_eq!(codes, "BY_NAME HTTP_ERROR2 TYPE as.it-Stands, \"quoted\" \u{e9}\n 1042 0 -32600");
}
