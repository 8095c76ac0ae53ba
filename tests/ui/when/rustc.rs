// What only rustc can see of a pattern, it says at the pattern.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug)]
enum Kind {
    NotFound,
    Busy(u8),
}

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("variant")]
    #[api(when(Kind::NotFuond), status = 404)]
    Variant(Kind),
    #[error("type")]
    #[api(when("busy"), status = 404)]
    Type(u8),
    #[error("value")]
    #[api(when(Kind::Busy), status = 404)]
    Value(Kind),
    #[error("guard")]
    #[api(when(Kind::Busy(n) if n > "3"), status = 404)]
    Guard(Kind),
}

fn main() {}
