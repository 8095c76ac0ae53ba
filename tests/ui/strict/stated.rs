// Every row states `retry`, a 4xx its hint, a 5xx what is seen of it.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
#[api(strict)]
enum Enum {
    #[error("Retry")]
    #[api(status = 400, hint = none)]
    Retry,
    #[error("Hint")]
    #[api(status = 404, retry = "never")]
    Hint,
    #[error("Message")]
    #[api(status = 500, retry = "never")]
    Message,
    #[error("All")]
    #[api(status = 404)]
    All,
    #[error("Row")]
    #[api(status = 500, retry = "never", expose)]
    #[api(when(0), status = 404)]
    Row(u8),
    // No complaints.
    #[error("Fields")]
    #[api(status = 500, retry = "never")]
    Fields {
        #[api(message)]
        message: String,
    },
    #[error("Hint")]
    #[api(status = 400, retry = "never")]
    HintField(#[api(hint)] Option<String>),
    #[error("Concealed")]
    #[api(status = 500, retry = "never", conceal)]
    Concealed,
    #[error("Only the field knows the status")]
    #[api(retry = "never")]
    StatusField(#[api(status)] u16),
    #[error(transparent)]
    #[api(transparent)]
    Transparent(Inner),
}

fn main() {}
