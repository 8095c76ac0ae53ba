// `keep_null` is a flag, and stands beside what it modifies.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("no effect")]
    NoEffect {
        #[api(keep_null)]
        id: Option<u32>,
    },
    #[error("header")]
    Header(#[api(header = "X-Id", keep_null)] Option<u32>),
    #[error("value")]
    Value {
        #[api(detail, keep_null = true)]
        id: Option<u32>,
    },
}

fn main() {}
