// What is written into the body is serialized.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug)]
struct Opaque;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("one word")]
    Word {
        #[api(detail)]
        value: Opaque,
    },
    #[error("a whole type")]
    Whole(#[api(detail = "value")] std::collections::HashMap<String, Opaque>),
    #[error("a member")]
    Member {
        #[api(member)]
        value: Option<Opaque>,
    },
    #[error("all of it")]
    Flatten(#[api(detail(flatten))] Box<Opaque>),
}

fn main() {}
