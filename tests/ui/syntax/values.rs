// A key without its value, and other strays.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("nothing")]
    #[api(status =)]
    Nothing,
    #[error("nothing")]
    #[api(status = 404, message = , hint = "Hint")]
    NothingBetween,
    #[error("sign")]
    #[api(status: 404)]
    Colon,
    #[error("sign")]
    #[api(status => 404)]
    Arrow,
    #[error("equals")]
    #[api(status == 404)]
    Equals,
    #[error("literal")]
    #[api(404)]
    Literal,
    #[error("text")]
    #[api("status" = 404)]
    Text,
    #[error("path")]
    #[api(api::status = 404)]
    Path,
    #[error("two values")]
    #[api(status = 404, retry(poll) = "now")]
    Two,
    #[error("not")]
    #[api(status = 404, !conceal)]
    Not,
}

fn main() {}
