// The name of a face is a type; what is nearly another one's is likely it.

use error_runtime::ApiError;
use thiserror::Error;

struct Legacy;
struct Other;
struct V1;
struct V2;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, face(Legacy, status = 404))]
enum Typo {
    #[error("one")]
    #[api(face(Legcy, code = "OLD"))]
    One,
    #[error("two")]
    Two(#[api(face(legacy, detail = "two"))] u8),
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum WithoutType {
    #[error("one")]
    #[api(face(Other, code = "A"))]
    One,
    #[error("two")]
    #[api(face(Ohter, code = "B"))]
    Two,
    #[error("three")]
    #[api(face(Other, code = "C"))]
    Three,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400, face(V1, code_prefix = "v1-"))]
enum Versions {
    #[error("one")]
    #[api(face(V2, code = "v2-one"))]
    One,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400, face(Vec<T>), face(Missing))]
#[error("generic")]
struct Generic<T>(T);

fn main() {}
