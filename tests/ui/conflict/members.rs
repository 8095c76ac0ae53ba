// A member of each name.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("fields")]
    Fields {
        #[api(member)]
        id: u32,
        #[api(member = "id")]
        other: u32,
    },
    #[error("field and entry")]
    #[api(member("id" = 1))]
    FieldAndEntry {
        #[api(member)]
        id: u32,
    },
    // No complaint: a member and a detail are two places.
    #[error("two places")]
    TwoPlaces {
        #[api(detail, member)]
        id: u32,
    },
}

fn main() {}
