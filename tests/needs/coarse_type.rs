//! "A coarse type beside the code, per variant or by status class", also when
//! the status is known only at run time.

use crate::back::json;
use error_runtime::{ApiError, envelope};
use http::StatusCode;

envelope! {
    /// A type for whole classes of errors, and a code within it.
    Cards = { "error": { "type": category, "code"?: code, "message": message } }
    internal_message = "We had a problem with our server"
    code_case = "snake_case"
    on 429 { category = "rate_limit_error" }
    on 401..=403 { category = "authentication_error" }
    on 400..=499 { category = "invalid_request_error" }
    on 500..=599 { category = "api_error" retry_after = 15 }

    /// Only some statuses have one.
    Sparse = { "kind"?: category, "class": category | "other", "message": message }
    on 503..=504 { category = "unavailable" header("Cache-Control" = "no-store") }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Cards)]
enum CardError {
    #[error("Your card has insufficient funds")]
    #[api(status = 402, category = "card_error")]
    InsufficientFunds,
    #[error("No such customer: {0}")]
    #[api(status = 404)]
    CustomerMissing(&'static str),
    #[error("Invalid API key")]
    #[api(status = 401, code = none)]
    Key,
    #[error("Too many requests")]
    #[api(status = 429)]
    TooMany,
    #[error("ledger 4 is locked")]
    #[api(status = 500)]
    Ledger,
    /// The status is the upstream's, and so is its class.
    #[error("The bank answered {status}")]
    #[api(status = 502)]
    Bank {
        #[api(status)]
        status: StatusCode,
    },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Sparse, category = "mail", status = 400)]
enum MailError {
    #[error("No such mailbox")]
    Mailbox,
    #[error("Greylisted")]
    #[api(status = 503, category = "delay", message = "Greylisted")]
    Greylisted,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("The relay said no")]
#[api(envelope = Sparse, status = 500)]
struct Relay {
    #[api(status)]
    status: u16,
}

#[track_caller]
fn kind(error: &CardError, status: u16, body: &str) -> String {
    let after = ("retry-after", "15");
    let headers: &[_] = if status < 500 { &[] } else { &[after] };
    let answer = json(Cards::parse, error, status, headers, body);
    assert_eq!(answer.category(), error.category());
    answer.category().expect("each has one").to_owned()
}

#[test]
fn the_variant_says_it() {
    let body = r#"{"error":{"type":"card_error","code":"insufficient_funds","message":"Your card has insufficient funds"}}"#;
    assert_eq!(kind(&CardError::InsufficientFunds, 402, body), "card_error");
}

#[test]
fn the_first_rule_that_has_the_status_says_it() {
    let body = r#"{"error":{"type":"invalid_request_error","code":"customer_missing","message":"No such customer: cus_1"}}"#;
    assert_eq!(kind(&CardError::CustomerMissing("cus_1"), 404, body), "invalid_request_error");
    let body = r#"{"error":{"type":"authentication_error","message":"Invalid API key"}}"#;
    assert_eq!(kind(&CardError::Key, 401, body), "authentication_error");
    let body =
        r#"{"error":{"type":"rate_limit_error","code":"too_many","message":"Too many requests"}}"#;
    assert_eq!(kind(&CardError::TooMany, 429, body), "rate_limit_error");
    let body = r#"{"error":{"type":"api_error","code":"ledger","message":"We had a problem with our server"}}"#;
    assert_eq!(kind(&CardError::Ledger, 500, body), "api_error");
}

#[test]
fn a_status_of_run_time_has_its_class() {
    let bank = |status| CardError::Bank { status: StatusCode::from_u16(status).unwrap() };
    let body = r#"{"error":{"type":"invalid_request_error","code":"bank","message":"The bank answered 409 Conflict"}}"#;
    assert_eq!(kind(&bank(409), 409, body), "invalid_request_error");
    let body = r#"{"error":{"type":"rate_limit_error","code":"bank","message":"The bank answered 429 Too Many Requests"}}"#;
    assert_eq!(kind(&bank(429), 429, body), "rate_limit_error");
    // A 5xx is private, and so it is when it falls back to one.
    let body = r#"{"error":{"type":"api_error","code":"bank","message":"We had a problem with our server"}}"#;
    assert_eq!(kind(&bank(504), 504, body), "api_error");
    assert_eq!(kind(&bank(204), 502, body), "api_error");
}

#[test]
fn the_type_says_it_for_all_and_rules_for_the_rest() {
    let body = r#"{"kind":"mail","class":"mail","message":"No such mailbox"}"#;
    let answer = json(Sparse::parse, &MailError::Mailbox, 400, &[], body);
    assert_eq!(answer.category(), Some("mail"));
    // The rule's header stands, whoever says the category.
    let no_store = [("cache-control", "no-store")];
    let body = r#"{"kind":"delay","class":"delay","message":"Greylisted"}"#;
    json(Sparse::parse, &MailError::Greylisted, 503, &no_store, body);
    let body = r#"{"kind":"unavailable","class":"unavailable","message":"Gateway Timeout"}"#;
    json(Sparse::parse, &Relay { status: 504 }, 504, &no_store, body);
    let body = r#"{"class":"other","message":"The relay said no"}"#;
    // The reader cannot know that it is the constant.
    let answer = json(Sparse::parse, &Relay { status: 421 }, 421, &[], body);
    assert_eq!(answer.category(), Some("other"));
}
