// A row that matches everything would hide those after it.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("binding")]
    #[api(when(kind), status = 404)]
    Binding(u8),
    #[error("wildcard")]
    #[api(when(_), status = 404)]
    Wildcard(u8),
    #[error("rest")]
    #[api(when(..), status = 404)]
    Rest(u8),
    #[error("named")]
    #[api(when { .. }, status = 404)]
    Named { kind: u8 },
    #[error("both")]
    #[api(when { kind: k, id: _ }, status = 404)]
    Both { kind: u8, id: u8 },
    #[error("nested")]
    #[api(when(&ref number @ _), status = 404)]
    Nested(u8),
    // No complaint: guards choose, too.
    #[error("guard")]
    #[api(when(number if *number > 3), status = 404)]
    Guard(u8),
}

fn main() {}
