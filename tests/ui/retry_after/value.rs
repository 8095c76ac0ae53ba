// Whole seconds at a variant; at a field the field is the value.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 503)]
enum Enum {
    #[error("text")]
    #[api(retry_after = "30")]
    Text,
    #[error("fraction")]
    #[api(retry_after = 1.5)]
    Fraction,
    #[error("zero")]
    #[api(retry_after = 0)]
    Zero,
    #[error("negative")]
    #[api(retry_after = -1)]
    Negative,
    #[error("flag")]
    #[api(retry_after)]
    Flag,
    #[error("value")]
    Value {
        #[api(retry_after = 30)]
        left: u64,
    },
    #[error("unit")]
    Unit {
        #[api(retry_after(minutes))]
        left: u64,
    },
}

fn main() {}
