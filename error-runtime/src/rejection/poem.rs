//! The errors of poem's extractors and endpoints.

mod any;

use super::refusal::Refusal;
use super::told::{Rejection, Told, rejections};
use crate::framework_text as text;
use crate::{FieldError, HeaderSpec, Headers, Parts, Spec};
use ::poem::error::{
    CorsError, GetDataError, MethodNotAllowedError, NotFoundError, ParseFormError, ParseJsonError,
    ParsePathError, ParseQueryError, ParseTypedHeaderError, ReadBodyError, ResponseError,
    RouteError, SizedLimitError, StaticFileError, UpgradeError,
};
use serde_json::error::Category;
use std::error::Error;

rejections! {
    ParseJsonError = [
        Refusal::JSON_SYNTAX.row(400),
        Refusal::JSON_DATA.row(400),
        Refusal::UNSUPPORTED_MEDIA_TYPE.row(415),
        Refusal::UNREADABLE_BODY.row(400),
    ];
    ParseFormError = [
        Refusal::INVALID_FORM.row(400),
        Refusal::UNSUPPORTED_MEDIA_TYPE.row(415),
    ];
    ParsePathError = [Refusal::INVALID_PATH.row(400)];
    ParseQueryError = [Refusal::INVALID_QUERY.row(400)];
    ParseTypedHeaderError = [
        Refusal::INVALID_HEADER.row(400),
        Refusal::MISSING_HEADER.row(400),
    ];
    ReadBodyError = [
        Refusal::INVALID_TEXT.row(400),
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::UNREADABLE_BODY.row(400),
        Refusal::BODY_TAKEN.row(500),
    ];
    GetDataError = [Refusal::MISSING_EXTENSION.row(500)];
    NotFoundError = [Refusal::NOT_FOUND.row(404)];
    MethodNotAllowedError = [Refusal::METHOD_NOT_ALLOWED.row(405)];
    SizedLimitError = [
        Refusal::LENGTH_REQUIRED.row(411),
        Refusal::PAYLOAD_TOO_LARGE.row(413),
    ];
    StaticFileError = [
        Refusal::NOT_FOUND.row(404),
        Refusal::METHOD_NOT_ALLOWED.row(405),
        Refusal::INVALID_PATH.row(400),
        Refusal::FORBIDDEN.row(403),
        Refusal::PRECONDITION_FAILED.row(412),
        UNSATISFIABLE,
        Refusal::INTERNAL_SERVER_ERROR.row(500),
    ];
    CorsError = [Refusal::FORBIDDEN.row(403)];
    UpgradeError = [
        Refusal::INVALID_UPGRADE.row(400),
        Refusal::INTERNAL_SERVER_ERROR.row(500),
    ];
    RouteError = [Refusal::INTERNAL_SERVER_ERROR.row(500)];
}

/// Tells how long the file is.
const UNSATISFIABLE: Spec = Spec {
    headers: &[HeaderSpec::dynamic("content-range", "bytes */{size}")],
    dynamic: Parts::HEADERS,
    ..Refusal::RANGE_NOT_SATISFIABLE.row(416)
};

impl Rejection for ParseJsonError {
    fn told(&self) -> Told {
        let told = |refusal| Told::new(refusal, self.status().as_u16());
        match self {
            Self::ContentTypeRequired | Self::InvalidContentType(_) => {
                told(Refusal::UNSUPPORTED_MEDIA_TYPE).ours(text::EXPECTS_JSON)
            }
            Self::Parse(error) => {
                // Under poem's feature `sonic-rs` it is another crate's.
                let error: &(dyn Error + 'static) = error;
                let json = error.downcast_ref::<serde_json::Error>();
                match json.map_or(Category::Syntax, serde_json::Error::classify) {
                    Category::Data => told(Refusal::JSON_DATA).theirs(error),
                    Category::Syntax | Category::Eof => told(Refusal::JSON_SYNTAX).theirs(error),
                    Category::Io => told(Refusal::UNREADABLE_BODY),
                }
            }
        }
    }
}

impl Rejection for ParseFormError {
    fn told(&self) -> Told {
        let told = |refusal| Told::new(refusal, self.status().as_u16());
        match self {
            Self::ContentTypeRequired | Self::InvalidContentType(_) => {
                told(Refusal::UNSUPPORTED_MEDIA_TYPE).ours(text::EXPECTS_FORM)
            }
            Self::UrlDecode(error) => told(Refusal::INVALID_FORM).theirs(error),
        }
    }

    fn field(&self) -> Option<FieldError> {
        match self {
            Self::UrlDecode(error) => text::parameter(&text::shown(error)),
            _ => None,
        }
    }
}

impl Rejection for ParseQueryError {
    fn told(&self) -> Told {
        Told::new(Refusal::INVALID_QUERY, self.status().as_u16()).theirs(&self.0)
    }

    fn field(&self) -> Option<FieldError> {
        text::parameter(&text::shown(&self.0))
    }
}

impl Rejection for ParseTypedHeaderError {
    fn told(&self) -> Told {
        let status = self.status().as_u16();
        match self {
            Self::HeaderRequired(_) => Told::new(Refusal::MISSING_HEADER, status).theirs(self),
            Self::TypedHeader(_) => Told::new(Refusal::INVALID_HEADER, status),
        }
    }
}

impl Rejection for ReadBodyError {
    fn told(&self) -> Told {
        let refusal = match self {
            Self::BodyHasBeenTaken => Refusal::BODY_TAKEN,
            Self::Utf8(_) => Refusal::INVALID_TEXT,
            Self::PayloadTooLarge => Refusal::PAYLOAD_TOO_LARGE,
            Self::Io(_) => Refusal::UNREADABLE_BODY,
        };
        Told::new(refusal, self.status().as_u16())
    }
}

impl Rejection for SizedLimitError {
    fn told(&self) -> Told {
        let refusal = match self {
            Self::MissingContentLength => Refusal::LENGTH_REQUIRED,
            Self::PayloadTooLarge => Refusal::PAYLOAD_TOO_LARGE,
        };
        Told::new(refusal, self.status().as_u16())
    }
}

impl Rejection for StaticFileError {
    fn told(&self) -> Told {
        let refusal = match self {
            Self::MethodNotAllowed(_) => Refusal::METHOD_NOT_ALLOWED,
            Self::InvalidPath => Refusal::INVALID_PATH,
            // Its text is the path on the server's disk.
            Self::Forbidden(_) => Refusal::FORBIDDEN,
            Self::NotFound => Refusal::NOT_FOUND,
            Self::PreconditionFailed => Refusal::PRECONDITION_FAILED,
            Self::RangeNotSatisfiable { .. } => Refusal::RANGE_NOT_SATISFIABLE,
            Self::Io(_) => Refusal::INTERNAL_SERVER_ERROR,
        };
        Told::new(refusal, self.status().as_u16())
    }

    fn headers(&self, headers: &mut Headers) {
        if let Self::RangeNotSatisfiable { size } = self {
            headers.fmt("content-range", format_args!("bytes */{size}"));
        }
    }
}

impl Rejection for CorsError {
    fn told(&self) -> Told {
        Told::new(Refusal::FORBIDDEN, self.status().as_u16()).theirs(self)
    }
}

impl Rejection for UpgradeError {
    fn told(&self) -> Told {
        let status = self.status().as_u16();
        match self {
            // Of a connection that the server itself does not upgrade.
            Self::NoUpgrade => Told::new(Refusal::INTERNAL_SERVER_ERROR, status),
            Self::Other(_) => Told::new(Refusal::INVALID_UPGRADE, status),
        }
    }
}

macro_rules! always {
    ($($ty:ty: $refusal:ident,)*) => {$(
        impl Rejection for $ty {
            fn told(&self) -> Told {
                Told::new(Refusal::$refusal, self.status().as_u16())
            }
        }
    )*};
}

always! {
    ParsePathError: INVALID_PATH,
    GetDataError: MISSING_EXTENSION,
    NotFoundError: NOT_FOUND,
    MethodNotAllowedError: METHOD_NOT_ALLOWED,
    RouteError: INTERNAL_SERVER_ERROR,
}

/// The rows of each type but poem's own error, and those of that.
#[cfg(all(
    test,
    feature = "actix_web",
    feature = "axum_multipart",
    feature = "poem_cookie",
    feature = "poem_multipart"
))]
pub(super) fn rows() -> [Vec<Spec>; 2] {
    use crate::Declared;
    let each = [
        ParseJsonError::SPECS,
        ParseFormError::SPECS,
        ParsePathError::SPECS,
        ParseQueryError::SPECS,
        ParseTypedHeaderError::SPECS,
        ReadBodyError::SPECS,
        GetDataError::SPECS,
        NotFoundError::SPECS,
        MethodNotAllowedError::SPECS,
        SizedLimitError::SPECS,
        StaticFileError::SPECS,
        CorsError::SPECS,
        UpgradeError::SPECS,
        RouteError::SPECS,
        ::poem::error::ParseMultipartError::SPECS,
        ::poem::error::ParseCookieError::SPECS,
    ];
    [each.concat(), ::poem::Error::SPECS.to_vec()]
}

#[cfg(feature = "poem_multipart")]
mod multipart {
    use super::{FieldError, Refusal, Rejection, ResponseError, Told, rejections, text};
    use ::poem::error::ParseMultipartError;

    rejections! {
        ParseMultipartError = [
            Refusal::INVALID_MULTIPART.row(400),
            Refusal::INVALID_TEXT.row(400),
            Refusal::UNSUPPORTED_MEDIA_TYPE.row(415),
            Refusal::UNREADABLE_BODY.row(400),
        ];
    }

    impl Rejection for ParseMultipartError {
        fn told(&self) -> Told {
            let told = |refusal| Told::new(refusal, self.status().as_u16());
            match self {
                Self::ContentTypeRequired | Self::InvalidContentType(_) => {
                    told(Refusal::UNSUPPORTED_MEDIA_TYPE).ours(text::EXPECTS_MULTIPART)
                }
                Self::Multipart(error) => told(Refusal::INVALID_MULTIPART).theirs(error),
                Self::Utf8(_) => told(Refusal::INVALID_TEXT),
                Self::Io(error) if self.field().is_some() => {
                    told(Refusal::INVALID_MULTIPART).theirs(error)
                }
                Self::Io(_) => told(Refusal::UNREADABLE_BODY),
            }
        }

        fn field(&self) -> Option<FieldError> {
            match self {
                Self::Multipart(error) => text::part(&text::shown(error)),
                // What is wrong with a part comes as a text, too.
                Self::Io(error) => text::part(&text::shown(error)),
                _ => None,
            }
        }
    }
}

#[cfg(feature = "poem_cookie")]
mod cookie {
    use super::{Refusal, Rejection, ResponseError, Told, rejections};
    use ::poem::error::ParseCookieError;

    rejections! {
        ParseCookieError = [
            Refusal::INVALID_COOKIE.row(400),
            Refusal::MISSING_COOKIE.row(400),
        ];
    }

    impl Rejection for ParseCookieError {
        fn told(&self) -> Told {
            let refusal = match self {
                Self::CookieHeaderRequired => Refusal::MISSING_COOKIE,
                // A cookie may be a secret: nothing of its text.
                _ => Refusal::INVALID_COOKIE,
            };
            Told::new(refusal, self.status().as_u16())
        }
    }
}
