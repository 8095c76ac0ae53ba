// A lone name in a pattern is a binding, which matches everything.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug)]
enum Kind {
    RowNotFound,
    PoolTimedOut,
    Other(u8),
}

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("tuple")]
    #[api(when(RowNotFound), status = 404)]
    Tuple(Kind),
    #[error("named")]
    #[api(when { kind: PoolTimedOut, .. }, status = 503)]
    Named { id: u32, kind: Kind },
    #[error("alternative")]
    #[api(when(Kind::RowNotFound | PoolTimedOut), status = 404)]
    Alternative(Kind),
    #[error("with a guard")]
    #[api(when(RowNotFound if is_monday()), status = 404)]
    Guard(Kind),
}

fn main() {}
