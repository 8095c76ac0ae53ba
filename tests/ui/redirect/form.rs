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
    #[error("backslash")]
    #[api(status = 302, any_status, redirect("/\\x"))]
    Backslash,
    #[error("beside a value")]
    #[api(status = 302, any_status, redirect("/{uri}/<id>"))]
    Beside { uri: String },
    #[error("letters beside a value")]
    #[api(status = 302, any_status, redirect("/größe/{uri}"))]
    LettersBeside { uri: String },
    #[error("begins with a value")]
    #[api(status = 302, any_status, redirect("{uri}/x", error = code))]
    Begins { uri: String },
    #[error("nothing but a value")]
    #[api(status = 302, any_status, redirect("{0}"))]
    Nothing(String),
    #[error("begins with an argument")]
    #[api(status = 302, any_status, redirect("{}/x", .0.trim()))]
    Argument(String),
    #[error("begins with a binding")]
    #[api(when(Some(to)), status = 302, any_status, redirect("{to}"))]
    Binding(Option<String>),
    #[error("slot")]
    #[api(status = 302, any_status, redirect(code))]
    Slot,
    #[error("slash")]
    #[api(status = 302, any_status, redirect(/x))]
    Slash,
    #[error("dot")]
    #[api(status = 302, any_status, redirect(., error = code))]
    Lone { uri: String },
    #[error("two texts")]
    #[api(status = 302, any_status, redirect("/a" "b"))]
    TwoTexts,
    #[error("value alone")]
    #[api(status = 302, any_status, redirect(.uri, code))]
    Alone { uri: String },
    #[error("twice")]
    #[api(status = 302, any_status, redirect("/one"), redirect("/two"))]
    Twice,
}

fn main() {}
