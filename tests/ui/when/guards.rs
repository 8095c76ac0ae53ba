// A guard stands inside or behind its pattern, once.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("twice")]
    #[api(when(n if *n > 1) if *n < 9, status = 400)]
    Twice(u8),
    #[error("empty")]
    #[api(when(n) if, status = 400)]
    Empty(u8),
    #[error("everything")]
    #[api(when { n: x, .. }, status = 400)]
    Everything { n: u8 },
    #[error("field")]
    #[api(when { n: x, .. } if .n > 1, status = 400)]
    Field { n: u8 },
    #[error("other")]
    #[api(status = 400 if true)]
    Other,
    // No complaint: `None` is no name for any value.
    #[error("none")]
    #[api(when(None), status = 404)]
    Nothing(Option<u8>),
}

fn main() {}
