//! Ready-made items from `validator`, `garde` and `serde_path_to_error`.

use crate::back::json;
use error_runtime::{ApiError, envelope};
use garde::Validate as _;
use serde::Deserialize;
use serde_json::json as value;
use validator::Validate as _;

envelope! {
    /// As `FastAPI` has it: where, what, and which rule.
    Request = {
        "detail": errors[{
            "loc": member("loc"),
            "msg": message,
            "type"?: code,
            "ctx"?: member("params"),
        }],
    }

    /// By pointer, and by the field's name.
    Pointers = {
        "message": message,
        "errors": errors[{ "detail": message, "pointer": member("pointer") }],
        "fields": errors{ member("field"): [message] },
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Request, status = 422)]
enum SignUpError {
    #[error("The form is not valid")]
    Form(
        #[from]
        #[api(errors)]
        validator::ValidationErrors,
    ),
    #[error("The body is not as expected")]
    #[api(status = 400, code = none)]
    Body(
        #[from]
        #[api(errors)]
        serde_path_to_error::Error<serde_json::Error>,
    ),
    #[error("The team is not valid")]
    #[api(envelope = Pointers)]
    Team(
        #[from]
        #[api(errors)]
        garde::Report,
    ),
}

#[derive(validator::Validate)]
struct Form {
    #[validate(length(min = 3, max = 20, message = "3 to 20 letters"))]
    name: String,
    #[validate(nested)]
    addresses: Vec<Address>,
}

#[derive(validator::Validate)]
struct Address {
    #[validate(custom(function = "is_zip", message = "Not a ZIP code"))]
    zip: String,
}

fn is_zip(zip: &str) -> Result<(), validator::ValidationError> {
    if zip.len() == 5 { Ok(()) } else { Err(validator::ValidationError::new("zip")) }
}

fn sign_up(form: &Form) -> Result<(), SignUpError> {
    Ok(form.validate()?)
}

#[test]
fn validator() {
    let address = |zip: &str| Address { zip: zip.to_owned() };
    let form = Form { name: "ab".to_owned(), addresses: vec![address("12345"), address("s3cr3t")] };
    let answer = json(
        Request::parse,
        &sign_up(&form).unwrap_err(),
        422,
        &[],
        r#"{"detail":[{"loc":["addresses",1,"zip"],"msg":"Not a ZIP code","type":"zip"},{"loc":["name"],"msg":"3 to 20 letters","type":"length","ctx":{"max":20,"min":3}}]}"#,
    );
    let [zip, name] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!(zip.code(), "zip");
    assert_eq!(zip.members()["loc"], value!(["addresses", 1, "zip"]));
    assert_eq!(name.message(), Some("3 to 20 letters"));
    assert_eq!(name.members()["params"], value!({"max": 20, "min": 3}));
}

#[derive(Debug, Deserialize)]
struct Body {
    #[serde(rename = "items")]
    _items: Vec<Item>,
}

#[derive(Debug, Deserialize)]
struct Item {
    #[serde(rename = "count")]
    _count: u8,
}

fn read(body: &str) -> Result<Body, SignUpError> {
    let mut body = serde_json::Deserializer::from_str(body);
    Ok(serde_path_to_error::deserialize(&mut body)?)
}

#[test]
fn serde_path_to_error() {
    let error = read(r#"{"items":[{"count":1},{"count":-2}]}"#).unwrap_err();
    let answer = json(
        Request::parse,
        &error,
        400,
        &[],
        r#"{"detail":[{"loc":["items",1,"count"],"msg":"Not a valid value"}]}"#,
    );
    assert_eq!(answer.errors().len(), 1);
    assert_eq!(answer.errors()[0].members()["loc"], value!(["items", 1, "count"]));
    assert_eq!(answer.message(), Some("Not a valid value"));
}

/// The same where `serde`'s own words may leave.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("The body is not as expected: {0}")]
#[api(envelope = Pointers, status = 400)]
struct BadBody(
    #[from]
    #[api(errors, public)]
    serde_path_to_error::Error<serde_json::Error>,
);

#[test]
fn serde_path_to_error_in_its_own_words() {
    let mut body = serde_json::Deserializer::from_str(r#"{"items":[{"count":-2}]}"#);
    let error = serde_path_to_error::deserialize::<_, Body>(&mut body).unwrap_err();
    let answer = json(
        Pointers::parse,
        &BadBody::from(error),
        400,
        &[],
        r##"{"message":"The body is not as expected: items[0].count: invalid value: integer `-2`, expected u8 at line 1 column 21","errors":[{"detail":"invalid value: integer `-2`, expected u8","pointer":"#/items/0/count"}],"fields":{"items[0].count":["invalid value: integer `-2`, expected u8"]}}"##,
    );
    assert_eq!(answer.errors()[0].message(), Some("invalid value: integer `-2`, expected u8"));
}

/// How many findings there are is no text of theirs.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{} of {limit} findings", .all.len())]
#[api(envelope = Pointers, status = 422, member("more" = .all.len() > 1), hint("Of {}", .all.len()))]
struct Findings {
    limit: usize,
    #[api(errors)]
    all: Vec<error_runtime::FieldError>,
}

#[test]
fn a_list_may_be_counted() {
    let all = vec![error_runtime::FieldError::new(["a"], "no")];
    let error = Findings { limit: 9, all };
    assert_eq!(error.message(), "1 of 9 findings");
    assert_eq!(error.hint().as_deref(), Some("Of 1"));
}

#[derive(garde::Validate)]
struct Team {
    #[garde(length(min = 1))]
    name: String,
    #[garde(dive)]
    members: Vec<Member>,
}

#[derive(garde::Validate)]
struct Member {
    #[garde(range(max = 150))]
    age: u32,
}

fn found(team: &Team) -> Result<(), SignUpError> {
    Ok(team.validate()?)
}

#[test]
fn garde() {
    let team = Team { name: "a".to_owned(), members: vec![Member { age: 9 }, Member { age: 151 }] };
    let answer = json(
        Pointers::parse,
        &found(&team).unwrap_err(),
        422,
        &[],
        r##"{"message":"The team is not valid","errors":[{"detail":"greater than 150","pointer":"#/members/1/age"}],"fields":{"members[1].age":["greater than 150"]}}"##,
    );
    assert_eq!(answer.message(), Some("The team is not valid"));
    assert_eq!(answer.errors()[0].message(), Some("greater than 150"));
    assert_eq!(answer.errors()[0].members()["pointer"], "#/members/1/age");
    assert!(found(&Team { name: "a".to_owned(), members: vec![] }).is_ok());
}
