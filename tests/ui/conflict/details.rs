// An entry of each name, or one value that is the whole.

use error_runtime::ApiError;
use std::collections::BTreeMap;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("fields")]
    Fields {
        #[api(detail)]
        id: u32,
        #[api(detail = "id")]
        other: u32,
    },
    #[error("field and entry")]
    #[api(detail("id" = 1))]
    FieldAndEntry {
        #[api(detail)]
        id: u32,
    },
    #[error("entries")]
    #[api(detail("id" = 1, "id" = 2))]
    Entries,
    #[error("nested")]
    #[api(detail("user" = { "id": 1, "id": 2 }))]
    Nested,
    #[error("flatten beside a field")]
    FlattenField {
        #[api(detail(flatten))]
        all: BTreeMap<String, u32>,
        #[api(detail)]
        id: u32,
    },
    #[error("flatten beside an entry")]
    #[api(detail("id" = 1))]
    FlattenEntry(#[api(detail(flatten))] BTreeMap<String, u32>),
    #[error("flatten beside flatten")]
    FlattenFlatten(
        #[api(detail(flatten))] BTreeMap<String, u32>,
        #[api(detail(flatten))] BTreeMap<String, u32>,
    ),
}

fn main() {}
