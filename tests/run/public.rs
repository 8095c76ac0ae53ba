//! `public`: a source whose text may leave.

use crate::support::{Flat, json};
use error_runtime::ApiError;

#[derive(Debug, thiserror::Error)]
#[error("line {line}")]
struct Parse {
    line: u8,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
enum Sources {
    #[error("Malformed: {0}")]
    Shown(
        #[from]
        #[api(public)]
        Parse,
    ),
    #[error("x")]
    #[api(message = "At {source}", hint = "See {source}", detail("at" = "{source}"))]
    Texts {
        #[api(public)]
        source: Parse,
    },
    #[error(transparent)]
    Through(#[api(public)] std::num::ParseIntError),
    #[error("x")]
    #[api(when(Parse { line: at @ 1.. }), status = 422, message = "Line {at}")]
    #[api(message = "Nowhere")]
    Bound(
        #[source]
        #[api(public)]
        Parse,
    ),
}

#[test]
fn its_text_may_stand_in_any_public_one() {
    json(
        &Sources::from(Parse { line: 3 }),
        400,
        &[],
        r#"{"code":"SHOWN","message":"Malformed: line 3"}"#,
    );
    json(
        &Sources::Texts { source: Parse { line: 4 } },
        400,
        &[],
        r#"{"code":"TEXTS","message":"At line 4","hint":"See line 4","details":{"at":"line 4"}}"#,
    );
    json(
        &Sources::Through("x".parse::<u8>().unwrap_err()),
        400,
        &[],
        r#"{"code":"THROUGH","message":"invalid digit found in string"}"#,
    );
}

#[test]
fn so_may_its_parts() {
    json(&Sources::Bound(Parse { line: 5 }), 422, &[], r#"{"code":"BOUND","message":"Line 5"}"#);
    json(&Sources::Bound(Parse { line: 0 }), 400, &[], r#"{"code":"BOUND","message":"Nowhere"}"#);
}

#[test]
fn it_is_the_source_all_the_same() {
    let error = Sources::Texts { source: Parse { line: 4 } };
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "line 4");
}
