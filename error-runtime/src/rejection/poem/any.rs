//! poem's own error, which holds any other.

use super::{
    CorsError, GetDataError, MethodNotAllowedError, NotFoundError, ParseFormError, ParseJsonError,
    ParsePathError, ParseQueryError, ParseTypedHeaderError, ReadBodyError, Refusal, Rejection,
    RouteError, SizedLimitError, StaticFileError, Told, UNSATISFIABLE, UpgradeError, rejections,
};
use crate::{FieldError, Headers};
use ::poem::error::Error as AnyPoemError;
#[cfg(feature = "poem_cookie")]
use ::poem::error::ParseCookieError;
#[cfg(feature = "poem_multipart")]
use ::poem::error::ParseMultipartError;

rejections! {
    AnyPoemError = [
        Refusal::JSON_SYNTAX.row(400),
        Refusal::JSON_DATA.row(400),
        Refusal::INVALID_FORM.row(400),
        Refusal::INVALID_MULTIPART.row(400); if "poem_multipart",
        Refusal::INVALID_PATH.row(400),
        Refusal::INVALID_QUERY.row(400),
        Refusal::INVALID_TEXT.row(400),
        Refusal::INVALID_HEADER.row(400),
        Refusal::MISSING_HEADER.row(400),
        Refusal::INVALID_COOKIE.row(400); if "poem_cookie",
        Refusal::MISSING_COOKIE.row(400); if "poem_cookie",
        Refusal::INVALID_UPGRADE.row(400),
        Refusal::UNREADABLE_BODY.row(400),
        Refusal::LENGTH_REQUIRED.row(411),
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::UNSUPPORTED_MEDIA_TYPE.row(415),
        Refusal::FORBIDDEN.row(403),
        Refusal::NOT_FOUND.row(404),
        Refusal::METHOD_NOT_ALLOWED.row(405),
        Refusal::PRECONDITION_FAILED.row(412),
        UNSATISFIABLE,
        Refusal::MISSING_EXTENSION.row(500),
        Refusal::BODY_TAKEN.row(500),
        Refusal::INTERNAL_SERVER_ERROR.row(500),
        Refusal::CLIENT_ERROR.of_any_status(),
        Refusal::SERVER_ERROR.of_any_status(),
    ];
}

/// Calls a method of the error inside, if that is one of poem's.
macro_rules! inside {
    ($error:ident, |$inside:ident| $call:expr, $($ty:ty $(; if $feature:literal)?,)*) => {
        $(
            $(#[cfg(feature = $feature)])?
            if let Some($inside) = $error.downcast_ref::<$ty>() {
                return $call;
            }
        )*
    };
}

impl Rejection for AnyPoemError {
    fn told(&self) -> Told {
        let status = self.status().as_u16();
        inside! {
            // Whoever has wrapped it may have chosen another status.
            self, |inside| inside.told().with_status(status),
            ParseJsonError, ParseFormError, ParsePathError, ParseQueryError, ParseTypedHeaderError,
            ReadBodyError, GetDataError, NotFoundError, MethodNotAllowedError, SizedLimitError,
            StaticFileError, CorsError, UpgradeError, RouteError,
            ParseMultipartError; if "poem_multipart",
            ParseCookieError; if "poem_cookie",
        }
        let client = (400..500).contains(&status);
        Told::new(if client { Refusal::CLIENT_ERROR } else { Refusal::SERVER_ERROR }, status)
    }

    fn field(&self) -> Option<FieldError> {
        inside! {
            self, |inside| inside.field(),
            ParseFormError, ParseQueryError,
            ParseMultipartError; if "poem_multipart",
        }
        None
    }

    fn headers(&self, headers: &mut Headers) {
        inside! { self, |inside| inside.headers(headers), StaticFileError, }
    }
}
