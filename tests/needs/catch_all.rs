//! "A catch-all variant with a run-time code and members."

use crate::back::json;
use error_runtime::{ApiError, Code, Declared, Parts, envelope};
use http::StatusCode;
use serde_json::{Map, Value, json};

envelope! {
    Checkout = { "error": { "code": code, "message": message, "details"?: details, ..members } }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Checkout)]
enum CheckoutError {
    #[error("The cart is empty")]
    #[api(status = 409)]
    CartEmpty,
    /// Whatever the payment provider answered, passed on.
    #[error("provider: {code:?}")]
    #[api(status = 502, code = "PROVIDER_FAILED", message = "The payment provider failed")]
    Provider {
        #[api(status)]
        status: StatusCode,
        #[api(code)]
        code: Option<String>,
        #[api(message)]
        message: Option<String>,
        #[api(detail(flatten))]
        details: Value,
        #[api(member(flatten))]
        members: Map<String, Value>,
    },
    /// A module of another team, which numbers its errors.
    #[error("{text}")]
    #[api(message = "{text}")]
    Numbered {
        #[api(code)]
        number: i64,
        #[api(status)]
        status: Option<u16>,
        text: &'static str,
    },
}

fn provider(status: StatusCode, code: Option<&str>) -> CheckoutError {
    CheckoutError::Provider {
        status,
        code: code.map(str::to_owned),
        message: None,
        details: Value::Null,
        members: Map::new(),
    }
}

#[test]
fn all_of_it_is_known_only_at_run_time() {
    let error = CheckoutError::Provider {
        status: StatusCode::PAYMENT_REQUIRED,
        code: Some("card_declined".to_owned()),
        message: Some("Your card was declined.".to_owned()),
        details: json!({ "brand": "visa", "last4": "0002" }),
        members: Map::from_iter([
            ("decline_code".to_owned(), json!("lost_card")),
            ("network".to_owned(), json!({ "status": 51 })),
        ]),
    };
    let answer = json(
        Checkout::parse,
        &error,
        402,
        &[],
        r#"{"error":{"code":"card_declined","message":"Your card was declined.","details":{"brand":"visa","last4":"0002"},"decline_code":"lost_card","network":{"status":51}}}"#,
    );
    assert_eq!(answer.code(), "card_declined");
    assert_eq!(answer.message(), Some("Your card was declined."));
    assert_eq!(answer.details(), &json!({ "brand": "visa", "last4": "0002" }));
    assert_eq!(answer.members()["decline_code"], "lost_card");
    assert_eq!(answer.members()["network"], json!({ "status": 51 }));
    assert_eq!(error.code(), "card_declined");
    assert_eq!(error.status(), StatusCode::PAYMENT_REQUIRED);
}

#[test]
fn what_is_absent_falls_back_to_what_the_variant_says() {
    let body = r#"{"error":{"code":"PROVIDER_FAILED","message":"The payment provider failed"}}"#;
    let answer = json(Checkout::parse, &provider(StatusCode::CONFLICT, None), 409, &[], body);
    assert_eq!(answer.code(), "PROVIDER_FAILED");
    // Neither is a status of an error, so the variant's stands.
    json(Checkout::parse, &provider(StatusCode::OK, None), 502, &[], body);
    json(Checkout::parse, &provider(StatusCode::FOUND, None), 502, &[], body);
    let body = r#"{"error":{"code":"","message":"The payment provider failed"}}"#;
    let empty = provider(StatusCode::BAD_GATEWAY, Some(""));
    assert_eq!(json(Checkout::parse, &empty, 502, &[], body).code(), "");
}

#[test]
fn a_code_may_be_a_number() {
    let numbered = |number, status| CheckoutError::Numbered { number, status, text: "No stock" };
    let body = r#"{"error":{"code":0,"message":"No stock"}}"#;
    assert_eq!(json(Checkout::parse, &numbered(0, Some(404)), 404, &[], body).code(), 0);
    // Nobody has said a status.
    let body = r#"{"error":{"code":-7,"message":"No stock"}}"#;
    assert_eq!(json(Checkout::parse, &numbered(-7, None), 500, &[], body).code(), -7);
}

/// A name that the template has itself is not written twice.
#[test]
fn members_that_collide_are_left_out() {
    let CheckoutError::Provider { status, code, message, details, .. } =
        provider(StatusCode::GONE, Some("gone"))
    else {
        unreachable!("it was made so");
    };
    let members = ["code", "message", "request"];
    let members = members.into_iter().map(|name| (name.to_owned(), json!("theirs"))).collect();
    let error = CheckoutError::Provider { status, code, message, details, members };
    let body =
        r#"{"error":{"code":"gone","message":"The payment provider failed","request":"theirs"}}"#;
    let answer = json(Checkout::parse, &error, 410, &[], body);
    assert_eq!(answer.members().len(), 1);
}

#[test]
fn the_catalogue_is_open() {
    let catalogue = CheckoutError::catalogue();
    assert!(catalogue.is_open());
    assert!(catalogue.check().is_empty());
    let open: Vec<_> =
        catalogue.iter().map(|entry| entry.spec().dynamic.has(Parts::CODE)).collect();
    assert_eq!(open, [false, true, true]);
    assert_eq!(CheckoutError::SPECS[1].code, Code::Text("PROVIDER_FAILED"));
    let body = r#"{"error":{"code":"CART_EMPTY","message":"The cart is empty"}}"#;
    json(Checkout::parse, &CheckoutError::CartEmpty, 409, &[], body);
}
