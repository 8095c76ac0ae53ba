// The predicates of a where clause, in parentheses.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("text")]
#[api(status = 400, bound = "T: Clone")]
struct Text<T>(T);

#[derive(Debug, Error, ApiError)]
#[error("no predicate")]
#[api(status = 400, bound(T))]
struct NoPredicate<T>(T);

#[derive(Debug, Error, ApiError)]
#[error("flag")]
#[api(status = 400, bound)]
struct Flag<T>(T);

fn main() {}
