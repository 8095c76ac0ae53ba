//! "Retry: never, later, fixed delay, delay from a field, poll, now with a
//! token from a header, safe only when idempotent, never safe."

use crate::back::json;
use error_runtime::{Advice, Answer, ApiError, Declared, Retry, Safe, envelope};
use http::HeaderMap;
use std::time::Duration;

envelope! {
    /// A certificate authority's answers.
    Orders = { "code": code, "message": message, "retry"?: retry, "wait"?: retry_after }
    should_retry = "x-should-retry"

    /// The same body, as read where no header helps.
    Bodies = { "code": code, "message": message, "retry"?: retry, "wait"?: retry_after }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Orders, expose)]
enum OrderError {
    #[error("The contact is no address")]
    #[api(status = 400, retry = "never")]
    InvalidContact,
    #[error("The signer is starting")]
    #[api(status = 503, retry = "exponential")]
    SignerStarting,
    #[error("Too many orders")]
    #[api(status = 429, retry(linear, attempts = 3), retry_after = 60)]
    RateLimited,
    #[error("Down for maintenance")]
    #[api(status = 503, retry = "linear")]
    Maintenance {
        #[api(retry_after)]
        left: Duration,
    },
    #[error("The order is being processed")]
    #[api(status = 409, retry(poll, base = "2s", cap = "1m"))]
    Processing,
    #[error("The nonce is used up")]
    #[api(status = 400, retry(now, token = "Replay-Nonce"))]
    BadNonce {
        #[api(header = "Replay-Nonce")]
        nonce: String,
    },
    #[error("The log closed the connection")]
    #[api(status = 502, retry(exponential, safe = "idempotent"))]
    LogReset,
    #[error("The payment did not answer")]
    #[api(status = 504, retry(now, safe = "never"))]
    PaymentTimedOut,
    #[error("It broke")]
    #[api(status = 500)]
    Broken,
}

fn all() -> [(OrderError, Retry); 9] {
    use OrderError as E;
    let token = Some("Replay-Nonce");
    let base = Some(Duration::from_secs(2));
    let cap = Some(Duration::from_mins(1));
    let new = Retry::new;
    [
        (E::InvalidContact, new(Advice::Never)),
        (E::SignerStarting, new(Advice::Exponential)),
        (E::RateLimited, Retry { attempts: Some(3), ..new(Advice::Linear) }),
        (E::Maintenance { left: Duration::from_millis(90_500) }, new(Advice::Linear)),
        (E::Processing, Retry { base, cap, ..new(Advice::Poll) }),
        (E::BadNonce { nonce: "n-2".to_owned() }, Retry { token, ..new(Advice::Now) }),
        (E::LogReset, Retry { safe: Safe::Idempotent, ..new(Advice::Exponential) }),
        (E::PaymentTimedOut, Retry { safe: Safe::Never, ..new(Advice::Now) }),
        (E::Broken, Retry::UNSTATED),
    ]
}

#[test]
fn it_is_metadata() {
    for (error, retry) in all() {
        assert_eq!(error.spec().retry, retry, "{error}");
        assert_eq!(error.retry(), retry, "{error}");
    }
}

#[test]
fn it_is_in_the_catalogue() {
    let catalogue = OrderError::catalogue();
    let found: Vec<Retry> = catalogue.iter().map(|entry| entry.spec().retry).collect();
    assert_eq!(found, all().map(|(_, retry)| retry));
    let constant: Vec<_> = catalogue.iter().filter_map(|e| e.spec().retry_after).collect();
    assert_eq!(constant, [60]);
}

#[test]
fn it_is_on_the_wire() {
    const YES: (&str, &str) = ("x-should-retry", "true");
    const NO: (&str, &str) = ("x-should-retry", "false");
    // Status, headers, body after the code, and what a client reads of it.
    type Row = (u16, &'static [(&'static str, &'static str)], &'static str, Option<bool>);
    let rows: [Row; 9] = [
        (
            400,
            &[NO],
            r#""INVALID_CONTACT","message":"The contact is no address","retry":{"advice":"never"}}"#,
            Some(false),
        ),
        (
            503,
            &[YES],
            r#""SIGNER_STARTING","message":"The signer is starting","retry":{"advice":"exponential"}}"#,
            Some(true),
        ),
        (
            429,
            &[("retry-after", "60"), YES],
            r#""RATE_LIMITED","message":"Too many orders","retry":{"advice":"linear","attempts":3},"wait":60}"#,
            Some(true),
        ),
        (
            503,
            &[("retry-after", "91"), YES],
            r#""MAINTENANCE","message":"Down for maintenance","retry":{"advice":"linear"},"wait":91}"#,
            Some(true),
        ),
        (
            409,
            &[YES],
            r#""PROCESSING","message":"The order is being processed","retry":{"advice":"poll","base_ms":2000,"cap_ms":60000}}"#,
            Some(true),
        ),
        (
            400,
            &[("replay-nonce", "n-2"), YES],
            r#""BAD_NONCE","message":"The nonce is used up","retry":{"advice":"now","token":"Replay-Nonce"}}"#,
            Some(true),
        ),
        (
            502,
            &[],
            r#""LOG_RESET","message":"The log closed the connection","retry":{"advice":"exponential","safe":"idempotent"}}"#,
            None,
        ),
        (
            504,
            &[NO],
            r#""PAYMENT_TIMED_OUT","message":"The payment did not answer","retry":{"advice":"now","safe":"never"}}"#,
            Some(false),
        ),
        (500, &[], r#""BROKEN","message":"It broke"}"#, None),
    ];
    for ((error, retry), (status, headers, body, again)) in all().into_iter().zip(rows) {
        let body = format!(r#"{{"code":{body}"#);
        let answer: Answer = json(Orders::parse, &error, status, headers, &body);
        assert_eq!(answer.retry(), retry.advice, "{error}");
        assert_eq!(answer.should_retry(), again, "{error}");
        let body_alone = Bodies::parse(error.status(), &HeaderMap::new(), body.as_bytes());
        assert_eq!(body_alone.should_retry(), again, "{error}");
        let token = answer.retry_fields().get("token").and_then(|token| token.as_str());
        assert_eq!(token, retry.token, "{error}");
        let after = error.retry_after().map(|after| Duration::from_secs(after.seconds()));
        assert_eq!(answer.retry_after(), after, "{error}");
    }
}
