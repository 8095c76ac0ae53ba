// 3. Challenges and redirects are public texts.

use error_runtime::ApiError;
use std::io;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 401)]
struct Inner;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("challenge")]
    #[api(status = 401, challenge("Bearer", realm = "{source}", error = .source.to_string()))]
    Challenge { source: io::Error },
    #[error("redirect")]
    #[api(status = 302, any_status, redirect(.0.to_string(), error = .0.to_string(), state = "{0}"))]
    Redirect(#[from] io::Error),
    #[error("target")]
    #[api(status = 302, any_status, redirect("/{source}"))]
    Target { source: io::Error },
    #[error("binding")]
    #[api(when(error), status = 401, challenge("Bearer", error = error))]
    #[api(when(error if error.kind() == io::ErrorKind::NotFound), status = 401, challenge("Bearer", error = error))]
    Binding(#[source] io::Error),
    #[error("inner")]
    #[api(transparent, challenge("Bearer", inner = "{0}", public = "{inner}"))]
    Transparent(Inner),
    #[error("itself")]
    #[api(status = 401, challenge("Bearer", error = self.to_string()))]
    Itself(#[source] io::Error),
    // No complaint: these are the error's own public texts.
    #[error("it was {source}")]
    #[api(challenge("Bearer", error = code, error_description = message, hint = hint))]
    Own { source: io::Error },
}

fn main() {}
