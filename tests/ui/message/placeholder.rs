// Placeholders name a field, a binding or an argument.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("misspelt")]
    #[api(message = "No user {user_id}")]
    Misspelt { userid: u32 },
    #[error("unknown")]
    #[api(message = "No user {name}")]
    Unknown { id: u32 },
    #[error("tuple")]
    #[api(message = "No user {1}")]
    Tuple(u32),
    #[error("unit")]
    #[api(message = "No user {id}")]
    Unit,
    #[error("row")]
    #[api(message = "No number")]
    #[api(when(number @ 1..), status = 404, message = "No number {nummer}")]
    Row(u32),
    #[error("width")]
    #[api(message = "No user {id:>widht$}")]
    Width { id: u32, width: usize },
    #[error("argument")]
    #[api(message("No user {}", .idd))]
    Argument { id: u32 },
}

#[derive(Debug, Error, ApiError)]
#[error("a struct")]
#[api(status = 400, message = "No user {idd}")]
struct Struct {
    id: u32,
}

fn main() {}
