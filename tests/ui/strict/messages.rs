// Messages are sentence case and short.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(strict, retry = "never", status = 400)]
enum Enum {
    #[error("lower case")]
    #[api(hint = none)]
    LowerCase,
    #[error("Display")]
    #[api(hint = none, message = "User Already Exists")]
    TitleCase,
    #[error("Display")]
    #[api(hint = none, message = "This message goes on and on until everybody who reads it has forgotten how it began, and then it goes on")]
    Long,
    // No complaints.
    #[error("{name} is not a name")]
    #[api(hint = none)]
    Field { name: String },
    #[error("JSON from GitHub is broken")]
    #[api(hint = none)]
    Names,
}

fn main() {}
