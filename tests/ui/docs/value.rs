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
    #[error("begins with a value")]
    #[api(docs = "{base}/x/{code}")]
    Begins { base: String },
    #[error("begins with an argument")]
    #[api(docs("{}", .0.trim()))]
    Argument(String),
    // No complaint: the code is the type's own, and always a single part.
    #[error("begins with the code")]
    #[api(docs = "{code}/{id}")]
    Code { id: u32 },
    // No complaint: a brace.
    #[error("begins with a brace")]
    #[api(docs = "{{id}}/{id}")]
    Brace { id: u32 },
}

fn main() {}
