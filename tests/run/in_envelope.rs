//! The `Serialize` view: an error in its envelope, for any serializer.

use crate::support::{Flat, body};
use error_runtime::{ApiError, Empty, InEnvelope, Text, envelope};
use serde::Serialize;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
enum Service {
    #[error("m \u{1f980}")]
    Full {
        #[api(detail)]
        n: i64,
        #[api(detail)]
        f: f64,
        #[api(member)]
        z: Vec<Option<bool>>,
        #[api(member)]
        a: u64,
    },
    #[error("plain \"text\"")]
    #[api(envelope = Text)]
    Text,
    #[error("m")]
    #[api(envelope = Empty)]
    Empty,
}

fn full() -> Service {
    Service::Full { n: i64::MIN, f: 0.1, z: vec![None, Some(true)], a: u64::MAX }
}

#[derive(Serialize)]
struct Batch {
    index: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<InEnvelope>,
}

#[test]
fn it_stands_inside_other_values() {
    let batch = [
        Batch { index: 0, error: None },
        Batch { index: 1, error: Some(full().in_envelope()) },
        Batch { index: 2, error: Some(Service::Text.in_envelope()) },
        Batch { index: 3, error: Some(Service::Empty.in_envelope()) },
    ];
    let json = serde_json::to_string(&batch).unwrap();
    assert_eq!(
        json,
        format!(
            r#"[{{"index":0}},{{"index":1,"error":{}}},{{"index":2,"error":"plain \"text\""}},{{"index":3,"error":null}}]"#,
            body(&full()),
        )
    );
}

#[test]
fn members_keep_their_order_and_numbers_their_value() {
    assert_eq!(
        serde_json::to_string(&full().in_envelope()).unwrap(),
        "{\"code\":\"FULL\",\"message\":\"m \u{1f980}\",\"details\":{\"n\":-9223372036854775808,\"f\":0.1},\"z\":[null,true],\"a\":18446744073709551615}"
    );
}

#[test]
fn it_serializes_twice_and_outlives_its_error() {
    let view = full().in_envelope();
    let once = serde_json::to_vec(&view).unwrap();
    assert_eq!(serde_json::to_vec(&view.clone()).unwrap(), once);
    assert_eq!(view.to_string().into_bytes(), once);
}

#[test]
fn pretty_json_is_only_layout() {
    let pretty = serde_json::to_string_pretty(&full().in_envelope()).unwrap();
    assert!(pretty.starts_with("{\n  \"code\": \"FULL\",\n  \"message\": "), "{pretty}");
    let value: serde_json::Value = serde_json::from_str(&pretty).unwrap();
    assert_eq!(value, serde_json::to_value(full().in_envelope()).unwrap());
}

envelope! {
    /// A job's row.
    Row = { "ok": false, "error": { "code": code }, "n": [1, 2.5, null] }
}

#[test]
fn the_types_envelope_is_the_one() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("m")]
    #[api(envelope = Row, status = 400)]
    struct Job;
    let value = serde_json::to_value(Job.in_envelope()).unwrap();
    assert_eq!(
        value,
        serde_json::json!({"ok": false, "error": {"code": "JOB"}, "n": [1, 2.5, null]})
    );
}
