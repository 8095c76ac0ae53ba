//! `docs`: a link, in which `{code}` is the code.

use crate::support::json;
use error_runtime::{ApiError, Declared, envelope};

envelope! {
    /// Links of the API's own where a row has none.
    Linked = { "docs"?: docs }
    docs = "https://api.example/errors#{code:lower}"
}

envelope! {
    /// No links.
    Bare = { "docs"?: docs }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Linked, status = 400)]
enum Links {
    #[error("m")]
    #[api(docs = "https://docs.example/fixed")]
    Fixed,
    #[error("m")]
    #[api(docs = "https://docs.example/{code}/{code:kebab}/{code:camel}")]
    OfTheCode,
    #[error("m")]
    #[api(docs = "https://docs.example/{code:kebab}?id={id}")]
    WithField { id: u8 },
    #[error("m")]
    FromEnvelope,
    #[error("m")]
    #[api(code = none)]
    Codeless,
    #[error("m")]
    #[api(code = "a b/\u{e9}?#\"")]
    Strange,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Bare, status = 400, docs = "https://docs.example/{code:kebab}")]
enum OfType {
    #[error("m")]
    ProjectGone,
    #[error("m")]
    #[api(docs = "https://other.example")]
    Own,
    #[error("m")]
    #[api(code = 7)]
    Seven,
}

#[test]
fn it_is_fixed_or_made_from_the_code() {
    json(&Links::Fixed, 400, &[], r#"{"docs":"https://docs.example/fixed"}"#);
    json(
        &Links::OfTheCode,
        400,
        &[],
        r#"{"docs":"https://docs.example/OF_THE_CODE/of-the-code/ofTheCode"}"#,
    );
    json(
        &Links::WithField { id: 3 },
        400,
        &[],
        r#"{"docs":"https://docs.example/with-field?id=3"}"#,
    );
}

#[test]
fn the_envelope_says_it_where_no_row_does() {
    json(&Links::FromEnvelope, 400, &[], r#"{"docs":"https://api.example/errors#fromenvelope"}"#);
    json(&Links::Codeless, 400, &[], "{}");
}

#[test]
fn a_code_cannot_change_the_link_around_it() {
    json(&Links::Strange, 400, &[], r#"{"docs":"https://api.example/errors#ab/%C3%A9%3F%23%22"}"#);
}

#[test]
fn the_type_says_it_for_all_its_rows() {
    json(&OfType::ProjectGone, 400, &[], r#"{"docs":"https://docs.example/project-gone"}"#);
    json(&OfType::Own, 400, &[], r#"{"docs":"https://other.example"}"#);
    json(&OfType::Seven, 400, &[], r#"{"docs":"https://docs.example/7"}"#);
    assert_eq!(OfType::ProjectGone.docs().as_deref(), Some("https://docs.example/project-gone"));
    assert_eq!(OfType::SPECS[1].docs, Some("https://other.example"));
}
