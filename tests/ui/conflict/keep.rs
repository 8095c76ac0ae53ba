// One word says which empty values are written.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("two")]
    Two {
        #[api(detail, keep_null, omit_default)]
        id: Option<u32>,
    },
    #[error("three")]
    Three {
        #[api(member, omit_default)]
        #[api(keep_empty)]
        list: Vec<u32>,
    },
}

fn main() {}
