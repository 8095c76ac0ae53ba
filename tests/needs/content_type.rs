//! "Content type per envelope or per variant."

use crate::back::wire;
use crate::support::{PROBLEM, TEXT};
use error_runtime::{ApiError, Declared, Problem, Text, envelope};

envelope! {
    Hal = { "logref": code, "message": message }
    content_type = "application/vnd.error+json"

    /// The same words for a machine that asks for another type.
    Scim = { "scimType": code, "detail": message, "status": status as string }
    content_type = "application/scim+json; charset=utf-8"
}

const HAL: (&str, &str) = ("content-type", "application/vnd.error+json");
const SCIM: (&str, &str) = ("content-type", "application/scim+json; charset=utf-8");

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Hal, status = 400, code_case = "camelCase")]
enum DirectoryError {
    #[error("The filter is invalid")]
    InvalidFilter,
    #[error("Too many results")]
    #[api(envelope = Scim)]
    TooMany,
    #[error("The value is unique")]
    #[api(envelope = Problem, status = 409)]
    Uniqueness,
    #[error("The probe failed")]
    #[api(envelope = Text, status = 424)]
    Probe,
}

#[test]
fn per_envelope() {
    let answer = wire(
        Hal::parse,
        &DirectoryError::InvalidFilter,
        400,
        &[HAL],
        r#"{"logref":"invalidFilter","message":"The filter is invalid"}"#,
    );
    assert_eq!(answer.code(), "invalidFilter");
    assert_eq!(answer.message(), Some("The filter is invalid"));
}

#[test]
fn per_variant() {
    let answer = wire(
        Scim::parse,
        &DirectoryError::TooMany,
        400,
        &[SCIM],
        r#"{"scimType":"tooMany","detail":"Too many results","status":"400"}"#,
    );
    assert_eq!(answer.code(), "tooMany");
    let answer = wire(
        Problem::parse,
        &DirectoryError::Uniqueness,
        409,
        &[PROBLEM],
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"The value is unique","code":"uniqueness"}"#,
    );
    assert_eq!(answer.message(), Some("The value is unique"));
    assert_eq!(answer.code(), "uniqueness");
    let answer = wire(Text::parse, &DirectoryError::Probe, 424, &[TEXT], "The probe failed");
    assert_eq!(answer.message(), Some("The probe failed"));
}

#[test]
fn the_catalogue_knows_the_type_of_each() {
    let catalogue = DirectoryError::catalogue();
    let types: Vec<_> = catalogue.iter().map(|entry| &entry.shape().content_type).collect();
    assert_eq!(types, [HAL.1, SCIM.1, PROBLEM.1, TEXT.1]);
}
