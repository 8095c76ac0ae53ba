// How it is written at a variant and at a field.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("flag")]
    #[api(member)]
    Flag { id: u32 },
    #[error("equals")]
    #[api(member = "id")]
    Equals { id: u32 },
    #[error("name")]
    #[api(member(id = .id))]
    Name { id: u32 },
    #[error("no value")]
    #[api(member("id"))]
    NoValue { id: u32 },
    #[error("nested")]
    #[api(member("user" = { "id" = .id }))]
    Nested { id: u32 },
    #[error("tuple field")]
    Tuple(#[api(member)] u32),
    #[error("group")]
    Group {
        #[api(member("id" = 1))]
        id: u32,
    },
    #[error("name")]
    FieldName {
        #[api(member = user_id)]
        id: u32,
    },
}

fn main() {}
