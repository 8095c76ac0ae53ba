//! Every answer of the service that is not a success.
//!
//! An endpoint has an enum of its own: its table in the documentation, as a
//! type. What several endpoints answer is declared once and stands in each of
//! them through `transparent`.

use crate::body::{Misread, field, says};
use crate::session::Phase;
use chrono::{DateTime, Utc};
use error_runtime::{ApiError, envelope};
use reqwest::StatusCode;
use std::{io, path::PathBuf};

envelope! {
    /// The body of every error.
    pub AgentSessions = {
        "error_code": code,
        "message": message,
        "context": details | {},
        "request_id"?: request_id,
    }
    internal_message = "Unexpected server error"
}

/// `POST /sessions`
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = AgentSessions, actix_web)]
pub enum CreateError {
    #[error(transparent)]
    #[api(transparent)]
    Access(#[from] AccessError),

    #[error(transparent)]
    #[api(transparent)]
    Body(#[from] BodyError),

    #[error(transparent)]
    #[api(transparent)]
    Validation(#[from] ValidationError),

    #[error("Project path invalid")]
    #[api(status = 404, hint = "Check project path")]
    #[api(detail("resource_type" = "project"), detail("resource_id" = .path))]
    ProjectNotFound { path: String },

    #[error("Project is locked by another session")]
    #[api(
        status = 409,
        hint = "Wait or cancel existing session",
        retry(poll, note = "Check lock status")
    )]
    ProjectLocked {
        #[api(detail)]
        project_path: String,
        #[api(detail)]
        locked_by_session: String,
        #[api(detail)]
        locked_since: DateTime<Utc>,
    },
}

/// `GET /sessions/{id}`
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = AgentSessions, actix_web)]
pub enum ShowError {
    #[error(transparent)]
    #[api(transparent)]
    Access(#[from] AccessError),

    #[error(transparent)]
    #[api(transparent)]
    Session(#[from] SessionNotFound),
}

/// `POST /sessions/{id}/start`: without its model a session does not start,
/// for whatever reason that is.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = AgentSessions, actix_web)]
pub enum StartError {
    #[error(transparent)]
    #[api(transparent)]
    Access(#[from] AccessError),

    #[error(transparent)]
    #[api(transparent)]
    Session(#[from] SessionNotFound),

    #[error("Session already running")]
    #[api(status = 409, hint = "Wait for completion")]
    #[api(detail("resource_type" = "session"), detail("resource_id" = .id))]
    SessionInProgress { id: String },

    #[error("the model is not there")]
    #[api(status = 502, message = "LLM API error", hint = "Check provider status")]
    #[api(retry(exponential, note = "May be transient"))]
    LlmError(#[from] reqwest::Error),
}

/// `POST /sessions/{id}/cancel`
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = AgentSessions, actix_web)]
pub enum CancelError {
    #[error(transparent)]
    #[api(transparent)]
    Access(#[from] AccessError),

    #[error(transparent)]
    #[api(transparent)]
    Session(#[from] SessionNotFound),

    #[error("Cannot cancel in current state")]
    #[api(status = 409, hint = "Check current state", detail("status" = .status))]
    Conflict { status: Phase },
}

/// `POST /sessions/{id}/messages`
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = AgentSessions, actix_web)]
pub enum MessageError {
    #[error(transparent)]
    #[api(transparent)]
    Owner(#[from] OwnerError),

    #[error(transparent)]
    #[api(transparent)]
    Body(#[from] BodyError),

    #[error(transparent)]
    #[api(transparent)]
    Llm(#[from] LlmError),
}

/// `POST /sessions/{id}/run`
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = AgentSessions, actix_web)]
pub enum RunError {
    #[error(transparent)]
    #[api(transparent)]
    Owner(#[from] OwnerError),

    #[error("killed: {command}")]
    #[api(status = 504, message = "Operation timed out after {timeout_seconds} seconds")]
    #[api(hint = "Increase timeout or simplify", retry(linear, note = "Increase timeout"))]
    Timeout {
        #[api(detail)]
        operation: &'static str,
        #[api(detail)]
        timeout_seconds: u64,
        command: String,
    },
}

/// `POST /sessions/{id}/artifacts/{name}`
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = AgentSessions, actix_web)]
pub enum AddArtifactError {
    #[error(transparent)]
    #[api(transparent)]
    Owner(#[from] OwnerError),

    #[error("Resource already exists")]
    #[api(status = 409, hint = "Use existing or update")]
    #[api(detail("resource_type" = "artifact"), detail("resource_id" = .name))]
    DuplicateResource { name: String },
}

/// `GET /sessions/{id}/artifacts/{name}`
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = AgentSessions, actix_web)]
pub enum ReadArtifactError {
    #[error(transparent)]
    #[api(transparent)]
    Owner(#[from] OwnerError),

    #[error(transparent)]
    #[api(transparent)]
    Artifact(#[from] ArtifactError),
}

/// `POST /sessions/{id}/artifacts/{name}/publish`
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = AgentSessions, actix_web)]
pub enum PublishError {
    #[error(transparent)]
    #[api(transparent)]
    Owner(#[from] OwnerError),

    #[error(transparent)]
    #[api(transparent)]
    Artifact(#[from] ArtifactError),

    #[error("the registry does not take it")]
    #[api(status = 502, message = "External service error", detail("service" = "registry"))]
    UpstreamError(#[from] reqwest::Error),
}

/// Who asks has no key that is good for anything.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 401, header("WWW-Authenticate" = "ApiKey realm=\"agent sessions\""))]
pub enum AccessError {
    #[error("API key is required")]
    #[api(hint = "Add X-API-Key header", detail("header" = "X-API-Key"))]
    AuthenticationError,

    #[error("API key invalid")]
    #[api(hint = "Check API key format")]
    InvalidApiKey,

    #[error("API key expired")]
    #[api(hint = "Generate new API key")]
    ApiKeyExpired,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Session not found: {0}")]
#[api(status = 404, hint = "Verify session ID")]
#[api(detail("resource_type" = "session"), detail("resource_id" = .0))]
pub struct SessionNotFound(pub String);

/// Who asks does not have such a session of their own.
#[derive(Debug, thiserror::Error, ApiError)]
pub enum OwnerError {
    #[error(transparent)]
    #[api(transparent)]
    Access(#[from] AccessError),

    #[error(transparent)]
    #[api(transparent)]
    Session(#[from] SessionNotFound),

    #[error("Access denied to resource")]
    #[api(status = 403, detail("resource_type" = "session"), detail("resource_id" = .id))]
    PermissionDenied { id: String },
}

/// The body is not what the endpoint reads: serde's words about it speak of
/// nothing but what the client has sent.
#[derive(Debug, thiserror::Error, ApiError)]
pub enum BodyError {
    #[error("the body cannot be read")]
    #[api(status = 400, message = "Request body not valid JSON", hint = "Fix JSON syntax",
        detail("details" = .0.inner().to_string()))]
    #[api(when(e if says(e, "missing field")), status = 400, code = "MISSING_FIELD",
        message = "Required field missing", hint = "Add required field",
        detail("field" = field(e)))]
    #[api(when(e if says(e, "unknown variant")), status = 400, code = "INVALID_ENUM",
        message = "Value not in allowed set", hint = "Use allowed value",
        detail("field" = field(e)), detail("details" = e.inner().to_string()))]
    #[api(when(e if e.inner().is_data()), status = 400, code = "INVALID_FIELD_TYPE",
        message = "Field type mismatch", hint = "Use correct type",
        detail("field" = field(e)), detail("details" = e.inner().to_string()))]
    InvalidJson(
        #[from]
        #[api(public)]
        Misread,
    ),
}

/// One code with two statuses: 422 is for what is wrong only beside the rest.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(shared_code, retry(never, note = "Fix request"))]
pub enum ValidationError {
    #[error("Invalid session type")]
    #[api(status = 400, code = "VALIDATION_ERROR", hint = "Check field constraints")]
    #[api(detail("field" = "session_type"), detail("value" = .value), detail("allowed" = .allowed))]
    SessionType { value: String, allowed: [&'static str; 3] },

    #[error("{message}")]
    #[api(status = 400, code = "VALIDATION_ERROR", hint = "Check field constraints")]
    Field {
        message: String,
        #[api(detail)]
        field: String,
        #[api(detail)]
        details: String,
    },

    #[error("Semantic validation failed")]
    #[api(status = 422, code = "VALIDATION_ERROR", hint = "Check field constraints")]
    #[api(detail("field" = .field), detail("details" = .details))]
    Semantic { field: &'static str, details: &'static str },
}

/// The model does not answer. What reqwest says of it has the address, and
/// with that our key: it stays in the log.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(code_prefix = "LLM_")]
pub enum LlmError {
    #[error("Context window exceeded (>{}k tokens)", max_tokens / 1000)]
    #[api(status = 400, hint = "Reduce input size")]
    ContextOverflow {
        #[api(detail)]
        tokens_requested: usize,
        #[api(detail)]
        max_tokens: usize,
    },

    #[error("LLM API rate exceeded")]
    #[api(status = 429, hint = "Wait for reset", retry(exponential, note = "Wait for reset"))]
    RateLimit {
        #[api(retry_after)]
        reset: Option<u64>,
    },

    #[error("the model does not answer")]
    #[api(
        status = 502,
        code = "LLM_ERROR",
        message = "LLM API error",
        hint = "Check provider status",
        retry(exponential, note = "May be transient")
    )]
    #[api(when(e if e.is_timeout()), status = 504, code = "LLM_TIMEOUT",
        message = "LLM request timed out", hint = "Retry or reduce context")]
    #[api(when(e if e.status() == Some(StatusCode::UNAUTHORIZED)), status = 401, code = "LLM_INVALID_KEY",
        message = "LLM API key invalid", hint = "Update API key", challenge("ApiKey", realm = "llm"), log = "error")]
    #[api(when(e if e.status() == Some(StatusCode::PAYMENT_REQUIRED)), status = 429, code = "LLM_QUOTA_EXCEEDED",
        message = "LLM quota exhausted", hint = "Upgrade plan or wait")]
    Failed(#[from] reqwest::Error),
}

#[derive(Debug, thiserror::Error, ApiError)]
pub enum ArtifactError {
    #[error("Artifact not found")]
    #[api(status = 404, hint = "Check artifact ID")]
    #[api(detail("resource_type" = "artifact"), detail("resource_id" = .name))]
    ArtifactNotFound { name: String },

    #[error(transparent)]
    #[api(transparent)]
    Disk(#[from] DiskError),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no access to {}", path.display())]
#[api(status = 500, code = "INTERNAL_ERROR")]
#[api(retry(exponential, when = "maybe", note = "If persistent, contact support"))]
pub struct DiskError {
    pub path: PathBuf,
    pub source: io::Error,
}

/// What stands before all endpoints.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = AgentSessions, actix_web)]
pub enum GateError {
    #[error("Rate limit exceeded")]
    #[api(status = 429, hint = "Wait and retry", retry(exponential, note = "Respect retry_after"))]
    RateLimit {
        #[api(detail, retry_after)]
        retry_after_seconds: u64,
        #[api(detail)]
        limit: u32,
        #[api(detail)]
        window: &'static str,
    },

    #[error("draining: {reason}")]
    #[api(status = 503, message = "Service temporarily unavailable")]
    ServiceUnavailable { reason: String },
}

/// What actix-web, or a panic, answers in the service's place. It has codes of
/// the documentation's, too.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = AgentSessions)]
pub enum Fallback {
    #[error("Resource not found")]
    #[api(status = 404, catch = 404, hint = "Check resource ID")]
    #[api(retry(never, note = "Check resource"))]
    NotFound,

    #[error("Invalid request parameters")]
    #[api(status = 400, catch = "4xx", hint = "Check field constraints")]
    #[api(retry(never, note = "Fix request"))]
    ValidationError {
        #[api(status)]
        status: u16,
        #[api(detail)]
        details: String,
    },

    #[error("a time limit of the server's")]
    #[api(status = 504, catch = "timeout", message = "Request timed out")]
    #[api(hint = "Increase timeout or simplify", retry(linear, note = "Increase timeout"))]
    Timeout,

    #[error("the service failed")]
    #[api(status = 500, catch("panic", "5xx"))]
    #[api(retry(exponential, when = "maybe", note = "If persistent, contact support"))]
    InternalError,
}
