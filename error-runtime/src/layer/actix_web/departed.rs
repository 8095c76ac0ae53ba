//! An answer in the place of an error.

use super::super::ErrorBody;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::{Error, HttpResponse, ResponseError};
use bytes::Bytes;
use std::cell::Cell;
use std::fmt;

/// An answer on its way to the server, in an error's place: it is not made
/// again where somebody asks for it again.
pub(super) struct Departed {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    /// A body that nobody can read twice.
    stream: Cell<Option<ErrorBody<BoxBody>>>,
    /// The error that it answers.
    error: Option<Error>,
}

impl Departed {
    pub(super) fn new(response: HttpResponse<ErrorBody<BoxBody>>, error: Option<Error>) -> Self {
        let (head, body) = response.into_parts();
        let (body, stream) = match body.try_into_bytes() {
            Ok(bytes) => (bytes, None),
            Err(stream) => (Bytes::new(), Some(stream)),
        };
        let headers = head.headers().clone();
        Self { status: head.status(), headers, body, stream: Cell::new(stream), error }
    }
}

impl ResponseError for Departed {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let body = match self.stream.take() {
            Some(stream) => stream.boxed(),
            None => self.body.clone().boxed(),
        };
        let mut response = HttpResponse::with_body(self.status, body);
        *response.headers_mut() = self.headers.clone();
        response
    }
}

impl fmt::Display for Departed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.error {
            Some(error) => error.fmt(f),
            None => self.status.fmt(f),
        }
    }
}

impl fmt::Debug for Departed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Departed")
            .field("status", &self.status)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}
