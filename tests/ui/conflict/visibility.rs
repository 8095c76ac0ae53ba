// `message`, `expose` and `conceal` are three answers to one question.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("one")]
    #[api(status = 500, message = "Public", expose)]
    MessageExpose,
    #[error("two")]
    #[api(status = 400, conceal, message = "Public")]
    MessageConceal,
    #[error("three")]
    #[api(status = 500, expose, conceal)]
    ExposeConceal,
    #[error("row")]
    #[api(status = 500)]
    #[api(when(0), status = 500, message = "Public", expose)]
    Row(u8),
}

fn main() {}
