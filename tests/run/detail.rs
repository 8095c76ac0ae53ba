//! `detail`: entries of the details, from fields and from the row.

use crate::support::{Flat, json};
use error_runtime::{ApiError, Declared, FieldSpec};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Inner {
    some_name: u8,
    list: Vec<Option<bool>>,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
enum Details {
    #[error("m")]
    Fields {
        #[api(detail)]
        id: String,
        #[api(detail = "the \"wire\" name")]
        named: u8,
        #[api(detail)]
        r#type: Inner,
        #[api(detail)]
        absent: Option<u8>,
        #[api(detail)]
        empty: String,
    },
    #[error("m")]
    Tuple(#[api(detail = "first")] u8, #[api(detail = "second")] (u8, char)),
    #[error("m")]
    #[api(detail("limit" = 100, "text" = "{id} of {{100}}", "flag" = true, "ratio" = -0.5))]
    #[api(detail("nested" = { "a": .id + 1, "b": { "c": "{id:03}", "d": "constant" } }))]
    #[api(detail("expression" = .list.iter().map(|n| n * 2).collect::<Vec<_>>(), "none" = Option::<u8>::None))]
    Row { id: u8, list: Vec<u8> },
    #[error("m")]
    #[api(detail("later" = 2))]
    Both(#[api(detail = "first")] u8),
}

#[test]
fn fields_go_by_their_name_or_another() {
    let error = Details::Fields {
        id: "p\u{2028}1".to_owned(),
        named: 1,
        r#type: Inner { some_name: 2, list: vec![None, Some(true)] },
        absent: None,
        empty: String::new(),
    };
    json(
        &error,
        400,
        &[],
        "{\"code\":\"FIELDS\",\"message\":\"m\",\"details\":{\"id\":\"p\u{2028}1\",\"the \\\"wire\\\" name\":1,\"type\":{\"someName\":2,\"list\":[null,true]},\"empty\":\"\"}}",
    );
    json(
        &Details::Tuple(1, (2, '\'')),
        400,
        &[],
        r#"{"code":"TUPLE","message":"m","details":{"first":1,"second":[2,"'"]}}"#,
    );
}

#[test]
fn the_row_adds_literals_texts_objects_and_expressions() {
    let error = Details::Row { id: 7, list: vec![1, 2] };
    json(
        &error,
        400,
        &[],
        r#"{"code":"ROW","message":"m","details":{"limit":100,"text":"7 of {100}","flag":true,"ratio":-0.5,"nested":{"a":8,"b":{"c":"007","d":"constant"}},"expression":[2,4]}}"#,
    );
    json(
        &Details::Both(1),
        400,
        &[],
        r#"{"code":"BOTH","message":"m","details":{"first":1,"later":2}}"#,
    );
}

#[test]
fn the_table_names_them_with_their_types() {
    let fields = Details::SPECS[0].details;
    assert_eq!(fields[0], FieldSpec::by_default("id", "String"));
    assert_eq!(fields[1], FieldSpec::named("the \"wire\" name", "u8"));
    assert_eq!(fields[2], FieldSpec::by_default("type", "Inner"));
    assert_eq!(fields[3], FieldSpec::by_default("absent", "Option<u8>"));
    let names: Vec<_> = Details::SPECS[2].details.iter().map(|field| field.name).collect();
    assert_eq!(names, ["limit", "text", "flag", "ratio", "nested", "expression", "none"]);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Flat, status = 400, code = none)]
struct Whole<T>(#[api(detail(flatten))] T);

#[test]
fn a_value_may_be_all_of_the_details() {
    json(
        &Whole(BTreeMap::from([("b", 1), ("a", 2)])),
        400,
        &[],
        r#"{"message":"m","details":{"a":2,"b":1}}"#,
    );
    json(
        &Whole(Inner { some_name: 1, list: vec![] }),
        400,
        &[],
        r#"{"message":"m","details":{"someName":1,"list":[]}}"#,
    );
    json(&Whole(vec![1, 2]), 400, &[], r#"{"message":"m","details":[1,2]}"#);
    json(&Whole("text"), 400, &[], r#"{"message":"m","details":"text"}"#);
    json(&Whole(0), 400, &[], r#"{"message":"m","details":0}"#);
    json(&Whole(false), 400, &[], r#"{"message":"m","details":false}"#);
    json(&Whole(None::<u8>), 400, &[], r#"{"message":"m"}"#);
    let value = serde_json::json!({ "z": null, "a": { "k": [] } });
    json(&Whole(value), 400, &[], r#"{"message":"m","details":{"a":{"k":[]},"z":null}}"#);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Flat, status = 400)]
#[api(detail("nothing" = null, "inside" = { "a": null }), member("data" = null))]
struct Nulls;

#[test]
fn a_constant_null_is_written() {
    json(
        &Nulls,
        400,
        &[],
        r#"{"code":"NULLS","message":"m","details":{"nothing":null,"inside":{"a":null}},"data":null}"#,
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
#[error("m")]
#[api(
    detail("n" = "{} of {max}", .0.len(), max = 3, "one" = 1, "in" = { "t": "<{:>3}>", .1, "u": 2 }),
    member("first" = "{:?}", .0.first(), "last" = true),
    header("x-len" = "{} and {1}", .0.len() + 1)
)]
struct Arguments(Vec<u8>, char);

#[test]
fn a_text_has_arguments() {
    json(
        &Arguments(vec![7, 8], 'c'),
        400,
        &[("x-len", "3 and c")],
        r#"{"code":"ARGUMENTS","message":"m","details":{"n":"2 of 3","one":1,"in":{"t":"<  c>","u":2}},"first":"Some(7)","last":true}"#,
    );
}
