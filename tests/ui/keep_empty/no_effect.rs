// `keep_empty` is a flag, and stands beside what it modifies.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("no effect")]
    NoEffect {
        #[api(keep_empty)]
        id: Option<u32>,
    },
    #[error("header")]
    Header(#[api(header = "X-Id", keep_empty)] Option<u32>),
    #[error("value")]
    Value {
        #[api(detail, keep_empty = true)]
        id: Option<u32>,
    },
}

fn main() {}
