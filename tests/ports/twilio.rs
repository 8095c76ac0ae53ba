//! Twilio.
//!
//! Documented in Twilio's docs, "Twilio API responses", "Exceptions" (the 2010
//! API, as JSON and as XML), and "Debugging your application", "Debugging calls
//! to the REST API".

use crate::canonical::canonical_xml;
use crate::{JSON, answered, documented};
use error_runtime::{ApiError, Code, envelope};

envelope! {
    /// The 2010 API.
    Exception = {
        "status": status,
        "message": message,
        "code"?: code,
        "more_info"?: docs,
    }
    docs = "http://www.twilio.com/docs/errors/{code}"

    /// The same, which is its default.
    Xml xml("TwilioResponse") = {
        "RestException": {
            "Status": status,
            "Message": message,
            "Code"?: code,
            "MoreInfo"?: docs,
        },
    }
    docs = "http://www.twilio.com/docs/errors/{code}"

    /// The products' APIs.
    Product = {
        "code": code,
        "message": message,
        "more_info": docs,
        "status": status,
    }
    docs = "https://www.twilio.com/docs/errors/{code}"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Exception)]
enum TwilioError {
    #[error("The requested resource was not found")]
    #[api(status = 404, code = none)]
    NotFound,
    #[error("No to number is specified")]
    #[api(status = 400, code = 21201)]
    NoTo,
    #[error("The 'To' number {0} is not a valid phone number.")]
    #[api(status = 400, code = 21211)]
    InvalidTo(&'static str),
}

/// What the others answer.
#[derive(Debug, thiserror::Error, ApiError)]
enum Other {
    #[error(transparent)]
    #[api(transparent, envelope = Product)]
    Product(TwilioError),
    #[error(transparent)]
    #[api(transparent, envelope = Xml)]
    Xml(TwilioError),
}

#[test]
fn not_found() {
    let golden = include_str!("golden/twilio-not-found.json");
    let answer = documented(Exception::parse, &TwilioError::NotFound, 404, JSON, golden);
    assert_eq!(answer.message(), Some("The requested resource was not found"));
    assert_eq!(answer.code(), Code::None);
    assert_eq!(answer.docs(), None);
}

#[test]
fn no_to() {
    let golden = include_str!("golden/twilio-no-to.json");
    let answer = documented(Exception::parse, &TwilioError::NoTo, 400, JSON, golden);
    assert_eq!(answer.code(), 21201);
    assert_eq!(answer.docs(), Some("http://www.twilio.com/docs/errors/21201"));
    assert!(answer.errors().is_empty() && answer.members().is_empty());
}

#[test]
fn an_invalid_to() {
    let error = Other::Product(TwilioError::InvalidTo("5551234567"));
    let golden = include_str!("golden/twilio-invalid-to.json");
    let answer = documented(Product::parse, &error, 400, JSON, golden);
    assert_eq!(answer.code(), 21211);
    assert_eq!(answer.message(), Some("The 'To' number 5551234567 is not a valid phone number."));
    assert_eq!(answer.docs(), Some("https://www.twilio.com/docs/errors/21211"));
}

/// The examples are shown without the declaration.
#[track_caller]
fn documented_xml(error: TwilioError, status: u16, golden: &str) -> error_runtime::Answer {
    let response = Other::Xml(error).response();
    let body = std::str::from_utf8(response.body()).expect("a body is UTF-8");
    let root = body.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    assert_eq!(root, Some(&*canonical_xml(golden)));
    answered(Xml::parse, &response, status, "application/xml")
}

#[test]
fn as_xml() {
    let golden = include_str!("golden/twilio-not-found.xml");
    let answer = documented_xml(TwilioError::NotFound, 404, golden);
    assert_eq!(answer.message(), Some("The requested resource was not found"));
    let golden = include_str!("golden/twilio-no-to.xml");
    let answer = documented_xml(TwilioError::NoTo, 400, golden);
    assert_eq!(answer.message(), Some("No to number is specified"));
    assert_eq!(answer.docs(), Some("http://www.twilio.com/docs/errors/21201"));
    // Text is all that XML knows.
    assert_eq!(answer.code(), "21201");
}
