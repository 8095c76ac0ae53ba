// A number of three digits, or the name of one.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("text")]
    #[api(status = "404")]
    Text,
    #[error("fraction")]
    #[api(status = 404.5)]
    Fraction,
    #[error("expression")]
    #[api(status = 400 + 4)]
    Expression,
    #[error("too small")]
    #[api(status = 44)]
    TooSmall,
    #[error("too large")]
    #[api(status = 4040)]
    TooLarge,
    #[error("misspelt")]
    #[api(status = NOT_FOND)]
    Misspelt,
    #[error("no constant")]
    #[api(status = StatusCode::NotFound)]
    NoConstant,
    #[error("unknown")]
    #[api(status = BROKEN)]
    Unknown,
    #[error("flag")]
    #[api(status)]
    Flag,
    #[error("group")]
    #[api(status(404))]
    Group,
}

fn main() {}
