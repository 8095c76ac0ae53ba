// `public` is a flag, and for a source.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("no source")]
    NoSource {
        #[api(public)]
        id: u32,
    },
    #[error("tuple")]
    Tuple(#[api(detail = "id", public)] u32),
    #[error("value")]
    Value {
        #[api(public = true)]
        source: std::io::Error,
    },
}

fn main() {}
