// One typo in a generic type.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("conflict with {name}")]
#[api(statsu = 409)]
struct Conflict<'a, T, const N: usize = 1>
where
    T: Clone,
{
    name: &'a str,
    #[api(detail)]
    current: [T; N],
}

fn status<E: ApiError>(error: &E) -> u16 {
    error.status().as_u16()
}

fn main() {
    let error = Conflict { name: "one", current: [1] };
    let _ = status(&error);
    let _: http::Response<Vec<u8>> = error.into();
}
