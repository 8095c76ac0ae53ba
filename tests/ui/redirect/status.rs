// A redirect is a 3xx, as far as it is known here.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("an error's")]
    #[api(status = 404, redirect("/"))]
    Error,
    #[error("the type's")]
    #[api(redirect("/"))]
    Type,
    // Said once, although the face has the same.
    #[error("also on a face")]
    #[api(status = 409, redirect("/"), face(Inner, code = "OLD"))]
    Face,
    #[error("a success's")]
    #[api(status = 201, any_status, redirect("/"))]
    Success,
    #[error("a row's")]
    #[api(status = 302, any_status)]
    #[api(when(0), status = 401, redirect("/"))]
    Row(u8),
    // No complaint: only the field knows.
    #[error("a field's")]
    #[api(any_status, redirect("/"))]
    Field(#[api(status)] u16),
    // No complaint: only the inner error knows.
    #[error("an inner error's")]
    #[api(transparent, redirect("/"))]
    Transparent(Inner),
}

fn main() {}
