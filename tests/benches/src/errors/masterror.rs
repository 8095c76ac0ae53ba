//! By `masterror`.

use axum::response::{IntoResponse, Response};
use masterror::{AppCode, AppError, AppErrorKind, Error};
use std::io;

#[derive(Debug, Error)]
pub enum StoreError {
    #[error("The project is locked by another build")]
    #[app_error(kind = AppErrorKind::Conflict, code = AppCode::Conflict, message)]
    ProjectLocked,
    #[error("Project {id} has no file {path}")]
    #[app_error(kind = AppErrorKind::NotFound, code = AppCode::NotFound, message)]
    FileMissing { id: u64, path: &'static str },
    #[error("The disk failed: {0}")]
    #[app_error(kind = AppErrorKind::Internal, code = AppCode::Internal)]
    DiskFailed(#[from] io::Error),
}

pub fn answer(error: StoreError) -> Response {
    AppError::from(error).into_response()
}
