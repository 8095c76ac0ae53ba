// How it is written at a variant and at a field.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("flag")]
    #[api(detail)]
    Flag { id: u32 },
    #[error("equals")]
    #[api(detail = "id")]
    Equals { id: u32 },
    #[error("name")]
    #[api(detail(id = .id))]
    Name { id: u32 },
    #[error("no value")]
    #[api(detail("id"))]
    NoValue { id: u32 },
    #[error("nested")]
    #[api(detail("user" = { "id" = .id }))]
    Nested { id: u32 },
    #[error("tuple field")]
    Tuple(#[api(detail)] u32),
    #[error("group")]
    Group {
        #[api(detail("id" = 1))]
        id: u32,
    },
    #[error("name")]
    FieldName {
        #[api(detail = user_id)]
        id: u32,
    },
}

fn main() {}
