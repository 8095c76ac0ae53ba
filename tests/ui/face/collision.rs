// A member on a face may not have the name of one that the face's envelope
// writes.

use error_runtime::{ApiError, envelope};
use thiserror::Error;

envelope! {
    Legacy = { "errcode": code, "msg": message, ..members }
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400, face(Legacy, envelope = Legacy))]
enum Enum {
    #[error("field")]
    Field {
        #[api(detail, face(Legacy, member = "msg"))]
        id: u32,
        #[api(detail, face(Legacy, member = "title"))]
        title: u32,
    },
    #[error("entry")]
    #[api(face(Legacy, member("errcode" = 1)))]
    Entry,
}

fn main() {}
