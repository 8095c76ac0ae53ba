//! "Free member names, order and nesting per enum."

use crate::back::json;
use error_runtime::{ApiError, envelope};

envelope! {
    /// A service that runs sessions: flat.
    Sessions = { "error_code": code, "message": message, "context": details | {} }

    /// A payment API: nested, the message before the code.
    Payments = {
        "error": {
            "message": message,
            "type": category,
            "param"?: member("param"),
            "code": code,
            "doc_url"?: docs,
        },
    }

    /// A telemetry store: lists in lists, and names of any characters.
    Telemetry = {
        "@type": "fault",
        "partial success": { "rejected": 1, "why": [{ "text": message, "code": [code, null] }] },
        "hint \"en\""?: hint,
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Sessions)]
enum SessionError {
    #[error("The API key has expired")]
    #[api(status = 401, header("WWW-Authenticate" = "ApiKey"))]
    ApiKeyExpired,
    #[error("Project {project} is already in use")]
    #[api(status = 409)]
    ProjectLocked {
        #[api(detail)]
        project: String,
    },
}

#[test]
fn flat() {
    let answer = json(
        Sessions::parse,
        &SessionError::ApiKeyExpired,
        401,
        &[("www-authenticate", "ApiKey")],
        r#"{"error_code":"API_KEY_EXPIRED","message":"The API key has expired","context":{}}"#,
    );
    assert_eq!(answer.code(), "API_KEY_EXPIRED");
    assert_eq!(answer.details(), &serde_json::json!({}));
    let answer = json(
        Sessions::parse,
        &SessionError::ProjectLocked { project: "p1".to_owned() },
        409,
        &[],
        r#"{"error_code":"PROJECT_LOCKED","message":"Project p1 is already in use","context":{"project":"p1"}}"#,
    );
    assert_eq!(answer.code(), "PROJECT_LOCKED");
    assert_eq!(answer.message(), Some("Project p1 is already in use"));
    assert_eq!(answer.details()["project"], "p1");
    assert!(answer.members().is_empty());
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Payments, code_case = "snake_case", docs = "https://pay.example/codes/{code:kebab}")]
enum PaymentError {
    #[error("Your card was declined.")]
    #[api(status = 402, category = "card_error")]
    CardDeclined {
        #[api(member)]
        param: &'static str,
    },
    #[error("Too many requests.")]
    #[api(status = 429, category = "rate_limit_error")]
    RateLimit,
}

#[test]
fn nested() {
    let answer = json(
        Payments::parse,
        &PaymentError::CardDeclined { param: "number" },
        402,
        &[],
        r#"{"error":{"message":"Your card was declined.","type":"card_error","param":"number","code":"card_declined","doc_url":"https://pay.example/codes/card-declined"}}"#,
    );
    assert_eq!(answer.code(), "card_declined");
    assert_eq!(answer.category(), Some("card_error"));
    assert_eq!(answer.docs(), Some("https://pay.example/codes/card-declined"));
    assert_eq!(answer.members()["param"], "number");
    let answer = json(
        Payments::parse,
        &PaymentError::RateLimit,
        429,
        &[],
        r#"{"error":{"message":"Too many requests.","type":"rate_limit_error","code":"rate_limit","doc_url":"https://pay.example/codes/rate-limit"}}"#,
    );
    assert_eq!(answer.message(), Some("Too many requests."));
    assert!(answer.members().is_empty());
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Telemetry)]
enum IngestError {
    #[error("The series is too old")]
    #[api(status = 422, hint = "Send it within an hour")]
    SeriesTooOld,
}

#[test]
fn deep_and_oddly_named() {
    let answer = json(
        Telemetry::parse,
        &IngestError::SeriesTooOld,
        422,
        &[],
        r#"{"@type":"fault","partial success":{"rejected":1,"why":[{"text":"The series is too old","code":["SERIES_TOO_OLD",null]}]},"hint \"en\"":"Send it within an hour"}"#,
    );
    assert_eq!(answer.code(), "SERIES_TOO_OLD");
    assert_eq!(answer.message(), Some("The series is too old"));
    assert_eq!(answer.hint(), Some("Send it within an hour"));
    assert!(answer.members().is_empty());
}

envelope! {
    /// A service whose errors are classes of a program: their names stand
    /// there, whatever the codes are.
    Classes = { "class": variant, "code": code, "text": message }
    code_case = "kebab-case"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("No lease")]
#[api(status = 410, code = 17)]
struct LeaseExpired;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Classes, status = 409, code_prefix = "lock/")]
enum Lock {
    #[error("Held")]
    HTTPLockHeld,
    #[error("Odd")]
    #[api(code = "odd")]
    r#Type,
    #[error(transparent)]
    #[api(transparent)]
    Lease(LeaseExpired),
    #[error(transparent)]
    #[api(transparent, code = "lost")]
    Lost(LeaseExpired),
}

#[test]
fn the_variants_own_name() {
    let answers = |error: &Lock, status, class: &str, body: &str| {
        let answer = json(Classes::parse, error, status, &[], body);
        assert_eq!(answer.variant(), Some(class));
    };
    let body = r#"{"class":"HTTPLockHeld","code":"lock/http-lock-held","text":"Held"}"#;
    answers(&Lock::HTTPLockHeld, 409, "HTTPLockHeld", body);
    let body = r#"{"class":"Type","code":"odd","text":"Odd"}"#;
    answers(&Lock::r#Type, 409, "Type", body);
    // Of whoever says the code.
    let body = r#"{"class":"LeaseExpired","code":17,"text":"No lease"}"#;
    answers(&Lock::Lease(LeaseExpired), 410, "LeaseExpired", body);
    let body = r#"{"class":"Lost","code":"lost","text":"No lease"}"#;
    answers(&Lock::Lost(LeaseExpired), 410, "Lost", body);
}
