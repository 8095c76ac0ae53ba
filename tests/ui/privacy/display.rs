// 2. Below 500, and with `expose`, clients see `Display`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("bad number: {0}")]
    #[api(status = 400)]
    Below(#[from] std::num::ParseIntError),
    #[error("bad number: {source}")]
    #[api(status = 400)]
    Named { source: std::num::ParseIntError },
    #[error("bad file: {0}")]
    #[api(status = 500, expose)]
    Exposed(#[source] std::io::Error),
    #[error("bad file: {:?}", .0.kind())]
    #[api(status = 400)]
    Expression(#[source] std::io::Error),
    // thiserror's arguments may name fields like this, too.
    #[error("bad file: {}", describe(source))]
    #[api(status = 400)]
    Bare { source: std::io::Error },
    #[error("bad text: {}", _0)]
    #[api(status = 400)]
    BareTuple(#[source] std::fmt::Error),
    // No complaints: a 500 hides it, `conceal` does, and `message` does.
    #[error("bad text: {0}")]
    #[api(status = 500)]
    Hidden(#[source] std::fmt::Error),
    #[error("bad text: {0}")]
    #[api(status = 400, conceal)]
    Concealed(#[source] std::fmt::Error),
    #[error("bad text: {0}")]
    #[api(status = 400, message = "Bad text")]
    Declared(#[source] std::fmt::Error),
}

fn describe(error: &std::io::Error) -> String {
    error.to_string()
}

#[derive(Debug, Error, ApiError)]
#[error("bad number: {0}")]
#[api(status = 400)]
struct Struct(#[from] std::num::ParseIntError);

#[derive(Debug, Error, ApiError)]
#[api(status = 500, expose)]
enum ExposedByType {
    #[error("bad file: {0}")]
    File(#[from] std::io::Error),
}

// One text for all variants.
#[derive(Debug, Error, ApiError)]
#[error("bad file: {0}")]
#[api(status = 400)]
enum TextOnType {
    File(#[from] std::io::Error),
}

fn main() {}
