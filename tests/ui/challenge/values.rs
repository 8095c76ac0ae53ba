// A text, an expression over fields, a word, an integer.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 401)]
struct Inner;

#[derive(Debug, Error, ApiError)]
#[api(status = 401)]
enum Enum {
    #[error("placeholder")]
    #[api(challenge("Bearer", realm = "{realn}"))]
    Placeholder { realm: String },
    #[error("field")]
    #[api(challenge("Bearer", realm = .realn))]
    Field { realm: String },
    #[error("dot")]
    #[api(challenge("Bearer", realm = realm))]
    Dot { realm: String },
    #[error("line")]
    #[api(challenge("Bearer", realm = "one\ntwo"))]
    Line,
    #[error("letters")]
    #[api(challenge("Bearer", realm = "größe", scope = größe))]
    Letters,
    #[error("argument")]
    #[api(challenge("Bearer", realm = "api", .scope))]
    Argument { scope: String },
    #[error("expression")]
    #[api(challenge("Bearer", realm = .realm, .realm))]
    Expression { realm: String },
    #[error("misspelt")]
    #[api(challenge("Bearer", a = mesage, b = Code, c = hin, d = HINT))]
    Misspelt,
    #[error("none")]
    #[api(challenge("Bearer", realm = none, scope = None))]
    None,
    #[error("other")]
    #[api(challenge("Bearer", a = status, b = title, c = details, d = retry_after))]
    Other,
    #[error("self")]
    #[api(challenge("Bearer", a = self, b = request_id, c = public))]
    Itself,
    #[error("expressions")]
    #[api(challenge("Bearer", a = ., b = /x, c = "x" "y", d = .realm., e = "{}", .))]
    Expressions { realm: String },
    // No complaint: tokens.
    #[error("tokens")]
    #[api(challenge("Digest", a = MD5, b = SHA-256, c = true, d = auth, e = 5))]
    Tokens,
    #[error("inner")]
    #[api(transparent, challenge("Bearer", error_description = inner))]
    Transparent(Inner),
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Row {
    #[error("a binding and a slot")]
    #[api(when(Some(code)), status = 401, challenge("Bearer", error = code))]
    Binding(Option<String>),
    #[error("upper case")]
    #[api(when(MD5), status = 401, challenge("Digest", algorithm = MD5))]
    Upper(u8),
}

fn main() {}
