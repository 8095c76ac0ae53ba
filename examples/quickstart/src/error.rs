//! Every answer of the service that is not a success.

use error_runtime::{ApiError, envelope};
use std::{io, time::Duration};

envelope! {
    /// The body of every answer, `{success, data, error}`.
    #[api(axum)]
    pub CoDrag = {
        "success": false,
        "data": null,
        "error": { "code": code, "message": message, "hint"?: hint, "details": details | {} },
    }
    success = { "success": true, "data": data, "error": null }
    internal_message = "Something went wrong. Please try again."
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = CoDrag, axum)]
pub enum IndexError {
    #[error("Project with ID '{id}' not found")]
    #[api(status = 404, hint = "Add the project first or select an existing project")]
    ProjectNotFound {
        #[api(detail)]
        id: String,
    },

    #[error("A build is already running")]
    #[api(status = 409, hint = "Wait for the current build to complete", retry = "poll")]
    BuildAlreadyRunning {
        #[api(retry_after)]
        left: Duration,
    },

    #[error("The index could not be read")]
    #[api(status = 500)]
    #[api(when(cause if cause.kind() == io::ErrorKind::NotFound), status = 404,
        code = "INDEX_NOT_BUILT", message = "The project has no index yet", hint = "Build it first")]
    IndexUnreadable(#[from] io::Error),

    #[error(transparent)]
    #[api(transparent)]
    Auth(#[from] AuthError),
}

#[derive(Debug, thiserror::Error, ApiError)]
pub enum AuthError {
    #[error("A token is needed for this")]
    #[api(status = 401, hint = "Send it as a bearer token", header("WWW-Authenticate" = "Bearer"))]
    TokenMissing,

    #[error("This token may only read")]
    #[api(status = 403, retry = "never")]
    ReadOnlyToken,
}
