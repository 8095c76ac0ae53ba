//! c: a 500 with a source.

use super::{Group, Path};
use crate::errors::{
    api_error, by_hand, http_api_problem, json_macro, masterror, ours, problem_details,
};
use axum::response::IntoResponse;
use bytes::Bytes;
use error_runtime::ApiError;
use std::hint::black_box;
use std::io;

fn source() -> io::Error {
    black_box(io::ErrorKind::StorageFull).into()
}

pub(super) fn group() -> Group {
    let by_hand = || by_hand::StoreError::DiskFailed(source());
    Group {
        key: "c",
        title: "c. a 500 with a source",
        reference: 2,
        paths: vec![
            Path::new("status line alone", move || by_hand().status_line()),
            Path::new("status and content-type", move || by_hand().head()),
            Path::same("by hand, constant", move || by_hand().constant()),
            Path::same("**error-runtime**", || {
                ours::StoreError::DiskFailed(source()).to_http::<Bytes>()
            }),
            Path::same("by hand, serde_json", move || by_hand().serde()),
            Path::new("axum `Json(json!)`", move || json_macro::answer(&by_hand())),
            Path::new("api-error", || api_error::StoreError::DiskFailed(source()).into_response()),
            Path::new("axum-problem", || axum07::answer(axum07::StoreError::DiskFailed(source()))),
            Path::new("http-api-problem", move || http_api_problem::answer(&by_hand())),
            Path::new("problem_details", move || problem_details::answer(&by_hand())),
            Path::new("masterror", || {
                masterror::answer(masterror::StoreError::DiskFailed(source()))
            }),
        ],
    }
}
