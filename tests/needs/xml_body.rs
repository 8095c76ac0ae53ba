//! "An XML body (acronym element names pinned, the rest by a case rule)."

use crate::back::{Parse, wire, wire_in};
use crate::support::Lines;
use error_runtime::{Answer, ApiError, Context, envelope};
use serde::Serialize;

envelope! {
    /// Amazon S3's error document, "REST error responses".
    S3 xml("Error") = {
        "Code": code, "Message": message, ..members,
        "Resource"?: instance, "RequestId": request_id, "HostId"?: context("host"),
    }
    code_case = "PascalCase"
    field_case = "PascalCase"

    /// A namespace, a wrapper, and who is to blame; another content type.
    Query xml("ErrorResponse", namespace = "http://queue.example/doc/2012-11-05/") = {
        "Error": { "Type": category, "Code": code, "Message": message, "Detail"?: details },
        "RequestId"?: request_id,
    }
    content_type = "text/xml;charset=UTF-8"
    on 400..=499 { category = "Sender" }

    /// Amazon EC2's: a list of errors, of which there is mostly one.
    Ec2 xml("Response") = {
        "Errors": { "Error": errors[{ "Code": code, "Message": message }] },
        "RequestID": request_id,
    }
}

#[derive(Debug, Serialize)]
struct Owner {
    #[serde(rename = "ID")]
    id: u32,
    #[serde(rename = "DisplayName")]
    name: Option<&'static str>,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = S3)]
enum Object {
    #[error("The resource you requested does not exist")]
    #[api(status = 404)]
    NoSuchKey,
    #[error("The signatures do not match")]
    #[api(status = 403)]
    SignatureDoesNotMatch {
        #[api(member = "AWSAccessKeyId")]
        access_key: &'static str,
        #[api(member)]
        string_to_sign: &'static str,
        #[api(member)]
        signature_provided: &'static str,
        #[api(member = "SSEKMSKeyId")]
        kms_key: Option<&'static str>,
    },
    #[error("Not with {method}")]
    #[api(status = 405)]
    MethodNotAllowed {
        #[api(member)]
        method: &'static str,
        #[api(member = "AllowedMethod", header = "Allow")]
        allowed: Vec<&'static str>,
        #[api(member)]
        owner: Owner,
        #[api(member, keep_null)]
        retry_count: Option<u8>,
    },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("No queue {name}")]
#[api(envelope = Query, status = 400, code = "AWS.SimpleQueueService.NonExistentQueue")]
struct NoQueue {
    #[api(detail = "QueueName")]
    name: &'static str,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Ec2, status = 400, code_case = "PascalCase")]
enum Instance {
    #[error("The instance '{0}' does not exist")]
    #[api(code = "InvalidInstanceID.NotFound")]
    NotFound(&'static str),
    #[error("Several are wrong")]
    Several(#[api(errors)] Vec<Instance>),
}

const XML: (&str, &str) = ("content-type", "application/xml");

/// The whole body but its first line.
#[track_caller]
fn xml(p: Parse, error: &dyn ApiError, status: u16, headers: Lines<'_>, root: &str) -> Answer {
    let body = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}");
    wire(p, error, status, headers, &body)
}

/// The document's own example, without its indentation.
#[test]
fn the_documented_error() {
    let context =
        Context::new().with_instance("/mybucket/myfoto.jpg").with_request_id("4442587FB7D0A2F9");
    let answer = wire_in(
        &context,
        S3::parse,
        &Object::NoSuchKey,
        404,
        &[XML],
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The resource you requested does not exist</Message><Resource>/mybucket/myfoto.jpg</Resource><RequestId>4442587FB7D0A2F9</RequestId></Error>",
    );
    assert_eq!(answer.code(), "NoSuchKey");
    assert_eq!(answer.message(), Some("The resource you requested does not exist"));
    assert_eq!(answer.request_id(), Some("4442587FB7D0A2F9"));
}

#[test]
fn acronyms_are_pinned_and_texts_escaped() {
    let answer = xml(
        S3::parse,
        &Object::SignatureDoesNotMatch {
            access_key: "AKIA",
            string_to_sign: "GET\n<a> & \"b\" 'c' ]]>\u{1}",
            signature_provided: "",
            kms_key: Some("k/1"),
        },
        403,
        &[XML],
        "<Error><Code>SignatureDoesNotMatch</Code><Message>The signatures do not match</Message><AWSAccessKeyId>AKIA</AWSAccessKeyId><StringToSign>GET\n&lt;a&gt; &amp; \"b\" 'c' ]]&gt;\u{fffd}</StringToSign><SignatureProvided/><SSEKMSKeyId>k/1</SSEKMSKeyId><RequestId/></Error>",
    );
    assert_eq!(answer.members()["AWSAccessKeyId"], "AKIA");
    assert_eq!(answer.members()["StringToSign"], "GET\n<a> & \"b\" 'c' ]]>\u{fffd}");
    assert_eq!(answer.members()["SSEKMSKeyId"], "k/1");
}

#[test]
fn a_list_is_one_element_for_each_item() {
    let error = |allowed| Object::MethodNotAllowed {
        method: "POST",
        allowed,
        owner: Owner { id: 75, name: None },
        retry_count: None,
    };
    let answer = xml(
        S3::parse,
        &error(vec!["GET", "PUT"]),
        405,
        &[XML, ("allow", "GET, PUT")],
        "<Error><Code>MethodNotAllowed</Code><Message>Not with POST</Message><Method>POST</Method><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod><Owner><ID>75</ID><DisplayName/></Owner><RetryCount/><RequestId/></Error>",
    );
    assert_eq!(answer.members()["Method"], "POST");
    assert_eq!(answer.members()["AllowedMethod"], serde_json::json!(["GET", "PUT"]));
    assert_eq!(answer.members()["Owner"]["ID"], "75");
    let body = "<Error><Code>MethodNotAllowed</Code><Message>Not with POST</Message><Method>POST</Method><Owner><ID>75</ID><DisplayName/></Owner><RetryCount/><RequestId/></Error>";
    xml(S3::parse, &error(vec![]), 405, &[XML, ("allow", "")], body);
}

#[test]
fn a_namespace_and_another_content_type() {
    let kind = ("content-type", "text/xml;charset=UTF-8");
    let body = r#"<ErrorResponse xmlns="http://queue.example/doc/2012-11-05/"><Error><Type>Sender</Type><Code>AWS.SimpleQueueService.NonExistentQueue</Code><Message>No queue mail</Message><Detail><QueueName>mail</QueueName></Detail></Error></ErrorResponse>"#;
    let answer = xml(Query::parse, &NoQueue { name: "mail" }, 400, &[kind], body);
    assert_eq!(answer.code(), "AWS.SimpleQueueService.NonExistentQueue");
    assert_eq!(answer.category(), Some("Sender"));
    assert_eq!(answer.details()["QueueName"], "mail");
}

#[test]
fn errors_are_repeated_elements() {
    let body = "<Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code><Message>The instance 'i-1a' does not exist</Message></Error></Errors><RequestID/></Response>";
    let answer = xml(Ec2::parse, &Instance::NotFound("i-1a"), 400, &[XML], body);
    assert_eq!(answer.code(), "InvalidInstanceID.NotFound");
    let several = Instance::Several(vec![Instance::NotFound("i-1a"), Instance::NotFound("i-2b")]);
    let body = "<Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code><Message>The instance 'i-1a' does not exist</Message></Error><Error><Code>InvalidInstanceID.NotFound</Code><Message>The instance 'i-2b' does not exist</Message></Error></Errors><RequestID/></Response>";
    let answer = xml(Ec2::parse, &several, 400, &[XML], body);
    assert_eq!(answer.errors().len(), 2);
    assert_eq!(answer.errors()[1].message(), Some("The instance 'i-2b' does not exist"));
}
