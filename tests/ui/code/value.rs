// Text, an integer of 64 bits, or `none`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("word")]
    #[api(code = PROJECT_LOCKED)]
    Word,
    #[error("fraction")]
    #[api(code = 1.5)]
    Fraction,
    #[error("suffix")]
    #[api(code = 12u8)]
    Suffix,
    #[error("too large")]
    #[api(code = 9223372036854775808)]
    TooLarge,
    #[error("expression")]
    #[api(code = "A".to_owned() + "B")]
    Expression,
    #[error("flag")]
    #[api(code)]
    Flag,
    #[error("group")]
    #[api(code("A"))]
    Group,
    #[error("placeholder")]
    #[api(code = "USER_{id}")]
    #[api(when { id: 0 }, status = 404, code = "{0:?}")]
    Placeholder { id: u32 },
    // No complaint: braces that hold no name.
    #[error("braces")]
    #[api(code = "{http://ns.example}Fault")]
    Braces,
}

fn main() {}
