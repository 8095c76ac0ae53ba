//! The only field of a tuple is `derive_more`'s source, marked or not.

use derive_more::{Display, Error};
use error_runtime::ApiError;
use std::num::ParseIntError;

#[derive(Debug, Display, Error, ApiError)]
pub enum E {
    #[display("malformed: {_0}")]
    #[api(status = 400)]
    Implicit(ParseIntError),
    #[display("malformed: {_0}")]
    #[api(status = 400)]
    NoSource(#[error(not(source))] String),
    #[display("malformed")]
    #[api(status = 400, message = "Malformed")]
    Said(ParseIntError),
}

fn main() {}
