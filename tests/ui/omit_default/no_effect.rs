// `omit_default` is a flag, and stands beside what it modifies.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("no effect")]
    NoEffect {
        #[api(omit_default)]
        id: Option<u32>,
    },
    #[error("header")]
    Header(#[api(header = "X-Id", omit_default)] Option<u32>),
    #[error("value")]
    Value {
        #[api(detail, omit_default = true)]
        id: Option<u32>,
    },
    // No complaint: a zero then is no header.
    #[error("delay")]
    Delay {
        #[api(retry_after, omit_default)]
        left: u64,
    },
}

fn main() {}
