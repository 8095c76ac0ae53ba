// The items of a list are errors of ours.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug)]
struct Opaque;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("no list")]
    Word {
        #[api(errors)]
        value: Opaque,
    },
    #[error("no errors")]
    Whole(#[api(errors, status)] Vec<std::fmt::Error>),
    #[error("another crate's type")]
    Text(#[api(errors)] String),
    #[error("inside others")]
    Inside(#[api(errors)] Option<Box<u8>>),
}

fn main() {}
