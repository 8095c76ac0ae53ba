//! Objects that are there only when an error has something to do with them.

use crate::support::json;
use error_runtime::{ApiError, envelope};

envelope! {
    /// AIP-193: each element of `details` says by `@type` what it is.
    pub(super) Google = {
        "error": {
            "code": status,
            "message": message,
            "status": code,
            "details"?: [
                ?{
                    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                    "reason"?: member("reason"),
                    "domain"?: member("domain"),
                },
                ?{
                    "@type": "type.googleapis.com/google.rpc.Help",
                    "links"?: member("links"),
                },
                ?{
                    "@type": "type.googleapis.com/google.rpc.RetryInfo",
                    "retryDelay"?: retry_after,
                },
            ],
        },
    }

    /// The same array, always there.
    pub(super) Elements = { "list": [?{ "hint"?: hint }, 1, ?{ "of": [?{ "x"?: member("x") }] }] }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Google)]
pub(super) enum GoogleError {
    #[error("The zone '{zone}' does not have enough resources available.")]
    #[api(status = 429, code = "RESOURCE_EXHAUSTED")]
    #[api(member("reason" = "RESOURCE_AVAILABILITY"), member("domain" = "compute.googleapis.com"))]
    Exhausted {
        zone: &'static str,
        #[api(member)]
        links: Option<Vec<&'static str>>,
    },
    #[error("Not found.")]
    #[api(status = 404)]
    NotFound,
    #[error("Wait.")]
    #[api(status = 503, code = "UNAVAILABLE", expose, retry_after = 3)]
    Unavailable,
}

#[test]
fn elements_are_left_out_when_nothing_in_them_is_declared() {
    json(
        &GoogleError::Exhausted { zone: "us-east1-a", links: Some(vec!["https://a.example"]) },
        429,
        &[],
        r#"{"error":{"code":429,"message":"The zone 'us-east1-a' does not have enough resources available.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RESOURCE_AVAILABILITY","domain":"compute.googleapis.com"},{"@type":"type.googleapis.com/google.rpc.Help","links":["https://a.example"]}]}}"#,
    );

    // Declared, and empty now.
    json(
        &GoogleError::Exhausted { zone: "b", links: None },
        429,
        &[],
        r#"{"error":{"code":429,"message":"The zone 'b' does not have enough resources available.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RESOURCE_AVAILABILITY","domain":"compute.googleapis.com"},{"@type":"type.googleapis.com/google.rpc.Help"}]}}"#,
    );

    // An array without elements is empty.
    json(
        &GoogleError::NotFound,
        404,
        &[],
        r#"{"error":{"code":404,"message":"Not found.","status":"NOT_FOUND"}}"#,
    );

    // The elements before it are not there.
    json(
        &GoogleError::Unavailable,
        503,
        &[("retry-after", "3")],
        r#"{"error":{"code":503,"message":"Wait.","status":"UNAVAILABLE","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":3}]}}"#,
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Elements, status = 400)]
pub(super) enum InElements {
    Nothing,
    #[api(hint = "h")]
    Hint,
    X(#[api(member = "x")] Option<u8>),
}

#[test]
fn what_is_left_out_leaves_no_comma() {
    json(&InElements::Nothing, 400, &[], r#"{"list":[1]}"#);
    json(&InElements::Hint, 400, &[], r#"{"list":[{"hint":"h"},1]}"#);
    json(&InElements::X(Some(2)), 400, &[], r#"{"list":[1,{"of":[{"x":2}]}]}"#);
    json(&InElements::X(None), 400, &[], r#"{"list":[1,{"of":[{}]}]}"#);
}

envelope! {
    /// JSON:API's error objects.
    pub(super) JsonApi = {
        "errors": errors[{
            "status": status as string,
            "code": code,
            "detail": message,
            "source"?: { "pointer"?: member("pointer"), "parameter"?: member("parameter") },
            "meta"?: { ..members },
        }],
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = JsonApi, status = 422)]
pub(super) enum JsonApiError {
    Plain,
    Source(#[api(member = "pointer")] Option<&'static str>),
    Meta {
        #[api(member)]
        tries: Option<u8>,
    },
    Both {
        #[api(member)]
        parameter: &'static str,
        #[api(member)]
        tries: u8,
    },
    #[api(status = 400)]
    Several(#[api(errors)] Vec<JsonApiError>),
}

#[test]
fn objects_stay_when_something_in_them_is_declared() {
    let several = vec![
        JsonApiError::Plain,
        JsonApiError::Source(Some("/data")),
        JsonApiError::Source(None),
        JsonApiError::Meta { tries: Some(3) },
        JsonApiError::Meta { tries: None },
        JsonApiError::Both { parameter: "page", tries: 1 },
    ];
    // Each alone is the one item of its own list.
    let bodies = [
        r#"{"status":"422","code":"PLAIN","detail":"m"}"#,
        r#"{"status":"422","code":"SOURCE","detail":"m","source":{"pointer":"/data"}}"#,
        r#"{"status":"422","code":"SOURCE","detail":"m","source":{}}"#,
        r#"{"status":"422","code":"META","detail":"m","meta":{"tries":3}}"#,
        r#"{"status":"422","code":"META","detail":"m","meta":{}}"#,
        r#"{"status":"422","code":"BOTH","detail":"m","source":{"parameter":"page"},"meta":{"tries":1}}"#,
    ];
    for (error, item) in several.iter().zip(bodies) {
        json(error, 422, &[], &format!(r#"{{"errors":[{item}]}}"#));
    }
    json(
        &JsonApiError::Several(several),
        400,
        &[],
        &format!(r#"{{"errors":[{}]}}"#, bodies.join(",")),
    );
}
