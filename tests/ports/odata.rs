//! `OData`.
//!
//! Documented in the `OData` JSON Format, "Error Response" (its example writes
//! `[...]` and `{...}` for what is in the `innererror`; here they are empty),
//! and in Microsoft's REST API guidelines for Graph, "Error condition
//! responses". The protocol, "Header `OData-Version`", has services send that
//! header with every response.

use crate::JSON;
use error_runtime::{Answer, ApiError, Code, envelope};
use serde_json::json;

envelope! {
    OData = {
        "error": {
            "code": code,
            "message": message,
            "target"?: member("target"),
            "details"?: errors[{
                "code": code,
                "target"?: member("target"),
                "message": message,
            }],
            "innererror"?: member("innererror"),
        },
    }
    header("Content-Language" = "en")
    header("OData-Version" = "4.0")
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = OData, code_case = "camelCase")]
enum ServiceError {
    #[error("Previous passwords may not be reused")]
    #[api(
        status = 401,
        member("target" = "password"),
        member("innererror" = {
            "code": "passwordError",
            "innererror": {
                "code": "passwordDoesNotMeetPolicy",
                "minLength": "{shortest}",
                "maxLength": "{longest}",
                "characterTypes": .characters,
                "minDistinctCharacterTypes": "2",
                "innererror": { "code": "passwordReuseNotAllowed" },
            },
        })
    )]
    Unauthorized { shortest: u8, longest: u8, characters: [&'static str; 4] },
    #[error("Multiple errors in ContactInfo data")]
    #[api(status = 400)]
    BadRequest {
        #[api(member)]
        target: &'static str,
        #[api(errors)]
        details: Vec<PropertyError>,
    },
    #[error("Unsupported functionality")]
    #[api(
        status = 501,
        code = "err123",
        expose,
        member("target" = "query"),
        member("innererror" = { "trace": .trace, "context": {} })
    )]
    Unsupported {
        trace: Vec<&'static str>,
        #[api(errors)]
        details: Vec<QueryError>,
    },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 400, code_case = "camelCase")]
enum PropertyError {
    #[error("{name} must not be null")]
    NullValue {
        #[api(member)]
        target: &'static str,
        name: &'static str,
    },
    #[error("{name} is not valid")]
    MalformedValue {
        #[api(member)]
        target: &'static str,
        name: &'static str,
    },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{option} query option not supported")]
#[api(status = 501, code = "forty-two", expose)]
struct QueryError {
    #[api(member = "target")]
    option: &'static str,
}

/// The documented body, with the headers that every error has.
#[track_caller]
fn documented(error: &ServiceError, status: u16, golden: &str) -> Answer {
    let headers = error.response().into_parts().0.headers;
    assert_eq!(headers["content-language"], "en");
    assert_eq!(headers["odata-version"], "4.0");
    assert_eq!(headers.len(), 3, "{headers:?}");
    crate::documented(OData::parse, error, status, JSON, golden)
}

#[test]
fn an_inner_error() {
    let error = ServiceError::Unauthorized {
        shortest: 6,
        longest: 64,
        characters: ["lowerCase", "upperCase", "number", "symbol"],
    };
    let golden = include_str!("golden/odata-inner-error.json");
    let answer = documented(&error, 401, golden);
    assert_eq!(answer.code(), "unauthorized");
    assert_eq!(answer.message(), Some("Previous passwords may not be reused"));
    assert_eq!(answer.members()["target"], "password");
    assert_eq!(answer.members()["innererror"]["innererror"]["minLength"], "6");
    assert!(answer.errors().is_empty());
}

#[test]
fn details() {
    let error = ServiceError::BadRequest {
        target: "contactInfo",
        details: vec![
            PropertyError::NullValue { target: "phoneNumber", name: "Phone number" },
            PropertyError::NullValue { target: "lastName", name: "Last name" },
            PropertyError::MalformedValue { target: "address", name: "Address" },
        ],
    };
    let golden = include_str!("golden/odata-details.json");
    let answer = documented(&error, 400, golden);
    assert_eq!(answer.code(), "badRequest");
    let [phone, _, address] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!(
        (phone.code(), address.code()),
        (Code::Text("nullValue"), Code::Text("malformedValue"))
    );
    assert_eq!(phone.message(), Some("Phone number must not be null"));
    assert_eq!(address.members()["target"], "address");
}

#[test]
fn unsupported() {
    let details = vec![QueryError { option: "$search" }];
    let error = ServiceError::Unsupported { trace: vec![], details };
    let golden = include_str!("golden/odata-unsupported.json");
    let answer = documented(&error, 501, golden);
    assert_eq!(answer.code(), "err123");
    assert_eq!(answer.errors()[0].code(), "forty-two");
    assert_eq!(answer.members()["innererror"], json!({ "trace": [], "context": {} }));
}
