// What is written by hand stays the only one of its kind.

use axum::response::{IntoResponse, Response};
use error_runtime::ApiError;
use std::fmt;

#[derive(Debug, ApiError)]
enum NotFound {
    #[api(status = 404, mesage = "No user")]
    User,
}

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no user")
    }
}

impl std::error::Error for NotFound {}

impl IntoResponse for NotFound {
    fn into_response(self) -> Response {
        self.status().into_response()
    }
}

fn main() {}
