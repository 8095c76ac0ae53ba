// One variant stands for one thing.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("one")]
    #[api(status = 404, catch = 404)]
    One,
    #[error("two")]
    #[api(status = 410, catch(410, NOT_FOUND))]
    Two,
    #[error("three")]
    #[api(status = 500, catch("5xx", "panic", "5xx"))]
    Three,
    #[error("four")]
    #[api(status = 500, catch)]
    Four,
    #[error("five")]
    #[api(status = 500, catch)]
    Five,
}

fn main() {}
