//! `omit_default`: null, false, zero and what is empty are left out.

use crate::support::{Flat, json};
use error_runtime::{ApiError, envelope};
use std::collections::BTreeMap;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Flat, status = 400, code = none)]
struct Omitted<T> {
    #[api(detail, member = "m", omit_default)]
    value: T,
}

#[track_caller]
fn gone<T: std::fmt::Debug + serde::Serialize>(value: T) {
    json(&Omitted { value }, 400, &[], r#"{"message":"m"}"#);
}

#[track_caller]
fn kept<T: std::fmt::Debug + serde::Serialize>(value: T, json_text: &str) {
    let body = format!(r#"{{"message":"m","details":{{"value":{json_text}}},"m":{json_text}}}"#);
    json(&Omitted { value }, 400, &[], &body);
}

#[test]
fn what_is_empty_is_left_out() {
    gone(None::<u8>);
    gone(());
    gone(false);
    gone(0_u64);
    gone(0_i8);
    gone(0.0_f32);
    gone(-0.0_f64);
    gone("");
    gone(Vec::<u8>::new());
    gone(BTreeMap::<u8, u8>::new());
    gone(f64::NAN); // `null` in JSON
}

#[test]
fn what_is_not_is_kept() {
    kept(true, "true");
    kept(1, "1");
    kept(0.1, "0.1");
    kept(" ", "\" \"");
    kept("0", "\"0\"");
    kept([0], "[0]");
    kept([""], "[\"\"]");
    kept(BTreeMap::from([(1, None::<u8>)]), "{\"1\":null}");
    kept(Some(Some(3)), "3");
}

envelope! {
    /// For every field.
    All = { "details": details | {}, ..members }
    omit_default
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = All, status = 400)]
struct ByPolicy {
    #[api(detail)]
    zero: u8,
    #[api(detail, keep_empty)]
    list: Vec<u8>,
    #[api(member)]
    text: String,
}

#[test]
fn the_envelope_says_it_for_all() {
    json(
        &ByPolicy { zero: 0, list: vec![], text: String::new() },
        400,
        &[],
        r#"{"details":{"list":[]}}"#,
    );
    json(
        &ByPolicy { zero: 1, list: vec![2], text: "3".to_owned() },
        400,
        &[],
        r#"{"details":{"zero":1,"list":[2]},"text":"3"}"#,
    );
}
