// A member may not have the name of one that the envelope writes.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("field")]
    Field {
        #[api(member)]
        status: u32,
    },
    #[error("name")]
    Name {
        #[api(member = "title")]
        name: String,
    },
    #[error("entry")]
    #[api(member("detail" = "text", "accepted" = false))]
    Entry,
}

fn main() {}
