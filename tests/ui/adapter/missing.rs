// A macro that does not exist is reported at its path.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("not found")]
#[api(status = 404, adapter = my_adapter)]
struct NotFound;

fn main() {}
