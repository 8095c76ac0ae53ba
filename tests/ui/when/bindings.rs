// What a pattern binds, and what a guard may name.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    // Texts could not tell the two apart.
    #[error("name")]
    #[api(when { kind: Some(id), .. }, status = 404, message = "No {id}")]
    Name { id: u8, kind: Option<u8> },
    #[error("shorthand")]
    #[api(when { kind, .. if *kind > 3 }, status = 404)]
    Shorthand { id: u8, kind: u8 },
    #[error("guard")]
    #[api(when { kind: k, .. if *k > .id }, status = 404)]
    Guard { id: u8, kind: u8 },
    #[error("empty guard")]
    #[api(when(3 if), status = 404)]
    EmptyGuard(u8),
}

fn main() {}
