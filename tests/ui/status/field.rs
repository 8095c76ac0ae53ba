// A field that is the status; a declared one stands in, and is none too many.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("value")]
    Value {
        #[api(status = 404)]
        status: u16,
    },
    #[error("group")]
    Group(#[api(status(404))] u16),
    #[error("twice")]
    Twice(#[api(status, status)] u16),
    #[error("what stands in is no error's")]
    #[api(status = 302)]
    Fallback(#[api(status)] u16),
    // No complaint: the field gives it.
    #[error("none declared")]
    #[api(when(_, 0), code = "ZERO")]
    Undeclared(#[api(status)] u16, u8),
    // No complaint: it may be a 5xx, and may be none.
    #[error("exposed")]
    #[api(status = 400, expose)]
    Exposed(#[api(status)] u16),
    #[error("concealed")]
    #[api(status = 500, conceal)]
    Concealed(#[api(status)] u16),
}

fn main() {}
