// A link, in which `{code}` is the code.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("word")]
    #[api(docs = none)]
    Word,
    #[error("flag")]
    #[api(docs)]
    Flag,
    #[error("case")]
    #[api(docs = "https://docs.example/{code:kebap}")]
    Case,
    #[error("unknown case")]
    #[api(docs = "https://docs.example/{code:upside_down}")]
    UnknownCase,
    #[error("placeholder")]
    #[api(docs = "https://docs.example/{code}/{idd}")]
    Placeholder { id: u32 },
}

fn main() {}
