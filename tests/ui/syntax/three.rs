// All mistakes of a list show at once.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("one")]
    #[api(a1, b2, c3)]
    One,
}

fn main() {}
