// A code made from a name is ASCII, or it is stated.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("size")]
    Größe,
    // No complaint: the code is stated.
    #[error("size")]
    #[api(code = "SIZE")]
    Größer,
}

fn main() {}
