//! b: two fields, in the message or as details.

use super::{Group, Path};
use crate::errors::{
    api_error, by_hand, http_api_problem, json_macro, masterror, ours, problem_details,
};
use axum::response::IntoResponse;
use bytes::Bytes;
use error_runtime::ApiError;
use std::hint::black_box;

/// The two fields.
pub(super) fn values() -> (u64, &'static str) {
    black_box((4711, "src/main.rs"))
}

pub(super) fn message() -> Group {
    let by_hand = || {
        let (id, path) = values();
        by_hand::StoreError::FileMissing { id, path }
    };
    Group {
        key: "b",
        title: "b. a message with two fields, 404",
        reference: 2,
        paths: vec![
            Path::new("status line alone", move || by_hand().status_line()),
            Path::new("status and content-type", move || by_hand().head()),
            Path::same("by hand, serde_json", move || by_hand().serde()),
            Path::same("**error-runtime**", || {
                let (id, path) = values();
                ours::StoreError::FileMissing { id, path }.to_http::<Bytes>()
            }),
            Path::new("axum `Json(json!)`", move || json_macro::answer(&by_hand())),
            Path::new("api-error", || {
                let (id, path) = values();
                api_error::StoreError::FileMissing { id, path }.into_response()
            }),
            Path::new("axum-problem", || {
                let (id, path) = values();
                axum07::answer(axum07::StoreError::FileMissing { id, path })
            }),
            Path::new("http-api-problem", move || http_api_problem::answer(&by_hand())),
            Path::new("problem_details", move || problem_details::answer(&by_hand())),
            Path::new("masterror", || {
                let (id, path) = values();
                masterror::answer(masterror::StoreError::FileMissing { id, path })
            }),
        ],
    }
}

pub(super) fn details() -> Group {
    Group {
        key: "b2",
        title: "b′. a constant message, and the two fields as details",
        reference: 0,
        paths: vec![
            Path::same("by hand, serde_json", || {
                let (id, path) = values();
                by_hand::StoreError::FileUnknown { id, path }.serde()
            }),
            Path::same("**error-runtime**", || {
                let (id, path) = values();
                ours::StoreError::FileUnknown { id, path }.to_http::<Bytes>()
            }),
        ],
    }
}

pub(super) fn both() -> Group {
    Group {
        key: "b3",
        title: "b″. the two fields in the message and as details",
        reference: 0,
        paths: vec![
            Path::same("by hand, serde_json", || {
                let (id, path) = values();
                by_hand::StoreError::FileAbsent { id, path }.serde()
            }),
            Path::same("**error-runtime**", || {
                let (id, path) = values();
                ours::StoreError::FileAbsent { id, path }.to_http::<Bytes>()
            }),
        ],
    }
}
