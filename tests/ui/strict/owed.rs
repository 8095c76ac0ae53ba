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
    #[error("Caught")]
    #[api(status = 426, hint = none, catch = 404)]
    Another,
    // No complaint: the framework's own answer has it.
    #[error("Caught")]
    #[api(status = 405, hint = none, code = "CAUGHT", catch(403, 405))]
    Caught,
    // No complaint: the inner error states its status.
    #[error("All")]
    #[api(transparent)]
    All(#[source] Inner),
}

fn main() {}
