//! By `http-api-problem`, with the code as a further field.

use super::by_hand::StoreError;
use http_api_problem::HttpApiProblem;

pub fn answer(error: &StoreError) -> axum::response::Response {
    let problem = HttpApiProblem::with_title(error.status()).value("code", &error.code());
    match error {
        StoreError::DiskFailed(_) => problem,
        error => problem.detail(error.to_string()),
    }
    .to_axum_response()
}
