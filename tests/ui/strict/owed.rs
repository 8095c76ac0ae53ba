// What a status owes is not taken away, and not left to an inner error.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
#[api(strict, retry = "never")]
enum Enum {
    #[error("Unauthorized")]
    #[api(status = 401, hint = none, header("WWW-Authenticate" = none))]
    TakenAway,
    #[error(transparent)]
    #[api(transparent, status = 401)]
    Transparent(#[from] Inner),
    #[error("Proxy")]
    #[api(status = 407, hint = none, header("WWW-Authenticate" = "Basic"))]
    Proxy,
    // No complaints: a challenge is what is owed.
    #[error("Challenge")]
    #[api(status = 401, hint = none, challenge("Bearer", error = code))]
    Challenge,
    #[error("Challenge")]
    #[api(status = 407, hint = none, challenge("Basic"))]
    ProxyChallenge,
    // No complaint: the inner error states its status.
    #[error("All")]
    #[api(transparent)]
    All(#[source] Inner),
}

fn main() {}
