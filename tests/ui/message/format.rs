// Texts are checked as `format!` checks them.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("open")]
    #[api(message = "No user {id")]
    Open { id: u32 },
    #[error("close")]
    #[api(message = "No user id}")]
    Close { id: u32 },
    #[error("format")]
    #[api(message = "No user {id:z}")]
    Format { id: u32 },
    #[error("no argument")]
    #[api(message = "No user {}")]
    NoArgument { id: u32 },
    #[error("too few")]
    #[api(message("No user {} {}", .id))]
    TooFew { id: u32 },
    #[error("unused")]
    #[api(message("No user {}", .id, .id + 1))]
    Unused { id: u32 },
    #[error("unused")]
    #[api(message("No user", number = .id))]
    UnusedName { id: u32 },
}

fn main() {}
