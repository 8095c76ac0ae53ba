//! Every answer of the service that is not a success.

use crate::session::{Phase, Spec};
use error_runtime::{ApiError, envelope};
use salvo::http::ParseError;
use std::sync::Arc;
use tokio::time::error::Elapsed;

envelope! {
    /// The body of every error, `{error, detail?}`. The codes are for the log,
    /// the metrics and the catalogue.
    pub Codemm = { "error": message, "detail"?: member("detail") }
}

envelope! {
    /// A message that was not applied: the client shows why, and asks the next
    /// question again.
    pub Turn = {
        "accepted": false,
        "done": member("done"),
        "error": message,
        "nextQuestion": member("nextQuestion"),
        "spec": member("spec"),
    }
}

envelope! {
    /// The event that ends a stream: its status has left, and no JSON can
    /// come instead.
    pub Progress = {
        "type": "generation_failed",
        "error": message,
        "slotIndex"?: member("slotIndex"),
    }
    event = "generation_failed"
}

/// What a session's requests are refused with.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Codemm, salvo)]
pub enum SessionError {
    #[error("Authentication required")]
    #[api(status = 401, challenge("Bearer", realm = "codemm"))]
    Unauthenticated,

    #[error("You do not have access to this session")]
    #[api(status = 403)]
    Forbidden,

    #[error("Session not found.")]
    #[api(status = 404)]
    SessionNotFound,

    #[error("Activity not found.")]
    #[api(status = 404)]
    ActivityNotFound,

    #[error("Unsupported language '{language}'")]
    #[api(status = 400)]
    UnsupportedLanguage { language: String },

    #[error("Cannot go from {} to {}", .from.name(), .to.name())]
    #[api(status = 409)]
    InvalidTransition { from: Phase, to: Phase },
}

/// One turn of the session loop. A message that cannot be applied now is no
/// failure: 200, and the conversation goes on.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Codemm, salvo)]
pub enum MessageError {
    #[error("message is required string.")]
    #[api(status = 400)]
    InvalidInput(#[from] ParseError),

    #[error("{why}")]
    #[api(status = 200, any_status, envelope = Turn)]
    MessageNotAccepted {
        why: Why,
        #[api(member)]
        done: bool,
        #[api(member = "nextQuestion")]
        next_question: &'static str,
        #[api(member)]
        spec: Spec,
    },

    #[error("the tutor has nothing to say")]
    #[api(status = 500, message = "Failed to process message.")]
    InternalError(#[from] NoOutput),

    #[error(transparent)]
    #[api(transparent)]
    Session(#[from] SessionError),
}

#[derive(Debug, thiserror::Error)]
pub enum Why {
    #[error("A generation is already running for this session")]
    GenerationRunning,

    #[error("This message names no language that we have")]
    NoLanguage,
}

/// One attempt to fill a slot. What it holds is for the log: prompts, drafts
/// and reference solutions never reach a client.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Codemm, code_prefix = "GENERATION_")]
#[api(retry(exponential, base = "100ms", cap = "1s", attempts = 3, safe = "idempotent"))]
pub enum AttemptError {
    #[error("no draft: {output:?}")]
    #[api(status = 500, category = "contract", member("detail" = "Contract failure: invalid draft output"))]
    ContractFailed { output: String, source: serde_json::Error },

    #[error("does not compile: {solution:?}")]
    #[api(status = 500, category = "compile", member("detail" = "Docker verification failure: compile"))]
    CompileFailed { solution: String },

    #[error("{solution:?} answered {actual:?}")]
    #[api(status = 500, category = "tests", member("detail" = "Docker verification failure: tests"))]
    TestsFailed { solution: String, actual: Vec<i64> },

    #[error("still running: {solution:?}")]
    #[api(status = 504, category = "timeout", member("detail" = "Docker verification failure: timeout"))]
    Timeout { solution: String, source: Elapsed },

    #[error("no attempt was made")]
    #[api(status = 500, category = "unknown", retry = "never", shared_code)]
    Failed(#[from] NoOutput),

    #[error("an attempt has panicked")]
    #[api(
        status = 500,
        code = "GENERATION_FAILED",
        category = "unknown",
        retry = "never",
        shared_code
    )]
    Panicked,
}

/// A slot that is given up: what its last attempt said, with the slot and the
/// number of attempts.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("slot {slot} is given up after attempt {attempts}")]
#[api(envelope = Codemm, salvo, transparent)]
#[api(message("Generation failed after {attempts} {}", if *.attempts == 1 { "attempt" } else { "attempts" }))]
pub struct SlotFailed {
    #[api(member = "slotIndex")]
    pub slot: u8,
    pub attempts: usize,
    #[source]
    pub cause: AttemptError,
}

/// What a generation ended with.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Codemm, salvo)]
pub enum GenerationError {
    #[error(transparent)]
    #[api(transparent)]
    Slot(#[from] Arc<SlotFailed>),

    #[error(transparent)]
    #[api(transparent)]
    Session(#[from] SessionError),
}

/// The model did not answer.
#[derive(Debug, thiserror::Error)]
#[error("the model did not answer: {prompt:?}")]
pub struct NoOutput {
    pub prompt: String,
}

/// What salvo, or a panic, answers in the service's place.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Codemm)]
pub enum Fallback {
    #[error("There is nothing at this address")]
    #[api(status = 404, catch = 404)]
    NoSuchAddress,

    #[error("This address has no such method")]
    #[api(status = 405, catch = 405)]
    NoSuchMethod,

    #[error("{text}")]
    #[api(status = 400, catch = "4xx", code = "INVALID_INPUT")]
    InvalidInput {
        #[api(status)]
        status: u16,
        text: String,
    },

    #[error("the service failed")]
    #[api(status = 500, catch("panic", "5xx"))]
    InternalError,
}
