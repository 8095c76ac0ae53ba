// A public text is a text.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("message")]
    Message {
        #[api(message)]
        message: u32,
    },
    #[error("hint")]
    Hint(#[api(hint)] Option<Vec<String>>),
}

fn main() {}
