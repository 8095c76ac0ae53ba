// 3. Sub-errors say themselves what is public: no text shows them beside.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("it broke at {disk}")]
#[api(status = 503)]
struct Broken {
    disk: &'static str,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 422)]
enum Enum {
    #[error("all of {all:?}")]
    Display {
        #[api(errors)]
        all: Vec<Broken>,
    },
    #[error("the first of {0:?}")]
    Tuple(#[api(errors, status)] Vec<Broken>),
    #[error("the first is {}", .0[0])]
    Part(#[api(errors)] Vec<Broken>),
    #[error("{}", join(list))]
    Bare {
        #[api(errors)]
        list: Vec<Broken>,
    },
    #[error("{}", self.text())]
    Unreadable {
        #[api(errors)]
        list: Option<Vec<Broken>>,
    },
    #[error("texts")]
    #[api(
        message = "{list:?}", hint = "{list:?}", header("x-first" = "{list:?}"),
        detail("first" = .list[0].to_string(), "own" = self.text()), member("all" = "{list:?}"),
        docs = "https://docs.example/{list:?}"
    )]
    #[api(when { list: some, .. } if some.len() > 1, status = 400, message = "{some:?}")]
    Texts {
        #[api(errors)]
        list: Vec<Broken>,
    },
    // What is both is called a source.
    #[error("{source}")]
    Source {
        #[api(errors)]
        source: serde_path_to_error::Error<serde_json::Error>,
    },
    // No complaints.
    #[error("all of {0:?}")]
    Public(#[api(errors, public)] Vec<Broken>),
    #[error("all of {0:?}")]
    #[api(conceal)]
    Concealed(#[api(errors)] Vec<Broken>),
    #[error("all of {0:?}")]
    #[api(message = "Not valid")]
    Said(#[api(errors)] Vec<Broken>),
    #[error("all of {0:?}")]
    #[api(status = 500)]
    Hidden(#[api(errors)] Vec<Broken>),
    #[error("{} of them", .0.len())]
    #[api(hint("{}", .0.len()), detail("none" = .0.is_empty()))]
    Counted(#[api(errors)] Vec<Broken>),
    #[error("{} of them", list.len())]
    CountedBare {
        #[api(errors)]
        list: Vec<Broken>,
    },
}

impl Enum {
    fn text(&self) -> String {
        format!("{self:?}")
    }
}

fn join(list: &[Broken]) -> String {
    format!("{list:?}")
}

fn main() {}
