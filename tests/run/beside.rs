//! Beside other derives on the same type, and with their attributes.

use crate::support::{Flat, json};
use error_runtime::{ApiError, Declared};
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;

#[derive(
    Debug,
    Clone,
    PartialEq,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
    derive_more::Display,
    derive_more::Error,
    ApiError,
)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[api(envelope = Flat)]
enum Busy {
    #[display("Not found: {id}")]
    #[api(status = 404)]
    #[serde(rename = "gone")]
    NotFound {
        #[api(detail)]
        #[serde(rename = "identifier")]
        #[schema(example = "p1")]
        id: String,
    },
    #[display("private {reason}")]
    #[api(status = 500)]
    Broken {
        #[serde(default)]
        reason: String,
    },
}

#[test]
fn serde_derive_more_and_utoipa_work_beside_it() {
    let error = Busy::NotFound { id: "p1".to_owned() };
    json(
        &error,
        404,
        &[],
        r#"{"code":"NOT_FOUND","message":"Not found: p1","details":{"id":"p1"}}"#,
    );
    assert_eq!(serde_json::to_string(&error).unwrap(), r#"{"kind":"gone","identifier":"p1"}"#);
    assert_eq!(
        serde_json::from_str::<Busy>(r#"{"kind":"gone","identifier":"p1"}"#).unwrap(),
        error
    );
    json(
        &Busy::Broken { reason: "r".to_owned() },
        500,
        &[],
        r#"{"code":"BROKEN","message":"Internal Server Error"}"#,
    );
}

#[derive(Debug, derive_more::Display, derive_more::Error, derive_more::From, ApiError)]
#[api(envelope = Flat, status = 400)]
enum More {
    #[display("Malformed")]
    #[from]
    Number(std::num::ParseIntError),
    // This `Display` cannot be read, so the message is said.
    #[display("unreadable")]
    #[api(message = "Unreadable")]
    Named {
        #[error(source)]
        cause: fmt::Error,
        #[api(detail)]
        n: u8,
    },
}

#[test]
fn derive_mores_sources_and_conversions() {
    let error = More::from("x".parse::<u8>().unwrap_err());
    json(&error, 400, &[], r#"{"code":"NUMBER","message":"Malformed"}"#);
    assert!(error.source().is_some());
    let error = More::Named { cause: fmt::Error, n: 1 };
    json(&error, 400, &[], r#"{"code":"NAMED","message":"Unreadable","details":{"n":1}}"#);
    assert!(error.source().unwrap().is::<fmt::Error>());
}

fn by_hand(id: &u128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "by hand {id}")
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum This {
    #[error(fmt = by_hand)]
    #[api(status = 400)]
    Fmt(u128),
    #[error("{next} then {name:?}, {len}", next = .0 + 1, name = .1.to_uppercase(), len = .1.len())]
    #[api(status = 400)]
    Args(u8, String),
    #[error("{type} {{braces}} {more:>3}", more = .r#type)]
    #[api(status = 400)]
    Raw { r#type: u8 },
    #[error(transparent)]
    #[api(status = 500)]
    Transparent(#[from] fmt::Error),
    #[error("from")]
    #[api(status = 502)]
    From {
        #[from]
        inner: std::str::Utf8Error,
    },
    #[error("source")]
    #[api(status = 400)]
    Source {
        source: Box<dyn Error + Send + Sync>,
        #[api(detail)]
        at: usize,
    },
    #[error("{}", match .0 { 0 => "none", _ => "some" })]
    #[api(status = 400)]
    Match(u8),
}

#[test]
fn thiserrors_texts_are_shown_as_it_writes_them() {
    json(&This::Fmt(3), 400, &[], r#"{"code":"FMT","message":"by hand 3"}"#);
    json(
        &This::Args(1, "ab".to_owned()),
        400,
        &[],
        r#"{"code":"ARGS","message":"2 then \"AB\", 2"}"#,
    );
    json(&This::Raw { r#type: 4 }, 400, &[], r#"{"code":"RAW","message":"4 {braces}   4"}"#);
    json(&This::Match(0), 400, &[], r#"{"code":"MATCH","message":"none"}"#);
}

#[test]
fn thiserrors_sources_and_conversions_are_its_own() {
    json(
        &This::from(fmt::Error),
        500,
        &[],
        r#"{"code":"TRANSPARENT","message":"Internal Server Error"}"#,
    );
    let bytes = vec![0xff];
    let error = This::from(std::str::from_utf8(&bytes).unwrap_err());
    json(&error, 502, &[], r#"{"code":"FROM","message":"Bad Gateway"}"#);
    assert!(error.source().is_some());
    let error = This::Source { source: "x".into(), at: 2 };
    json(&error, 400, &[], r#"{"code":"SOURCE","message":"source","details":{"at":2}}"#);
    assert_eq!(error.source().unwrap().to_string(), "x");
}

/// By hand, with no derive of another crate at all.
#[derive(Debug, ApiError)]
#[api(envelope = Flat)]
enum ByHand {
    #[api(status = 400)]
    Shown(u8),
    #[api(status = 500)]
    Hidden,
}

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shown(n) => write!(f, "shown {n}"),
            Self::Hidden => f.write_str("hidden"),
        }
    }
}

impl Error for ByHand {}

#[test]
fn display_by_hand() {
    json(&ByHand::Shown(1), 400, &[], r#"{"code":"SHOWN","message":"shown 1"}"#);
    json(&ByHand::Hidden, 500, &[], r#"{"code":"HIDDEN","message":"Internal Server Error"}"#);
    // What cannot be read is not in the table.
    assert!(ByHand::SPECS.iter().all(|spec| spec.message.is_none()));
}
