//! GraphQL.
//!
//! Documented in the GraphQL specification, section 7, "Errors": an execution
//! error in a nullable field, in one that is not, and one with `extensions`.

use crate::{JSON, documented};
use error_runtime::{ApiError, Code, envelope};
use serde::Serialize;
use serde_json::{Value, json};

envelope! {
    GraphQl = {
        "errors": errors[{
            "message": message,
            "locations"?: member("locations"),
            "path"?: member("path"),
            "extensions"?: { "code"?: code, ..members },
        }],
        "data"?: member("data"),
    }
}

/// What could be had of the data, and why the rest could not.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{} fields failed", .errors.len())]
#[api(envelope = GraphQl, status = 200, any_status)]
struct Execution {
    #[api(errors)]
    errors: Vec<ExecutionError>,
    #[api(member)]
    data: Data,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = GraphQl, status = 200)]
enum ExecutionError {
    #[error("Name for character with ID {id} could not be fetched.")]
    #[api(any_status, code = none)]
    Name {
        id: u32,
        #[api(member)]
        locations: Vec<Location>,
        #[api(member)]
        path: Vec<Value>,
    },
    #[error("Name for character with ID {id} could not be fetched.")]
    #[api(any_status)]
    CanNotFetchById {
        id: u32,
        #[api(member)]
        locations: Vec<Location>,
        #[api(member)]
        path: Vec<Value>,
        #[api(member)]
        timestamp: &'static str,
    },
}

#[derive(Debug, Serialize)]
struct Location {
    line: u32,
    column: u32,
}

#[derive(Debug, Serialize)]
struct Data {
    hero: Hero,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Hero {
    name: &'static str,
    hero_friends: [Option<Friend>; 3],
}

#[derive(Debug, Serialize)]
struct Friend {
    id: &'static str,
    name: Option<&'static str>,
}

fn locations() -> Vec<Location> {
    vec![Location { line: 6, column: 7 }]
}

fn path() -> Vec<Value> {
    vec![json!("hero"), json!("heroFriends"), json!(1), json!("name")]
}

/// The second friend, where the field may be null or the whole friend is.
fn execution(second: Option<Friend>) -> Execution {
    let error = ExecutionError::Name { id: 1002, locations: locations(), path: path() };
    let luke = Friend { id: "1000", name: Some("Luke Skywalker") };
    let leia = Friend { id: "1003", name: Some("Leia Organa") };
    let hero = Hero { name: "R2-D2", hero_friends: [Some(luke), second, Some(leia)] };
    Execution { errors: vec![error], data: Data { hero } }
}

#[test]
fn a_nullable_field() {
    let error = execution(Some(Friend { id: "1002", name: None }));
    let golden = include_str!("golden/graphql-nullable.json");
    let answer = documented(GraphQl::parse, &error, 200, JSON, golden);
    assert_eq!(answer.members()["data"]["hero"]["name"], "R2-D2");
    let [item] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!(item.message(), Some("Name for character with ID 1002 could not be fetched."));
    assert_eq!(item.code(), Code::None);
    assert_eq!(item.members()["path"], Value::from(path()));
    assert_eq!(answer.message(), item.message(), "the first one's");
}

#[test]
fn one_that_is_not() {
    let golden = include_str!("golden/graphql-non-null.json");
    let answer = documented(GraphQl::parse, &execution(None), 200, JSON, golden);
    assert!(answer.members()["data"]["hero"]["heroFriends"][1].is_null());
    assert_eq!(answer.errors().len(), 1);
}

#[test]
fn extensions() {
    let timestamp = "Fri Feb 9 14:33:09 UTC 2018";
    let error = ExecutionError::CanNotFetchById {
        id: 1002,
        locations: locations(),
        path: path(),
        timestamp,
    };
    let golden = include_str!("golden/graphql-extensions.json");
    let answer = documented(GraphQl::parse, &error, 200, JSON, golden);
    assert_eq!(answer.code(), "CAN_NOT_FETCH_BY_ID");
    let [item] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!(item.code(), "CAN_NOT_FETCH_BY_ID");
    assert_eq!(item.members()["timestamp"], timestamp);
    assert_eq!(item.members()["locations"], json!([{ "line": 6, "column": 7 }]));
}
