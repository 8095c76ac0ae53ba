//! By `problem_details`, with the code as an extension.

use super::by_hand::StoreError;
use axum::response::{IntoResponse, Response};
use problem_details::ProblemDetails;

#[derive(serde::Serialize)]
struct Extension {
    code: &'static str,
}

pub fn answer(error: &StoreError) -> Response {
    let problem = ProblemDetails::from_status_code(error.status())
        .with_extensions(Extension { code: error.code() });
    match error {
        StoreError::DiskFailed(_) => problem,
        error => problem.with_detail(error.to_string()),
    }
    .into_response()
}
