// The flags of the other frameworks are told of as `axum` is.

use error_runtime::{ApiError, envelope};
use thiserror::Error;

macro_rules! nothing {
    ($($any:tt)*) => {};
}

#[derive(Debug, Error, ApiError)]
#[error("values")]
#[api(status = 400, rocket = "rocket", poem(poem), warp = 0.4)]
struct Values;

#[derive(Debug, Error, ApiError)]
#[error("typos")]
#[api(status = 400, rokcet, slavo, actix, lambda, hyper)]
struct Typos;

#[derive(Debug, Error, ApiError)]
#[error("twice")]
#[api(status = 400, axum, axum = ::axum, adapter = nothing, adapter = nothing)]
struct Twice;

#[derive(Debug, Error, ApiError)]
#[error("variant")]
enum Variant {
    #[error("variant")]
    #[api(status = 400, actix_web)]
    Variant,
}

struct Face;

#[derive(Debug, Error, ApiError)]
#[error("face")]
#[api(status = 400, face(Face, status = 404, trillium))]
struct OnFace;

envelope! {
    #[api(tonic, rocket = "rocket", ntx)]
    Shape = { "code": code }
    success = { "data": data }
}

fn main() {}
