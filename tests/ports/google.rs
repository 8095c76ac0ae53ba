//! google.rpc.Status as JSON, as Google's APIs answer.
//!
//! Documented in AIP-193, "JSON representation", in Google's API design guide,
//! "Errors", and in the Gemini API's "Troubleshooting", "Error response format".

use crate::{JSON, answered, documented};
use error_runtime::{ApiError, envelope};
use serde_json::json;

envelope! {
    /// The canonical code goes by the status, the reason is the code.
    Google = {
        "error": {
            "code": status,
            "message": message,
            "status": category | "UNKNOWN",
            "details"?: [
                ?{
                    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                    "reason": code,
                    "domain": member("domain"),
                    "metadata"?: details,
                },
                ?{
                    "@type": "type.googleapis.com/google.rpc.LocalizedMessage",
                    "locale": "en-US",
                    "message": hint,
                },
                ?{
                    "@type": "type.googleapis.com/google.rpc.Help",
                    "links": [
                        { "description": "Additional information on this error", "url": docs },
                    ],
                },
            ],
        },
    }
    field_case = "camelCase"
    on 400 { category = "INVALID_ARGUMENT" }
    on 401 { category = "UNAUTHENTICATED" }
    on 403 { category = "PERMISSION_DENIED" }
    on 404 { category = "NOT_FOUND" }
    on 409 { category = "ALREADY_EXISTS" }
    on 429 { category = "RESOURCE_EXHAUSTED" }
    on 500 { category = "INTERNAL" }
    on 503 { category = "UNAVAILABLE" }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Google)]
enum GoogleError {
    #[error(
        "The zone '{zone}' does not have enough resources available to fulfill the request. \
         Try a different zone, or try again later."
    )]
    #[api(
        status = 429,
        hint = "An <{vm_type}> VM instance with <{attachment}> is currently unavailable in the \
            <{zone}> zone. Consider trying your request in the <{zones_with_capacity}> zone(s), \
            which currently has/have capacity to accommodate your request. Alternatively, you can \
            try your request again with a different VM hardware configuration or at a later time. \
            For more information, see the troubleshooting documentation.",
        docs = "https://cloud.google.com/compute/docs/resource-error",
        member("domain" = "compute.googleapis.com")
    )]
    ResourceAvailability {
        #[api(detail)]
        zone: &'static str,
        #[api(detail)]
        vm_type: &'static str,
        #[api(detail)]
        attachment: &'static str,
        #[api(detail)]
        zones_with_capacity: &'static str,
    },
    #[error("API key not valid. Please pass a valid API key.")]
    #[api(status = 400, member("domain" = "googleapis.com"))]
    ApiKeyInvalid {
        #[api(detail)]
        service: &'static str,
    },
    #[error("API key not valid. Please pass a valid API key.")]
    #[api(status = 400, code = "API_KEY_INVALID", shared_code)]
    #[api(
        hint = "API key not valid. Please pass a valid API key.",
        member("domain" = "googleapis.com")
    )]
    Localized {
        #[api(detail)]
        service: &'static str,
    },
    #[error("Slow down.")]
    #[api(
        status = 429,
        docs = "https://cloud.google.com/docs/quotas",
        member("domain" = "googleapis.com")
    )]
    RateLimitExceeded,
}

#[test]
fn aip_193() {
    let error = GoogleError::ResourceAvailability {
        zone: "us-east1-a",
        vm_type: "e2-medium",
        attachment: "local-ssd=3,nvidia-t4=2",
        zones_with_capacity: "us-central1-f,us-central1-c",
    };
    let golden = include_str!("golden/google-resource-availability.json");
    let answer = documented(Google::parse, &error, 429, JSON, golden);
    assert_eq!(answer.code(), "RESOURCE_AVAILABILITY");
    assert_eq!(answer.category(), Some("RESOURCE_EXHAUSTED"));
    assert!(answer.message().is_some_and(|message| message.starts_with("The zone 'us-east1-a'")));
    assert!(answer.hint().is_some_and(|hint| hint.starts_with("An <e2-medium> VM instance")));
    assert_eq!(answer.docs(), Some("https://cloud.google.com/compute/docs/resource-error"));
    assert_eq!(answer.details()["zonesWithCapacity"], "us-central1-f,us-central1-c");
    assert_eq!(answer.members()["domain"], "compute.googleapis.com");
    assert!(answer.errors().is_empty());
}

#[test]
fn the_design_guide() {
    let error = GoogleError::ApiKeyInvalid { service: "translate.googleapis.com" };
    let golden = include_str!("golden/google-translate.json");
    let answer = documented(Google::parse, &error, 400, JSON, golden);
    assert_eq!(answer.code(), "API_KEY_INVALID");
    assert_eq!(answer.hint(), None);
    assert_eq!(answer.details(), &json!({ "service": "translate.googleapis.com" }));
}

#[test]
fn gemini() {
    let error = GoogleError::Localized { service: "generativelanguage.googleapis.com" };
    let golden = include_str!("golden/google-gemini.json");
    let answer = documented(Google::parse, &error, 400, JSON, golden);
    assert_eq!(answer.code(), "API_KEY_INVALID");
    assert_eq!(answer.hint(), answer.message());
    assert_eq!(answer.docs(), None);
}

/// Each element says by its `@type` which one it is, wherever it stands.
#[test]
fn help_without_a_localized_message() {
    let response = GoogleError::RateLimitExceeded.response();
    let answer = answered(Google::parse, &response, 429, JSON);
    assert_eq!(answer.code(), "RATE_LIMIT_EXCEEDED");
    assert_eq!(answer.hint(), None);
    assert_eq!(answer.docs(), Some("https://cloud.google.com/docs/quotas"));
    assert_eq!(answer.members().len(), 1, "{answer:?}");
}
