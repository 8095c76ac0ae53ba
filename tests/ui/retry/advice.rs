// The advice comes first, in quotes or as a word in parentheses.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 503)]
enum Enum {
    #[error("misspelt")]
    #[api(retry = "exponental")]
    Misspelt,
    #[error("misspelt")]
    #[api(retry(exponental, attempts = 5))]
    MisspeltWord,
    #[error("unknown")]
    #[api(retry = "sometimes")]
    Unknown,
    #[error("no quotes")]
    #[api(retry = poll)]
    NoQuotes,
    #[error("no advice")]
    #[api(retry(attempts = 5))]
    NoAdvice,
    #[error("empty")]
    #[api(retry())]
    Empty,
    #[error("flag")]
    #[api(retry)]
    Flag,
}

fn main() {}
