// Names that texts inside expressions capture, and `self`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error)]
enum Foreign {
    #[error("broken: {0}")]
    Broken(String),
}

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("captured")]
    #[api(when(Foreign::Broken(text)), status = 400, message = "Broken", detail("text" = format!("it was {text:?}")))]
    Captured(#[source] Foreign),
    #[error("the whole")]
    #[api(when(whole @ Foreign::Broken(_)), status = 400, message("Broken: {}", whole))]
    Whole(#[source] Foreign),
    #[error("self: {0}")]
    #[api(detail("text" = self.to_string()))]
    Itself(#[source] Foreign),
    #[error("self in a text: {0}")]
    #[api(message("{}", format!("{self}")))]
    ItselfCaptured(#[source] Foreign),
    #[error("shown: {}", format!("{source}"))]
    #[api(status = 400)]
    Shown { source: Foreign },
    // No complaint: nothing here is private.
    #[error("own")]
    #[api(detail("text" = self.to_string()))]
    Own { text: String },
}

fn main() {}
