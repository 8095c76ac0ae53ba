// A placeholder's field has the trait that its format needs.

use error_runtime::ApiError;
use thiserror::Error;

struct Opaque;

#[derive(Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("display")]
    #[api(message = "No {value}")]
    Display { value: Vec<u32> },
    #[error("argument")]
    #[api(hint("Ask {}", .0.first()))]
    Argument(Vec<u32>),
    #[error("debug")]
    #[api(header("X-Value" = "{value:?}"))]
    Debug { value: Opaque },
}

impl std::fmt::Debug for Enum {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}

fn main() {}
