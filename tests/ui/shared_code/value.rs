// `shared_code` is a flag.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("one")]
    #[api(shared_code = "SAME")]
    One,
}

fn main() {}
