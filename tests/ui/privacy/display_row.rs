// Each row decides what is seen of the one `Display`.

use error_runtime::ApiError;
use std::io;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("bad file: {0}")]
    #[api(when(error if error.kind() == io::ErrorKind::NotFound), status = 404)]
    Row(#[source] io::Error),
    // No complaint.
    #[error("bad file: {0}")]
    #[api(when(error if error.kind() == io::ErrorKind::NotFound), status = 404, message = "No file")]
    Declared(#[source] io::Error),
}

fn main() {}
