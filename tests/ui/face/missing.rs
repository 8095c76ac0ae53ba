// rustc reports a name without a type at the name.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("text")]
#[api(status = 400, face(Legacy, status = 404))]
struct Missing;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum OnAField {
    #[error("text")]
    A(#[api(face(partner::Face, detail = "a"))] u8),
}

fn main() {
    let _ = Missing;
}
