//! "Hint with fields, or from an optional field."

use crate::back::json;
use error_runtime::{ApiError, Declared, envelope};
use std::borrow::Cow;

envelope! {
    Cli = { "error": { "code": code, "message": message, "resolution"?: hint, "help": hint | "See the manual" } }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Cli)]
enum Deploy {
    #[error("No environment {name}")]
    #[api(status = 404, hint("Did you mean {closest:?}? Known: {}", .known.join(", ")))]
    NoEnvironment { name: &'static str, closest: &'static str, known: [&'static str; 2] },
    #[error("The quota of {0} builds is used up")]
    #[api(status = 429, hint = "Wait {1} minutes, or raise the quota of {0}")]
    Quota(u16, u8),
    #[error("The manifest is not valid")]
    #[api(status = 422)]
    Manifest {
        #[api(hint)]
        advice: Option<String>,
    },
    #[error("The image cannot be pulled")]
    #[api(status = 424, hint = "Check the registry of {image}")]
    Image {
        image: &'static str,
        #[api(hint)]
        told: Option<Cow<'static, str>>,
    },
    #[error("linker: {code}")]
    #[api(status = 500)]
    #[api(when { code: 137, .. }, status = 507, message = "Out of memory", hint = "Give it more than {memory} MiB")]
    Build { code: i32, memory: u32 },
}

#[track_caller]
fn hint(error: &Deploy, status: u16, body: &str) -> Option<String> {
    json(Cli::parse, error, status, &[], body).hint().map(str::to_owned)
}

#[test]
fn it_names_fields() {
    let error = Deploy::NoEnvironment { name: "prd", closest: "prod", known: ["prod", "test"] };
    let body = r#"{"error":{"code":"NO_ENVIRONMENT","message":"No environment prd","resolution":"Did you mean \"prod\"? Known: prod, test","help":"Did you mean \"prod\"? Known: prod, test"}}"#;
    assert_eq!(
        hint(&error, 404, body).as_deref(),
        Some("Did you mean \"prod\"? Known: prod, test")
    );
    let body = r#"{"error":{"code":"QUOTA","message":"The quota of 40 builds is used up","resolution":"Wait 9 minutes, or raise the quota of 40","help":"Wait 9 minutes, or raise the quota of 40"}}"#;
    assert_eq!(
        hint(&Deploy::Quota(40, 9), 429, body).as_deref(),
        Some("Wait 9 minutes, or raise the quota of 40")
    );
}

#[test]
fn it_is_an_optional_field() {
    let error = Deploy::Manifest { advice: Some("Line 3 needs a colon".to_owned()) };
    let body = r#"{"error":{"code":"MANIFEST","message":"The manifest is not valid","resolution":"Line 3 needs a colon","help":"Line 3 needs a colon"}}"#;
    assert_eq!(hint(&error, 422, body).as_deref(), Some("Line 3 needs a colon"));
    // Absent: the optional member is left out, the other has its constant.
    let body = r#"{"error":{"code":"MANIFEST","message":"The manifest is not valid","help":"See the manual"}}"#;
    assert_eq!(
        hint(&Deploy::Manifest { advice: None }, 422, body).as_deref(),
        // The reader cannot know that it is a constant.
        Some("See the manual")
    );
}

#[test]
fn an_absent_field_falls_back() {
    let error = Deploy::Image { image: "web:1", told: Some("Log in again".into()) };
    let body = r#"{"error":{"code":"IMAGE","message":"The image cannot be pulled","resolution":"Log in again","help":"Log in again"}}"#;
    assert_eq!(hint(&error, 424, body).as_deref(), Some("Log in again"));
    let error = Deploy::Image { image: "web:1", told: None };
    let body = r#"{"error":{"code":"IMAGE","message":"The image cannot be pulled","resolution":"Check the registry of web:1","help":"Check the registry of web:1"}}"#;
    assert_eq!(hint(&error, 424, body).as_deref(), Some("Check the registry of web:1"));
}

#[test]
fn a_row_has_its_own() {
    let body = r#"{"error":{"code":"BUILD","message":"Out of memory","resolution":"Give it more than 512 MiB","help":"Give it more than 512 MiB"}}"#;
    let error = Deploy::Build { code: 137, memory: 512 };
    assert_eq!(hint(&error, 507, body).as_deref(), Some("Give it more than 512 MiB"));
    let body =
        r#"{"error":{"code":"BUILD","message":"Internal Server Error","help":"See the manual"}}"#;
    hint(&Deploy::Build { code: 1, memory: 512 }, 500, body);
}

#[test]
fn the_catalogue_has_the_template() {
    assert_eq!(Deploy::SPECS[1].hint, Some("Wait {1} minutes, or raise the quota of {0}"));
    assert_eq!(Deploy::SPECS[3].hint, Some("Check the registry of {image}"));
}
