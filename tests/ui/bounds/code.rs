// A code is text or an integer.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug)]
struct Opaque;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("one word")]
    Word {
        #[api(code)]
        value: Opaque,
    },
    #[error("a whole type")]
    Whole(#[api(code)] Option<f64>),
}

fn main() {}
