// One of the known cases.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, code_case = "kebap-case")]
enum Misspelt {
    #[error("one")]
    One,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400, code_case = "upside down")]
enum Unknown {
    #[error("one")]
    One,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400, code_case = snake_case)]
enum Word {
    #[error("one")]
    One,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400, code_case)]
enum Flag {
    #[error("one")]
    One,
}

fn main() {}
