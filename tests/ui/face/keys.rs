// Keys in a face: those of its level, but for facts of the type.

use error_runtime::ApiError;
use thiserror::Error;

struct Legacy;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, face(Legacy, axum, crate = ::error_runtime, bound(T: Clone), statsu = 404))]
enum Enum<T> {
    #[error("fact of the rows")]
    #[api(face(Legacy, transparent, when(_)))]
    Rows(T),
    #[error("nested")]
    #[api(face(Legacy, face(Legacy, status = 404)))]
    Nested(u8),
    #[error("of another level")]
    #[api(face(Legacy, strict, keep_null, code_case = "kebab-case"))]
    Level(u8),
    #[error("twice")]
    #[api(face(Legacy, code = "A", code = "B"), face(Legacy, code = "C"))]
    Twice(u8),
    #[error("when")]
    #[api(status = 404)]
    #[api(when(1), status = 410, face(Legacy, transparent))]
    When(u8),
    #[error("field")]
    Field(#[api(face(Legacy, status = 404, detials = "a", axum))] u8),
}

fn main() {}
