//! Nested problems, field maps, a tree, and RFC 9457's own list.

use crate::back::{json, wire};
use crate::support::PROBLEM;
use error_runtime::{ApiError, Declared, FieldError, envelope};
use serde_json::json as value;

/// One thing that is wrong with a profile.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{text}")]
#[api(status = 422, code = "INVALID", title = "Not as expected")]
struct Invalid {
    #[api(member)]
    pointer: &'static str,
    #[api(member)]
    field: Option<&'static str>,
    text: &'static str,
}

fn invalid() -> Vec<Invalid> {
    let age = |text| Invalid { pointer: "#/age", field: Some("age"), text };
    vec![
        age("must be a positive integer"),
        age("must be below 150"),
        Invalid { pointer: "#", field: None, text: "is \"incomplete\"" },
    ]
}

macro_rules! profiles {
    ($($name:ident $envelope:ident;)*) => {$(
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("Your request is not valid.")]
        #[api(envelope = $envelope, status = 422, code = none)]
        #[api(title = "Your request is not valid.")]
        struct $name(#[api(errors)] Vec<Invalid>);
    )*};
}

profiles! {
    Rfc Details;
    Nested Problems;
    Mapped Fields;
    Grouped Messages;
}

envelope! {
    /// RFC 9457, section 3, figure of the validation error.
    Details = {
        "type": type_uri,
        "title": title,
        "errors"?: errors[{ "detail": message, "pointer"?: member("pointer") }],
    }
    content_type = "application/problem+json"
    type_uri = "https://example.net/validation-error"

    /// Problems in a problem, each whole.
    Problems = {
        "title": title,
        "status": status,
        "problems": errors[{ "title": title, "status": status, "detail": message, ..members }],
    }
    content_type = "application/problem+json"

    /// The last word on each field.
    Fields = { "message": message, "fields": errors{ member("field") | "base": message } }

    /// All words on each field.
    Messages = { "errors": errors{ member("field") | "base": [message] } }
}

#[test]
fn rfc_9457_errors_with_pointer() {
    let mut list = invalid();
    list.truncate(1);
    list.push(Invalid {
        pointer: "#/profile/color",
        field: None,
        text: "must be 'green', 'red' or 'blue'",
    });
    let answer = wire(
        Details::parse,
        &Rfc(list),
        422,
        &[PROBLEM],
        r##"{"type":"https://example.net/validation-error","title":"Your request is not valid.","errors":[{"detail":"must be a positive integer","pointer":"#/age"},{"detail":"must be 'green', 'red' or 'blue'","pointer":"#/profile/color"}]}"##,
    );
    assert_eq!(answer.title(), Some("Your request is not valid."));
    assert_eq!(answer.errors().len(), 2);
    assert_eq!(answer.errors()[1].members()["pointer"], "#/profile/color");
}

#[test]
fn nested_problems() {
    let answer = wire(
        Problems::parse,
        &Nested(invalid()),
        422,
        &[PROBLEM],
        r##"{"title":"Your request is not valid.","status":422,"problems":[{"title":"Not as expected","status":422,"detail":"must be a positive integer","pointer":"#/age","field":"age"},{"title":"Not as expected","status":422,"detail":"must be below 150","pointer":"#/age","field":"age"},{"title":"Not as expected","status":422,"detail":"is \"incomplete\"","pointer":"#"}]}"##,
    );
    assert_eq!(answer.errors()[2].title(), Some("Not as expected"));
    assert_eq!(answer.errors()[2].message(), Some("is \"incomplete\""));
    assert_eq!(answer.errors()[0].members()["field"], "age");
}

#[test]
fn field_maps() {
    let answer = json(
        Fields::parse,
        &Mapped(invalid()),
        422,
        &[],
        r#"{"message":"Your request is not valid.","fields":{"age":"must be below 150","base":"is \"incomplete\""}}"#,
    );
    assert_eq!(answer.message(), Some("Your request is not valid."));
    let item = &answer.errors()[0];
    assert_eq!(
        (item.message(), &item.members()["field"]),
        (Some("must be below 150"), &value!("age"))
    );
    let answer = json(
        Messages::parse,
        &Grouped(invalid()),
        422,
        &[],
        r#"{"errors":{"age":["must be a positive integer","must be below 150"],"base":["is \"incomplete\""]}}"#,
    );
    let messages: Vec<_> = answer.errors().iter().filter_map(|item| item.message()).collect();
    assert_eq!(messages, ["must be a positive integer", "must be below 150", "is \"incomplete\""]);
    let answer = json(Messages::parse, &Grouped(vec![]), 422, &[], r#"{"errors":{}}"#);
    assert!(answer.errors().is_empty());
}

envelope! {
    Deploy = {
        "message": message,
        "because"?: errors[{ "step": code, "message": message, "because"?: errors }],
    }
    code_case = "kebab-case"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Deploy, status = 424)]
enum DeployError {
    #[error("{name} did not start")]
    Start {
        name: &'static str,
        #[api(errors)]
        because: Vec<DeployError>,
    },
    #[error("No image {0}")]
    NoImage(&'static str),
}

#[test]
fn a_tree() {
    use DeployError::{NoImage, Start};
    let error = Start {
        name: "shop",
        because: vec![
            Start { name: "web", because: vec![NoImage("web:2")] },
            Start { name: "db", because: vec![] },
            NoImage("cache:1"),
        ],
    };
    let answer = json(
        Deploy::parse,
        &error,
        424,
        &[],
        r#"{"message":"shop did not start","because":[{"step":"start","message":"web did not start","because":[{"step":"no-image","message":"No image web:2"}]},{"step":"start","message":"db did not start"},{"step":"no-image","message":"No image cache:1"}]}"#,
    );
    assert_eq!(answer.message(), Some("shop did not start"));
    assert_eq!(answer.errors().len(), 3);
    assert_eq!(answer.errors()[0].errors()[0].message(), Some("No image web:2"));
    assert_eq!(answer.errors()[2].code(), "no-image");
    let alone = json(Deploy::parse, &NoImage("x"), 424, &[], r#"{"message":"No image x"}"#);
    assert!(alone.errors().is_empty());
}

envelope! {
    /// Members in the API's case, but for a stated one.
    Pascal = {
        "Message": message,
        "Errors": errors[{ "Message": message, "Where": member("pointer"), ..members }] | [],
    }
    field_case = "PascalCase"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Not valid")]
#[api(envelope = Pascal, status = 422)]
struct Form {
    #[api(errors)]
    errors: Vec<FieldError>,
}

/// The names of a ready-made item are the API's; those of the request's fields
/// and of parameters are not.
#[test]
fn ready_made_items_are_in_the_apis_case() {
    let too_long = FieldError::new(["first_name"], "Too long").with_param("max_length", &9);
    json(
        Pascal::parse,
        &Form { errors: vec![too_long, FieldError::new(["age"], "Too low")] },
        422,
        &[],
        r##"{"Message":"Not valid","Errors":[{"Message":"Too long","Where":"#/first_name","Loc":["first_name"],"Field":"first_name","Params":{"max_length":9}},{"Message":"Too low","Where":"#/age","Loc":["age"],"Field":"age"}]}"##,
    );
    assert!(FieldError::SPECS[0].members.iter().all(|member| member.name_by_default));
}
