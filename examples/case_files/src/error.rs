//! Every answer of the service that is not a success.

use crate::db::DbError;
use error_runtime::{ApiError, Caught, envelope};
use std::{
    io::{self, ErrorKind},
    path::PathBuf,
    time::Duration,
};
use tokio::time::error::Elapsed;
use validator::ValidationErrors;

envelope! {
    /// The body of every error, `{error: {type, message, details, request_id}}`.
    ///
    /// The traceback is there for developers only: see `Config::include_traceback`.
    pub CaseFiles = {
        "error": {
            "type": code,
            "message": message,
            "details": {
                "fields"?: errors[{ "loc": member("loc"), "msg": message }],
                "retry_after"?: retry_after,
                ..members,
            },
            "request_id": request_id,
            "traceback"?: trace,
        },
    }
    internal_message = "Something went wrong"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = CaseFiles, poem, code_case = "PascalCase", code_suffix = "Error")]
pub enum CaseError {
    #[error("Case '{id}' not found")]
    #[api(status = 404, shared_code)]
    CaseNotFound { id: String },

    #[error("Session '{id}' not found")]
    #[api(status = 404, code = "CaseNotFoundError", shared_code)]
    SessionNotFound { id: String },

    #[error("Document '{id}' not found")]
    #[api(status = 404, shared_code)]
    DocumentNotFound { id: String },

    #[error("You are not allowed to access this")]
    #[api(status = 403)]
    Unauthorized,

    #[error("the request's body breaks a rule")]
    #[api(status = 422, message = "Request validation failed", shared_code)]
    Validation(
        #[from]
        #[api(errors)]
        ValidationErrors,
    ),

    #[error("the request's body is not as its type says")]
    #[api(status = 422, message = "Request validation failed")]
    #[api(code = "ValidationError", shared_code)]
    Malformed(
        #[from]
        #[api(errors)]
        serde_path_to_error::Error<serde_json::Error>,
    ),

    #[error("Too many requests")]
    #[api(status = 429, retry = "exponential")]
    RateLimit {
        #[api(retry_after)]
        wait: Duration,
    },

    #[error("the agent's run failed")]
    #[api(status = 500, message = "Agent run failed")]
    AgentExecution(#[from] AgentError),

    #[error("the database failed")]
    #[api(status = 500)]
    Database(#[from] DbError),

    #[error("cannot read {}", .path.display())]
    #[api(status = 500)]
    #[api(when { source: cause, .. } if cause.kind() == ErrorKind::NotFound, status = 404,
        code = "DocumentNotFoundError", shared_code, message = "Document not generated yet")]
    InternalServer { path: PathBuf, source: io::Error },
}

/// Why one attempt of an agent failed. Clients see an `AgentExecutionError`;
/// what is declared here is for the service itself, which retries by it.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 500, retry(exponential, base = "200ms", cap = "5s", attempts = 3))]
pub enum AgentError {
    #[error("the agent took too long")]
    Timeout(#[from] Elapsed),

    #[error("no connection to the model")]
    Connection(#[from] io::Error),

    #[error("the model is asked too often by {account}")]
    RateLimited {
        account: &'static str,
        #[api(retry_after)]
        wait: Option<Duration>,
    },

    #[error("the model refuses the prompt: {prompt}")]
    #[api(retry = "never")]
    Refused { prompt: String },
}

/// What poem, or a panic, answers in the service's place.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = CaseFiles, code_case = "PascalCase", code_suffix = "Error")]
pub enum Fallback {
    #[error("{detail}")]
    #[api(status = 400, catch = "4xx")]
    Http {
        #[api(status)]
        status: u16,
        #[api(member)]
        detail: String,
    },

    #[error("the service failed: {}", .0.private_text().unwrap_or_default())]
    #[api(status = 500, catch, member("detail" = "Something went wrong"))]
    InternalServer(Caught),
}
