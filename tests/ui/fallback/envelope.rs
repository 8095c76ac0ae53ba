// One typo in an envelope, and its uses compile all the same: one error.

use error_runtime::{ApiError, envelope};
use thiserror::Error;

envelope! {
    pub Api = {
        "code": cod,
        "message": message,
    }
    success = { "data": data }
}

#[derive(Debug, Error, ApiError)]
#[api(envelope = Api)]
enum NotFound {
    #[error("user {id} not found")]
    #[api(status = 404)]
    User { id: u32 },
}

fn main() {
    let _ = Api(1);
    let _: http::Response<Vec<u8>> = NotFound::User { id: 1 }.into();
}
