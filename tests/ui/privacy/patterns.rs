// However a pattern reaches a source, its parts stay private.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error)]
#[error("broken: {text}")]
struct Foreign {
    text: String,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("attribute")]
    #[api(when { #[cfg(all())] source: s if !s.text.is_empty() }, status = 400, message = "Broken: {s}")]
    Attribute { source: Foreign },
    #[error("upper")]
    #[api(when(Foreign { text: T, .. }) if !T.is_empty(), status = 400, message("Broken: {}", T))]
    Upper(#[source] Foreign),
    #[error("captured")]
    #[api(when(Foreign { text: T }) if T != "", status = 400, message = "Broken: {T}", detail("t" = format!("{T}")))]
    Captured(#[source] Foreign),
    // No complaint: a path is a constant, and a guard is not sent.
    #[error("path")]
    #[api(when(self::LIMIT) if LIMIT > 1, status = 400, message("At {}", LIMIT))]
    Path(u32),
}

const LIMIT: u32 = 3;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Sources {
    // Raw or not, it is the name.
    #[error("raw")]
    #[api(message = "Broken: {source}")]
    Raw { r#source: Foreign },
    // An operand begins behind these words, too.
    #[error("{}", loop { break .0.to_string() })]
    Break(#[source] Foreign),
    #[error("label")]
    #[api(message("{}", 'a: { break 'a .0.to_string() }))]
    Label(#[source] Foreign),
    #[error("kept")]
    #[api(message("{:?}", #[allow(unused)] .0))]
    Attribute(#[source] Foreign),
}

fn main() {}
