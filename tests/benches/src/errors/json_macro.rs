//! axum's `Json(json!({…}))`, which most tutorials show.

use super::by_hand::StoreError;
use axum::Json;
use axum::response::{IntoResponse, Response};
use serde_json::json;

pub fn answer(error: &StoreError) -> Response {
    let message = match error {
        StoreError::DiskFailed(_) => "The store failed".to_owned(),
        error => error.to_string(),
    };
    let error_body = json!({ "code": error.code(), "message": message, "details": {} });
    let body = json!({ "success": false, "data": null, "error": error_body });
    (error.status(), Json(body)).into_response()
}
