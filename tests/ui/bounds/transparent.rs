// What answers in the variant's place is an `ApiError` itself.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error)]
#[error("foreign")]
struct Foreign;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error(transparent)]
    #[api(transparent)]
    Foreign(#[from] Foreign),
    #[error(transparent)]
    #[api(transparent)]
    Boxed(Box<dyn std::error::Error>),
}

fn main() {}
