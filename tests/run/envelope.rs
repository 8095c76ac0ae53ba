//! `envelope`: the shape of the body, for the type or for one row.

use crate::support::{Flat, JSON, PROBLEM, TEXT, answers, json, problem};
use error_runtime::{ApiError, Declared, Empty, Envelope, Problem, Text, envelope};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
enum Mixed {
    #[error("m")]
    Own,
    #[error("m")]
    #[api(envelope = Problem)]
    Other,
    #[error("m \u{e9}\n")]
    #[api(envelope = Text)]
    Plain,
    #[error("m")]
    #[api(envelope = Empty, header("x-why" = "here"))]
    Nothing,
    #[error("m")]
    #[api(envelope = crate::envelope::Wide<u8>)]
    Generic,
}

envelope! {
    /// What a template can say without a request.
    pub(crate) Wide = {
        "code": code, "status": status, "status_text": status as string, "reason": reason,
        "title": title, "message": message, "hint": hint, "details": details,
        "members": members, "category": category, "retry": retry, "retry_after": retry_after,
        "docs": docs, "type": type_uri, "instance": instance, "request_id": request_id,
        "time": time, "context": context("x"), "variant": variant, "trace": trace,
        "literals": [null, true, -1.5e3, "\"", { "a": {} }, []],
        "list": [{ "c": code }, message],
    }
    content_type = "application/vnd.acme.error+json; charset=utf-8"
}

#[test]
fn a_row_may_have_another_body() {
    json(&Mixed::Own, 400, &[], r#"{"code":"OWN","message":"m"}"#);
    problem(
        &Mixed::Other,
        400,
        &[],
        r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"m","code":"OTHER"}"#,
    );
    answers(&Mixed::Plain, 400, &[TEXT], "m \u{e9}\n");
    answers(&Mixed::Nothing, 400, &[("x-why", "here")], "");
}

#[test]
fn a_bare_slot_with_nothing_to_say_writes_null() {
    let content_type = ("content-type", "application/vnd.acme.error+json; charset=utf-8");
    answers(
        &Mixed::Generic,
        400,
        &[content_type],
        r#"{"code":"GENERIC","status":400,"status_text":"400","reason":"Bad Request","title":"Bad Request","message":"m","hint":null,"details":null,"members":null,"category":null,"retry":null,"retry_after":null,"docs":null,"type":"about:blank","instance":null,"request_id":null,"time":null,"context":null,"variant":"Generic","trace":null,"literals":[null,true,-1500.0,"\"",{"a":{}},[]],"list":[{"c":"GENERIC"},"m"]}"#,
    );
}

#[test]
fn the_default_is_problem() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("m")]
    #[api(status = 400, code = none)]
    struct Default;
    answers(
        &Default,
        400,
        &[PROBLEM],
        r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"m"}"#,
    );
}

envelope! {
    /// Every way to say nothing, and literals in place of it.
    Optional = {
        "hint"?: hint,
        "details": details | {},
        "or": hint | "none",
        "object"?: { "hint"?: hint },
        "kept": { "hint"?: hint },
        ..members,
        "end": true,
    }
    internal_message = "Something went wrong. Please try again."
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Optional)]
enum Sparse {
    #[error("m")]
    #[api(status = 400)]
    Nothing,
    #[error("m")]
    #[api(status = 400, hint = "h", detail("k" = "v"), member("x" = 1))]
    All,
    #[error("m")]
    #[api(status = 400, hint = "")]
    Emptied(#[api(detail(flatten))] Vec<u8>),
}

#[test]
fn optional_members_keep_their_place() {
    json(&Sparse::Nothing, 400, &[], r#"{"details":{},"or":"none","kept":{},"end":true}"#);
    json(
        &Sparse::All,
        400,
        &[],
        r#"{"hint":"h","details":{"k":"v"},"or":"h","object":{"hint":"h"},"kept":{"hint":"h"},"x":1,"end":true}"#,
    );
    json(&Sparse::Emptied(vec![]), 400, &[], r#"{"details":{},"or":"none","kept":{},"end":true}"#);
}

envelope! {
    /// The error as the one element of an array.
    Array = { "errors": [{ "message": message, "code": code }] }
    internal_message = "Something \"went\" wrong"
    code_case = "kebab-case"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Array, status = 502)]
enum Listed {
    #[error("the private text")]
    InnerLife,
    #[error("m")]
    #[api(code = "STATED_ONE")]
    Stated,
}

#[test]
fn the_template_may_have_arrays_and_its_policy_holds() {
    json(
        &Listed::InnerLife,
        502,
        &[],
        r#"{"errors":[{"message":"Something \"went\" wrong","code":"inner-life"}]}"#,
    );
    json(
        &Listed::Stated,
        502,
        &[],
        r#"{"errors":[{"message":"Something \"went\" wrong","code":"STATED_ONE"}]}"#,
    );
}

#[test]
fn the_catalogue_knows_the_envelope() {
    assert_eq!(Listed::catalogue().codes(), ["inner-life", "STATED_ONE"]);
    assert_eq!(Listed::catalogue().iter().next().unwrap().shape().name, "Array");
    let shapes: Vec<_> = Mixed::catalogue().iter().map(|entry| entry.shape().name).collect();
    assert_eq!(shapes, ["Flat", "Problem", "Text", "Empty", "Wide"]);
}

#[test]
fn the_shape_is_data() {
    let shape = <Optional as Envelope>::shape();
    assert_eq!(shape.name, "Optional");
    assert_eq!(shape.content_type, JSON.1);
    assert_eq!(shape.policy.internal_message, Some("Something went wrong. Please try again."));
    assert_eq!(Optional::<()>::NAMES, ["hint", "details", "or", "object", "kept", "end"]);
}

envelope! {
    /// The field's case, and the null values.
    Cased = { "details"?: details, ..members }
    field_case = "camelCase"
    keep_null
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Cased, status = 400)]
struct Names {
    #[api(detail, member)]
    retry_count: Option<u8>,
    #[api(detail = "stays_so")]
    stated: u8,
}

#[test]
fn the_policys_field_case_and_nulls_hold() {
    json(
        &Names { retry_count: None, stated: 1 },
        400,
        &[],
        r#"{"details":{"retryCount":null,"stays_so":1},"retryCount":null}"#,
    );
}
