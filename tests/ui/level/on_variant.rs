// Keys of types and of fields.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("one")]
    #[api(axum)]
    #[api(adapter = my_adapter)]
    #[api(code_case = "kebab-case")]
    #[api(code_prefix = "auth.")]
    #[api(code_suffix = ".error")]
    #[api(strict)]
    #[api(crate = ::error_runtime)]
    #[api(bound(T: Clone))]
    #[api(errors)]
    #[api(public)]
    #[api(keep_null)]
    #[api(omit_default)]
    #[api(keep_empty)]
    One,
}

fn main() {}
