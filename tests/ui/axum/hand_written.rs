// The flag makes the impl; one by hand beside it is a second.

use axum::response::{IntoResponse, Response};
use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("not found")]
#[api(status = 404, axum)]
struct NotFound;

impl IntoResponse for NotFound {
    fn into_response(self) -> Response {
        todo!()
    }
}

fn main() {}
