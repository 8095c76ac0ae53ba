// A text, an expression over fields, or the error's own; each name once.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("word")]
    #[api(status = 302, any_status, redirect("/", error = access_denied))]
    Word,
    #[error("dot")]
    #[api(status = 302, any_status, redirect("/", state = state))]
    Dot { state: String },
    #[error("field")]
    #[api(status = 302, any_status, redirect("/", state = .sate))]
    Field { state: String },
    #[error("placeholder")]
    #[api(status = 302, any_status, redirect("/", state = "{sate}"))]
    Placeholder { state: String },
    #[error("misspelt")]
    #[api(status = 302, any_status, redirect("/", error = coed, text = Message, state = none))]
    Misspelt,
    #[error("expressions")]
    #[api(status = 302, any_status, redirect("/", a = ., b = "x" "y", c = .state +, d = ?x))]
    Expressions { state: String },
    #[error("twice")]
    #[api(status = 302, any_status, redirect("/", error = code, error = "again"))]
    Twice,
    #[error("empty")]
    #[api(status = 302, any_status, redirect("/", "" = code))]
    Empty,
    // No complaint: any text can be escaped.
    #[error("any")]
    #[api(status = 302, any_status, redirect("/", "größe x" = "größe\n", n = 5))]
    Any,
}

fn main() {}
