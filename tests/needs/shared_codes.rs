//! "One code for several variants, one code with several statuses."

use crate::back::json;
use error_runtime::{ApiError, Declared, envelope};

envelope! {
    Sessions = { "error_code": code, "message": message }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Sessions)]
enum SessionError {
    // One code, several variants: a client must not learn which it was.
    #[error("The user or the password is wrong")]
    #[api(status = 401, code = "INVALID_CREDENTIALS", shared_code)]
    NoSuchUser,
    #[error("The user or the password is wrong")]
    #[api(status = 401, code = "INVALID_CREDENTIALS", shared_code)]
    WrongPassword,
    // One code, several statuses, of two variants …
    #[error("The body is no JSON")]
    #[api(status = 400, code = "VALIDATION_ERROR", shared_code)]
    Malformed,
    #[error("{field} is out of range")]
    #[api(status = 422, code = "VALIDATION_ERROR", shared_code)]
    OutOfRange { field: &'static str },
    // … or of the rows of one, which share it anyway.
    #[error("The session ended {0} s ago")]
    #[api(status = 409)]
    #[api(when(86_400..), status = 410)]
    SessionEnded(u32),
    #[error("Internal")]
    #[api(status = 500)]
    Internal,
}

#[track_caller]
fn answers(error: &SessionError, status: u16, code: &str, message: &str) {
    let body = format!(r#"{{"error_code":"{code}","message":"{message}"}}"#);
    let answer = json(Sessions::parse, error, status, &[], &body);
    assert_eq!(answer.code(), code);
    assert_eq!(answer.message(), Some(message));
}

#[test]
fn several_variants() {
    for error in [SessionError::NoSuchUser, SessionError::WrongPassword] {
        answers(&error, 401, "INVALID_CREDENTIALS", "The user or the password is wrong");
    }
}

#[test]
fn several_statuses() {
    answers(&SessionError::Malformed, 400, "VALIDATION_ERROR", "The body is no JSON");
    let error = SessionError::OutOfRange { field: "turns" };
    answers(&error, 422, "VALIDATION_ERROR", "turns is out of range");
    answers(&SessionError::SessionEnded(5), 409, "SESSION_ENDED", "The session ended 5 s ago");
    answers(
        &SessionError::SessionEnded(90_000),
        410,
        "SESSION_ENDED",
        "The session ended 90000 s ago",
    );
}

#[test]
fn the_catalogue_has_each_code_once_and_each_row() {
    let catalogue = SessionError::catalogue();
    assert_eq!(
        catalogue.codes(),
        ["INVALID_CREDENTIALS", "VALIDATION_ERROR", "SESSION_ENDED", "INTERNAL"]
    );
    let statuses: Vec<_> = catalogue
        .iter()
        .filter(|entry| matches!(&*entry.code(), "VALIDATION_ERROR" | "SESSION_ENDED"))
        .map(|entry| entry.spec().status.unwrap())
        .collect();
    assert_eq!(statuses, [400, 422, 410, 409]);
    assert!(catalogue.check().is_empty());
    answers(&SessionError::Internal, 500, "INTERNAL", "Internal Server Error");
}
