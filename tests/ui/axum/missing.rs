// A framework that is no dependency is reported at its path.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("not found")]
#[api(status = 404, axum = ::axum_of_another_world)]
struct NotFound;

fn main() {}
