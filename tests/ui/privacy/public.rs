// No complaint about what says `public`; the one error here is another's.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error)]
enum Foreign {
    #[error("broken: {0}")]
    Broken(String),
}

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("shown: {0}")]
    #[api(status = 400, hint = "It was {0}", header("X-Cause" = "{0}"))]
    Shown(#[from] #[api(public)] std::num::ParseIntError),
    #[error("row")]
    #[api(status = 500)]
    #[api(when(Foreign::Broken(text)), status = 400, message = "Broken: {text}")]
    Row(#[source] #[api(public)] Foreign),
    #[error(transparent)]
    #[api(status = 400)]
    Transparent(#[api(public)] std::fmt::Error),
    #[error("private")]
    #[api(status = 400, hint = "It was {0}")]
    Private(#[source] std::fmt::Error),
}

fn main() {}
