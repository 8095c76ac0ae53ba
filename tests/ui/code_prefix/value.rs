// A constant text.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, code_prefix = AUTH)]
enum Word {
    #[error("one")]
    One,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400, code_prefix)]
enum Flag {
    #[error("one")]
    One,
}

fn main() {}
