// A path from the root, as tokens.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("text")]
#[api(status = 400, crate = "error_runtime")]
struct Text;

#[derive(Debug, Error, ApiError)]
#[error("relative")]
#[api(status = 400, crate = self::error_runtime)]
struct Relative;

#[derive(Debug, Error, ApiError)]
#[error("relative")]
#[api(status = 400, crate = super::prelude::error_runtime)]
struct Super;

#[derive(Debug, Error, ApiError)]
#[error("flag")]
#[api(status = 400, crate)]
struct Flag;

fn main() {}
