//! "gRPC code": the google.rpc status name beside the HTTP status.

use crate::back::json;
use error_runtime::{ApiError, envelope};
use serde_json::json;

envelope! {
    /// AIP-193 as JSON: the status name by the mapping of `google/rpc/code.proto`,
    /// unless the error says another of the same HTTP status.
    Rpc = {
        "error": {
            "code": status,
            "message": message,
            "status": category | "UNKNOWN",
            "details": [
                {
                    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                    "reason": code,
                    "domain": "pubsub.example",
                    "metadata"?: details,
                },
            ],
        },
    }
    on 400 { category = "INVALID_ARGUMENT" }
    on 401 { category = "UNAUTHENTICATED" header("grpc-status" = "16") }
    on 403 { category = "PERMISSION_DENIED" header("grpc-status" = "7") }
    on 404 { category = "NOT_FOUND" header("grpc-status" = "5") }
    on 409 { category = "ABORTED" }
    on 429 { category = "RESOURCE_EXHAUSTED" header("grpc-status" = "8") }
    on 499 { category = "CANCELLED" header("grpc-status" = "1") }
    on 501 { category = "UNIMPLEMENTED" header("grpc-status" = "12") }
    on 503 { category = "UNAVAILABLE" header("grpc-status" = "14") }
    on 504 { category = "DEADLINE_EXCEEDED" header("grpc-status" = "4") }
    on 500..=599 { category = "INTERNAL" }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Rpc)]
enum TopicError {
    #[error("Resource not found (resource={topic}).")]
    #[api(status = 404)]
    TopicNotFound {
        #[api(detail)]
        topic: &'static str,
    },
    #[error("The topic exists")]
    #[api(status = 409, category = "ALREADY_EXISTS", header("grpc-status" = "6"))]
    TopicExists,
    #[error("Another write was first")]
    #[api(status = 409, header("grpc-status" = "10"))]
    WriteConflict,
    #[error("The topic still has subscriptions")]
    #[api(status = 400, category = "FAILED_PRECONDITION", header("Grpc-Status" = "9"))]
    HasSubscriptions,
    #[error("shard 7 is lost")]
    #[api(status = 500, header("grpc-status" = "13"))]
    ShardLost,
    #[error("The client went away")]
    #[api(status = 499)]
    Cancelled,
    #[error("Hot, and without milk")]
    #[api(status = 418)]
    Teapot,
}

#[test]
fn the_name_is_of_the_status() {
    let answer = json(
        Rpc::parse,
        &TopicError::TopicNotFound { topic: "orders" },
        404,
        &[("grpc-status", "5")],
        r#"{"error":{"code":404,"message":"Resource not found (resource=orders).","status":"NOT_FOUND","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"TOPIC_NOT_FOUND","domain":"pubsub.example","metadata":{"topic":"orders"}}]}}"#,
    );
    assert_eq!(answer.category(), Some("NOT_FOUND"));
    assert_eq!(answer.code(), "TOPIC_NOT_FOUND");
    assert_eq!(answer.message(), Some("Resource not found (resource=orders)."));
    assert_eq!(answer.details(), &json!({ "topic": "orders" }));
}

/// All of these share the body but message, status and reason.
#[track_caller]
fn named(
    error: &TopicError,
    status: u16,
    number: Option<&str>,
    message: &str,
    name: &str,
    code: &str,
) {
    let body = format!(
        r#"{{"error":{{"code":{status},"message":"{message}","status":"{name}","details":[{{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"{code}","domain":"pubsub.example"}}]}}}}"#
    );
    let headers: Vec<_> = number.map(|number| ("grpc-status", number)).into_iter().collect();
    let answer = json(Rpc::parse, error, status, &headers, &body);
    assert_eq!(answer.category(), Some(name));
    assert_eq!(answer.code(), code);
}

#[test]
fn a_variant_says_another_of_the_same_status() {
    let error = TopicError::TopicExists;
    named(&error, 409, Some("6"), "The topic exists", "ALREADY_EXISTS", "TOPIC_EXISTS");
    let error = TopicError::WriteConflict;
    named(&error, 409, Some("10"), "Another write was first", "ABORTED", "WRITE_CONFLICT");
    named(
        &TopicError::HasSubscriptions,
        400,
        Some("9"),
        "The topic still has subscriptions",
        "FAILED_PRECONDITION",
        "HAS_SUBSCRIPTIONS",
    );
}

#[test]
fn the_first_rule_of_a_status_counts() {
    let error = TopicError::ShardLost;
    named(&error, 500, Some("13"), "Internal Server Error", "INTERNAL", "SHARD_LOST");
    named(&TopicError::Cancelled, 499, Some("1"), "The client went away", "CANCELLED", "CANCELLED");
    named(&TopicError::Teapot, 418, None, "Hot, and without milk", "UNKNOWN", "TEAPOT");
}
