// `api` does not stand on parameters.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("one")]
#[api(status = 400)]
struct One<#[api(detail)] T: std::fmt::Debug>(T);

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Two<#[api(foo)] 'a, #[api] const N: usize> {
    #[error("two")]
    Two(&'a [u8; N]),
}

fn main() {}
