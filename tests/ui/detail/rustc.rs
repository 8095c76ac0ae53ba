// What only rustc can see, it says at the user's own words.

use error_runtime::ApiError;
use thiserror::Error;

struct Opaque;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("method")]
    #[api(detail("size" = .items.quantity()))]
    Method { items: Vec<u32> },
    #[error("bare")]
    #[api(detail("size" = items.len()))]
    Bare { items: Vec<u32> },
    #[error("value")]
    #[api(detail("value" = Opaque))]
    Value,
    #[error("text")]
    #[api(detail("text" = "{items}"))]
    Text { items: Vec<u32> },
}

fn main() {}
