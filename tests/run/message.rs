//! `message`: the public text, as thiserror writes one.

use crate::support::{Flat, body, json};
use error_runtime::{ApiError, Declared};
use std::time::Duration;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Messages {
    #[error("private {secret}")]
    #[api(status = 400, message = "The name is \"taken\"\n{{really}}")]
    Constant { secret: String },
    #[error("x")]
    #[api(status = 404, message = "{id} of {kind:?}, {id:>6}|{count:03}|{ratio:.1}|{count:#x}")]
    Named { id: String, kind: Kind, count: u32, ratio: f64 },
    #[error("x")]
    #[api(status = 404, message = "{0} and {1:?} and {0:<4}|")]
    Positional(u8, Option<&'static str>),
    #[error("x")]
    #[api(status = 413, message("{} items, {most} at most, {:?}: {first}", .items.len(), .items.iter().max(), most = .limit - 1, first = .items[0]))]
    Arguments { items: Vec<u8>, limit: usize },
    #[error("x")]
    #[api(status = 400, message = "{width:>count$}|{ratio:.count$}|")]
    Counts { width: u8, count: usize, ratio: f64 },
    #[error("x")]
    #[api(status = 500, message = "Down for {left:?}")]
    Server { left: Duration },
    #[error("x")]
    #[api(status = 400, message = "{type}: {self_}")]
    Raw { r#type: u8, self_: u8 },
}

#[derive(Debug)]
enum Kind {
    Project,
}

#[test]
fn a_constant_text_replaces_display() {
    let error = Messages::Constant { secret: "s3cr3t".to_owned() };
    json(&error, 400, &[], r#"{"code":"CONSTANT","message":"The name is \"taken\"\n{really}"}"#);
    assert_eq!(error.to_string(), "private s3cr3t");
    assert_eq!(error.message(), "The name is \"taken\"\n{really}");
}

#[test]
fn placeholders_are_formats() {
    let error = Messages::Named { id: "p1".to_owned(), kind: Kind::Project, count: 7, ratio: 0.25 };
    json(&error, 404, &[], r#"{"code":"NAMED","message":"p1 of Project,     p1|007|0.2|0x7"}"#);
    json(
        &Messages::Positional(3, Some("a")),
        404,
        &[],
        r#"{"code":"POSITIONAL","message":"3 and Some(\"a\") and 3   |"}"#,
    );
    json(&Messages::Raw { r#type: 1, self_: 2 }, 400, &[], r#"{"code":"RAW","message":"1: 2"}"#);
}

#[test]
fn further_arguments_are_expressions() {
    let error = Messages::Arguments { items: vec![3, 9], limit: 2 };
    json(&error, 413, &[], r#"{"code":"ARGUMENTS","message":"2 items, 1 at most, Some(9): 3"}"#);
}

#[test]
fn a_field_may_be_the_width() {
    let error = Messages::Counts { width: 1, count: 3, ratio: 0.5 };
    assert_eq!(body(&error), r#"{"code":"COUNTS","message":"  1|0.500|"}"#);
}

#[test]
fn it_is_public_also_at_a_5xx() {
    let error = Messages::Server { left: Duration::from_secs(2) };
    json(&error, 500, &[], r#"{"code":"SERVER","message":"Down for 2s"}"#);
}

#[test]
fn the_table_has_the_template() {
    let specs = Messages::SPECS;
    assert_eq!(specs[0].message, Some("The name is \"taken\"\n{really}"));
    assert_eq!(specs[5].message, Some("Down for {left:?}"));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Fields {
    #[error("private")]
    #[api(status = 500)]
    Only(#[api(message)] String),
    #[error("private")]
    #[api(status = 500, message = "Nobody said why, {1}")]
    Perhaps(#[api(message)] Option<std::sync::Arc<str>>, u8),
    #[error("shown {1}")]
    #[api(status = 400)]
    OrDisplay(#[api(message)] Option<&'static str>, u8),
    #[error("hidden {1}")]
    #[api(status = 503)]
    OrHidden(#[api(message)] Option<String>, u8),
}

#[test]
fn a_field_may_be_the_text() {
    json(&Fields::Only("told".to_owned()), 500, &[], r#"{"code":"ONLY","message":"told"}"#);
    json(
        &Fields::Only(String::new()),
        500,
        &[],
        r#"{"code":"ONLY","message":"Internal Server Error"}"#,
    );
    json(
        &Fields::Perhaps(Some("told".into()), 1),
        500,
        &[],
        r#"{"code":"PERHAPS","message":"told"}"#,
    );
}

#[test]
fn an_absent_text_falls_back() {
    json(
        &Fields::Perhaps(None, 4),
        500,
        &[],
        r#"{"code":"PERHAPS","message":"Nobody said why, 4"}"#,
    );
    json(&Fields::OrDisplay(None, 5), 400, &[], r#"{"code":"OR_DISPLAY","message":"shown 5"}"#);
    json(
        &Fields::OrHidden(None, 6),
        503,
        &[],
        r#"{"code":"OR_HIDDEN","message":"Service Unavailable"}"#,
    );
}
