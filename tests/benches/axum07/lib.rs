//! By `axum-problem`, whose generated code says `::axum` and means 0.7. A 5xx
//! with `mask` writes an event, which no subscriber here takes.

pub use axum::body::{Body, to_bytes};
pub use axum::response::{IntoResponse, Response};

use axum_problem::AxumProblem;
use std::io;

#[derive(Debug, thiserror::Error, AxumProblem)]
pub enum StoreError {
    #[error("The project is locked by another build")]
    #[problem(status = 409)]
    ProjectLocked,
    #[error("Project {id} has no file {path}")]
    #[problem(status = 404)]
    FileMissing { id: u64, path: &'static str },
    #[error("The disk failed: {0}")]
    #[problem(status = 500, mask)]
    DiskFailed(#[from] io::Error),
}

#[must_use]
pub fn answer(error: StoreError) -> Response {
    error.into_response()
}
