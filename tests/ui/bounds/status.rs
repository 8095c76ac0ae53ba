// A status is a number that HTTP knows.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug)]
struct Opaque;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("one word")]
    Word {
        #[api(status)]
        value: Opaque,
    },
    #[error("a whole type")]
    Whole(#[api(status)] Option<String>),
}

fn main() {}
