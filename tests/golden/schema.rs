//! Every body of `Problem` against the JSON schema of RFC 9457, appendix A.

use error_runtime::{AnyError, ApiError, Context, Empty, Problem, Text, envelope};
use http::StatusCode;
use jsonschema::Validator;
use std::collections::BTreeMap;
use std::time::Duration;

fn schema() -> Validator {
    let schema = serde_json::from_str(include_str!("problem.schema.json")).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

#[track_caller]
fn fits(schema: &Validator, error: &dyn ApiError) {
    let context = Context::new()
        .with_request_id("r-\u{0}1")
        .with_instance("/a/b?c=%20d#e")
        .with_development(true);
    for response in [error.response(), error.response_with(&context)] {
        assert_eq!(response.headers()["content-type"], "application/problem+json");
        let json: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
        let complaints: Vec<_> = schema.iter_errors(&json).map(|error| error.to_string()).collect();
        assert!(complaints.is_empty(), "{json}: {complaints:?}");
        assert_eq!(json["status"], response.status().as_u16());
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Matrix {
    #[error("constant")]
    #[api(status = 404)]
    Constant,
    #[error("{text}")]
    #[api(status = 400, title = "T\"", hint = "{text}", docs = "https://d.example/{code:kebab}")]
    Texts {
        #[api(detail, member)]
        text: String,
    },
    #[error("m")]
    #[api(status = 409, code = 0, retry(exponential, base = "1s", cap = "1m", note = "n"))]
    Number(#[api(retry_after)] Duration),
    #[error("m")]
    #[api(status = 422, code = none)]
    Flat(#[api(detail(flatten))] Vec<u8>, #[api(member(flatten))] BTreeMap<String, Option<u8>>),
    #[error("private")]
    #[api(status = 599, code = "odd code/\u{e9}?#")]
    #[api(when(0), status = 499, message = "")]
    Odd(u8),
    #[error(transparent)]
    #[api(transparent, detail("outer" = true))]
    Inner(Box<Matrix>),
    #[error("m")]
    #[api(status = 200, any_status)]
    Fine,
}

fn all() -> Vec<Matrix> {
    vec![
        Matrix::Constant,
        Matrix::Texts { text: String::new() },
        Matrix::Texts { text: "\"\\\n\u{7f}\u{2028}\u{1f980}".to_owned() },
        Matrix::Number(Duration::MAX),
        Matrix::Flat(vec![], BTreeMap::new()),
        Matrix::Flat(
            vec![1],
            ["type", "status", "title", "detail", "instance", "x"]
                .map(|name| (name.to_owned(), Some(1)))
                .into(),
        ),
        Matrix::Odd(0),
        Matrix::Odd(1),
        Matrix::Fine,
    ]
}

#[test]
fn every_body_of_problem_fits() {
    let schema = schema();
    for error in all() {
        fits(&schema, &error);
    }
    for error in all() {
        fits(&schema, &Matrix::Inner(Box::new(Matrix::Inner(Box::new(error)))));
    }
    for error in all() {
        fits(&schema, &*AnyError::from(error).with_hint("h").with_detail("k", "v"));
    }
    for status in 400..=599 {
        fits(&schema, &*AnyError::from(StatusCode::from_u16(status).unwrap()));
    }
}

envelope! {
    /// Problem types made from codes, whatever these are.
    Typed = { "type": type_uri, "title": title, "status": status, "detail": message, ..members }
    content_type = "application/problem+json"
    type_uri = "https://t.example/{code}"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Typed, status = 400)]
enum Codes {
    #[error("m")]
    Plain,
    #[error("m")]
    #[api(code = "with space/\u{1f980}\"<>\\^`{|}%?#[]")]
    Hard,
    #[error("m")]
    #[api(code = -1)]
    Negative,
    #[error("m")]
    #[api(code = none)]
    None,
    #[error("m")]
    #[api(envelope = Problem)]
    Other,
}

#[test]
fn types_made_from_codes_are_uris() {
    let schema = schema();
    for error in [Codes::Plain, Codes::Hard, Codes::Negative, Codes::None, Codes::Other] {
        fits(&schema, &error);
    }
}

#[test]
fn the_schema_does_refuse() {
    let schema = schema();
    for json in [
        serde_json::json!({"type": "a b"}),
        serde_json::json!({"status": 600}),
        serde_json::json!({"status": "404"}),
        serde_json::json!({"detail": null}),
        serde_json::json!([]),
    ] {
        assert!(!schema.is_valid(&json), "{json}");
    }
}

#[test]
fn bodies_that_are_no_problems_are_not_called_so() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[api(status = 400)]
    enum Other {
        #[error("m")]
        #[api(envelope = Text)]
        Text,
        #[error("m")]
        #[api(envelope = Empty)]
        Empty,
    }
    for error in [Other::Text, Other::Empty] {
        let response = error.response();
        let content_type = response.headers().get("content-type");
        assert!(content_type.is_none_or(|value| value != "application/problem+json"));
    }
}
