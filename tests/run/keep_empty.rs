//! `keep_empty`: an empty value stays, whatever the envelope omits.

use crate::support::{Flat, json};
use error_runtime::{ApiError, envelope};

envelope! {
    /// Omits what is empty; one member has a place of its own.
    Omitting = { "details"?: details, "place"?: member("list"), ..members }
    omit_default
}

envelope! {
    /// Keeps even null.
    Keeping = { ..members }
    keep_null
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 400, code = none)]
#[api(envelope = Omitting)]
#[error("m")]
struct Kept {
    #[api(detail, member, keep_empty)]
    list: Vec<u8>,
    #[api(detail, keep_empty)]
    flag: bool,
    #[api(detail, keep_empty)]
    none: Option<u8>,
    #[api(detail)]
    omitted: u8,
}

#[test]
fn it_wins_over_the_envelope_but_null_stays_out() {
    json(
        &Kept { list: vec![], flag: false, none: None, omitted: 0 },
        400,
        &[],
        r#"{"details":{"list":[],"flag":false},"place":[]}"#,
    );
    json(
        &Kept { list: vec![1], flag: true, none: Some(0), omitted: 1 },
        400,
        &[],
        r#"{"details":{"list":[1],"flag":true,"none":0,"omitted":1},"place":[1]}"#,
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Keeping, status = 400)]
#[error("m")]
struct Null {
    #[api(member, keep_empty)]
    none: Option<u8>,
}

#[test]
fn where_the_envelope_keeps_null_it_takes_nothing_away() {
    json(&Null { none: None }, 400, &[], r#"{"none":null}"#);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400, code = none)]
#[error("m")]
struct Plain {
    #[api(detail, keep_empty)]
    text: String,
    #[api(detail)]
    same: String,
}

#[test]
fn without_a_policy_it_is_the_default() {
    json(
        &Plain { text: String::new(), same: String::new() },
        400,
        &[],
        r#"{"message":"m","details":{"text":"","same":""}}"#,
    );
}
