//! Every answer of the daemon that is not a success.

use error_runtime::{ApiError, FieldError, envelope};
use std::io::ErrorKind::{InvalidFilename, NotADirectory, NotFound};
use std::{io, path::PathBuf, sync::Arc};

envelope! {
    /// The body of every answer, of errors and successes alike.
    #[api(axum)]
    pub CoDrag = {
        "success": false,
        "data": null,
        "error": { "code": code, "message": message, "hint"?: hint, "details": details | {} },
    }
    success = { "success": true, "data": data, "error": null }
}

/// What a handler can fail with. `strict` holds the document's rules: every
/// code has a hint, every message is a short sentence. What a client sends is
/// cut in a message (`.50`) and whole in the details.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = CoDrag, axum, strict, retry = "never")]
pub enum Failure {
    #[error("Path '{path:.50}' contains invalid characters or traversal")]
    #[api(status = 400, hint = "Provide a repo-root-relative path without '..' segments")]
    InvalidPath {
        #[api(detail)]
        path: String,
    },

    #[error("Repo root '{path:.50}' no longer exists")]
    #[api(status = 400, hint = "Update project path or remove project")]
    ProjectPathMissing {
        #[api(detail)]
        path: String,
        source: io::Error,
    },

    #[error("Project with ID '{id:.50}' not found")]
    #[api(status = 404, hint = "Add the project first or select an existing project")]
    ProjectNotFound { id: String },

    #[error("Trace node with ID '{id:.50}' not found")]
    #[api(status = 404, hint = "Verify the node ID exists in the trace index")]
    NodeNotFound {
        #[api(detail)]
        id: String,
    },

    #[error("Project with path '{path:.50}' already registered")]
    #[api(status = 409, hint = "Use a different path or remove existing project")]
    ProjectAlreadyExists {
        #[api(detail)]
        path: String,
        #[api(detail = "existing_id")]
        id: String,
    },

    #[error("Index build of project '{id:.50}' already in progress")]
    #[api(status = 409, hint = "Wait for current build to complete", retry = "poll")]
    BuildAlreadyRunning { id: String },

    #[error("Trace build of project '{id:.50}' already in progress")]
    #[api(status = 409, hint = "Wait for current trace build to complete", retry = "poll")]
    TraceBuildAlreadyRunning { id: String },

    #[error("Index has not been built yet")]
    #[api(status = 409, hint = "Run a build first")]
    IndexNotBuilt,

    #[error("Trace is not enabled for project '{id:.50}'")]
    #[api(status = 409, hint = "Enable trace in project settings")]
    TraceDisabled { id: String },

    #[error("File '{path:.50}' not matched by include_globs")]
    #[api(status = 403, hint = "Update include_globs to allow this file")]
    FileNotIncluded {
        #[api(detail)]
        path: String,
    },

    #[error("File '{path:.50}' matched by exclude_globs")]
    #[api(status = 403, hint = "Update exclude_globs to allow this file")]
    FileExcluded {
        #[api(detail)]
        path: String,
    },

    #[error("File '{path:.50}' exceeds max_file_bytes limit")]
    #[api(status = 413, hint = "Increase max_file_bytes in project settings")]
    FileTooLarge {
        #[api(detail)]
        path: String,
        #[api(detail)]
        size: u64,
        #[api(detail)]
        max_file_bytes: u64,
    },

    /// Where the file is, only the log says.
    #[error("Failed to read {file}")]
    #[api(
        status = 500,
        message = "Failed to read file '{path:.50}' from disk",
        hint = "Check file permissions"
    )]
    #[api(
        when { source: cause, .. }
            if matches!(cause.kind(), NotFound | NotADirectory | InvalidFilename),
        status = 404,
        code = "FILE_NOT_FOUND",
        message = "File '{path:.50}' not found",
        hint = "Check the file path"
    )]
    FileReadFailed {
        #[api(detail)]
        path: String,
        file: PathBuf,
        source: io::Error,
    },

    #[error("Index build of project '{id:.50}' encountered an error")]
    #[api(status = 500, expose, hint = "Check server logs for details")]
    BuildFailed { id: String, source: Arc<io::Error> },

    /// How a new code is added: with a variant.
    #[error("Clear description of what went wrong")]
    #[api(status = 409, hint = "What the user can do to fix it", detail("key" = "value"))]
    MyNewError,
}

/// What axum, or a panic, answers in the daemon's place.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = CoDrag, strict, retry = "never")]
pub enum Fallback {
    /// What an extractor refuses, whichever status it would have.
    #[error("Request has missing or invalid fields")]
    #[api(status = 400, catch(400, 415, 422), hint = "Check request body format")]
    #[api(detail("field" = .fields.first().map(FieldError::field)))]
    ValidationError {
        #[api(detail)]
        reason: Option<String>,
        fields: Vec<FieldError>,
    },

    #[error("There is nothing at this address")]
    #[api(status = 404, catch = 404, hint = "The addresses begin with /projects")]
    RouteNotFound,

    #[error("This address has no such method")]
    #[api(status = 405, catch = 405, hint = "Use one of the methods that `Allow` lists")]
    MethodNotAllowed,

    #[error("Request body is too large")]
    #[api(status = 413, catch = 413, hint = "Send a shorter request body")]
    RequestTooLarge,

    #[error("Unexpected server error")]
    #[api(status = 500, catch("panic", "5xx"), expose, hint = "Report to maintainers")]
    InternalError,
}
