// What a transparent variant takes from its inner error it cannot also say.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("expose")]
    #[api(transparent, expose)]
    Expose(Inner),
    #[error("conceal")]
    #[api(transparent, conceal)]
    Conceal(Inner),
    #[error("shared code")]
    #[api(transparent, shared_code)]
    SharedCode(Inner),
    // No complaint: it has a code of its own.
    #[error("own code")]
    #[api(transparent, code = "OWN", shared_code)]
    OwnCode(Inner),
}

fn main() {}
