//! "Derive on structs."

use crate::back::{json, wire};
use crate::support::PROBLEM;
use error_runtime::{Advice, ApiError, Declared, Problem, envelope};
use serde::Serialize;
use serde_json::json;

envelope! {
    Shop = { "error": code, "message": message, "hint"?: hint, "data"?: details }
    code_case = "dot.case"
}

/// One endpoint's error: named fields.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{} of the items are sold out", .items.len())]
#[api(envelope = Shop, status = 409, hint = "Take them out of the cart", retry = "never")]
struct CartSoldOut {
    #[api(detail)]
    items: Vec<u32>,
    #[api(detail = "restockAt")]
    restock: Option<&'static str>,
}

/// A unit.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("The shop is closed")]
#[api(envelope = Shop, status = 503, message = "The shop is closed", retry_after = 3600)]
struct Closed;

/// A tuple, with further rows.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("The payment failed: {0}")]
#[api(envelope = Shop, status = 402, code = "payment.failed")]
#[api(when("expired_card", ..), status = 402, code = "card.expired", message = "The card has expired")]
#[api(when(reason, _, attempts if *attempts > 3), status = 429, message = "{reason}, too often")]
struct PaymentFailed(&'static str, #[api(detail = "id")] u64, u8);

/// A generic one, transparent over nothing: its details are whatever `T` is.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("The address cannot be read")]
#[api(envelope = Shop, status = 422)]
struct Unreadable<T: std::fmt::Debug>(#[api(detail(flatten))] T);

/// In the default envelope.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("No order {id}")]
#[api(status = 404)]
struct OrderNotFound {
    id: u64,
}

#[derive(Debug, Serialize)]
struct Address {
    street: &'static str,
    zip: Option<u16>,
}

#[test]
fn named_fields() {
    let answer = json(
        Shop::parse,
        &CartSoldOut { items: vec![4, 7], restock: None },
        409,
        &[],
        r#"{"error":"cart.sold.out","message":"2 of the items are sold out","hint":"Take them out of the cart","data":{"items":[4,7]}}"#,
    );
    assert_eq!(answer.code(), "cart.sold.out");
    assert_eq!(answer.hint(), Some("Take them out of the cart"));
    assert_eq!(answer.details(), &json!({ "items": [4, 7] }));
    let answer = json(
        Shop::parse,
        &CartSoldOut { items: vec![4], restock: Some("Monday") },
        409,
        &[],
        r#"{"error":"cart.sold.out","message":"1 of the items are sold out","hint":"Take them out of the cart","data":{"items":[4],"restockAt":"Monday"}}"#,
    );
    assert_eq!(answer.details()["restockAt"], "Monday");
    assert_eq!(CartSoldOut::SPECS[0].retry.advice, Advice::Never);
}

#[test]
fn units() {
    let body = r#"{"error":"closed","message":"The shop is closed"}"#;
    let answer = json(Shop::parse, &Closed, 503, &[("retry-after", "3600")], body);
    assert_eq!(answer.retry_after().map(|after| after.as_secs()), Some(3600));
}

#[test]
fn tuples_with_rows() {
    let told = |error: &PaymentFailed, status, body| {
        json(Shop::parse, error, status, &[], body).code().to_string()
    };
    let body =
        r#"{"error":"payment.failed","message":"The payment failed: no funds","data":{"id":9}}"#;
    assert_eq!(told(&PaymentFailed("no funds", 9, 1), 402, body), "payment.failed");
    let body = r#"{"error":"card.expired","message":"The card has expired","data":{"id":9}}"#;
    assert_eq!(told(&PaymentFailed("expired_card", 9, 1), 402, body), "card.expired");
    let body = r#"{"error":"payment.failed","message":"no funds, too often","data":{"id":9}}"#;
    assert_eq!(told(&PaymentFailed("no funds", 9, 4), 429, body), "payment.failed");
}

#[test]
fn generic_ones() {
    let body = r#"{"error":"unreadable","message":"The address cannot be read","data":{"street":"Elm","zip":null}}"#;
    let error = Unreadable(Address { street: "Elm", zip: None });
    let answer = json(Shop::parse, &error, 422, &[], body);
    assert_eq!(answer.details(), &json!({ "street": "Elm", "zip": null }));
    let body = r#"{"error":"unreadable","message":"The address cannot be read","data":["Elm",12]}"#;
    let answer = json(Shop::parse, &Unreadable(("Elm", 12)), 422, &[], body);
    assert_eq!(answer.details(), &json!(["Elm", 12]));
}

#[test]
fn in_the_default_envelope() {
    let body = r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"No order 12","code":"ORDER_NOT_FOUND"}"#;
    let answer = wire(Problem::parse, &OrderNotFound { id: 12 }, 404, &[PROBLEM], body);
    assert_eq!(answer.message(), Some("No order 12"));
    assert_eq!(
        OrderNotFound::catalogue().snapshot(),
        "ORDER_NOT_FOUND\t404\tOrderNotFound\tNo order {id}\n"
    );
}
