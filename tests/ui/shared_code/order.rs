// Neither of two variants shares its code, whatever a third one says.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum First {
    #[error("one")]
    #[api(code = "SAME", shared_code)]
    One,
    #[error("two")]
    #[api(code = "SAME")]
    Two,
    #[error("three")]
    #[api(code = "SAME")]
    Three,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Between {
    #[error("one")]
    #[api(code = "SAME")]
    One,
    #[error("two")]
    #[api(code = "SAME", shared_code)]
    Two,
    #[error("three")]
    #[api(code = "SAME")]
    Three,
}

fn main() {}
