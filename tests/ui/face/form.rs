// How a face is written, on each level.

use error_runtime::ApiError;
use thiserror::Error;

struct Legacy;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, face)]
enum Flag {
    #[error("equals")]
    #[api(face = Legacy)]
    Equals(u8),
    #[error("empty")]
    #[api(face())]
    Empty(u8),
    #[error("braces")]
    #[api(face { Legacy, code = "OLD" })]
    Braces(u8),
    #[error("no name")]
    #[api(face(code = "OLD"))]
    NoName(u8),
    #[error("only a key")]
    #[api(face(expose))]
    OnlyAKey(u8),
    #[error("text")]
    #[api(face("Legacy", code = "OLD"))]
    Text(u8),
    #[error("two commas")]
    #[api(face(Legacy,, code = "OLD"))]
    TwoCommas(u8),
    #[error("no comma")]
    #[api(face(Legacy code = "NO_COMMA"))]
    NoComma(u8),
    #[error("the name stands last")]
    #[api(face(code = "OLDER", Legacy))]
    Last(u8),
    #[error("field")]
    Field(#[api(face(detail = "a"))] u8),
}

fn main() {}
