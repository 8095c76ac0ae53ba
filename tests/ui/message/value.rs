// A text in quotes, perhaps with arguments in parentheses.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("number")]
    #[api(message = 5)]
    Number,
    #[error("constant")]
    #[api(message = MESSAGE)]
    Constant,
    #[error("expression")]
    #[api(message = format!("no {id}"))]
    Expression { id: u32 },
    #[error("flag")]
    #[api(message)]
    Flag,
    #[error("empty")]
    #[api(message())]
    Empty,
    #[error("no text")]
    #[api(message(.id))]
    NoText { id: u32 },
}

#[derive(Debug, Error, ApiError)]
#[error("a field")]
#[api(status = 400)]
struct Field {
    #[api(message = "text")]
    text: String,
}

fn main() {}
