//! By this crate.

use error_runtime::{ApiError, FrameworkError, envelope};
use std::io;

envelope! {
    /// The README's `{success, data, error}`.
    pub Fault = {
        "success": false,
        "data": null,
        "error": { "code": code, "message": message, "hint"?: hint, "details": details | {} },
    }
    should_retry = "x-should-retry"
}

envelope! {
    /// A short one, with the request's id.
    pub Traced = {
        "error": { "code": code, "message": message, "details"?: details },
        "request_id"?: request_id,
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fault, axum)]
pub enum StoreError {
    #[error("The project is locked by another build")]
    #[api(status = 409)]
    ProjectLocked,

    #[error("The project is busy with another build")]
    #[api(status = 409, retry = "poll", retry_after = 30)]
    ProjectBusy,

    #[error("Project {id} has no file {path}")]
    #[api(status = 404)]
    FileMissing { id: u64, path: &'static str },

    #[error("The project has no such file")]
    #[api(status = 404)]
    FileUnknown {
        #[api(detail)]
        id: u64,
        #[api(detail)]
        path: &'static str,
    },

    #[error("Project {id} does not have the file {path}")]
    #[api(status = 404)]
    FileAbsent {
        #[api(detail)]
        id: u64,
        #[api(detail)]
        path: &'static str,
    },

    #[error("The disk failed: {0}")]
    #[api(status = 500, message = "The store failed")]
    DiskFailed(#[from] io::Error),
}

/// In the envelope that shows the request's id.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Traced, axum)]
pub enum TracedError {
    #[error("The project is locked by another build")]
    #[api(status = 409)]
    ProjectLocked,

    #[error("Project {id} has no file {path}")]
    #[api(status = 404)]
    FileMissing { id: u64, path: &'static str },
}

/// What a layer answers in the framework's place.
pub type Fallback = FrameworkError<Traced>;
