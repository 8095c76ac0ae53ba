// `bound` replaces all that would have been inferred.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("conflict")]
#[api(status = 409, bound(T: std::fmt::Debug))]
struct Conflict<T> {
    #[api(detail)]
    current: T,
}

fn main() {}
