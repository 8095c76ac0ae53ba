// A delay is a number, a `Duration`, or a moment.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 503)]
enum Enum {
    #[error("text")]
    Text {
        #[api(retry_after)]
        left: String,
    },
    #[error("a whole type")]
    Whole(#[api(retry_after(ms))] std::ops::Range<u64>),
}

fn main() {}
