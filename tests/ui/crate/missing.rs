// A crate that does not exist is reported at its path.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("not found")]
#[api(status = 404, crate = ::my_error_runtime)]
struct NotFound;

fn main() {}
