// A field that is the list of errors.

use error_runtime::{AnyError, ApiError};
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("value")]
    Value {
        #[api(errors = "errors")]
        errors: Vec<AnyError>,
    },
    #[error("group")]
    Group(#[api(errors(flatten))] Vec<AnyError>),
    #[error("twice")]
    Twice(#[api(errors, errors)] Vec<AnyError>),
    #[error("flag with a modifier")]
    Modifier(#[api(errors, keep_empty)] Vec<AnyError>),
}

fn main() {}
