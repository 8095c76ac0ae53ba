//! e: through axum's `IntoResponse`.

use super::fields::values;
use super::{Group, Path};
use crate::errors::{by_hand, ours};
use axum::body::Body;
use axum::response::IntoResponse;
use bytes::Bytes;
use error_runtime::ApiError;
use std::hint::black_box;

pub(super) fn constant() -> Group {
    let error = || black_box(ours::StoreError::ProjectLocked);
    Group {
        key: "e",
        title: "e. a constant message through axum",
        reference: 0,
        paths: vec![
            Path::same("`to_http` and an axum body", move || {
                error().to_http::<Bytes>().map(Body::from)
            }),
            Path::same("**error-runtime**, `into_response`", move || error().into_response()),
            Path::same("by hand, constant, and an axum body", || {
                black_box(by_hand::StoreError::ProjectLocked).constant().map(Body::from)
            }),
        ],
    }
}

pub(super) fn fields() -> Group {
    let error = || {
        let (id, path) = values();
        ours::StoreError::FileMissing { id, path }
    };
    Group {
        key: "e2",
        title: "e′. a message with two fields through axum",
        reference: 0,
        paths: vec![
            Path::same("`to_http` and an axum body", move || {
                error().to_http::<Bytes>().map(Body::from)
            }),
            Path::same("**error-runtime**, `into_response`", move || error().into_response()),
            Path::same("by hand, serde_json, and an axum body", || {
                let (id, path) = values();
                by_hand::StoreError::FileMissing { id, path }.serde().map(Body::from)
            }),
        ],
    }
}
