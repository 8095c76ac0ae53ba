//! GitHub REST API.
//!
//! Documented in GitHub's docs, "Resources in the REST API": "Failed login
//! limit" and "Client errors" (the page writes its base link as a variable).
//! Since then answers have the status as a text, too (schemas `basic-error`
//! and `validation-error` of the `OpenAPI` description); these two examples are
//! answers of the API.

use crate::documented;
use error_runtime::{ApiError, Code, envelope};

const JSON: &str = "application/json; charset=utf-8";

envelope! {
    /// The API today.
    Rest = {
        "message": message,
        "errors"?: errors[{
            "resource": member("resource"),
            "field"?: member("field"),
            "code": code,
            "message"?: message,
        }],
        "documentation_url"?: docs,
        "status": status as string,
    }
    content_type = "application/json; charset=utf-8"
    docs = "https://docs.github.com/rest"

    /// As "Resources in the REST API" shows it.
    Resources = {
        "message": message,
        "errors"?: errors[{
            "resource": member("resource"),
            "field"?: member("field"),
            "code": code,
            "message"?: message,
        }],
        "documentation_url"?: docs,
    }
    content_type = "application/json; charset=utf-8"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Resources)]
enum ResourceError {
    #[error("Bad credentials")]
    #[api(status = 401, docs = "https://docs.github.com/rest")]
    BadCredentials,
    #[error("Maximum number of login attempts exceeded. Please try again later.")]
    #[api(status = 403, docs = "https://docs.github.com/rest", retry = "linear")]
    TooManyLogins,
    #[error("Problems parsing JSON")]
    #[api(status = 400)]
    Json,
    #[error("Body should be a JSON object")]
    #[api(status = 400)]
    NotAnObject,
    #[error("Validation Failed")]
    #[api(status = 422)]
    Validation(#[api(errors)] Vec<Invalid>),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Rest)]
enum RestError {
    #[error("Not Found")]
    #[api(status = 404)]
    NotFound,
    #[error("Validation Failed")]
    #[api(status = 422, docs = "https://docs.github.com/rest/{area}/{page}")]
    Validation {
        area: &'static str,
        page: &'static str,
        #[api(errors)]
        errors: Vec<Invalid>,
    },
}

/// Only a custom error says more than its code.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 422, code_case = "snake_case")]
enum Invalid {
    #[error("{resource} needs a {field}")]
    #[api(message = "")]
    MissingField {
        #[api(member)]
        resource: &'static str,
        #[api(member)]
        field: &'static str,
    },
    #[error("{reason}")]
    Custom {
        #[api(member)]
        resource: &'static str,
        reason: &'static str,
    },
}

#[test]
fn bad_credentials() {
    let error = ResourceError::BadCredentials;
    let golden = include_str!("golden/github-bad-credentials.json");
    let answer = documented(Resources::parse, &error, 401, JSON, golden);
    assert_eq!(answer.message(), Some("Bad credentials"));
    assert_eq!(answer.docs(), Some("https://docs.github.com/rest"));
    assert_eq!(answer.code(), Code::None);
    assert!(answer.errors().is_empty());
}

#[test]
fn too_many_logins() {
    let error = ResourceError::TooManyLogins;
    let golden = include_str!("golden/github-login-attempts.json");
    documented(Resources::parse, &error, 403, JSON, golden);
}

#[test]
fn bodies_that_cannot_be_read() {
    let golden = include_str!("golden/github-parsing-json.json");
    let answer = documented(Resources::parse, &ResourceError::Json, 400, JSON, golden);
    assert_eq!(answer.message(), Some("Problems parsing JSON"));
    assert_eq!(answer.docs(), None);
    let golden = include_str!("golden/github-json-object.json");
    documented(Resources::parse, &ResourceError::NotAnObject, 400, JSON, golden);
}

#[test]
fn a_missing_field() {
    let invalid = vec![Invalid::MissingField { resource: "Issue", field: "title" }];
    let error = ResourceError::Validation(invalid);
    let golden = include_str!("golden/github-validation-failed.json");
    let answer = documented(Resources::parse, &error, 422, JSON, golden);
    assert_eq!(answer.message(), Some("Validation Failed"));
    assert_eq!(answer.code(), "missing_field");
    assert!(answer.members().is_empty());
    let [item] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!(item.code(), "missing_field");
    assert_eq!(item.message(), None);
    assert_eq!(item.members()["resource"], "Issue");
    assert_eq!(item.members()["field"], "title");
}

#[test]
fn a_status_as_text() {
    let golden = include_str!("golden/github-not-found.json");
    let answer = documented(Rest::parse, &RestError::NotFound, 404, JSON, golden);
    assert_eq!(answer.message(), Some("Not Found"));
}

#[test]
fn a_custom_error() {
    let errors = vec![Invalid::Custom {
        resource: "PullRequestReview",
        reason: "Review cannot be requested from pull request author.",
    }];
    let error = RestError::Validation { area: "pulls", page: "reviews", errors };
    let golden = include_str!("golden/github-custom.json");
    let answer = documented(Rest::parse, &error, 422, JSON, golden);
    let [item] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!(item.code(), "custom");
    assert_eq!(item.message(), Some("Review cannot be requested from pull request author."));
    assert!(!item.members().contains_key("field"));
}
