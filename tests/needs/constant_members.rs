//! "Constant members and nulls."

use crate::back::json;
use error_runtime::{ApiError, envelope};
use serde_json::{Value, json};

envelope! {
    /// An API whose clients read the same members from every answer.
    Edge = {
        "success": false,
        "result": null,
        "errors": [{ "code": code, "message": message }],
        "messages": [],
        "meta": { "api": "v4", "limits": {}, "page": -1, "ratio": 0.5, "note": "a \"b\"\n" },
        ..members,
        "links": { "self": null },
    }

    /// Nothing of the error but its status: a body that never changes.
    Fixed = { "error": true, "data": {} }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Edge)]
enum Zone {
    #[error("The zone exists")]
    #[api(
        status = 409, code = 1061,
        member("retryable" = false, "owner" = null, "extra" = {}, "kind" = "zone"),
        member("nested" = { "empty": {}, "none": null, "deep": { "n": 1, "f": true } })
    )]
    ZoneExists,
    #[error("No zone {0}")]
    #[api(status = 404, code = 1049, member("owner" = null, "retryable" = true))]
    NoZone(&'static str),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fixed)]
enum Beacon {
    #[error("beacon {0} is lost")]
    #[api(status = 500)]
    Lost(u8),
    #[error("no beacon")]
    #[api(status = 404)]
    Nowhere,
}

#[test]
fn the_template_and_the_row_have_constants() {
    let answer = json(
        Edge::parse,
        &Zone::ZoneExists,
        409,
        &[],
        r#"{"success":false,"result":null,"errors":[{"code":1061,"message":"The zone exists"}],"messages":[],"meta":{"api":"v4","limits":{},"page":-1,"ratio":0.5,"note":"a \"b\"\n"},"retryable":false,"owner":null,"extra":{},"kind":"zone","nested":{"empty":{},"none":null,"deep":{"n":1,"f":true}},"links":{"self":null}}"#,
    );
    assert_eq!(answer.code(), 1061);
    assert_eq!(answer.message(), Some("The zone exists"));
    let expected = json!({
        "retryable": false, "owner": null, "extra": {}, "kind": "zone",
        "nested": { "empty": {}, "none": null, "deep": { "n": 1, "f": true } },
    });
    assert_eq!(&Value::Object(answer.members().clone()), &expected);
}

#[test]
fn they_stand_beside_a_text_with_fields() {
    let answer = json(
        Edge::parse,
        &Zone::NoZone("a.example"),
        404,
        &[],
        r#"{"success":false,"result":null,"errors":[{"code":1049,"message":"No zone a.example"}],"messages":[],"meta":{"api":"v4","limits":{},"page":-1,"ratio":0.5,"note":"a \"b\"\n"},"owner":null,"retryable":true,"links":{"self":null}}"#,
    );
    assert_eq!(answer.members()["owner"], Value::Null);
    assert_eq!(answer.members()["retryable"], true);
}

#[test]
fn a_body_may_be_all_constant() {
    let body = r#"{"error":true,"data":{}}"#;
    for (error, status) in [(Beacon::Lost(3), 500), (Beacon::Nowhere, 404)] {
        let answer = json(Fixed::parse, &error, status, &[], body);
        assert_eq!(answer.message(), None);
        assert!(answer.members().is_empty());
    }
}
