//! `hint`: what the client can do.

use crate::support::{Flat, json};
use error_runtime::{ApiError, Declared};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
enum Hints {
    #[error("m")]
    #[api(hint = "Add the \"project\" first")]
    Constant,
    #[error("m")]
    #[api(hint = "Use {other:?}, {{not}} {id}")]
    Fields { id: u8, other: &'static str },
    #[error("m")]
    #[api(hint("{} of {}", .0.len(), .0.capacity().max(3).min(3)))]
    Expressions(Vec<u8>),
    #[error("m")]
    #[api(hint = none)]
    None,
    #[error("m")]
    #[api(hint = "")]
    Empty,
    #[error("m")]
    Absent,
    #[error("m")]
    #[api(hint = "Ask {1}")]
    Field(#[api(hint)] Option<String>, u8),
    #[error("m")]
    Whole {
        #[api(hint)]
        text: &'static str,
    },
    #[error("m")]
    #[api(status = 500, hint = "Report to maintainers")]
    Server,
}

#[test]
fn it_is_constant_or_has_fields() {
    json(
        &Hints::Constant,
        400,
        &[],
        r#"{"code":"CONSTANT","message":"m","hint":"Add the \"project\" first"}"#,
    );
    json(
        &Hints::Fields { id: 1, other: "b" },
        400,
        &[],
        r#"{"code":"FIELDS","message":"m","hint":"Use \"b\", {not} 1"}"#,
    );
    json(
        &Hints::Expressions(vec![1]),
        400,
        &[],
        r#"{"code":"EXPRESSIONS","message":"m","hint":"1 of 3"}"#,
    );
    assert_eq!(Hints::Constant.hint().as_deref(), Some("Add the \"project\" first"));
}

#[test]
fn there_may_be_none() {
    json(&Hints::None, 400, &[], r#"{"code":"NONE","message":"m"}"#);
    json(&Hints::Empty, 400, &[], r#"{"code":"EMPTY","message":"m"}"#);
    json(&Hints::Absent, 400, &[], r#"{"code":"ABSENT","message":"m"}"#);
    assert_eq!(Hints::None.hint(), None);
    assert_eq!(Hints::Absent.hint(), None);
}

#[test]
fn a_field_may_be_it_and_falls_back() {
    json(
        &Hints::Field(Some("Wait".to_owned()), 1),
        400,
        &[],
        r#"{"code":"FIELD","message":"m","hint":"Wait"}"#,
    );
    json(&Hints::Field(None, 2), 400, &[], r#"{"code":"FIELD","message":"m","hint":"Ask 2"}"#);
    json(&Hints::Whole { text: "Go" }, 400, &[], r#"{"code":"WHOLE","message":"m","hint":"Go"}"#);
    json(&Hints::Whole { text: "" }, 400, &[], r#"{"code":"WHOLE","message":"m"}"#);
}

#[test]
fn it_is_public_also_at_a_5xx() {
    json(
        &Hints::Server,
        500,
        &[],
        r#"{"code":"SERVER","message":"Internal Server Error","hint":"Report to maintainers"}"#,
    );
}

#[test]
fn the_table_has_the_template() {
    let hints: Vec<_> = Hints::SPECS.iter().map(|spec| spec.hint).collect();
    assert_eq!(hints[0], Some("Add the \"project\" first"));
    assert_eq!(hints[1], Some("Use {other:?}, {{not}} {id}"));
    assert_eq!(hints[3], None);
}
