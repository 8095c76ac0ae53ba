//! "Code chosen by looking into the source."

use crate::back::json;
use error_runtime::{Advice, ApiError, Declared, envelope};
use std::error::Error as StdError;
use std::io::{self, ErrorKind};

/// A database client, as they all are.
mod db {
    #[derive(Debug, thiserror::Error)]
    pub(super) enum Error {
        #[error("no rows returned")]
        RowNotFound,
        #[error("error returned from database: {0}")]
        Database(Box<Refusal>),
        #[error("pool timed out")]
        PoolTimedOut,
        #[error("connection to 10.0.0.7 reset")]
        Io,
    }

    #[derive(Debug, thiserror::Error)]
    #[error("SQLSTATE {sqlstate}")]
    pub(super) struct Refusal {
        pub(super) sqlstate: &'static str,
        pub(super) constraint: Option<&'static str>,
    }
}

envelope! {
    Users = { "code": code, "message": message, "hint"?: hint }
    internal_message = "The database failed."
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Users)]
enum UserError {
    #[error("database error: {0}")]
    #[api(status = 500, code = "DATABASE_ERROR")]
    #[api(
        when(db::Error::RowNotFound),
        status = 404,
        code = "USER_NOT_FOUND",
        message = "No such user"
    )]
    #[api(when(db::Error::Database(e) if e.constraint == Some("users_email_key")), status = 409,
        code = "EMAIL_TAKEN", message = "This address is taken", hint = "Sign in instead")]
    #[api(when(db::Error::Database(e) if e.sqlstate.starts_with("23")), status = 409,
        code = "CONFLICT", message = "The user conflicts with another one")]
    #[api(when(db::Error::PoolTimedOut | db::Error::Io), status = 503, code = "DATABASE_BUSY",
        message = "Try again soon", retry = "exponential")]
    Database(#[from] db::Error),
    #[error("avatar: {source}")]
    #[api(status = 500, code = "AVATAR_FAILED")]
    #[api(when { source: e, .. } if e.kind() == ErrorKind::NotFound, status = 404,
        code = "NO_AVATAR", message = "User {user} has no avatar")]
    Avatar { user: u32, source: io::Error },
    // Erased: the guard asks for the type.
    #[error("hook: {0}")]
    #[api(status = 500, code = "HOOK_FAILED")]
    #[api(when(e if e.is::<std::num::ParseIntError>()), status = 422, code = "HOOK_ANSWER",
        message = "The hook gave no number")]
    Hook(#[from] Box<dyn StdError + Send + Sync>),
}

fn refused(sqlstate: &'static str, constraint: Option<&'static str>) -> UserError {
    db::Error::Database(Box::new(db::Refusal { sqlstate, constraint })).into()
}

#[track_caller]
fn answers(error: &UserError, status: u16, code: &str, message: &str, hint: Option<&str>) {
    let shown = hint.map_or(String::new(), |hint| format!(r#","hint":"{hint}""#));
    let body = format!(r#"{{"code":"{code}","message":"{message}"{shown}}}"#);
    let answer = json(Users::parse, error, status, &[], &body);
    assert_eq!(answer.code(), code);
    assert_eq!(answer.message(), Some(message));
    assert_eq!(answer.hint(), hint);
}

#[test]
fn into_its_variant_or_a_field_deep_in_it() {
    let missing = UserError::from(db::Error::RowNotFound);
    answers(&missing, 404, "USER_NOT_FOUND", "No such user", None);
    answers(
        &refused("23505", Some("users_email_key")),
        409,
        "EMAIL_TAKEN",
        "This address is taken",
        Some("Sign in instead"),
    );
    answers(&refused("23503", None), 409, "CONFLICT", "The user conflicts with another one", None);
    for busy in [db::Error::PoolTimedOut, db::Error::Io] {
        let error = UserError::from(busy);
        answers(&error, 503, "DATABASE_BUSY", "Try again soon", None);
        assert_eq!(error.retry().advice, Advice::Exponential);
    }
}

#[test]
fn the_rest_is_internal() {
    answers(&refused("42P01", None), 500, "DATABASE_ERROR", "The database failed.", None);
    let avatar = |kind: ErrorKind| UserError::Avatar { user: 7, source: kind.into() };
    answers(
        &avatar(ErrorKind::PermissionDenied),
        500,
        "AVATAR_FAILED",
        "The database failed.",
        None,
    );
    answers(&avatar(ErrorKind::NotFound), 404, "NO_AVATAR", "User 7 has no avatar", None);
}

#[test]
fn by_its_erased_type() {
    let hook = |error: Box<dyn StdError + Send + Sync>| UserError::from(error);
    let number = "x".parse::<u8>().unwrap_err();
    answers(&hook(number.into()), 422, "HOOK_ANSWER", "The hook gave no number", None);
    answers(&hook("gone".into()), 500, "HOOK_FAILED", "The database failed.", None);
}

#[test]
fn the_catalogue_has_every_row() {
    let rows: Vec<_> = UserError::catalogue()
        .iter()
        .map(|entry| format!("{} {}", entry.code(), entry.spec().status.unwrap()))
        .collect();
    assert_eq!(
        rows,
        [
            "USER_NOT_FOUND 404",
            "EMAIL_TAKEN 409",
            "CONFLICT 409",
            "DATABASE_BUSY 503",
            "DATABASE_ERROR 500",
            "NO_AVATAR 404",
            "AVATAR_FAILED 500",
            "HOOK_ANSWER 422",
            "HOOK_FAILED 500",
        ]
    );
}
