//! JSON:API.
//!
//! Documented on jsonapi.org, "Examples", "Error Objects". Its examples leave
//! members out as they please; a service says for all of its errors which it
//! has, so that there are three envelopes here.

use crate::documented;
use error_runtime::{ApiError, Code, envelope};

const JSON_API: &str = "application/vnd.api+json";

envelope! {
    /// Error objects with their own status.
    WithStatus = {
        "errors": errors[{
            "status": status as string,
            "source"?: { "pointer"?: member("pointer"), "parameter"?: member("parameter") },
            "title"?: title,
            "detail"?: message,
        }],
    }
    content_type = "application/vnd.api+json"

    /// Without it.
    Plain = {
        "errors": errors[{
            "source"?: { "pointer"?: member("pointer"), "parameter"?: member("parameter") },
            "title"?: title,
            "detail"?: message,
        }],
    }
    content_type = "application/vnd.api+json"

    /// With codes, and the version of the format.
    WithCodes = {
        "jsonapi": { "version": "1.0" },
        "errors": errors[{
            "code": code as string,
            "source"?: { "pointer"?: member("pointer"), "parameter"?: member("parameter") },
            "title"?: title,
            "detail"?: message,
        }],
    }
    content_type = "application/vnd.api+json"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{} members are not valid", .0.len())]
#[api(envelope = WithStatus, status = 400)]
struct Several(#[api(errors)] Vec<Editing>);

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = WithStatus)]
enum Editing {
    #[error("First name must contain at least three characters.")]
    #[api(status = 422, title = "Invalid Attribute")]
    FirstName {
        #[api(member)]
        pointer: &'static str,
    },
    #[error("Editing secret powers is not authorized on Sundays.")]
    #[api(status = 403, title = "")]
    SecretPowers {
        #[api(member)]
        pointer: &'static str,
    },
    #[error("Volume does not, in fact, go to {volume}.")]
    #[api(status = 422, title = "")]
    Volume {
        volume: u32,
        #[api(member)]
        pointer: &'static str,
    },
    #[error("Reputation service not responding after three requests.")]
    #[api(status = 500, title = "The backend responded with an error", expose)]
    Reputation {
        #[api(member)]
        pointer: &'static str,
    },
    #[error("JSON parse error - {0}.")]
    #[api(status = 400, title = "")]
    Parse(&'static str),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Plain)]
enum PlainError {
    #[error("the first name is not valid")]
    #[api(status = 422)]
    Attributes(#[api(errors)] Vec<Attribute>),
    #[error("Missing `data` Member at document's top level.")]
    #[api(status = 422, title = "")]
    MissingData {
        #[api(member, keep_empty)]
        pointer: &'static str,
    },
    #[error("The resource does not have an `{path}` relationship path.")]
    #[api(status = 400, title = "Invalid Query Parameter")]
    Include {
        #[api(member)]
        parameter: &'static str,
        path: &'static str,
    },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 422)]
enum Attribute {
    #[error("First name must contain at least three characters.")]
    #[api(title = "Invalid Attribute", member("pointer" = "/data/attributes/first-name"))]
    Short,
    #[error("First name must contain an emoji.")]
    #[api(title = "Invalid Attribute", member("pointer" = "/data/attributes/first-name"))]
    Plain,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{} attributes are not valid", .0.len())]
#[api(envelope = WithCodes, status = 422)]
struct Coded(#[api(errors)] Vec<Problem>);

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 422)]
enum Problem {
    #[error("First name must contain at least three characters.")]
    #[api(code = 123, title = "Value is too short")]
    Short {
        #[api(member)]
        pointer: &'static str,
    },
    #[error("The password provided is missing a punctuation character.")]
    #[api(
        code = 225,
        title = "Passwords must contain a letter, number, and punctuation character."
    )]
    Characters {
        #[api(member)]
        pointer: &'static str,
    },
    #[error("the confirmation differs")]
    #[api(code = 226, title = "Password and password confirmation do not match.", message = "")]
    Confirmation {
        #[api(member)]
        pointer: &'static str,
    },
}

#[test]
fn a_basic_error_object() {
    let error = Editing::FirstName { pointer: "/data/attributes/first-name" };
    let golden = include_str!("golden/jsonapi-basic.json");
    let answer = documented(WithStatus::parse, &error, 422, JSON_API, golden);
    let [item] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!(item.status(), 422);
    assert_eq!(item.title(), Some("Invalid Attribute"));
    assert_eq!(item.message(), Some("First name must contain at least three characters."));
    assert_eq!(item.members()["pointer"], "/data/attributes/first-name");
    assert_eq!(answer.title(), item.title(), "the first one's");
}

#[test]
fn multiple_errors() {
    let error = Several(vec![
        Editing::SecretPowers { pointer: "/data/attributes/secret-powers" },
        Editing::Volume { volume: 11, pointer: "/data/attributes/volume" },
        Editing::Reputation { pointer: "/data/attributes/reputation" },
    ]);
    let golden = include_str!("golden/jsonapi-multiple.json");
    let answer = documented(WithStatus::parse, &error, 400, JSON_API, golden);
    let statuses: Vec<u16> = answer.errors().iter().map(|item| item.status().as_u16()).collect();
    assert_eq!(statuses, [403, 422, 500]);
    assert_eq!(answer.errors()[0].title(), None);
    assert_eq!(answer.errors()[2].title(), Some("The backend responded with an error"));
}

#[test]
fn two_of_one_attribute() {
    let error = PlainError::Attributes(vec![Attribute::Short, Attribute::Plain]);
    let golden = include_str!("golden/jsonapi-same-attribute.json");
    let answer = documented(Plain::parse, &error, 422, JSON_API, golden);
    assert_eq!(answer.errors()[1].message(), Some("First name must contain an emoji."));
    assert_eq!(answer.errors()[1].code(), Code::None);
}

#[test]
fn codes() {
    let error = Coded(vec![
        Problem::Short { pointer: "/data/attributes/first-name" },
        Problem::Characters { pointer: "/data/attributes/password" },
        Problem::Confirmation { pointer: "/data/attributes/password" },
    ]);
    let golden = include_str!("golden/jsonapi-codes.json");
    let answer = documented(WithCodes::parse, &error, 422, JSON_API, golden);
    assert_eq!(answer.code(), "123");
    let codes: Vec<String> = answer.errors().iter().map(|item| item.code().to_string()).collect();
    assert_eq!(codes, ["123", "225", "226"]);
    assert_eq!(answer.errors()[2].message(), None);
}

#[test]
fn the_top_of_the_document() {
    let golden = include_str!("golden/jsonapi-missing-data.json");
    let error = PlainError::MissingData { pointer: "" };
    let answer = documented(Plain::parse, &error, 422, JSON_API, golden);
    assert_eq!(answer.errors()[0].members()["pointer"], "");
}

#[test]
fn no_source_at_all() {
    let error = Editing::Parse("Expecting property name at line 1 column 2 (char 1)");
    let golden = include_str!("golden/jsonapi-parse-error.json");
    let answer = documented(WithStatus::parse, &error, 400, JSON_API, golden);
    assert!(answer.errors()[0].members().is_empty());
}

#[test]
fn a_query_parameter() {
    let error = PlainError::Include { parameter: "include", path: "auther" };
    let golden = include_str!("golden/jsonapi-parameter.json");
    let answer = documented(Plain::parse, &error, 400, JSON_API, golden);
    assert_eq!(answer.errors()[0].members()["parameter"], "include");
}
