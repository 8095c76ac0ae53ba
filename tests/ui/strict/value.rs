// `strict` is a flag.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, strict = true)]
enum Enum {
    #[error("one")]
    One,
}

fn main() {}
