// Keys have `_` where other formats have `-`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, code-prefix = "my.")]
enum Enum {
    #[error("one")]
    #[api(retry-after = 3)]
    One,
    #[error("two")]
    #[api(retry-aftr = 3, hint = "Wait")]
    Two(#[api(keep-null, detail = "a")] u8),
}

#[derive(Debug, Error, ApiError)]
enum Habit {
    #[error("three")]
    #[api(status-code = 404)]
    Three,
    #[error("four")]
    #[api(some-thing-else(4))]
    Four,
}

fn main() {}
