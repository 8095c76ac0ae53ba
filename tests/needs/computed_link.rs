//! "A link computed from the code (`_` to `-`, lower case)."

use crate::back::{json, wire};
use crate::support::PROBLEM;
use error_runtime::{ApiError, envelope};

envelope! {
    /// Problem types of a bank: each code has its page.
    Bank = { "type": type_uri, "title": title, "status": status, "detail": message }
    content_type = "application/problem+json"
    type_uri = "https://bank.example/problems/{code:kebab}"

    /// The link stands beside the code, and is left out where there is none.
    Payments = { "error": { "code"?: code, "message": message, "doc_url"?: docs } }
    docs = "https://payments.example/docs/error-codes#{code:kebab}"

    /// The code in the link as it stands in the body.
    Verbatim = { "code": code, "more_info": docs }
    docs = "https://voice.example/docs/errors/{code}"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Bank)]
enum Transfer {
    #[error("{available} EUR are there, {asked} EUR are asked for")]
    #[api(status = 403)]
    InsufficientFunds { available: u32, asked: u32 },
    #[error("Today's limit is reached")]
    #[api(status = 429, code = "LIMIT_EXCEEDED_SEPA", title = "Limit exceeded")]
    Limit,
    #[error("The bank is closed")]
    #[api(status = 503, code = none, message = "The bank is closed")]
    Closed,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Payments, status = 402)]
enum Charge {
    #[error("The card was declined")]
    CardDeclined,
    #[error("Your card's CVC does not match")]
    #[api(code = "incorrect_cvc")]
    Cvc,
    #[error("Pay first")]
    #[api(code = none)]
    Nameless,
    #[error("No such coupon: {coupon}")]
    #[api(docs = "https://payments.example/coupons/{coupon}?from={code:snake}")]
    Coupon { coupon: &'static str },
    #[error("Test cards are for test mode")]
    #[api(docs = "https://payments.example/testing")]
    TestCard,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Verbatim, status = 400)]
enum Call {
    #[error("not a phone number")]
    #[api(code = 21_211)]
    Number,
    #[error("not a URL")]
    #[api(code = "Url Invalid?")]
    Url,
}

#[test]
fn a_problem_type_is_made_from_the_code() {
    let answer = wire(
        Bank::parse,
        &Transfer::InsufficientFunds { available: 30, asked: 50 },
        403,
        &[PROBLEM],
        r#"{"type":"https://bank.example/problems/insufficient-funds","title":"Insufficient funds","status":403,"detail":"30 EUR are there, 50 EUR are asked for"}"#,
    );
    assert_eq!(answer.title(), Some("Insufficient funds"));
    assert_eq!(answer.message(), Some("30 EUR are there, 50 EUR are asked for"));
    let answer = wire(
        Bank::parse,
        &Transfer::Limit,
        429,
        &[PROBLEM],
        r#"{"type":"https://bank.example/problems/limit-exceeded-sepa","title":"Limit exceeded","status":429,"detail":"Today's limit is reached"}"#,
    );
    assert_eq!(answer.title(), Some("Limit exceeded"));
}

#[test]
fn without_a_code_the_type_is_blank() {
    let answer = wire(
        Bank::parse,
        &Transfer::Closed,
        503,
        &[PROBLEM],
        r#"{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"The bank is closed"}"#,
    );
    assert_eq!(answer.title(), Some("Service Unavailable"));
}

#[test]
fn a_link_stands_beside_the_code() {
    let link = |error, body| json(Payments::parse, error, 402, &[], body).docs().map(str::to_owned);
    assert_eq!(
        link(
            &Charge::CardDeclined,
            r#"{"error":{"code":"CARD_DECLINED","message":"The card was declined","doc_url":"https://payments.example/docs/error-codes#card-declined"}}"#,
        )
        .as_deref(),
        Some("https://payments.example/docs/error-codes#card-declined")
    );
    assert_eq!(
        link(
            &Charge::Cvc,
            r#"{"error":{"code":"incorrect_cvc","message":"Your card's CVC does not match","doc_url":"https://payments.example/docs/error-codes#incorrect-cvc"}}"#,
        )
        .as_deref(),
        Some("https://payments.example/docs/error-codes#incorrect-cvc")
    );
    assert_eq!(link(&Charge::Nameless, r#"{"error":{"message":"Pay first"}}"#), None);
}

#[test]
fn a_row_has_a_link_of_its_own() {
    json(
        Payments::parse,
        &Charge::Coupon { coupon: "SPRING" },
        402,
        &[],
        r#"{"error":{"code":"COUPON","message":"No such coupon: SPRING","doc_url":"https://payments.example/coupons/SPRING?from=coupon"}}"#,
    );
    let answer = json(
        Payments::parse,
        &Charge::TestCard,
        402,
        &[],
        r#"{"error":{"code":"TEST_CARD","message":"Test cards are for test mode","doc_url":"https://payments.example/testing"}}"#,
    );
    assert_eq!(answer.docs(), Some("https://payments.example/testing"));
}

#[test]
fn any_code_makes_a_link() {
    let body = r#"{"code":21211,"more_info":"https://voice.example/docs/errors/21211"}"#;
    let answer = json(Verbatim::parse, &Call::Number, 400, &[], body);
    assert_eq!(answer.code(), 21_211);
    assert_eq!(answer.docs(), Some("https://voice.example/docs/errors/21211"));
    let body = r#"{"code":"Url Invalid?","more_info":"https://voice.example/docs/errors/Url%20Invalid%3F"}"#;
    let answer = json(Verbatim::parse, &Call::Url, 400, &[], body);
    assert_eq!(answer.code(), "Url Invalid?");
}
