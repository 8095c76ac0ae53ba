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
    #[error("dot")]
    #[api(detail("a" = ., "b" = [1, .items]))]
    Dot { items: Vec<u32> },
    #[error("two values")]
    #[api(detail("a" = "x" "y", "b" = .items .items "z", "c" = 1 2, "d" = 5 items))]
    Two { items: Vec<u32> },
    #[error("ends")]
    #[api(detail("a" = /x, "b" = .items., "c" = .items +, "d" = 1; 2, "e" = { "f": = 5 }))]
    Ends { items: Vec<u32> },
    #[error("arguments")]
    #[api(detail("a" = "{} {}", ., .items.len() +))]
    Arguments { items: Vec<u32> },
}

fn main() {}
