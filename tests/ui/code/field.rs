// A field that is the code.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("value")]
    Value {
        #[api(code = "CODE")]
        code: String,
    },
    #[error("group")]
    Group(#[api(code("CODE"))] String),
    #[error("twice")]
    Twice(#[api(code, code)] u16),
    // What stands in is this variant's alone.
    #[error("one")]
    #[api(code = "SAME")]
    One(#[api(code)] String),
    #[error("other")]
    #[api(code = "SAME")]
    Other(#[api(code)] String),
}

fn main() {}
