//! What has been written by these templates is read by them.

use super::parts::{Elements, Google, GoogleError, InElements, JsonApi, JsonApiError};
use super::{
    Groups, InGroups, InList, InMap, InOwnShape, InReplaced, InRfc9457, List, Map, OwnShape,
    Replaced, Rfc9457, Salesforce, SalesforceError, three, tree, two,
};
use error_runtime::{Answer, ApiError, envelope};
use http::{HeaderMap, StatusCode};
use serde_json::json;

/// The answer as a client reads it.
#[track_caller]
pub(super) fn read(
    parse: fn(StatusCode, &HeaderMap, &[u8]) -> Answer,
    error: &dyn ApiError,
) -> Answer {
    let (head, body) = error.response().into_parts();
    let answer = parse(head.status, &head.headers, &body);
    assert!(!answer.is_foreign(), "{answer}");
    answer
}

/// What a client reads of each item: its code and its message.
fn items(answer: &Answer) -> Vec<String> {
    let item = |item: &Answer| format!("{} {}", item.code(), item.message().unwrap_or("-"));
    answer.errors().iter().map(item).collect()
}

const ITEMS: [&str; 2] =
    ["INVALID_FIELD must be a positive integer", "INVALID_FIELD must be 'green', 'red' or 'blue'"];

#[test]
fn the_only_element_is_the_answer() {
    let answer = read(Salesforce::parse, &SalesforceError::Missing { fields: vec!["Name"] });
    assert_eq!(answer.code(), "REQUIRED_FIELD_MISSING");
    assert_eq!(answer.message(), Some("Required fields are missing: [Name]"));
    assert_eq!(answer.members()["fields"], json!(["Name"]));
}

#[test]
fn lists_are_the_answers_errors() {
    let answer = read(List::parse, &InList(Some(two())));
    assert_eq!(items(&answer), ITEMS);
    assert_eq!(answer.errors()[1].members()["pointer"], "#/profile/color");
    // What the template says only of items is the first one's.
    assert_eq!(answer.code(), "INVALID_FIELD");
    assert_eq!(answer.message(), Some("must be a positive integer"));
    assert_eq!(read(List::parse, &InList(None)).code(), "VALIDATION_ERROR");

    let answer = read(OwnShape::parse, &InOwnShape(Some(two())));
    assert_eq!(items(&answer), ITEMS);
    let answer = read(OwnShape::parse, &InOwnShape(None));
    assert_eq!(items(&answer), ["VALIDATION_ERROR Your request is not valid."]);
    assert_eq!(answer.message(), Some("Your request is not valid."));
}

#[test]
fn slots_outside_of_the_list_are_the_errors_own() {
    let answer = read(Rfc9457::parse, &InRfc9457(Some(two())));
    assert_eq!(answer.title(), Some("Your request is not valid."));
    let pointers: Vec<_> = answer.errors().iter().map(|item| &item.members()["pointer"]).collect();
    assert_eq!(pointers, ["#/age", "#/profile/color"]);
    for none in [InRfc9457(None), InRfc9457(Some(vec![]))] {
        assert!(read(Rfc9457::parse, &none).errors().is_empty());
    }

    let answer = read(Replaced::parse, &InReplaced(Some(two())));
    assert_eq!(answer.code(), "VALIDATION_ERROR");
    assert_eq!(answer.errors()[0].message(), Some("must be a positive integer"));
    assert!(read(Replaced::parse, &InReplaced(None)).errors().is_empty());
}

#[test]
fn keys_are_read_with_their_items() {
    let answer = read(Map::parse, &InMap(Some(three())));
    assert_eq!(answer.message(), Some("Your request is not valid."));
    // In the order of the keys: JSON's objects have none of their own.
    assert_eq!(items(&answer), [" too much", " not \"that\""]);
    assert_eq!(answer.errors()[1].members()["pointer"], "#/a");

    let answer = read(Groups::parse, &InGroups(Some(three())));
    assert_eq!(items(&answer), [" too much", " not this", " not \"that\""]);
    assert_eq!(answer.errors()[1].members()["pointer"], "#/a");
}

envelope! {
    /// What a client of `Tree` may know of it.
    Read = {
        "message": message,
        "because"?: errors[{ "message": message, "because"?: errors }],
    }
}

#[test]
fn trees_are_read_to_their_leaves() {
    let answer = read(Read::parse, &tree());
    assert_eq!(answer.message(), Some("top"));
    let [deep, flat, leaf] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!(deep.errors()[0].errors()[0].message(), Some("deepest"));
    assert_eq!((flat.message(), leaf.message()), (Some("flat"), Some("leaf")));
    assert!(leaf.errors().is_empty());
}

#[test]
fn elements_that_may_be_left_out_are_read() {
    let links = Some(vec!["https://a.example"]);
    let answer = read(Google::parse, &GoogleError::Exhausted { zone: "a", links });
    assert_eq!(answer.code(), "RESOURCE_EXHAUSTED");
    assert_eq!(answer.members()["reason"], "RESOURCE_AVAILABILITY");
    assert_eq!(answer.members()["links"], json!(["https://a.example"]));
    assert_eq!(read(Google::parse, &GoogleError::NotFound).message(), Some("Not found."));
    assert_eq!(read(Google::parse, &GoogleError::Unavailable).code(), "UNAVAILABLE");

    assert_eq!(read(Elements::parse, &InElements::Nothing).hint(), None);
    assert_eq!(read(Elements::parse, &InElements::Hint).hint(), Some("h"));
    assert_eq!(read(Elements::parse, &InElements::X(Some(2))).members()["x"], 2);
}

#[test]
fn objects_in_items_are_read() {
    let both = JsonApiError::Both { parameter: "page", tries: 1 };
    let answer = read(JsonApi::parse, &JsonApiError::Several(vec![JsonApiError::Plain, both]));
    assert_eq!(items(&answer), ["PLAIN m", "BOTH m"]);
    assert_eq!(answer.errors()[1].members()["parameter"], "page");
    assert_eq!(answer.errors()[1].members()["tries"], 1);
}
