//! `code`: text, an integer, none, the variant's name, or from a field.

use crate::support::{Flat, json};
use error_runtime::{ApiError, Code, Declared, Parts, PublicCode};
use std::borrow::Cow;

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

#[derive(Debug)]
enum Reason {
    Quota,
    Other,
}

impl PublicCode for Reason {
    fn public_code(&self) -> Option<Code<'_>> {
        match self {
            Self::Quota => Some(Code::Text("quotaExceeded")),
            Self::Other => None,
        }
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
enum Given {
    #[error("m")]
    Text(#[api(code)] String),
    #[error("m")]
    #[api(code = 17)]
    Number {
        #[api(code)]
        number: Option<u64>,
    },
    #[error("m")]
    #[api(code = none)]
    Perhaps(#[api(code)] Option<Cow<'static, str>>),
    #[error("m")]
    Own(#[api(code)] Reason),
    #[error("m")]
    #[api(code = "ROW")]
    #[api(when { kind: 0, .. }, status = 404, code = "ZERO")]
    #[api(when { kind: 1, .. }, status = 409)]
    Row {
        #[api(code)]
        code: Option<&'static str>,
        kind: u8,
    },
}

#[test]
fn a_field_gives_it() {
    json(&Given::Text("a b.c".into()), 400, &[], r#"{"code":"a b.c","message":"m"}"#);
    json(&Given::Number { number: Some(0) }, 400, &[], r#"{"code":0,"message":"m"}"#);
    json(&Given::Perhaps(Some("x".into())), 400, &[], r#"{"code":"x","message":"m"}"#);
    json(&Given::Own(Reason::Quota), 400, &[], r#"{"code":"quotaExceeded","message":"m"}"#);
    assert_eq!(Given::Text("a".into()).code(), "a");
}

#[test]
fn the_declared_one_stands_in() {
    json(&Given::Number { number: None }, 400, &[], r#"{"code":17,"message":"m"}"#);
    // Not in the range of a number on the wire.
    json(&Given::Number { number: Some(u64::MAX) }, 400, &[], r#"{"code":17,"message":"m"}"#);
    json(&Given::Perhaps(None), 400, &[], r#"{"message":"m"}"#);
    json(&Given::Own(Reason::Other), 400, &[], r#"{"code":"OWN","message":"m"}"#);
}

#[test]
fn a_when_row_has_its_own_or_the_fields() {
    let row = |code, kind| Given::Row { code, kind };
    json(&row(Some("given"), 0), 404, &[], r#"{"code":"ZERO","message":"m"}"#);
    json(&row(Some("given"), 1), 409, &[], r#"{"code":"given","message":"m"}"#);
    json(&row(None, 1), 409, &[], r#"{"code":"ROW","message":"m"}"#);
    json(&row(Some("given"), 2), 400, &[], r#"{"code":"given","message":"m"}"#);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Flat, status = 400)]
struct Inner;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("outside")]
#[api(envelope = Flat, transparent)]
struct Over {
    #[source]
    inner: Inner,
    #[api(code)]
    code: Option<u8>,
    #[api(message)]
    message: Option<&'static str>,
    #[api(hint)]
    hint: Option<&'static str>,
    #[api(retry_after)]
    left: Option<u8>,
}

#[test]
fn over_an_inner_error_each_field_may_be_silent() {
    let silent = Over { inner: Inner, code: None, message: None, hint: None, left: None };
    json(&silent, 400, &[], r#"{"code":"INNER","message":"m"}"#);
    let said =
        Over { inner: Inner, code: Some(0), message: Some("n"), hint: Some("h"), left: Some(3) };
    let body = r#"{"code":0,"message":"n","hint":"h"}"#;
    json(&said, 400, &[("retry-after", "3")], body);
}

#[test]
fn the_table_is_open_then() {
    assert!(Given::catalogue().is_open());
    assert!(!Codes::catalogue().is_open());
    let by_row: Vec<_> = Given::SPECS.iter().map(|spec| spec.dynamic.has(Parts::CODE)).collect();
    assert_eq!(by_row, [true, true, true, true, false, true, true]);
}
