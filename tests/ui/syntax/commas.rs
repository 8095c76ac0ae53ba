// A forgotten comma, and what is read after it.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("one")]
    #[api(status = 404 code = "ONE")]
    One,
    #[error("two")]
    #[api(status = NOT_FOUND code = "TWO" hint = "Try one")]
    Two,
    #[error("flag")]
    #[api(status = 500 expose retry = "never")]
    Flag,
    #[error("group")]
    #[api(when(1) status = 404)]
    #[api(status = 500)]
    Group(u8),
    #[error("reversed")]
    #[api(status = 404 when(1))]
    #[api(status = 500)]
    Reversed(u8),
    #[error("the second is a mistake, too")]
    #[api(status = 404 hnt = "Try one")]
    Typo,
    #[error("field")]
    #[api(status = 404)]
    Field {
        #[api(detail keep_null)]
        id: Option<u32>,
    },
    #[error("one too many")]
    #[api(status = 404,, code = "MANY")]
    Many,
}

fn main() {}
