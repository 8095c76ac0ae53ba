//! Ports: the error answers of systems whose shapes are public, declared with
//! attributes alone and held to the examples of their documentation.
//!
//! `golden/` has the examples as they are documented, layout included.

mod canonical;
mod cloudflare;
mod docker;
mod elasticsearch;
mod github;
mod google;
mod graphql;
mod jsonapi;
mod no_impls;
mod odata;
mod svix;
mod twilio;

use canonical::canonical;
use error_runtime::{Answer, ApiError};
use http::{HeaderMap, StatusCode};
use serde_json::Value;

const JSON: &str = "application/json";

/// An envelope's `parse`.
type Parse = fn(StatusCode, &HeaderMap, &[u8]) -> Answer;

/// Asserts that the error is answered as documented: the same JSON, its
/// members in the same order, under this status and content type. Reads it
/// back.
#[track_caller]
fn documented(
    parse: Parse,
    error: &dyn ApiError,
    status: u16,
    content_type: &str,
    golden: &str,
) -> Answer {
    let response = error.response();
    let body = std::str::from_utf8(response.body()).expect("a body is UTF-8");
    let expected: Value = serde_json::from_str(golden).expect("an example is JSON");
    assert_eq!(serde_json::from_str::<Value>(body).expect("a body is JSON"), expected);
    assert_eq!(body, canonical(golden));
    answered(parse, &response, status, content_type)
}

/// The head of the answer, and what a client makes of it.
#[track_caller]
fn answered(
    parse: Parse,
    response: &http::Response<bytes::Bytes>,
    status: u16,
    content_type: &str,
) -> Answer {
    assert_eq!(response.status(), status);
    assert_eq!(response.headers()["content-type"], content_type);
    let answer = parse(response.status(), response.headers(), response.body());
    assert!(!answer.is_foreign(), "{answer:?}");
    assert_eq!(answer.status(), status);
    answer
}
