//! "Another body for some variants; text; none."

use crate::back::{json, parse_as, wire};
use crate::support::TEXT;
use error_runtime::{ApiError, Empty, Text, envelope};

envelope! {
    /// The API's own body.
    Api = { "error": { "code": code, "message": message, "details"?: details } }

    /// What OAuth clients expect of the one endpoint: RFC 6749, section 5.2.
    OAuth = { "error": code, "error_description"?: message, "error_uri"?: docs }
    content_type = "application/json;charset=UTF-8"
    header("Cache-Control" = "no-store")
    header("Pragma" = "no-cache")
}

#[derive(Debug, thiserror::Error)]
enum Store {
    #[error("rebuilding index accounts_pk")]
    Rebuilding,
    #[error("bad page 7")]
    Broken,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Api, header("X-Service" = "accounts"))]
enum AccountError {
    #[error("No account {id}")]
    #[api(status = 404)]
    AccountNotFound {
        #[api(detail)]
        id: u32,
    },
    #[error("The refresh token is not valid any more")]
    #[api(status = 400, code = "invalid_grant", envelope = OAuth)]
    RefreshToken,
    #[error("{left} shards are not up")]
    #[api(status = 503, envelope = Text, message = "NOT READY ({left})", retry_after = 5)]
    NotReady { left: u8 },
    #[error("The avatar is another one now")]
    #[api(status = 412, envelope = Empty, header("ETag" = "\"{etag}\""))]
    AvatarChanged { etag: &'static str },
    #[error("the store failed")]
    #[api(status = 500)]
    #[api(when(Store::Rebuilding), status = 503, envelope = Text, message = "REBUILDING")]
    Store(#[from] Store),
}

/// An enum in an envelope of its own, inside one with another.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = OAuth)]
enum Session {
    #[error(transparent)]
    #[api(transparent)]
    Account(#[from] AccountError),
}

const SERVICE: (&str, &str) = ("x-service", "accounts");
const OAUTH: [(&str, &str); 4] = [
    ("content-type", "application/json;charset=UTF-8"),
    ("cache-control", "no-store"),
    ("pragma", "no-cache"),
    SERVICE,
];

#[test]
fn most_variants_have_the_apis_body() {
    let answer = json(
        Api::parse,
        &AccountError::AccountNotFound { id: 7 },
        404,
        &[SERVICE],
        r#"{"error":{"code":"ACCOUNT_NOT_FOUND","message":"No account 7","details":{"id":7}}}"#,
    );
    assert_eq!(answer.code(), "ACCOUNT_NOT_FOUND");
    assert_eq!(answer.message(), Some("No account 7"));
    assert_eq!(answer.details(), &serde_json::json!({ "id": 7 }));
}

#[test]
fn one_has_another_with_its_content_type_and_headers() {
    let body = r#"{"error":"invalid_grant","error_description":"The refresh token is not valid any more"}"#;
    let answer = wire(OAuth::parse, &AccountError::RefreshToken, 400, &OAUTH, body);
    assert_eq!(answer.code(), "invalid_grant");
    assert_eq!(answer.message(), Some("The refresh token is not valid any more"));
    assert_eq!(answer.docs(), None);
}

#[test]
fn one_is_text() {
    let answer = wire(
        parse_as::<Text>,
        &AccountError::NotReady { left: 2 },
        503,
        &[TEXT, SERVICE, ("retry-after", "5")],
        "NOT READY (2)",
    );
    assert_eq!(answer.message(), Some("NOT READY (2)"));
    assert_eq!(answer.retry_after().map(|after| after.as_secs()), Some(5));
}

#[test]
fn one_is_nothing() {
    let answer = wire(
        parse_as::<Empty>,
        &AccountError::AvatarChanged { etag: "v7" },
        412,
        &[SERVICE, ("etag", "\"v7\"")],
        "",
    );
    assert_eq!(answer.message(), None);
}

#[test]
fn a_when_row_has_its_own() {
    wire(
        parse_as::<Text>,
        &AccountError::from(Store::Rebuilding),
        503,
        &[TEXT, SERVICE],
        "REBUILDING",
    );
    let body = r#"{"error":{"code":"STORE","message":"Internal Server Error"}}"#;
    json(Api::parse, &AccountError::from(Store::Broken), 500, &[SERVICE], body);
}

#[test]
fn a_stated_body_stays_inside_another_type() {
    let body = r#"{"error":"ACCOUNT_NOT_FOUND","error_description":"No account 7"}"#;
    let error = Session::from(AccountError::AccountNotFound { id: 7 });
    wire(OAuth::parse, &error, 404, &OAUTH, body);
    let error = Session::from(AccountError::AvatarChanged { etag: "v7" });
    wire(parse_as::<Empty>, &error, 412, &[SERVICE, ("etag", "\"v7\"")], "");
}
