// `conceal` is a flag, and for a status below 500, or against the type's `expose`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("no effect")]
    #[api(status = 500, conceal)]
    NoEffect,
    #[error("value")]
    #[api(status = 404, conceal = true)]
    Value,
}

// No complaint here.
#[derive(Debug, Error, ApiError)]
#[api(status = 500, expose)]
enum Exposed {
    #[error("concealed")]
    #[api(conceal)]
    Concealed,
}

fn main() {}
