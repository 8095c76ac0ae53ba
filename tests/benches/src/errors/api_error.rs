//! By `api-error`, with its feature `axum`; its body is `{"message": …}`.

use api_error::ApiError;
use std::io;

#[derive(Debug, thiserror::Error, ApiError)]
pub enum StoreError {
    #[error("The project is locked by another build")]
    #[api_error(status_code = 409, message = "The project is locked by another build")]
    ProjectLocked,
    #[error("Project {id} has no file {path}")]
    #[api_error(status_code = 404, message = "Project {id} has no file {path}")]
    FileMissing { id: u64, path: &'static str },
    #[error("The disk failed: {0}")]
    #[api_error(status_code = 500, message = "The store failed")]
    DiskFailed(#[from] io::Error),
}
