//! `expose`: the `Display` of a 5xx is public.

use crate::support::{Flat, json};
use error_runtime::{ApiError, Declared};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 503)]
enum Rows {
    #[error("The disk is full")]
    #[api(expose)]
    Constant,
    #[error("{left} bytes left")]
    #[api(expose)]
    WithField { left: u8 },
    #[error("{left} bytes left")]
    Hidden { left: u8 },
    #[error("the disk said {0}")]
    #[api(status = 400, message = "Malformed")]
    #[api(when(0), status = 500, expose)]
    #[api(when(1), status = 500)]
    Looked(u8),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 500, expose)]
enum Type {
    #[error("Shown {0}")]
    Shown(u8),
    #[error("hidden {0}")]
    #[api(conceal)]
    Hidden(u8),
    #[error("x {0}")]
    #[api(message = "Said {0}")]
    Said(u8),
}

#[test]
fn it_shows_display() {
    json(&Rows::Constant, 503, &[], r#"{"code":"CONSTANT","message":"The disk is full"}"#);
    json(
        &Rows::WithField { left: 7 },
        503,
        &[],
        r#"{"code":"WITH_FIELD","message":"7 bytes left"}"#,
    );
    json(
        &Rows::Hidden { left: 7 },
        503,
        &[],
        r#"{"code":"HIDDEN","message":"Service Unavailable"}"#,
    );
}

#[test]
fn it_holds_for_its_row_alone() {
    json(&Rows::Looked(0), 500, &[], r#"{"code":"LOOKED","message":"the disk said 0"}"#);
    json(&Rows::Looked(1), 500, &[], r#"{"code":"LOOKED","message":"Internal Server Error"}"#);
    json(&Rows::Looked(2), 400, &[], r#"{"code":"LOOKED","message":"Malformed"}"#);
}

#[test]
fn the_type_says_it_for_all_but_the_concealed() {
    json(&Type::Shown(1), 500, &[], r#"{"code":"SHOWN","message":"Shown 1"}"#);
    json(&Type::Hidden(2), 500, &[], r#"{"code":"HIDDEN","message":"Internal Server Error"}"#);
    json(&Type::Said(3), 500, &[], r#"{"code":"SAID","message":"Said 3"}"#);
}

#[test]
fn the_table_knows_no_hidden_text() {
    let texts: Vec<_> = Rows::SPECS.iter().map(|spec| spec.message).collect();
    assert_eq!(texts[..3], [Some("The disk is full"), Some("{left} bytes left"), None]);
}
