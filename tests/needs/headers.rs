//! "Headers from constants or fields, also the same header twice, also one
//! for the whole API, challenges with optional quoted parts."

mod challenges;

use crate::back::json;
use error_runtime::{ApiError, envelope};
use http::Method;

envelope! {
    Registry = { "errors": [{ "code": code, "message": message }] }
    header("Docker-Distribution-Api-Version" = "registry/2.0")
    header("Cache-Control" = "no-store")
    on 500..=599 { header("X-Status-Page" = "https://status.example") }
}

const VERSION: (&str, &str) = ("docker-distribution-api-version", "registry/2.0");
const NO_STORE: (&str, &str) = ("cache-control", "no-store");
const VARY: (&str, &str) = ("vary", "Authorization");

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Registry, header("Vary" = "Authorization"))]
enum PullError {
    // The same header twice.
    #[error("authentication required")]
    #[api(status = 401)]
    #[api(header("WWW-Authenticate" = "Bearer realm=\"https://auth.example/token\""))]
    #[api(header("WWW-Authenticate" = "Basic realm=\"registry\""))]
    Unauthorized,
    // From fields, by name and in a text.
    #[error("method not allowed")]
    #[api(status = 405, header("Link" = "</v2/{name}/tags/list>; rel=\"related\""))]
    Unsupported {
        name: &'static str,
        #[api(header = "Allow")]
        allow: Vec<Method>,
    },
    // From optional ones.
    #[error("too many pulls")]
    #[api(status = 429)]
    TooManyRequests {
        #[api(header = "RateLimit-Remaining")]
        remaining: u32,
        #[api(header = "Docker-RateLimit-Source")]
        source_ip: Option<&'static str>,
    },
    // Another one than the type's, and not the API's.
    #[error("manifest unknown")]
    #[api(status = 404, header("Cache-Control" = none, "Vary" = none, "Vary" = "Accept"))]
    ManifestUnknown,
    // Beside the API's.
    #[error("digest mismatch")]
    #[api(status = 400, header("Cache-Control" = "private, max-age={seconds}"))]
    DigestInvalid {
        seconds: u8,
        #[api(header = "Docker-Distribution-Api-Version")]
        version: Option<&'static str>,
    },
    #[error("blob store down")]
    #[api(status = 503, header("Docker-Distribution-Api-Version" = none))]
    Unavailable,
}

#[track_caller]
fn answers(error: &PullError, status: u16, headers: &[(&str, &str)], code: &str, message: &str) {
    let body = format!(r#"{{"errors":[{{"code":"{code}","message":"{message}"}}]}}"#);
    let answer = json(Registry::parse, error, status, headers, &body);
    assert_eq!(answer.code(), code);
    assert_eq!(answer.message(), Some(message));
}

#[test]
fn the_same_one_twice() {
    answers(
        &PullError::Unauthorized,
        401,
        &[
            VERSION,
            NO_STORE,
            VARY,
            ("www-authenticate", "Bearer realm=\"https://auth.example/token\""),
            ("www-authenticate", "Basic realm=\"registry\""),
        ],
        "UNAUTHORIZED",
        "authentication required",
    );
}

/// Lines of one name stand together, the API's first.
#[test]
fn one_for_the_whole_api_and_one_at_the_variant() {
    let error = |version| PullError::DigestInvalid { seconds: 5, version };
    let cached = [NO_STORE, ("cache-control", "private, max-age=5")];
    let newer = ("docker-distribution-api-version", "registry/3.0");
    for (error, headers) in [
        (error(None), &[VERSION, cached[0], cached[1], VARY][..]),
        (error(Some("registry/3.0")), &[VERSION, newer, cached[0], cached[1], VARY][..]),
    ] {
        answers(&error, 400, headers, "DIGEST_INVALID", "digest mismatch");
    }
}

#[test]
fn from_fields() {
    answers(
        &PullError::Unsupported { name: "alpine", allow: vec![Method::GET, Method::HEAD] },
        405,
        &[
            VERSION,
            NO_STORE,
            VARY,
            ("link", "</v2/alpine/tags/list>; rel=\"related\""),
            ("allow", "GET, HEAD"),
        ],
        "UNSUPPORTED",
        "method not allowed",
    );
    let pulls = |source_ip| PullError::TooManyRequests { remaining: 0, source_ip };
    let remaining = ("ratelimit-remaining", "0");
    let ip = ("docker-ratelimit-source", "192.0.2.7");
    for (error, headers) in [
        (pulls(Some("192.0.2.7")), &[VERSION, NO_STORE, VARY, remaining, ip][..]),
        (pulls(None), &[VERSION, NO_STORE, VARY, remaining][..]),
    ] {
        answers(&error, 429, headers, "TOO_MANY_REQUESTS", "too many pulls");
    }
}

#[test]
fn for_the_whole_api_and_taken_away() {
    answers(
        &PullError::ManifestUnknown,
        404,
        &[VERSION, ("vary", "Accept")],
        "MANIFEST_UNKNOWN",
        "manifest unknown",
    );
    answers(
        &PullError::Unavailable,
        503,
        &[NO_STORE, ("x-status-page", "https://status.example"), VARY],
        "UNAVAILABLE",
        "Service Unavailable",
    );
}
