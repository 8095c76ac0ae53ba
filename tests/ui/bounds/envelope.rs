// The envelope is a type that `envelope!` has made.

use error_runtime::ApiError;
use thiserror::Error;

struct Plain;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, envelope = Plain)]
enum NoEnvelope {
    #[error("one")]
    One,
    #[error("two")]
    #[api(envelope = Vec<u8>)]
    Two,
}

#[derive(Debug, Error, ApiError)]
#[error("three")]
#[api(status = 400, envelope = Missing)]
struct NoType;

fn main() {}
