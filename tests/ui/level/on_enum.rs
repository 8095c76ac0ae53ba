// Keys of rows and of fields.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
#[api(code = "CODE")]
#[api(message = "Text")]
#[api(title = "Text")]
#[api(hint = "Text")]
#[api(retry_after = 30)]
#[api(challenge("Bearer"))]
#[api(redirect("https://example.org"))]
#[api(detail("limit" = 100))]
#[api(member("accepted" = false))]
#[api(conceal)]
#[api(transparent)]
#[api(when(1), status = 404)]
#[api(catch = 404)]
#[api(errors)]
#[api(public)]
#[api(keep_null)]
#[api(omit_default)]
#[api(keep_empty)]
enum Enum {
    #[error("one")]
    One(u8),
}

fn main() {}
