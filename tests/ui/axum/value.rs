// `axum`, or `axum = path`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("text")]
#[api(status = 400, axum = "axum")]
struct Text;

#[derive(Debug, Error, ApiError)]
#[error("group")]
#[api(status = 400, axum(axum))]
struct Group;

#[derive(Debug, Error, ApiError)]
#[error("expression")]
#[api(status = 400, axum = 0.8)]
struct Expression;

fn main() {}
