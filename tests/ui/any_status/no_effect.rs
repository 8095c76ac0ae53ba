// `any_status` is a flag, and for statuses below 400 or above 599.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("no effect")]
    #[api(status = 404, any_status)]
    NoEffect,
    // No complaint: the field may give any.
    #[error("field")]
    #[api(status = 404, any_status)]
    Field(#[api(status)] u16),
    #[error("value")]
    #[api(status = 302, any_status = true)]
    Value,
}

fn main() {}
