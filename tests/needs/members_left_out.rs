//! "Members left out when none, empty, false or zero (and empty objects that
//! stay)."

use crate::back::json;
use error_runtime::{ApiError, envelope};
use serde_json::json as value;

envelope! {
    /// An upload service: only the marked members are left out.
    Upload = {
        "message": message,
        "limits"?: { "max"?: member("max"), "used"?: member("used") },
        "context": details | {},
        ..members,
    }

    /// A ledger that omits what is empty everywhere.
    Ledger = { "code": code, "context"?: details, "totals": details | {}, ..members }
    omit_default
}

#[derive(Debug, Default, thiserror::Error, ApiError)]
#[error("The upload is too large")]
#[api(envelope = Upload, status = 413)]
struct TooLarge {
    #[api(member)]
    max: Option<u64>,
    #[api(member, omit_default)]
    used: u64,
    #[api(detail)]
    file: Option<String>,
    #[api(detail, omit_default)]
    parts: Vec<u32>,
    #[api(member, omit_default)]
    resumable: bool,
    #[api(member, omit_default)]
    note: String,
    #[api(member, keep_null)]
    upload_id: Option<String>,
    #[api(member)]
    attempt: u8,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("The bucket is read-only")]
#[api(envelope = Upload, status = 403)]
struct ReadOnly;

#[test]
fn what_is_empty_is_left_out_and_marked_members_stay() {
    let answer = json(
        Upload::parse,
        &TooLarge::default(),
        413,
        &[],
        r#"{"message":"The upload is too large","limits":{},"context":{},"upload_id":null,"attempt":0}"#,
    );
    assert_eq!(answer.details(), &value!({}));
    assert_eq!(answer.members()["attempt"], 0);
    assert_eq!(answer.members().get("max"), None);
}

#[test]
fn what_is_not_empty_is_there() {
    let error = TooLarge {
        max: Some(0),
        used: 7,
        file: Some(String::new()),
        parts: vec![0],
        resumable: true,
        note: " ".to_owned(),
        upload_id: Some("u".to_owned()),
        attempt: 2,
    };
    let answer = json(
        Upload::parse,
        &error,
        413,
        &[],
        r#"{"message":"The upload is too large","limits":{"max":0,"used":7},"context":{"file":"","parts":[0]},"resumable":true,"note":" ","upload_id":"u","attempt":2}"#,
    );
    assert_eq!(answer.details(), &value!({"file": "", "parts": [0]}));
    assert_eq!(answer.members()["max"], 0);
    assert_eq!(answer.members()["upload_id"], "u");
}

/// A sub-object goes where none of its parts is declared, and stays where
/// they are declared and empty.
#[test]
fn nothing_declared_is_no_object() {
    let answer = json(
        Upload::parse,
        &ReadOnly,
        403,
        &[],
        r#"{"message":"The bucket is read-only","context":{}}"#,
    );
    assert!(answer.members().is_empty());
}

#[derive(Debug, Default, thiserror::Error, ApiError)]
#[error("The entry does not balance")]
#[api(envelope = Ledger, status = 422, code = "UNBALANCED")]
struct Unbalanced {
    #[api(detail)]
    credit: i64,
    #[api(detail)]
    debit: i64,
    #[api(member)]
    accounts: Vec<String>,
    #[api(member, keep_empty)]
    lines: Vec<u32>,
    #[api(member)]
    closed: bool,
}

#[test]
fn one_word_for_the_whole_api() {
    let answer = json(
        Ledger::parse,
        &Unbalanced::default(),
        422,
        &[],
        r#"{"code":"UNBALANCED","totals":{},"lines":[]}"#,
    );
    assert_eq!(answer.members()["lines"], value!([]));
    let error =
        Unbalanced { credit: -5, accounts: vec!["cash".to_owned()], ..Unbalanced::default() };
    let answer = json(
        Ledger::parse,
        &error,
        422,
        &[],
        r#"{"code":"UNBALANCED","context":{"credit":-5},"totals":{"credit":-5},"accounts":["cash"],"lines":[]}"#,
    );
    assert_eq!(answer.details(), &value!({"credit": -5}));
    assert_eq!(answer.members()["accounts"], value!(["cash"]));
}
