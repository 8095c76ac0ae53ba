// Each field is made of what was caught.

use error_runtime::{ApiError, Fallback};
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("one")]
    #[api(status = 404, catch = 404)]
    Named { path: std::path::PathBuf, text: String },
    #[error("two")]
    #[api(status = 500, catch)]
    Unnamed(u16, std::time::Duration),
}

#[derive(Debug, Error, ApiError)]
enum Uncaught {
    #[error("three")]
    #[api(status = 404)]
    Three,
}

fn is_fallback<T: Fallback>() {}

fn main() {
    is_fallback::<Enum>();
    is_fallback::<Uncaught>();
}
