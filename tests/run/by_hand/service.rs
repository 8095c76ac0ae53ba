//! The quickstart's errors with thiserror and a hand-written `IntoResponse`.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::{io, time::Duration};

/// The body of every success, `{success, data, error}`.
pub struct CoDrag<T>(pub T);

#[derive(Serialize)]
struct SuccessBody<T> {
    success: bool,
    data: T,
    error: Option<()>,
}

impl<T: Serialize> IntoResponse for CoDrag<T> {
    fn into_response(self) -> Response {
        axum::Json(SuccessBody { success: true, data: self.0, error: None }).into_response()
    }
}

#[derive(Serialize)]
struct FailureBody<'a> {
    success: bool,
    data: Option<()>,
    error: Failure<'a>,
}

#[derive(Serialize)]
struct Failure<'a> {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'static str>,
    details: Details<'a>,
}

#[derive(Default, Serialize)]
struct Details<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
}

#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    #[error("Project with ID '{id}' not found")]
    ProjectNotFound { id: String },

    #[error("A build is already running")]
    BuildAlreadyRunning { left: Duration },

    #[error("The index could not be read")]
    IndexUnreadable(#[from] io::Error),

    #[error(transparent)]
    Auth(#[from] AuthError),
}

#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    #[error("A token is needed for this")]
    TokenMissing,

    #[error("This token may only read")]
    ReadOnlyToken,
}

const INTERNAL_MESSAGE: &str = "Something went wrong. Please try again.";

impl IndexError {
    fn is_missing(&self) -> bool {
        matches!(self, Self::IndexUnreadable(cause) if cause.kind() == io::ErrorKind::NotFound)
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::ProjectNotFound { .. } => StatusCode::NOT_FOUND,
            Self::BuildAlreadyRunning { .. } => StatusCode::CONFLICT,
            Self::IndexUnreadable(_) if self.is_missing() => StatusCode::NOT_FOUND,
            Self::IndexUnreadable(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Auth(AuthError::TokenMissing) => StatusCode::UNAUTHORIZED,
            Self::Auth(AuthError::ReadOnlyToken) => StatusCode::FORBIDDEN,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::ProjectNotFound { .. } => "PROJECT_NOT_FOUND",
            Self::BuildAlreadyRunning { .. } => "BUILD_ALREADY_RUNNING",
            Self::IndexUnreadable(_) if self.is_missing() => "INDEX_NOT_BUILT",
            Self::IndexUnreadable(_) => "INDEX_UNREADABLE",
            Self::Auth(AuthError::TokenMissing) => "TOKEN_MISSING",
            Self::Auth(AuthError::ReadOnlyToken) => "READ_ONLY_TOKEN",
        }
    }

    fn message(&self) -> String {
        match self {
            Self::IndexUnreadable(_) if self.is_missing() => "The project has no index yet".to_owned(),
            error if error.status().is_server_error() => INTERNAL_MESSAGE.to_owned(),
            error => error.to_string(),
        }
    }

    fn hint(&self) -> Option<&'static str> {
        match self {
            Self::ProjectNotFound { .. } => Some("Add the project first or select an existing project"),
            Self::BuildAlreadyRunning { .. } => Some("Wait for the current build to complete"),
            Self::IndexUnreadable(_) if self.is_missing() => Some("Build it first"),
            Self::Auth(AuthError::TokenMissing) => Some("Send it as a bearer token"),
            Self::IndexUnreadable(_) | Self::Auth(AuthError::ReadOnlyToken) => None,
        }
    }

    fn details(&self) -> Details<'_> {
        match self {
            Self::ProjectNotFound { id } => Details { id: Some(id) },
            _ => Details::default(),
        }
    }
}

impl IntoResponse for IndexError {
    fn into_response(self) -> Response {
        let body = FailureBody {
            success: false,
            data: None,
            error: Failure {
                code: self.code(),
                message: self.message(),
                hint: self.hint(),
                details: self.details(),
            },
        };
        let mut response = (self.status(), axum::Json(body)).into_response();
        let headers = response.headers_mut();
        match self {
            Self::BuildAlreadyRunning { left } => {
                let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
                headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
            }
            Self::Auth(AuthError::TokenMissing) => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            _ => {}
        }
        response
    }
}
