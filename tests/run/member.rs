//! `member`: further members of the body, in named places or at `..members`.

use crate::support::{Flat, json};
use error_runtime::{ApiError, envelope};
use std::collections::BTreeMap;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
enum Members {
    #[error("m")]
    #[api(member("accepted" = false, "why" = "{reason:?}", "deep" = { "n": [1, 2], "x": .count }))]
    Row {
        #[api(member)]
        balance: i64,
        #[api(member = "acc\"ounts")]
        accounts: Vec<&'static str>,
        #[api(member)]
        absent: Option<u8>,
        reason: &'static str,
        count: u8,
    },
    #[error("m")]
    Flattened {
        #[api(member)]
        first: u8,
        #[api(member(flatten))]
        extra: BTreeMap<String, serde_json::Value>,
        #[api(member)]
        last: u8,
    },
}

#[test]
fn they_follow_in_declaration_order() {
    let error =
        Members::Row { balance: -3, accounts: vec!["a"], absent: None, reason: "r", count: 2 };
    json(
        &error,
        400,
        &[],
        r#"{"code":"ROW","message":"m","balance":-3,"acc\"ounts":["a"],"accepted":false,"why":"\"r\"","deep":{"n":[1,2],"x":2}}"#,
    );
}

#[test]
fn a_map_is_taken_apart() {
    let extra = BTreeMap::from([
        ("x\u{1}".to_owned(), serde_json::json!({"y": 1})),
        ("w".to_owned(), serde_json::json!(null)),
    ]);
    json(
        &Members::Flattened { first: 1, extra, last: 2 },
        400,
        &[],
        r#"{"code":"FLATTENED","message":"m","first":1,"w":null,"x\u0001":{"y":1},"last":2}"#,
    );
}

/// A member's name is taken once: the template's own and an earlier one win.
#[test]
fn a_flattened_name_that_is_taken_is_left_out() {
    let extra = ["code", "message", "first", "last", "fine"];
    let extra = extra.map(|name| (name.to_owned(), serde_json::json!("x"))).into();
    json(
        &Members::Flattened { first: 1, extra, last: 2 },
        400,
        &[],
        r#"{"code":"FLATTENED","message":"m","first":1,"fine":"x","last":"x"}"#,
    );
}

envelope! {
    /// Named places, wherever they are.
    Named = {
        "error": { "param": member("param"), "line"?: member("line_no"), "n": member("n") | 0 },
        "all": members,
        "text"?: member("n") as string,
        ..members,
        "list": [member("param"), 1, { "deep"?: member("gone") }],
    }
    field_case = "camelCase"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Named, status = 400)]
enum Placed {
    #[error("m")]
    Full {
        #[api(member)]
        other_one: u8,
        #[api(member)]
        param: &'static str,
        #[api(member)]
        line_no: u8,
        #[api(member)]
        n: Option<u8>,
    },
    #[error("m")]
    Nothing,
}

#[test]
fn a_slot_names_its_member() {
    let error = Placed::Full { other_one: 1, param: "p", line_no: 7, n: Some(3) };
    json(
        &error,
        400,
        &[],
        r#"{"error":{"param":"p","line":7,"n":3},"all":{"otherOne":1,"param":"p","lineNo":7,"n":3},"text":"3","otherOne":1,"list":["p",1,{}]}"#,
    );
    json(
        &Placed::Nothing,
        400,
        &[],
        r#"{"error":{"param":null,"n":0},"all":null,"list":[null,1,{}]}"#,
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 400, envelope = Flat)]
#[api(member("none" = [], "mixed" = [1, "a\"b", null, -2.5, true, [], {"k": []}], "in" = {"t": []}))]
#[api(detail("tags" = ["x", "y"], "made" = [.0 + 1, 3]))]
struct Lists(u8);

/// JSON's lists, of mixed types and empty; and Rust's, of expressions.
#[test]
fn lists_are_constants_or_expressions() {
    json(
        &Lists(1),
        400,
        &[],
        r#"{"code":"LISTS","message":"m","details":{"tags":["x","y"],"made":[2,3]},"none":[],"mixed":[1,"a\"b",null,-2.5,true,[],{"k":[]}],"in":{"t":[]}}"#,
    );
}
