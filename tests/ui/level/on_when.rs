// Keys of types and of fields, and `transparent`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("one")]
    #[api(
        when(1),
        status = 404,
        axum,
        adapter = my_adapter,
        code_case = "kebab-case",
        code_prefix = "auth.",
        code_suffix = ".error",
        strict,
        crate = ::error_runtime,
        bound(T: Clone),
        transparent,
        catch = 404,
        errors,
        public,
        keep_null,
        omit_default,
        keep_empty,
    )]
    One(u8),
}

fn main() {}
