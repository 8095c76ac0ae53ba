//! RFC 9457's own examples (section 3), and what it says of `about:blank`.

use crate::{body, compact};
use error_runtime::{AnyError, ApiError, Context, envelope};
use http::StatusCode;
use serde::Serialize;

envelope! {
    /// Section 3, the first example.
    Credit = {
        "type": type_uri, "title": title, "detail": message, "instance"?: instance, ..members
    }
    content_type = "application/problem+json"
    header("Content-Language" = "en")
    type_uri = "https://example.com/probs/{code:kebab}"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Credit)]
enum Account {
    #[error("account {} is short of {cost}", .accounts[0])]
    #[api(
        status = 403,
        title = "You do not have enough credit.",
        message = "Your current balance is {balance}, but that costs {cost}."
    )]
    OutOfCredit {
        #[api(member)]
        balance: u32,
        #[api(member)]
        accounts: Vec<&'static str>,
        cost: u32,
    },
}

#[test]
fn out_of_credit() {
    let accounts = vec!["/account/12345", "/account/67890"];
    let error = Account::OutOfCredit { balance: 30, accounts, cost: 50 };
    let context = Context::new().with_instance("/account/12345/msgs/abc");
    let response = error.response_with(&context);
    assert_eq!(response.status(), 403);
    let headers: Vec<_> =
        response.headers().iter().map(|(n, v)| (n.as_str(), v.as_bytes())).collect();
    let expected: [(&str, &[u8]); 2] =
        [("content-type", b"application/problem+json"), ("content-language", b"en")];
    assert_eq!(headers, expected);
    assert_eq!(body(&response), compact(include_str!("out-of-credit.json")));
}

envelope! {
    /// Section 3, the second one.
    Validation = { "type": type_uri, "title": title, ..members }
    content_type = "application/problem+json"
    header("Content-Language" = "en")
    type_uri = "https://example.net/{code:kebab}"
}

#[derive(Debug, Serialize)]
struct Invalid {
    detail: &'static str,
    pointer: &'static str,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{} fields are not valid", .errors.len())]
#[api(envelope = Validation, status = UNPROCESSABLE_CONTENT, title = "Your request is not valid.")]
struct ValidationError {
    #[api(member)]
    errors: Vec<Invalid>,
}

#[test]
fn validation_error() {
    let errors = vec![
        Invalid { detail: "must be a positive integer", pointer: "#/age" },
        Invalid { detail: "must be 'green', 'red' or 'blue'", pointer: "#/profile/color" },
    ];
    let response = ValidationError { errors }.response();
    assert_eq!(response.status(), 422);
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    assert_eq!(response.headers()["content-language"], "en");
    assert_eq!(body(&response), compact(include_str!("validation-error.json")));
}

/// Section 4.2.1: with `about:blank` the title should be the status phrase;
/// 3.1.2: the body's status is the response's.
#[test]
fn about_blank() {
    for status in 400..=599 {
        let status = StatusCode::from_u16(status).unwrap();
        let response = AnyError::from(status).response();
        assert_eq!(response.status(), status);
        let json: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(json["type"], "about:blank");
        assert_eq!(json["status"], status.as_u16());
        if let Some(phrase) = status.canonical_reason() {
            assert_eq!(json["title"], phrase);
        }
        assert_eq!(json.as_object().unwrap().len(), 4, "{json}");
    }
}
