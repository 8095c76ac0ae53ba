// One field gives the message, one the hint, one the delay.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("message")]
    Message {
        #[api(message)]
        one: String,
        #[api(message)]
        two: String,
    },
    #[error("hint")]
    Hint(#[api(hint)] String, #[api(hint)] String),
    #[error("delay")]
    Delay {
        #[api(retry_after)]
        seconds: u64,
        #[api(retry_after(ms))]
        millis: u64,
    },
}

fn main() {}
