// A redirect is the `Location`, and the only one.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("header")]
    #[api(status = 302, any_status, header("Location" = "/one"), redirect("/two"))]
    Header,
    #[error("field")]
    #[api(status = 302, any_status, redirect("/two"))]
    Field {
        #[api(header = "Location")]
        location: String,
    },
    #[error("taken away")]
    #[api(status = 302, any_status, redirect("/two"), header("Location" = none))]
    TakenAway,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400, header("Location" = "/default"))]
enum Default {
    #[error("type")]
    #[api(status = 302, any_status, redirect("/own"))]
    Type,
    // No complaint: the type's is taken away.
    #[error("replaced")]
    #[api(status = 302, any_status, header("Location" = none), redirect("/own"))]
    Replaced,
}

fn main() {}
