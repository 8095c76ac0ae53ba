// A level in quotes.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("misspelt")]
    #[api(log = "wran")]
    Misspelt,
    #[error("unknown")]
    #[api(log = "critical")]
    Unknown,
    #[error("word")]
    #[api(log = warn)]
    Word,
    #[error("flag")]
    #[api(log)]
    Flag,
}

fn main() {}
