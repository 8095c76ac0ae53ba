//! `keep_null`: what serializes to null is written as null.

use crate::support::{Flat, json};
use error_runtime::{ApiError, envelope};

type Alias<T> = Option<T>;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Flat, status = 400, code = none)]
struct Nulls<T> {
    #[api(detail, keep_null)]
    kept: Option<T>,
    #[api(detail)]
    alias: Alias<T>,
    #[api(detail, keep_null)]
    generic: T,
    #[api(detail)]
    plain: T,
    #[api(member, keep_null)]
    member: Option<T>,
    #[api(member)]
    gone: Option<T>,
}

#[test]
fn null_is_left_out_unless_kept() {
    let error = Nulls { kept: None, alias: None, generic: (), plain: (), member: None, gone: None };
    json(
        &error,
        400,
        &[],
        r#"{"message":"m","details":{"kept":null,"generic":null},"member":null}"#,
    );
    let error = Nulls {
        kept: Some(0),
        alias: Some(0),
        generic: 0,
        plain: 0,
        member: Some(0),
        gone: Some(0),
    };
    json(
        &error,
        400,
        &[],
        r#"{"message":"m","details":{"kept":0,"alias":0,"generic":0,"plain":0},"member":0,"gone":0}"#,
    );
}

envelope! {
    /// Omits what is empty.
    Omitting = { "details"?: details, "slot": member("slot") | "none", "opt"?: member("slot") }
    omit_default
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Omitting, status = 400)]
struct Over {
    #[api(detail, member = "slot", keep_null)]
    kept: Option<u8>,
    #[api(detail, keep_null)]
    zero: u8,
}

#[test]
fn it_wins_over_the_envelope() {
    json(
        &Over { kept: None, zero: 0 },
        400,
        &[],
        r#"{"details":{"kept":null,"zero":0},"slot":null,"opt":null}"#,
    );
}
