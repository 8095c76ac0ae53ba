// A word that is close to a key of another level.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, keepnull)]
enum Enum {
    #[error("one")]
    #[api(strct)]
    One {
        #[api(transparant)]
        id: u32,
    },
}

fn main() {}
