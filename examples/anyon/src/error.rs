//! Every answer of the service that is not a success.

use crate::git::ConflictOp;
use axum::extract::rejection::BytesRejection;
use error_runtime::{ApiError, envelope};
use std::io::{self, ErrorKind};

envelope! {
    /// The body of every answer: all four members, always. The codes are for
    /// the log, the metrics and the catalogue.
    #[api(axum)]
    pub Anyon = { "success": false, "data": null, "error_data": null, "message": message }
    success = { "success": true, "data": data, "error_data": null, "message": null }
    internal_message = "An unexpected error occurred. Please try again."
}

envelope! {
    /// The code is the `error_data`: a bare string.
    pub Named = { "success": false, "data": null, "error_data": code, "message": message }
}

envelope! {
    /// The code is the tag of the `error_data`: an object.
    pub Tagged = {
        "success": false,
        "data": null,
        "error_data": { "type": code, "message"?: member("message"), "op"?: member("op") },
        "message": message,
    }
}

/// Whatever a handler fails with.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Anyon, axum, retry = "never")]
pub enum Error {
    #[error("Project not found")]
    #[api(status = 404)]
    ProjectNotFound,

    #[error("Task not found")]
    #[api(status = 404)]
    TaskNotFound,

    #[error("Task attempt not found")]
    #[api(status = 404)]
    AttemptNotFound,

    #[error(
        "Task has running execution processes. Please wait for them to complete or stop them first."
    )]
    #[api(status = 409)]
    TaskRunning,

    #[error(
        "Cannot rename branch with an open pull request. Please close the PR first or create a new attempt."
    )]
    #[api(status = 409)]
    PullRequestOpen,

    #[error(
        "Invalid git branch prefix. Must be a valid git branch name component without slashes."
    )]
    #[api(status = 400)]
    InvalidBranchPrefix,

    #[error("Query parameter 'q' is required and cannot be empty")]
    #[api(status = 400)]
    EmptyQuery,

    #[error("the database failed")]
    #[api(status = 500, retry = "exponential")]
    #[api(
        when(sqlx::Error::RowNotFound),
        status = 404,
        code = "ROW_NOT_FOUND",
        message = "Database error: row not found"
    )]
    #[api(when(sqlx::Error::Database(e) if e.is_unique_violation()), status = 409, code = "PROJECT_EXISTS",
        message = "A project with this git repository path already exists")]
    #[api(when(sqlx::Error::Database(e) if e.is_foreign_key_violation()), status = 409, code = "DEPENDENT_RECORDS",
        message = "Cannot delete: resource has dependent records")]
    Database(#[from] sqlx::Error),

    #[error("the file system failed")]
    #[api(status = 500, retry = "exponential")]
    #[api(when(e if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::InvalidInput)), status = 404,
        code = "DIRECTORY_NOT_FOUND", message = "Directory does not exist")]
    #[api(when(e if e.kind() == ErrorKind::NotADirectory), status = 400, code = "NOT_A_DIRECTORY",
        message = "Path is not a directory")]
    Filesystem(#[from] io::Error),

    #[error(transparent)]
    #[api(transparent)]
    Body(#[from] BodyError),

    #[error(transparent)]
    #[api(transparent)]
    Executor(#[from] ExecutorError),

    #[error(transparent)]
    #[api(transparent)]
    Git(#[from] GitError),

    #[error(transparent)]
    #[api(transparent, envelope = Named)]
    GitHub(#[from] GitHubServiceError),
}

/// A request's body that is not what the handler takes.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Anyon, retry = "never")]
pub enum BodyError {
    #[error("Missing required field: {field}")]
    #[api(status = 422)]
    MissingField { field: String },

    #[error("Invalid {} format", .field.replace('_', " "))]
    #[api(status = 422)]
    InvalidField { field: String },

    #[error("Invalid JSON format")]
    #[api(status = 400)]
    InvalidJson,

    #[error(transparent)]
    #[api(transparent)]
    Unread(#[from] BytesRejection),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Anyon, retry = "never")]
pub enum ExecutorError {
    #[error("Executor not found")]
    #[api(status = 404)]
    ExecutorNotFound,

    #[error("This executor does not support setup helper")]
    #[api(status = 400)]
    SetupUnsupported,

    #[error("MCP not supported by this executor")]
    #[api(status = 400)]
    McpUnsupported,
}

/// What git refuses.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Anyon, retry = "never")]
pub enum GitError {
    #[error("The specified directory is not a git repository")]
    #[api(status = 400)]
    NotARepository,

    #[error("Branch '{branch}' does not exist in the repository")]
    #[api(status = 404)]
    BranchNotFound { branch: String },

    #[error("A branch with this name already exists")]
    #[api(status = 409)]
    BranchExists,

    #[error("Branch name cannot be empty")]
    #[api(status = 400)]
    BranchNameEmpty,

    #[error("Invalid branch name format")]
    #[api(status = 400)]
    BranchNameInvalid,

    #[error(transparent)]
    #[api(transparent, envelope = Tagged)]
    Stopped(#[from] GitOperationError),

    #[error("git {command}: {stderr}")]
    #[api(status = 500, retry = "exponential")]
    GitFailed { command: String, stderr: String },

    #[error("git does not start")]
    #[api(status = 500, retry = "exponential")]
    GitMissing(#[from] io::Error),
}

/// Where git stops, and leaves the worktree to whoever resolves it.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Tagged, code_case = "snake_case", status = 409, retry = "never")]
pub enum GitOperationError {
    #[error("Merge conflicts detected during {op}")]
    #[api(member("message" = "Conflicts in {files}"))]
    MergeConflicts {
        files: String,
        #[api(member)]
        op: ConflictOp,
    },

    /// The same, of an operation that has stopped before.
    #[error("Merge conflicts detected")]
    #[api(code = "merge_conflicts", shared_code, member("message" = "Conflicts in {files}"))]
    UnresolvedConflicts {
        files: String,
        #[api(member)]
        op: ConflictOp,
    },

    #[error("A rebase is already in progress")]
    RebaseInProgress,
}

/// What GitHub refuses is no failure of this API: 200, and no success.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Named, status = 200, any_status, retry = "never")]
pub enum GitHubServiceError {
    #[error("GitHub token is invalid or expired")]
    TokenInvalid,

    #[error("Token lacks required permissions (repo, user)")]
    InsufficientPermissions,

    #[error("Repository not found or token has no access")]
    RepoNotFoundOrNoAccess,
}

/// What axum, or a panic, answers in the service's place.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Anyon, retry = "never")]
pub enum Fallback {
    #[error("There is nothing at this address")]
    #[api(status = 404, catch = 404)]
    NoSuchAddress,

    #[error("This address has no such method")]
    #[api(status = 405, catch = 405)]
    NoSuchMethod,

    #[error("{text}")]
    #[api(status = 400, catch = "4xx")]
    BadRequest {
        #[api(status)]
        status: u16,
        text: String,
    },

    #[error("the service failed")]
    #[api(status = 500, catch("panic", "5xx", "timeout"), retry = "exponential")]
    Failed,
}
