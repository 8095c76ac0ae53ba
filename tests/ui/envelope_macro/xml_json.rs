// The envelope by which the same errors are XML is XML.

use error_runtime::{ApiError, envelope};
use thiserror::Error;

envelope! {
    pub Json = { "code": code }

    pub Wrong = { "code": code }
    xml = Json

    pub Xml xml("Error") = { "Code": code, "Place": message, ..members }

    pub Both = { "code": code, ..members }
    xml = Xml
}

#[derive(Debug, Error, ApiError)]
#[error("it collides in XML")]
#[api(status = 400, envelope = Both)]
struct Collides {
    #[api(member = "Place")]
    place: u8,
}

fn main() {}
