// 1. A declared message is public: no source's text in it.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("from")]
    #[api(message = "Reading failed: {0}")]
    From(#[from] std::io::Error),
    #[error("source")]
    #[api(message = "Parsing failed: {cause:?}")]
    Source {
        #[source]
        cause: std::num::ParseIntError,
    },
    #[error("by its name")]
    #[api(message("Formatting failed: {}", .source))]
    ByName { source: std::fmt::Error },
    #[error("an expression")]
    #[api(message("Reading failed: {kind:?}", kind = .0.kind()))]
    Expression(#[source] std::io::Error),
}

fn main() {}
