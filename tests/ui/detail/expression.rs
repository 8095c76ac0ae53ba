// Expressions name fields as `.field`; what is wrong in them rustc says.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("misspelt")]
    #[api(detail("size" = .item.len()))]
    Misspelt { items: Vec<u32> },
    #[error("text")]
    #[api(detail("text" = "size {item}"))]
    Text { items: u32 },
    #[error("nested")]
    #[api(detail("list" = { "size": 1, "first": .item[0] }))]
    Nested { items: Vec<u32> },
}

fn main() {}
