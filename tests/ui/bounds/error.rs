// An `ApiError` is an `Error`; thiserror or anybody makes it one.

use error_runtime::ApiError;

#[derive(Debug, ApiError)]
#[api(status = 400, message = "No error")]
struct NoError;

#[derive(Debug, ApiError)]
enum NoErrorEither {
    #[api(status = 400)]
    Variant,
}

fn main() {}
