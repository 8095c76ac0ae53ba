//! a: a constant message.

use super::{Group, Path};
use crate::errors::{
    api_error, by_hand, http_api_problem, json_macro, masterror, ours, problem_details,
};
use axum::response::IntoResponse;
use bytes::Bytes;
use error_runtime::ApiError;
use std::hint::black_box;

pub(super) fn plain() -> Group {
    let by_hand = || black_box(by_hand::StoreError::ProjectLocked);
    Group {
        key: "a",
        title: "a. a constant message, 409",
        reference: 2,
        paths: vec![
            Path::new("status line alone", move || by_hand().status_line()),
            Path::new("status and content-type", move || by_hand().head()),
            Path::same("by hand, constant", move || by_hand().constant()),
            Path::same("**error-runtime**", || {
                black_box(ours::StoreError::ProjectLocked).to_http::<Bytes>()
            }),
            Path::same("by hand, serde_json", move || by_hand().serde()),
            Path::new("axum `Json(json!)`", move || json_macro::answer(&by_hand())),
            Path::new("api-error", || {
                black_box(api_error::StoreError::ProjectLocked).into_response()
            }),
            Path::new("axum-problem", || {
                axum07::answer(black_box(axum07::StoreError::ProjectLocked))
            }),
            Path::new("http-api-problem", move || http_api_problem::answer(&by_hand())),
            Path::new("problem_details", move || problem_details::answer(&by_hand())),
            Path::new("masterror", || {
                masterror::answer(black_box(masterror::StoreError::ProjectLocked))
            }),
        ],
    }
}

pub(super) fn with_headers() -> Group {
    let by_hand = || black_box(by_hand::StoreError::ProjectBusy);
    Group {
        key: "a2",
        title: "a′. the same with `retry-after` and `x-should-retry`",
        reference: 0,
        paths: vec![
            Path::same("by hand, constant", move || by_hand().constant()),
            Path::same("**error-runtime**", || {
                black_box(ours::StoreError::ProjectBusy).to_http::<Bytes>()
            }),
            Path::same("by hand, serde_json", move || by_hand().serde()),
        ],
    }
}
