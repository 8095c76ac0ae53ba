//! Cloudflare API v4.
//!
//! Documented in the Workers documentation, "Making Requests":
//! "Authentication/Authorization Errors", and in the `OpenAPI` schemas, whose
//! `api-response-common-failure` has an example for each member. The pages say
//! no status.

use crate::{JSON, documented};
use error_runtime::{ApiError, Code, envelope};

envelope! {
    /// As the gateway answers.
    V4 = {
        "errors": errors[{ "code": code, "message": message }],
        "messages": [],
        "result": null,
        "success": false,
    }

    /// As authentication answers.
    Short = {
        "errors": errors[{ "code": code, "message": message }],
        "success": false,
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = V4)]
enum CloudflareError {
    #[error("there is no such route")]
    #[api(status = 404)]
    Routes(#[api(errors)] [RouteError; 2]),
    #[error("No route for the URI")]
    #[api(status = 404, code = 7003)]
    NoRoute,
    #[error("Authentication error")]
    #[api(status = 403, code = 10000, envelope = Short)]
    Authentication,
    #[error("Missing X-Auth-Key, X-Auth-Email or Authorization headers")]
    #[api(status = 400, code = 9106, envelope = Short)]
    MissingHeaders,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 404)]
enum RouteError {
    #[error("Could not route to {path}, perhaps your object identifier is invalid?")]
    #[api(code = 7003)]
    CouldNotRoute { path: &'static str },
    #[error("No route for that URI")]
    #[api(code = 7000)]
    NoRoute,
}

#[test]
fn no_route() {
    let path = "/zones/notazone/workers/script/bindings";
    let error = CloudflareError::Routes([RouteError::CouldNotRoute { path }, RouteError::NoRoute]);
    let golden = include_str!("golden/cloudflare-no-route.json");
    let answer = documented(V4::parse, &error, 404, JSON, golden);
    assert_eq!(answer.code(), 7003, "the first one's");
    let [first, second] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!(first.code(), 7003);
    assert!(first.message().is_some_and(|message| message.starts_with("Could not route to /z")));
    assert_eq!(
        (second.code(), second.message()),
        (Code::Number(7000), Some("No route for that URI"))
    );
    assert!(answer.members().is_empty() && first.members().is_empty());
}

#[test]
fn the_schemas_examples() {
    let golden = include_str!("golden/cloudflare-schema.json");
    let answer = documented(V4::parse, &CloudflareError::NoRoute, 404, JSON, golden);
    assert_eq!(
        (answer.code(), answer.message()),
        (Code::Number(7003), Some("No route for the URI"))
    );
    assert_eq!(answer.errors().len(), 1);
}

#[test]
fn authentication() {
    let golden = include_str!("golden/cloudflare-authentication.json");
    let answer = documented(Short::parse, &CloudflareError::Authentication, 403, JSON, golden);
    assert_eq!(
        (answer.code(), answer.message()),
        (Code::Number(10000), Some("Authentication error"))
    );
    let golden = include_str!("golden/cloudflare-missing-headers.json");
    let answer = documented(Short::parse, &CloudflareError::MissingHeaders, 400, JSON, golden);
    assert_eq!(answer.code(), 9106);
}
