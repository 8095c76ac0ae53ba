// A header's value writes itself.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug)]
struct Opaque;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("one word")]
    Word {
        #[api(header = "X-Value")]
        value: Opaque,
    },
    #[error("a whole type")]
    Whole(#[api(header = "X-Value")] std::collections::BTreeMap<String, u8>),
}

fn main() {}
