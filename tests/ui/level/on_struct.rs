// Keys of fields.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("a struct")]
#[api(status = 400)]
#[api(errors)]
#[api(public)]
#[api(keep_null)]
#[api(omit_default)]
#[api(keep_empty)]
struct Struct;

fn main() {}
