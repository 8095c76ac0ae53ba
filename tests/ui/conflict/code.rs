// A code belongs to one variant, or to all that say `shared_code`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("one")]
    #[api(code = "SAME")]
    One,
    #[error("two")]
    #[api(code = "SAME")]
    Two,
    #[error("three")]
    #[api(code = "SAME")]
    Three,
    // By its name.
    #[error("stated")]
    #[api(code = "BY_NAME")]
    Stated,
    #[error("by name")]
    ByName,
    #[error("number")]
    #[api(code = 7)]
    Number,
    #[error("row")]
    #[api(when(0), status = 404, code = 7)]
    Row(u8),
    // No complaints: no code, and one that is shared.
    #[error("none")]
    #[api(code = none)]
    None,
    #[error("none either")]
    #[api(code = none)]
    NoneEither,
    #[error("shared")]
    #[api(code = "SHARED", shared_code)]
    Shared,
    #[error("shared, too")]
    #[api(code = "SHARED", shared_code)]
    SharedToo,
}

fn main() {}
