// A name is a token, and stands once, in whatever case.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 401)]
enum Enum {
    #[error("space")]
    #[api(challenge("Bearer", "the realm" = "api"))]
    Space,
    #[error("empty")]
    #[api(challenge("Bearer", "" = "api"))]
    Empty,
    #[error("letters")]
    #[api(challenge("Bearer", größe = "api"))]
    Letters,
    #[error("twice")]
    #[api(challenge("Bearer", realm = "api", scope = "a", "Realm" = "b"))]
    Twice,
    // No complaint: two challenges.
    #[error("two")]
    #[api(challenge("Bearer", realm = "api"), challenge("Basic", realm = "api"))]
    Two,
}

fn main() {}
