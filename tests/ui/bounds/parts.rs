// What stands in a challenge or a redirect writes itself.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug)]
struct Opaque;

#[derive(Debug, Error, ApiError)]
#[api(status = 401)]
enum Enum {
    #[error("a field")]
    #[api(challenge("Bearer", scope = .scope))]
    Field { scope: Opaque },
    #[error("an expression")]
    #[api(challenge("Bearer", scope = Some(.scope)))]
    Expression { scope: Opaque },
    #[error("a target")]
    #[api(status = 302, any_status, redirect(.0))]
    Target(Opaque),
    #[error("a text")]
    #[api(challenge("Bearer", scope = "{scope}"))]
    Text { scope: Opaque },
}

fn main() {}
