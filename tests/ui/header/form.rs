// How it is written at a variant and at a field.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 405)]
enum Enum {
    #[error("equals")]
    #[api(header = "Allow: GET")]
    Equals,
    #[error("flag")]
    #[api(header)]
    Flag,
    #[error("comma")]
    #[api(header("Allow", "GET"))]
    Comma,
    #[error("no value")]
    #[api(header("Allow" =))]
    NoValue,
    #[error("no quotes")]
    #[api(header(Allow = "GET"))]
    NoQuotes,
    #[error("field")]
    Field {
        #[api(header)]
        allow: String,
    },
    #[error("field")]
    FieldGroup {
        #[api(header("Allow" = "GET"))]
        allow: String,
    },
}

fn main() {}
