//! "No code at all on the wire, or an empty one."

use crate::back::json;
use error_runtime::{ApiError, Code, Declared, envelope};

envelope! {
    /// A tutoring backend: the code is for logs and metrics alone.
    Tutor = { "error": message, "detail"?: hint }
    internal_message = "Failed to process message."

    /// The code has a place, with or without something in it.
    Placed = { "code": code, "message": message }

    /// The same, left out when there is none.
    Optional = { "code"?: code, "message": message }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Tutor)]
enum TutorError {
    #[error("Session not found.")]
    #[api(status = 404)]
    SessionNotFound,
    #[error("docker exited with 137")]
    #[api(status = 500, hint = "The tests ran out of memory")]
    GenerationFailed,
}

#[test]
fn the_envelope_has_no_place_for_it() {
    let error = TutorError::SessionNotFound;
    let answer = json(Tutor::parse, &error, 404, &[], r#"{"error":"Session not found."}"#);
    assert_eq!(answer.code(), Code::None);
    assert_eq!(answer.message(), Some("Session not found."));
    let answer = json(
        Tutor::parse,
        &TutorError::GenerationFailed,
        500,
        &[],
        r#"{"error":"Failed to process message.","detail":"The tests ran out of memory"}"#,
    );
    assert_eq!(answer.code(), Code::None);
    assert_eq!(answer.hint(), Some("The tests ran out of memory"));
    // The logs, the metrics and the catalogue have it all the same.
    assert_eq!(error.code(), "SESSION_NOT_FOUND");
    assert_eq!(TutorError::catalogue().codes(), ["SESSION_NOT_FOUND", "GENERATION_FAILED"]);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Placed, status = 400)]
enum GitError {
    #[error("Branch name cannot be empty")]
    #[api(code = none)]
    EmptyBranch,
    #[error("Path is not a directory")]
    #[api(code = none)]
    NotADirectory,
    #[error("Executor not found")]
    #[api(code = "")]
    ExecutorMissing,
    #[error("Project not found")]
    #[api(code = "", envelope = Optional)]
    ProjectMissing,
    #[error("Task not found")]
    #[api(code = none, envelope = Optional)]
    TaskMissing,
}

#[test]
fn none_is_null_and_empty_is_empty() {
    let answer = json(
        Placed::parse,
        &GitError::EmptyBranch,
        400,
        &[],
        r#"{"code":null,"message":"Branch name cannot be empty"}"#,
    );
    assert_eq!(answer.code(), Code::None);
    let answer = json(
        Placed::parse,
        &GitError::ExecutorMissing,
        400,
        &[],
        r#"{"code":"","message":"Executor not found"}"#,
    );
    assert_eq!(answer.code(), "");
    assert_eq!(answer.message(), Some("Executor not found"));
}

#[test]
fn or_its_member_is_left_out() {
    for (error, message) in
        [(GitError::ProjectMissing, "Project not found"), (GitError::TaskMissing, "Task not found")]
    {
        let body = format!(r#"{{"message":"{message}"}}"#);
        let answer = json(Optional::parse, &error, 400, &[], &body);
        assert_eq!(answer.code(), Code::None);
        assert_eq!(answer.message(), Some(message));
    }
}

/// Several errors without a code are no conflict.
#[test]
fn the_catalogue_has_them_without_one() {
    let catalogue = GitError::catalogue();
    assert_eq!(catalogue.iter().count(), 5);
    assert!(catalogue.codes().is_empty());
    assert!(catalogue.check().is_empty());
    let _ = GitError::NotADirectory;
}
