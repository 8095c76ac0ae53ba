//! "One error as the only element of an array."

use crate::back::{json, wire};
use error_runtime::{ApiError, envelope};
use serde_json::json;

envelope! {
    /// JSON:API: a top-level `errors`, in which each error is an object.
    Library = {
        "errors": [
            {
                "status": status as string,
                "code": code,
                "title": title,
                "detail": message,
                "source"?: { "pointer"?: member("pointer"), "parameter"?: member("parameter") },
                "meta"?: details,
            },
        ],
        "jsonapi": { "version": "1.1" },
    }
    content_type = "application/vnd.api+json"
    code_case = "kebab-case"

    /// The text alone, between constants.
    Terse = { "ok": false, "errors": [message], "warnings": [] }

    /// Salesforce's REST API: the array is the body.
    Salesforce = [{ "fields"?: member("fields"), "message": message, "errorCode": code }]

    /// The same by a template of items, of which the error itself is the one.
    Listed = errors[{ "message": message, "errorCode": code }]
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Library)]
enum Loan {
    #[error("{title} is lent until {until}")]
    #[api(status = 409, title = "Lent already")]
    BookLent {
        title: &'static str,
        #[api(detail)]
        until: &'static str,
    },
    #[error("must be an ISBN")]
    #[api(status = 422, title = "Invalid attribute")]
    InvalidAttribute {
        #[api(member)]
        pointer: &'static str,
    },
    #[error("no such page")]
    #[api(status = 400, title = "Invalid query")]
    InvalidQuery {
        #[api(member)]
        parameter: &'static str,
    },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Terse)]
enum Desk {
    #[error("The desk is closed")]
    #[api(status = 403)]
    Closed,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Salesforce)]
enum Record {
    #[error("Account ID: id value of incorrect type: {id}")]
    #[api(status = 400)]
    MalformedId {
        #[api(member)]
        fields: [&'static str; 1],
        id: &'static str,
    },
    #[error("The requested resource does not exist")]
    #[api(status = 404, envelope = Listed)]
    NotFound,
}

/// JSON:API's media type.
const TYPE: (&str, &str) = ("content-type", "application/vnd.api+json");

#[test]
fn the_error_is_the_one_item() {
    let answer = wire(
        Library::parse,
        &Loan::BookLent { title: "Momo", until: "2026-05-01" },
        409,
        &[TYPE],
        r#"{"errors":[{"status":"409","code":"book-lent","title":"Lent already","detail":"Momo is lent until 2026-05-01","meta":{"until":"2026-05-01"}}],"jsonapi":{"version":"1.1"}}"#,
    );
    assert_eq!(answer.code(), "book-lent");
    assert_eq!(answer.title(), Some("Lent already"));
    assert_eq!(answer.message(), Some("Momo is lent until 2026-05-01"));
    assert_eq!(answer.details(), &json!({ "until": "2026-05-01" }));
    assert!(answer.members().is_empty());
}

#[test]
fn its_source_says_what_it_is_about() {
    let answer = wire(
        Library::parse,
        &Loan::InvalidAttribute { pointer: "/data/attributes/isbn" },
        422,
        &[TYPE],
        r#"{"errors":[{"status":"422","code":"invalid-attribute","title":"Invalid attribute","detail":"must be an ISBN","source":{"pointer":"/data/attributes/isbn"}}],"jsonapi":{"version":"1.1"}}"#,
    );
    assert_eq!(answer.members()["pointer"], "/data/attributes/isbn");
    let answer = wire(
        Library::parse,
        &Loan::InvalidQuery { parameter: "page" },
        400,
        &[TYPE],
        r#"{"errors":[{"status":"400","code":"invalid-query","title":"Invalid query","detail":"no such page","source":{"parameter":"page"}}],"jsonapi":{"version":"1.1"}}"#,
    );
    assert_eq!(answer.members()["parameter"], "page");
}

#[test]
fn a_text_may_be_the_only_element() {
    let body = r#"{"ok":false,"errors":["The desk is closed"],"warnings":[]}"#;
    let answer = json(Terse::parse, &Desk::Closed, 403, &[], body);
    assert_eq!(answer.message(), Some("The desk is closed"));
}

/// The documentation's own examples.
#[test]
fn the_array_may_be_the_body() {
    let body = r#"[{"fields":["Id"],"message":"Account ID: id value of incorrect type: 001900K0001pPuOAAU","errorCode":"MALFORMED_ID"}]"#;
    let error = Record::MalformedId { fields: ["Id"], id: "001900K0001pPuOAAU" };
    let answer = json(Salesforce::parse, &error, 400, &[], body);
    assert_eq!(answer.code(), "MALFORMED_ID");
    assert_eq!(answer.members()["fields"], json!(["Id"]));
    let body = r#"[{"message":"The requested resource does not exist","errorCode":"NOT_FOUND"}]"#;
    let answer = json(Listed::parse, &Record::NotFound, 404, &[], body);
    assert_eq!(answer.code(), "NOT_FOUND");
    assert_eq!(answer.message(), Some("The requested resource does not exist"));
}
