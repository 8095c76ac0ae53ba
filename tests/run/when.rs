//! `when`: further rows of one variant, chosen by what is inside it.

mod choice;
mod foreign;
mod patterns;

use crate::support::{Flat, json, problem};
use error_runtime::{Advice, ApiError, Code, Declared};

/// Somebody else's error, as a database has it.
#[derive(Debug, Clone, thiserror::Error)]
pub(crate) enum Db {
    #[error("no row in secret_table")]
    NoRow,
    #[error("{table}: {kind:?}")]
    Constraint { table: &'static str, kind: Kind },
    #[error("io {0}")]
    Io(u32),
    #[error("limited for {after}")]
    Limited { after: u32, scope: String },
}

#[derive(Debug, Clone)]
pub(crate) enum Kind {
    Unique(String),
    Foreign,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(header("x-type" = "all"), category = "data", docs = "https://d.example/{code:kebab}")]
enum Service {
    #[error("database error")]
    #[api(
        status = 500, code = "DATABASE_ERROR", retry = "exponential", retry_after = 9,
        hint = "Report it", title = "Database", header("x-plain" = "only"), detail("plain" = true),
        member("plain" = true), log = "error"
    )]
    #[api(when(Db::NoRow), status = 404, code = "NOT_FOUND", message = "Row not found")]
    #[api(when(Db::Constraint { kind: Kind::Unique(..), .. }), status = CONFLICT, message = "Taken",
        hint = "Take another", retry = "never", title = "Conflict of names", category = "own",
        header("x-row" = "unique"), detail("row" = "unique"), member("row" = 1), log = "debug",
        retry_after = 1, docs = "https://own.example")]
    #[api(when(Db::Io(_)), status = 503)]
    Database(#[from] Db),
}

#[test]
fn the_first_row_that_matches_answers() {
    problem(
        &Service::from(Db::NoRow),
        404,
        &[("x-type", "all")],
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"Row not found","code":"NOT_FOUND","docs":"https://d.example/not-found"}"#,
    );
    let taken = Db::Constraint { table: "users", kind: Kind::Unique("name".to_owned()) };
    problem(
        &Service::Database(taken),
        409,
        &[("x-type", "all"), ("x-row", "unique"), ("retry-after", "1")],
        r#"{"type":"about:blank","title":"Conflict of names","status":409,"detail":"Taken","code":"DATABASE_ERROR","hint":"Take another","docs":"https://own.example","retry":{"advice":"never"},"retry_after":1,"details":{"row":"unique"},"row":1}"#,
    );
}

#[test]
fn the_plain_attribute_is_the_last_row() {
    let foreign = Db::Constraint { table: "users", kind: Kind::Foreign };
    problem(
        &Service::Database(foreign),
        500,
        &[("x-type", "all"), ("x-plain", "only"), ("retry-after", "9")],
        r#"{"type":"about:blank","title":"Database","status":500,"detail":"Internal Server Error","code":"DATABASE_ERROR","hint":"Report it","docs":"https://d.example/database-error","retry":{"advice":"exponential"},"retry_after":9,"details":{"plain":true},"plain":true}"#,
    );
}

#[test]
fn a_row_is_complete_in_itself() {
    let error = Service::Database(Db::Io(1));
    problem(
        &error,
        503,
        &[("x-type", "all")],
        r#"{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Service Unavailable","code":"DATABASE_ERROR","docs":"https://d.example/database-error"}"#,
    );
    assert_eq!(error.retry().advice, Advice::Unstated);
    assert_eq!(error.retry_after(), None);
    assert_eq!(error.hint(), None);
    // What the type says of all its rows holds for this one, too.
    assert_eq!(error.category(), Some("data"));
    assert_eq!(error.docs().as_deref(), Some("https://d.example/database-error"));
}

#[test]
fn the_code_is_shared_unless_stated() {
    let codes: Vec<_> = Service::SPECS.iter().map(|spec| (spec.status, spec.code)).collect();
    assert_eq!(
        codes,
        [
            (Some(404), Code::Text("NOT_FOUND")),
            (Some(409), Code::Text("DATABASE_ERROR")),
            (Some(503), Code::Text("DATABASE_ERROR")),
            (Some(500), Code::Text("DATABASE_ERROR")),
        ]
    );
    assert_eq!(Service::catalogue().codes(), ["NOT_FOUND", "DATABASE_ERROR"]);
    assert_eq!(Service::catalogue().check().len(), 0);
    assert!(Service::SPECS.iter().all(|spec| spec.variant == "Database"));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Names {
    #[error("m")]
    #[api(status = 500)]
    #[api(when(1), status = 400)]
    #[api(when(2), status = 400, code = none)]
    #[api(when(3), status = 400, code = 33)]
    ByName(u8),
    #[error("{kind} in {place}")]
    #[api(status = 400)]
    #[api(when { kind: 1, .. }, status = 404, detail("more" = true))]
    #[api(when { place: "here" | "there", .. }, status = 409, message = "At {place}: {kind}")]
    #[api(when { kind: 2.., place: _ }, status = 410, hint = "{kind} is too much")]
    Fields {
        #[api(member)]
        kind: u8,
        #[api(detail, header = "x-place")]
        place: &'static str,
    },
}

#[test]
fn a_made_code_is_shared_too() {
    json(&Names::ByName(0), 500, &[], r#"{"code":"BY_NAME","message":"Internal Server Error"}"#);
    json(&Names::ByName(1), 400, &[], r#"{"code":"BY_NAME","message":"m"}"#);
    json(&Names::ByName(2), 400, &[], r#"{"message":"m"}"#);
    json(&Names::ByName(3), 400, &[], r#"{"code":33,"message":"m"}"#);
}

#[test]
fn field_attributes_apply_to_every_row() {
    let fields = |kind, place| Names::Fields { kind, place };
    json(
        &fields(0, "x"),
        400,
        &[("x-place", "x")],
        r#"{"code":"FIELDS","message":"0 in x","details":{"place":"x"},"kind":0}"#,
    );
    json(
        &fields(1, "here"),
        404,
        &[("x-place", "here")],
        r#"{"code":"FIELDS","message":"1 in here","details":{"place":"here","more":true},"kind":1}"#,
    );
    json(
        &fields(0, "there"),
        409,
        &[("x-place", "there")],
        r#"{"code":"FIELDS","message":"At there: 0","details":{"place":"there"},"kind":0}"#,
    );
    json(
        &fields(9, "x"),
        410,
        &[("x-place", "x")],
        r#"{"code":"FIELDS","message":"9 in x","hint":"9 is too much","details":{"place":"x"},"kind":9}"#,
    );
}
