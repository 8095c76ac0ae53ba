// Every row states a status, or inherits its type's.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("no attribute")]
    Bare,
    #[error("no status")]
    #[api(code = "NO_STATUS")]
    NoStatus { id: u32 },
}

#[derive(Debug, Error, ApiError)]
#[api(code = "STRUCT")]
#[error("a struct")]
struct Struct;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Row {
    // A `when` row inherits nothing but field attributes.
    #[error("a row")]
    #[api(when(0), code = "ZERO")]
    Row(u8),
}

fn main() {}
