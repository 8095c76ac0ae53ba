// A scheme in quotes, then `name = value`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 401)]
enum Enum {
    #[error("flag")]
    #[api(challenge)]
    Flag,
    #[error("equals")]
    #[api(challenge = "Bearer")]
    Equals,
    #[error("empty")]
    #[api(challenge())]
    Empty,
    #[error("braces")]
    #[api(challenge { "Bearer" })]
    Braces,
    #[error("no scheme")]
    #[api(challenge(realm = "api"))]
    NoScheme,
    #[error("word")]
    #[api(challenge(Bearer, realm = "api"))]
    Word,
    #[error("no token")]
    #[api(challenge("Bearer realm", realm = "api"))]
    NoToken,
    #[error("colon")]
    #[api(challenge("Bearer", realm: "api"))]
    Colon,
    #[error("no value")]
    #[api(challenge("Bearer", realm =))]
    NoValue,
    #[error("value alone")]
    #[api(challenge("Bearer", "api"))]
    Alone,
    #[error("arrow")]
    #[api(challenge("Bearer", realm => "api"))]
    Arrow,
    #[error("commas")]
    #[api(challenge("Bearer", , realm = "api"))]
    Commas,
}

fn main() {}
