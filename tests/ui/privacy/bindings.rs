// A part of a source is private like the source.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error)]
enum Foreign {
    #[error("broken: {0}")]
    Broken(String),
    #[error("limit")]
    Limit { limit: u32 },
}

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("foreign")]
    #[api(when(Foreign::Broken(text)), status = 400, message = "Broken: {text}")]
    #[api(when(Foreign::Limit { limit }), status = 429, message = "Limited", detail("limit" = limit))]
    Foreign(#[from] Foreign),
    #[error("more")]
    #[api(when { source: Foreign::Broken(text), .. }, status = 400, message = "Broken", hint("{}", text.len()))]
    More { id: u32, source: Foreign },
    #[error("raw")]
    #[api(when { source: Foreign::Broken(text), .. }, status = 400, message = "Broken", hint("{}", r#text.len()))]
    #[api(when { source: Foreign::Limit { limit: r#as } , .. }, status = 429, message = "{as}")]
    // The keyword is no binding.
    #[api(when { source: Foreign::Limit { limit: r#as } , id: 7 }, status = 429, message = "Seven", hint("{}", .id as u64))]
    Raw { id: u32, source: Foreign },
    // No complaint: neither field is a source.
    #[error("own")]
    #[api(when(Some(number)), status = 400, message = "Number {number}")]
    Own(Option<u32>),
}

fn main() {}
