// 3. Hints, links, headers, details and members are public texts.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("hint")]
    #[api(hint = "Look at {source}")]
    Hint { source: std::io::Error },
    #[error("link")]
    #[api(docs = "https://docs.example/{0}")]
    Link(#[from] std::io::Error),
    #[error("header")]
    #[api(header("X-Cause" = "{source}"))]
    Header { source: std::io::Error },
    #[error("detail")]
    #[api(detail("cause" = "it was {source}"))]
    Detail { source: std::io::Error },
    #[error("detail expression")]
    #[api(detail("cause" = .source.to_string(), "nested" = { "kind": .source.kind().to_string() }))]
    DetailExpression { source: std::io::Error },
    #[error("member")]
    #[api(member("cause" = "it was {source}"))]
    Member { source: std::io::Error },
    #[error("member expression")]
    #[api(member("cause" = .source.to_string()))]
    MemberExpression { source: std::io::Error },
}

fn main() {}
