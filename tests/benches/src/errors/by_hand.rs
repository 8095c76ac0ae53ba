//! By hand: constants, where all is constant, and `serde_json`.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER};
use http::{Response, StatusCode};
use serde::Serialize;
use std::io;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("The project is locked by another build")]
    ProjectLocked,
    #[error("The project is busy with another build")]
    ProjectBusy,
    #[error("Project {id} has no file {path}")]
    FileMissing { id: u64, path: &'static str },
    #[error("The project has no such file")]
    FileUnknown { id: u64, path: &'static str },
    #[error("Project {id} does not have the file {path}")]
    FileAbsent { id: u64, path: &'static str },
    #[error("The disk failed: {0}")]
    DiskFailed(#[from] io::Error),
}

#[derive(Serialize)]
struct Body<'a> {
    success: bool,
    data: Option<()>,
    error: Fault<'a>,
}

#[derive(Serialize)]
struct Fault<'a> {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'static str>,
    details: Details<'a>,
}

#[derive(Serialize, Default)]
struct Details<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
}

/// The short envelope.
#[derive(Serialize)]
struct Traced<'a> {
    error: TracedFault,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<&'a str>,
}

#[derive(Serialize)]
struct TracedFault {
    code: &'static str,
    message: String,
}

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const SHOULD_RETRY: HeaderName = HeaderName::from_static("x-should-retry");

impl StoreError {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::ProjectLocked | Self::ProjectBusy => StatusCode::CONFLICT,
            Self::FileMissing { .. } | Self::FileUnknown { .. } | Self::FileAbsent { .. } => {
                StatusCode::NOT_FOUND
            }
            Self::DiskFailed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    pub fn code(&self) -> &'static str {
        match self {
            Self::ProjectLocked => "PROJECT_LOCKED",
            Self::ProjectBusy => "PROJECT_BUSY",
            Self::FileMissing { .. } => "FILE_MISSING",
            Self::FileUnknown { .. } => "FILE_UNKNOWN",
            Self::FileAbsent { .. } => "FILE_ABSENT",
            Self::DiskFailed(_) => "DISK_FAILED",
        }
    }

    fn message(&self) -> String {
        match self {
            Self::DiskFailed(_) => "The store failed".to_owned(),
            error => error.to_string(),
        }
    }

    fn details(&self) -> Details<'_> {
        match *self {
            Self::FileUnknown { id, path } | Self::FileAbsent { id, path } => {
                Details { id: Some(id), path: Some(path) }
            }
            _ => Details::default(),
        }
    }

    /// The status alone.
    pub fn status_line(&self) -> Response<Bytes> {
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = self.status();
        response
    }

    /// The status and one header, which is what any answer costs.
    pub fn head(&self) -> Response<Bytes> {
        response(self.status(), Bytes::new())
    }

    /// The whole body as a literal.
    pub fn constant(&self) -> Response<Bytes> {
        let (status, body): (_, &'static [u8]) = match self {
            Self::ProjectLocked => (
                StatusCode::CONFLICT,
                br#"{"success":false,"data":null,"error":{"code":"PROJECT_LOCKED","message":"The project is locked by another build","details":{}}}"#,
            ),
            Self::DiskFailed(_) => (
                StatusCode::INTERNAL_SERVER_ERROR,
                br#"{"success":false,"data":null,"error":{"code":"DISK_FAILED","message":"The store failed","details":{}}}"#,
            ),
            Self::ProjectBusy => return busy(),
            error => return error.serde(),
        };
        response(status, Bytes::from_static(body))
    }

    /// The body by `serde_json`.
    ///
    /// # Panics
    ///
    /// Never: this body can be written.
    pub fn serde(&self) -> Response<Bytes> {
        let (code, message, details) = (self.code(), self.message(), self.details());
        let error = Fault { code, message, hint: None, details };
        let body = Body { success: false, data: None, error };
        let body = serde_json::to_vec(&body).expect("a body");
        let mut response = response(self.status(), body.into());
        if matches!(self, Self::ProjectBusy) {
            add_retry(&mut response);
        }
        response
    }
}

impl StoreError {
    /// The short envelope by `serde_json`, with the request's id if there is
    /// one.
    ///
    /// # Panics
    ///
    /// Never: this body can be written.
    pub fn traced(&self, request_id: Option<&str>) -> Response<Bytes> {
        let error = TracedFault { code: self.code(), message: self.message() };
        let body = serde_json::to_vec(&Traced { error, request_id }).expect("a body");
        response(self.status(), body.into())
    }
}

fn busy() -> Response<Bytes> {
    const BODY: &[u8] =
        br#"{"success":false,"data":null,"error":{"code":"PROJECT_BUSY","message":"The project is busy with another build","details":{}}}"#;
    let mut response = response(StatusCode::CONFLICT, Bytes::from_static(BODY));
    add_retry(&mut response);
    response
}

fn add_retry(response: &mut Response<Bytes>) {
    let headers = response.headers_mut();
    headers.insert(RETRY_AFTER, HeaderValue::from_static("30"));
    headers.insert(SHOULD_RETRY, HeaderValue::from_static("true"));
}

/// The constant body of `ProjectLocked` with the id copied into it: the least
/// that an id in the body can cost.
pub fn constant_with_id(id: &str) -> Response<Bytes> {
    const BEFORE: &[u8] =
        br#"{"error":{"code":"PROJECT_LOCKED","message":"The project is locked by another build"},"request_id":""#;
    const AFTER: &[u8] = br#""}"#;
    let mut body = Vec::with_capacity(BEFORE.len() + id.len() + AFTER.len());
    body.extend_from_slice(BEFORE);
    body.extend_from_slice(id.as_bytes());
    body.extend_from_slice(AFTER);
    response(StatusCode::CONFLICT, body.into())
}

fn response(status: StatusCode, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    response
}
