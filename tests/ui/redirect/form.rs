// A target, then `name = value`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("flag")]
    #[api(status = 302, any_status, redirect)]
    Flag { uri: String },
    #[error("equals")]
    #[api(status = 302, any_status, redirect = "https://example.org")]
    Equals { uri: String },
    #[error("empty")]
    #[api(status = 302, any_status, redirect())]
    Empty { uri: String },
    #[error("no target")]
    #[api(status = 302, any_status, redirect(error = code))]
    NoTarget { uri: String },
    #[error("dot")]
    #[api(status = 302, any_status, redirect(uri, error = code))]
    Dot { uri: String },
    #[error("field")]
    #[api(status = 302, any_status, redirect(.url, error = code))]
    Field { uri: String },
    #[error("space")]
    #[api(status = 302, any_status, redirect("https://example.org/log in", error = code))]
    Space,
    #[error("letters")]
    #[api(status = 302, any_status, redirect("https://example.org/größe"))]
    Letters,
    #[error("value alone")]
    #[api(status = 302, any_status, redirect(.uri, code))]
    Alone { uri: String },
    #[error("twice")]
    #[api(status = 302, any_status, redirect("/one"), redirect("/two"))]
    Twice,
}

fn main() {}
