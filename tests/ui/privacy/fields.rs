// A source is no detail, member, header or text, unless it is `public`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error)]
#[error("a code")]
struct Code;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("detail")]
    Detail(#[from] #[api(detail = "cause")] Inner),
    #[error("member")]
    Member {
        #[source]
        #[api(member)]
        cause: Inner,
    },
    #[error("header")]
    Header {
        #[api(header = "X-Cause")]
        source: Inner,
    },
    #[error("message")]
    Message {
        #[api(message)]
        source: Inner,
    },
    #[error("status")]
    Status {
        #[source]
        #[api(status)]
        cause: Inner,
    },
    #[error("code")]
    Code(#[from] #[api(code)] Code),
    #[error("hint")]
    Hint {
        #[api(hint)]
        source: Inner,
    },
}

fn main() {}
