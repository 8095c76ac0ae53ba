//! "Default code = case rule + prefix + suffix, irregular ones verbatim
//! (spaces, dots, digits)."

use crate::back::json;
use error_runtime::{ApiError, Declared, envelope};

envelope! {
    Fault = { "type": code, "message": message }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fault, status = 400, code_case = "PascalCase", code_suffix = "Error")]
enum DocumentError {
    #[error("No such case")]
    #[api(status = 404)]
    CaseNotFound,
    #[error("Too many requests")]
    #[api(status = 429)]
    RateLimit,
    #[error("Two documents have this key")]
    #[api(code = "E11000 duplicate key")]
    DuplicateKey,
    #[error("The grant is invalid")]
    #[api(code = "oauth.invalid_grant/v2")]
    InvalidGrant,
    #[error("Bad image")]
    #[api(code = "400.12")]
    BadImage,
    #[error("No answer in time")]
    #[api(code = 42_211)]
    Unanswered,
}

#[test]
fn the_rule_and_its_exceptions() {
    use DocumentError as E;
    let rows = [
        (E::CaseNotFound, 404, r#"{"type":"CaseNotFoundError","message":"No such case"}"#),
        (E::RateLimit, 429, r#"{"type":"RateLimitError","message":"Too many requests"}"#),
        (
            E::DuplicateKey,
            400,
            r#"{"type":"E11000 duplicate key","message":"Two documents have this key"}"#,
        ),
        (
            E::InvalidGrant,
            400,
            r#"{"type":"oauth.invalid_grant/v2","message":"The grant is invalid"}"#,
        ),
        (E::BadImage, 400, r#"{"type":"400.12","message":"Bad image"}"#),
        (E::Unanswered, 400, r#"{"type":42211,"message":"No answer in time"}"#),
    ];
    for (error, status, body) in rows {
        let answer = json(Fault::parse, &error, status, &[], body);
        assert_eq!(answer.code(), error.code(), "{body}");
        assert_eq!(answer.message(), Some(&*error.message()), "{body}");
    }
    assert_eq!(
        DocumentError::catalogue().codes(),
        [
            "CaseNotFoundError",
            "RateLimitError",
            "E11000 duplicate key",
            "oauth.invalid_grant/v2",
            "400.12",
            "42211",
        ]
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fault, status = 403, code_prefix = "M_", code_suffix = ".v1")]
enum RoomError {
    #[error("You are not in this room")]
    NotJoined,
    #[error("The room is gone")]
    #[api(code = "GONE")]
    Gone,
}

#[test]
fn prefix_and_suffix_stand_as_written() {
    let answer = json(
        Fault::parse,
        &RoomError::NotJoined,
        403,
        &[],
        r#"{"type":"M_NOT_JOINED.v1","message":"You are not in this room"}"#,
    );
    assert_eq!(answer.code(), "M_NOT_JOINED.v1");
    let answer = json(
        Fault::parse,
        &RoomError::Gone,
        403,
        &[],
        r#"{"type":"GONE","message":"The room is gone"}"#,
    );
    assert_eq!(answer.code(), "GONE");
}

/// The names that every case algorithm is asked about, by the one documented
/// rule: `error_runtime::Case` has the table.
macro_rules! hard_names {
    ($($name:ident $case:literal $codes:expr;)*) => {$(
        #[derive(Debug, thiserror::Error, ApiError)]
        #[api(envelope = Fault, status = 400, code_case = $case)]
        #[error("m")]
        enum $name {
            HTTPError2,
            S3Snapshot,
            IPv6Address,
            OAuth2Token,
        }
    )*

    #[test]
    fn hard_names() {$(
        let all = [$name::HTTPError2, $name::S3Snapshot, $name::IPv6Address, $name::OAuth2Token];
        for (error, code) in all.into_iter().zip($codes) {
            let body = format!(r#"{{"type":"{code}","message":"m"}}"#);
            let answer = json(Fault::parse, &error, 400, &[], &body);
            assert_eq!(answer.code(), code);
        }
        assert_eq!($name::catalogue().codes(), $codes);
    )*}};
}

hard_names! {
    Screaming "SCREAMING_SNAKE_CASE" ["HTTP_ERROR2", "S3_SNAPSHOT", "I_PV6_ADDRESS", "O_AUTH2_TOKEN"];
    Kebab "kebab-case" ["http-error2", "s3-snapshot", "i-pv6-address", "o-auth2-token"];
    Camel "camelCase" ["httpError2", "s3Snapshot", "iPv6Address", "oAuth2Token"];
    Pascal "PascalCase" ["HttpError2", "S3Snapshot", "IPv6Address", "OAuth2Token"];
}
