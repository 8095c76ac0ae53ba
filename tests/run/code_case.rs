//! `code_case`: how a variant's name becomes its code.

use crate::support::{Flat, json};
use error_runtime::{ApiError, Declared, envelope};

macro_rules! cases {
    ($($name:ident $case:literal $first:literal $second:literal;)*) => {$(
        #[derive(Debug, thiserror::Error, ApiError)]
        #[api(status = 400, code_case = $case)]
        enum $name {
            #[error("m")]
            ProjectNotFound,
            #[error("m")]
            HTTPError2,
            #[error("m")]
            #[api(code = "Stated-As_Is")]
            Stated,
        }
    )*

    #[test]
    fn every_case_is_known() {
        $(
            let codes = $name::catalogue().codes().join(" ");
            assert_eq!(codes, concat!($first, " ", $second, " Stated-As_Is"), $case);
            assert_eq!($name::HTTPError2.code(), $second);
            assert_eq!($name::ProjectNotFound.code(), $first);
            assert_eq!($name::Stated.code(), "Stated-As_Is");
        )*
    }};
}

cases! {
    Screaming "SCREAMING_SNAKE_CASE" "PROJECT_NOT_FOUND" "HTTP_ERROR2";
    Snake "snake_case" "project_not_found" "http_error2";
    Kebab "kebab-case" "project-not-found" "http-error2";
    ScreamingKebab "SCREAMING-KEBAB-CASE" "PROJECT-NOT-FOUND" "HTTP-ERROR2";
    Camel "camelCase" "projectNotFound" "httpError2";
    Pascal "PascalCase" "ProjectNotFound" "HttpError2";
    Lower "lowercase" "projectnotfound" "httperror2";
    Upper "UPPERCASE" "PROJECTNOTFOUND" "HTTPERROR2";
    Dot "dot.case" "project.not.found" "http.error2";
}

envelope! {
    /// Chooses for types that do not.
    Kebabs = { "code": code }
    code_case = "kebab-case"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Kebabs, status = 400)]
enum ByEnvelope {
    #[error("m")]
    ProjectNotFound,
    #[error("m")]
    #[api(code = "STATED_CODE")]
    Stated,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Kebabs, status = 400, code_case = "camelCase")]
enum ByType {
    #[error("m")]
    ProjectNotFound,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Around {
    #[error(transparent)]
    #[api(transparent)]
    Inner(ByEnvelope),
}

#[test]
fn the_envelope_chooses_where_the_type_does_not() {
    json(&ByEnvelope::ProjectNotFound, 400, &[], r#"{"code":"project-not-found"}"#);
    json(&ByEnvelope::Stated, 400, &[], r#"{"code":"STATED_CODE"}"#);
    json(&ByType::ProjectNotFound, 400, &[], r#"{"code":"projectNotFound"}"#);
    assert_eq!(ByEnvelope::catalogue().codes(), ["project-not-found", "STATED_CODE"]);
}

#[test]
fn the_outermost_envelope_is_asked() {
    json(
        &Around::Inner(ByEnvelope::ProjectNotFound),
        400,
        &[],
        r#"{"code":"PROJECT_NOT_FOUND","message":"m"}"#,
    );
}
