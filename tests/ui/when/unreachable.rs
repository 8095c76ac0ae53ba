// rustc itself tells of a row that is never chosen, and at its pattern.

#![allow(dead_code)]
#![deny(unreachable_patterns)]

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Clone, Copy)]
enum Kind {
    NotFound,
    Busy(u8),
}

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("twice")]
    #[api(when(Kind::NotFound), status = 404)]
    #[api(when(Kind::Busy(1..=9)), status = 429)]
    #[api(when(Kind::Busy(3)), status = 503)]
    Tuple(Kind),
    #[error("named")]
    #[api(when { kind: Kind::NotFound | Kind::Busy(_) }, status = 404)]
    #[api(when { kind: Kind::NotFound }, status = 410)]
    Named { kind: Kind },
}

#[derive(Debug, Error, ApiError)]
#[error("a struct")]
#[api(status = 500)]
#[api(when(Kind::NotFound), status = 404)]
#[api(when(Kind::NotFound), status = 410)]
struct Struct(Kind);

fn main() {}
