// A constant text.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, code_suffix = AUTH)]
enum Word {
    #[error("one")]
    One,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400, code_suffix)]
enum Flag {
    #[error("one")]
    One,
}

fn main() {}
