//! What a template of `envelope!` writes beside objects: arrays, lists of
//! errors, elements that are left out, and XML.

mod back;
mod parts;
mod xml;

use crate::support::{answers, json};
use error_runtime::{ApiError, envelope};

/// A field that is not as it should be.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{text}")]
#[api(status = 422, code = "INVALID_FIELD")]
struct Invalid {
    #[api(member)]
    pointer: Option<&'static str>,
    text: &'static str,
}

fn invalid(pointer: &'static str, text: &'static str) -> Invalid {
    Invalid { pointer: Some(pointer), text }
}

/// RFC 9457's own example, of section 3.
fn two() -> Vec<Invalid> {
    vec![
        invalid("#/age", "must be a positive integer"),
        invalid("#/profile/color", "must be 'green', 'red' or 'blue'"),
    ]
}

/// An error that has such a list, or has none.
macro_rules! listed {
    ($($name:ident: $envelope:ident;)*) => { $(
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("Your request is not valid.")]
        #[api(envelope = $envelope, status = 422, code = "VALIDATION_ERROR")]
        #[api(title = "Your request is not valid.")]
        struct $name(#[api(errors)] Option<Vec<Invalid>>);
    )* };
}

listed! {
    InSalesforce: Salesforce;
    InList: List;
    InOwnShape: OwnShape;
    InRfc9457: Rfc9457;
    InMap: Map;
    InGroups: Groups;
    InReplaced: Replaced;
}

envelope! {
    /// Salesforce's: the error as the only element of an array.
    Salesforce = [{ "fields"?: member("fields"), "message": message, "errorCode": code }]

    /// The list is the body.
    List = errors[{ "code": code, "message": message, ..members }]

    /// Items of the error's own shape, beside what is constant.
    OwnShape = {
        "success": false,
        "errors": errors[{ "code": code, "message": message }],
        "result": null,
    }

    /// RFC 9457, 3: a problem type with a list.
    Rfc9457 = {
        "type": type_uri,
        "title": title,
        "errors"?: errors[{ "detail": message, "pointer": member("pointer") }],
    }
    content_type = "application/problem+json"
    type_uri = "https://example.net/{code:kebab}"

    /// By field, the last message of each.
    Map = { "message": message, "fields"?: errors{ member("pointer") | "#": message } }

    /// By field, all messages.
    Groups = { "message": message, "fields": errors{ member("pointer"): [{ "m": message }] } }

    /// Another value where there is no list.
    Replaced = { "code": code, "errors": errors[message] | [], "map": errors{ code: 1 } | {} }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Salesforce)]
enum SalesforceError {
    #[error("The requested resource does not exist")]
    #[api(status = 404)]
    NotFound,
    #[error("Required fields are missing: [{}]", .fields.join(", "))]
    #[api(status = 400, code = "REQUIRED_FIELD_MISSING")]
    Missing {
        #[api(member)]
        fields: Vec<&'static str>,
    },
}

#[test]
fn a_body_may_be_an_array() {
    json(
        &SalesforceError::NotFound,
        404,
        &[],
        r#"[{"message":"The requested resource does not exist","errorCode":"NOT_FOUND"}]"#,
    );

    json(
        &SalesforceError::Missing { fields: vec!["Name"] },
        400,
        &[],
        r#"[{"fields":["Name"],"message":"Required fields are missing: [Name]","errorCode":"REQUIRED_FIELD_MISSING"}]"#,
    );

    // A list that no slot asks for changes nothing.
    json(
        &InSalesforce(Some(two())),
        422,
        &[],
        r#"[{"message":"Your request is not valid.","errorCode":"VALIDATION_ERROR"}]"#,
    );
}

#[test]
fn a_body_may_be_a_list() {
    json(
        &InList(Some(two())),
        422,
        &[],
        r##"[{"code":"INVALID_FIELD","message":"must be a positive integer","pointer":"#/age"},{"code":"INVALID_FIELD","message":"must be 'green', 'red' or 'blue'","pointer":"#/profile/color"}]"##,
    );

    // Without a list, the error is the one item.
    json(
        &InList(None),
        422,
        &[],
        r#"[{"code":"VALIDATION_ERROR","message":"Your request is not valid."}]"#,
    );

    json(&InList(Some(vec![])), 422, &[], "[]");
}

#[test]
fn items_may_have_the_errors_own_shape() {
    json(
        &InOwnShape(Some(two())),
        422,
        &[],
        r#"{"success":false,"errors":[{"code":"INVALID_FIELD","message":"must be a positive integer"},{"code":"INVALID_FIELD","message":"must be 'green', 'red' or 'blue'"}],"result":null}"#,
    );

    json(
        &InOwnShape(None),
        422,
        &[],
        r#"{"success":false,"errors":[{"code":"VALIDATION_ERROR","message":"Your request is not valid."}],"result":null}"#,
    );
}

#[test]
fn rfc_9457_has_details_with_pointers() {
    let problem = [("content-type", "application/problem+json")];
    answers(
        &InRfc9457(Some(two())),
        422,
        &problem,
        r##"{"type":"https://example.net/validation-error","title":"Your request is not valid.","errors":[{"detail":"must be a positive integer","pointer":"#/age"},{"detail":"must be 'green', 'red' or 'blue'","pointer":"#/profile/color"}]}"##,
    );

    // No list, and an empty one.
    for error in [InRfc9457(None), InRfc9457(Some(vec![]))] {
        answers(
            &error,
            422,
            &problem,
            r#"{"type":"https://example.net/validation-error","title":"Your request is not valid."}"#,
        );
    }

    // An item without the member that its slot asks for.
    answers(
        &InRfc9457(Some(vec![Invalid { pointer: None, text: "no" }])),
        422,
        &problem,
        r#"{"type":"https://example.net/validation-error","title":"Your request is not valid.","errors":[{"detail":"no","pointer":null}]}"#,
    );
}

/// Two errors of one field, and one of none.
fn three() -> Vec<Invalid> {
    let base = Invalid { pointer: None, text: "too much" };
    vec![invalid("#/a", "not this"), base, invalid("#/a", "not \"that\"")]
}

#[test]
fn items_may_stand_under_keys() {
    json(
        &InMap(Some(three())),
        422,
        &[],
        r##"{"message":"Your request is not valid.","fields":{"#/a":"not \"that\"","#":"too much"}}"##,
    );
    json(&InMap(None), 422, &[], r#"{"message":"Your request is not valid."}"#);

    json(
        &InGroups(Some(three())),
        422,
        &[],
        r##"{"message":"Your request is not valid.","fields":{"#/a":[{"m":"not this"},{"m":"not \"that\""}],"":[{"m":"too much"}]}}"##,
    );
    json(
        &InGroups(None),
        422,
        &[],
        r#"{"message":"Your request is not valid.","fields":{"":[{"m":"Your request is not valid."}]}}"#,
    );
    json(
        &InGroups(Some(vec![])),
        422,
        &[],
        r#"{"message":"Your request is not valid.","fields":{}}"#,
    );
}

#[test]
fn a_constant_may_stand_for_no_list() {
    json(&InReplaced(None), 422, &[], r#"{"code":"VALIDATION_ERROR","errors":[],"map":{}}"#);
    json(
        &InReplaced(Some(two())),
        422,
        &[],
        r#"{"code":"VALIDATION_ERROR","errors":["must be a positive integer","must be 'green', 'red' or 'blue'"],"map":{"INVALID_FIELD":1}}"#,
    );
}

/// A rule that failed, because of others.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{name}")]
#[api(envelope = Tree, status = 409, code = none)]
struct Rule {
    name: &'static str,
    #[api(errors)]
    because: Option<Vec<Rule>>,
}

envelope! {
    /// The same list by three templates.
    Tree = {
        "message": message,
        "first": errors[{ "message": message }] | null,
        "because"?: errors[{ "message": message, "because"?: errors, "n": errors[1] | 0 }],
    }
}

fn tree() -> Rule {
    let rule = |name, because| Rule { name, because };
    let deep = rule("deep", Some(vec![rule("deeper", Some(vec![rule("deepest", None)]))]));
    rule("top", Some(vec![deep, rule("flat", Some(vec![])), rule("leaf", None)]))
}

#[test]
fn lists_may_be_trees() {
    json(
        &tree(),
        409,
        &[],
        r#"{"message":"top","first":[{"message":"deep"},{"message":"flat"},{"message":"leaf"}],"because":[{"message":"deep","because":[{"message":"deeper","because":[{"message":"deepest","n":0}],"n":[1]}],"n":[1]},{"message":"flat","n":[]},{"message":"leaf","n":0}]}"#,
    );

    json(&Rule { name: "only", because: None }, 409, &[], r#"{"message":"only","first":null}"#);
}
