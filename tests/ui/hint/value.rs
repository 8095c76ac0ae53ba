// A text like a message, or `none`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("number")]
    #[api(hint = 5)]
    Number,
    #[error("word")]
    #[api(hint = None)]
    Word,
    #[error("flag")]
    #[api(hint)]
    Flag,
    #[error("placeholder")]
    #[api(hint = "Ask user {idd}")]
    Placeholder { id: u32 },
}

#[derive(Debug, Error, ApiError)]
#[error("a field")]
#[api(status = 400)]
struct Field {
    #[api(hint = "text")]
    text: String,
}

fn main() {}
