//! The same template, as elements.

use super::back::read;
use super::{Invalid, two};
use crate::support::{answers, answers_in};
use error_runtime::{ApiError, Context, envelope};

const XML: (&str, &str) = ("content-type", "application/xml");

envelope! {
    /// Amazon S3's.
    S3 xml("Error") = {
        "Code": code,
        "Message": message,
        "Resource"?: instance,
        "RequestId"?: request_id,
        ..members,
    }
    field_case = "PascalCase"

    /// Every kind of value.
    Values xml("V", namespace = "http://a.example/?a&b") = {
        "text": message,
        "number": status,
        "null": hint,
        "empty": "",
        "list": [1, "b", { "c": true }],
        "object": { "d": {}, "e"?: hint },
        "optional"?: { "x"?: member("x") },
        "error": errors[{ "m": message, "p"?: member("pointer"), "error"?: errors }],
    }
    content_type = "text/xml; charset=utf-8"
}

/// The document of these elements.
fn document(elements: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{elements}")
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = S3)]
#[api(code_case = "PascalCase")]
enum S3Error {
    #[error("The resource you requested does not exist")]
    #[api(status = 404)]
    NoSuchKey,
    #[error("The key {key_name} is not usable")]
    #[api(status = 400)]
    BadKey {
        #[api(member)]
        key_name: &'static str,
        #[api(member = "SSEKMSKeyId")]
        id: Option<&'static str>,
        #[api(member)]
        host_ids: Vec<u8>,
    },
}

#[test]
fn a_document_has_a_declaration_a_root_and_elements() {
    // Amazon's own example.
    let context =
        Context::new().with_instance("/mybucket/myfoto.jpg").with_request_id("4442587FB7D0A2F9");
    answers_in(
        &context,
        &S3Error::NoSuchKey,
        404,
        &[XML],
        &document(
            "<Error><Code>NoSuchKey</Code><Message>The resource you requested does not \
             exist</Message><Resource>/mybucket/myfoto.jpg</Resource>\
             <RequestId>4442587FB7D0A2F9</RequestId></Error>",
        ),
    );
    let plain = "<Error><Code>NoSuchKey</Code><Message>The resource you requested does not \
                 exist</Message></Error>";
    answers(&S3Error::NoSuchKey, 404, &[XML], &document(plain));
    let answer = read(S3::parse, &S3Error::NoSuchKey);
    assert_eq!(answer.code(), "NoSuchKey");
    assert_eq!(answer.message(), Some("The resource you requested does not exist"));
}

#[test]
fn names_follow_the_case_or_are_pinned() {
    let error =
        S3Error::BadKey { key_name: "a<b>&\"c\"", id: Some("arn:aws:kms:1"), host_ids: vec![1, 2] };
    answers(
        &error,
        400,
        &[XML],
        &document(
            "<Error><Code>BadKey</Code><Message>The key a&lt;b&gt;&amp;\"c\" is not usable\
             </Message><KeyName>a&lt;b&gt;&amp;\"c\"</KeyName>\
             <SSEKMSKeyId>arn:aws:kms:1</SSEKMSKeyId>\
             <HostIds>1</HostIds><HostIds>2</HostIds></Error>",
        ),
    );
    let answer = read(S3::parse, &error);
    assert_eq!(answer.message(), Some("The key a<b>&\"c\" is not usable"));
    assert_eq!(answer.members()["SSEKMSKeyId"], "arn:aws:kms:1");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("a\u{1}\r\n b")]
#[api(envelope = Values, status = 422)]
struct InValues(#[api(errors)] Option<Vec<Invalid>>);

#[test]
fn values_are_elements() {
    let text_xml = [("content-type", "text/xml; charset=utf-8")];
    let values = |errors: &str| {
        document(&format!(
            "<V xmlns=\"http://a.example/?a&amp;b\"><text>a\u{fffd}&#13;\n b</text>\
             <number>422</number><null/><empty/><list>1</list><list>b</list>\
             <list><c>true</c></list><object><d/></object>{errors}</V>"
        ))
    };
    let error = InValues(Some(two()));
    answers(
        &error,
        422,
        &text_xml,
        &values(
            "<error><m>must be a positive integer</m><p>#/age</p></error>\
             <error><m>must be 'green', 'red' or 'blue'</m><p>#/profile/color</p></error>",
        ),
    );
    let answer = read(Values::parse, &error);
    assert_eq!(answer.errors()[1].members()["pointer"], "#/profile/color");

    answers(&InValues(None), 422, &text_xml, &values("<error><m>a\u{fffd}&#13;\n b</m></error>"));
}
