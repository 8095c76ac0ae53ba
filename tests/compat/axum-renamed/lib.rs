//! `axum = path`, with a path of the dependency's other name, of a re-export,
//! and of a name in scope.

use error_runtime::{ApiError, envelope};
use std::error::Error;
use std::fmt;

/// A crate's own prelude.
pub mod prelude {
    pub use web as axum;
}

mod inner {
    pub(crate) use super::prelude::axum as server;
}

use inner::server;

envelope! {
    /// By its other name.
    #[api(axum = ::web)]
    pub Renamed = { "code": code }
    success = { "data": data }

    /// By a path of the crate's.
    #[api(axum = crate::prelude::axum)]
    pub ReExported = { "code": code }
    success = { "data": data }
}

/// By its other name.
#[derive(Debug, ApiError)]
#[api(envelope = Renamed, axum = ::web)]
#[api(status = 400)]
pub struct OtherName;

/// By a path of the crate's.
#[derive(Debug, ApiError)]
#[api(envelope = ReExported, axum = crate::prelude::axum, status = 400)]
pub struct Path;

/// By a name in scope.
#[derive(Debug, ApiError)]
#[api(axum = server, status = 400)]
pub struct InScope;

macro_rules! errors {
    ($($name:ident)*) => { $(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an error")
            }
        }

        impl Error for $name {}
    )* };
}

errors! { OtherName Path InScope }

#[test]
fn answers_as_declared() {
    use web::response::IntoResponse;

    assert_eq!(OtherName.into_response().status(), 400);
    assert_eq!(Path.into_response().status(), 400);
    assert_eq!(InScope.into_response().status(), 400);
    assert_eq!(Renamed(1).into_response().status(), 200);
    assert_eq!(ReExported(1).into_response().status(), 200);
}
