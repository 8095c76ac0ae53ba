// No face may show what is private.

use error_runtime::ApiError;
use std::io::Error as Io;
use thiserror::Error;

struct Legacy;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("cannot read: {0}")]
    #[api(status = 500, face(Legacy, status = 404))]
    Display(#[source] Io),
    #[error("cannot read: {0}")]
    #[api(status = 500, face(Legacy, expose))]
    Exposed(#[source] Io),
    #[error("cannot read")]
    #[api(status = 500, face(Legacy, message = "cannot read: {source}"))]
    Message { source: Io },
    #[error("cannot read")]
    #[api(status = 500, face(Legacy, hint = "{cause}", header("x-cause" = "{cause}")))]
    Texts {
        #[source]
        cause: Io,
    },
    #[error("cannot read")]
    #[api(status = 500)]
    Member {
        #[source]
        #[api(face(Legacy, member = "cause"))]
        cause: Cause,
    },
    #[error("cannot read")]
    #[api(status = 500)]
    #[api(when(cause if cause.raw_os_error().is_some()), status = 404, message = "No",
        face(Legacy, message = "{cause:?}"))]
    When(#[source] Io),
    #[error("cannot read")]
    #[api(status = 500, face(Legacy, message = "{source}"))]
    Public {
        #[api(public)]
        source: Io,
    },
    // The group ends what it does not say again.
    #[error("cannot open: {source}")]
    #[api(status = 404)]
    Ended {
        #[api(public, face(Legacy))]
        source: Io,
    },
    #[error("on both: {0}")]
    #[api(status = 404, face(Legacy, status = 410))]
    Both(#[source] Io),
}

#[derive(Debug, Error, serde::Serialize)]
#[error("cause")]
struct Cause;

fn main() {}
