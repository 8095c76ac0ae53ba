// A `Display` that cannot be read may show every field.

use error_runtime::ApiError;
use std::fmt;
use thiserror::Error;

#[derive(Debug, ApiError)]
#[api(status = 400)]
enum ByHand {
    File { source: std::io::Error },
    // No complaint: nothing is private.
    Number { number: u32 },
}

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for ByHand {}

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum ByThiserror {
    #[error(fmt = show)]
    Function(#[source] std::io::Error),
    #[error("{}", self.describe())]
    Method {
        #[source]
        cause: std::io::Error,
    },
}

fn show(error: &std::io::Error, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{error}")
}

impl ByThiserror {
    fn describe(&self) -> &'static str {
        "described"
    }
}

#[derive(Debug, derive_more::Display, derive_more::Error, ApiError)]
#[api(status = 400)]
enum ByDeriveMore {
    #[display("bad file: {_0}")]
    Unnamed(#[error(source)] std::io::Error),
}

fn main() {}
