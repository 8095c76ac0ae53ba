// A face may be strict alone.

use error_runtime::ApiError;
use thiserror::Error;

struct Public;

#[derive(Debug, Error, ApiError)]
#[api(retry = "never", face(Public, strict))]
enum Enum {
    #[error("text")]
    #[api(status = 404)]
    NoHint,
    #[error("text")]
    #[api(status = 401, hint = none, face(Public, message = "Text"))]
    NoHeader,
    #[error("text")]
    #[api(status = 500, face(Public, message = "Failed", code = "no"))]
    Code,
}

fn main() {}
