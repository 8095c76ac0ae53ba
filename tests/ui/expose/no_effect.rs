// `expose` is a flag, and for a 5xx only.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("no effect")]
    #[api(status = 404, expose)]
    NoEffect,
    #[error("row")]
    #[api(status = 500)]
    #[api(when(0), status = 404, expose)]
    Row(u8),
    #[error("value")]
    #[api(status = 500, expose = true)]
    Value,
}

fn main() {}
