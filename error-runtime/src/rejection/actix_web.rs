//! The errors of actix-web's extractors.

use super::refusal::Refusal;
use super::told::{Rejection, Told, rejections};
use crate::FieldError;
use crate::framework_text as text;
use ::actix_web::ResponseError;
use ::actix_web::error::{
    ContentTypeError, Error as AnyActixError, InternalError, JsonPayloadError, ParseError,
    PathError, PayloadError, QueryPayloadError, ReadlinesError, UrlencodedError,
};
use serde_core::de::value::Error as ParameterError;
use serde_json::error::Category;
use std::fmt::Display;

rejections! {
    JsonPayloadError = [
        Refusal::JSON_SYNTAX.row(400),
        Refusal::JSON_DATA.row(400),
        Refusal::UNSUPPORTED_MEDIA_TYPE.row(400),
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::LENGTH_REQUIRED.row(400),
        Refusal::UNREADABLE_BODY.row(400),
        Refusal::UNSERIALIZABLE.row(500),
    ];
    UrlencodedError = [
        Refusal::INVALID_FORM.row(400),
        Refusal::INVALID_TEXT.row(400),
        Refusal::UNSUPPORTED_MEDIA_TYPE.row(415),
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::LENGTH_REQUIRED.row(411),
        Refusal::LENGTH_REQUIRED.row(400),
        Refusal::UNREADABLE_BODY.row(400),
        Refusal::UNSERIALIZABLE.row(400),
    ];
    PathError = [Refusal::INVALID_PATH.row(400)];
    QueryPayloadError = [Refusal::INVALID_QUERY.row(400)];
    PayloadError = [
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::LENGTH_REQUIRED.row(400),
        Refusal::UNREADABLE_BODY.row(400),
    ];
    ReadlinesError = [
        Refusal::INVALID_TEXT.row(400),
        Refusal::UNSUPPORTED_MEDIA_TYPE.row(400),
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::PAYLOAD_TOO_LARGE.row(400),
        Refusal::LENGTH_REQUIRED.row(400),
        Refusal::UNREADABLE_BODY.row(400),
    ];
    ContentTypeError = [Refusal::UNSUPPORTED_MEDIA_TYPE.row(400)];
    ParseError = [Refusal::INVALID_HEADER.row(400)];
    AnyActixError = [
        Refusal::JSON_SYNTAX.row(400),
        Refusal::JSON_DATA.row(400),
        Refusal::INVALID_FORM.row(400),
        Refusal::INVALID_PATH.row(400),
        Refusal::INVALID_PATH.row(404),
        Refusal::INVALID_QUERY.row(400),
        Refusal::INVALID_TEXT.row(400),
        Refusal::INVALID_HEADER.row(400),
        Refusal::UNREADABLE_BODY.row(400),
        Refusal::LENGTH_REQUIRED.row(411),
        Refusal::LENGTH_REQUIRED.row(400),
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::PAYLOAD_TOO_LARGE.row(400),
        Refusal::UNSUPPORTED_MEDIA_TYPE.row(415),
        Refusal::UNSUPPORTED_MEDIA_TYPE.row(400),
        Refusal::MISSING_EXTENSION.row(500),
        Refusal::UNSERIALIZABLE.row(500),
        Refusal::UNSERIALIZABLE.row(400),
        Refusal::CLIENT_ERROR.of_any_status(),
        Refusal::SERVER_ERROR.of_any_status(),
    ];
}

impl Rejection for JsonPayloadError {
    fn told(&self) -> Told {
        let told = |refusal| Told::new(refusal, self.status_code().as_u16());
        match self {
            Self::Deserialize(error) => match error.classify() {
                Category::Data => told(Refusal::JSON_DATA).theirs(error),
                Category::Syntax | Category::Eof => told(Refusal::JSON_SYNTAX).theirs(error),
                Category::Io => told(Refusal::UNREADABLE_BODY),
            },
            Self::ContentType => told(Refusal::UNSUPPORTED_MEDIA_TYPE).ours(text::EXPECTS_JSON),
            Self::Overflow { .. } | Self::OverflowKnownLength { .. } => {
                told(Refusal::PAYLOAD_TOO_LARGE)
            }
            Self::Serialize(_) => told(Refusal::UNSERIALIZABLE),
            Self::Payload(error) => told(unread(error)),
            _ => told(Refusal::UNREADABLE_BODY),
        }
    }
}

impl Rejection for UrlencodedError {
    fn told(&self) -> Told {
        let told = |refusal| Told::new(refusal, self.status_code().as_u16());
        match self {
            Self::Parse(error) => told(Refusal::INVALID_FORM).theirs(error),
            Self::ContentType => told(Refusal::UNSUPPORTED_MEDIA_TYPE).ours(text::EXPECTS_FORM),
            Self::Overflow { .. } => told(Refusal::PAYLOAD_TOO_LARGE),
            Self::UnknownLength => told(Refusal::LENGTH_REQUIRED),
            Self::Encoding => told(Refusal::INVALID_TEXT),
            Self::Serialize(_) => told(Refusal::UNSERIALIZABLE),
            Self::Payload(error) => told(unread(error)),
            _ => told(Refusal::UNREADABLE_BODY),
        }
    }

    fn field(&self) -> Option<FieldError> {
        match self {
            Self::Parse(error) => text::parameter(&text::shown(error)),
            _ => None,
        }
    }
}

impl Rejection for PathError {
    fn told(&self) -> Told {
        let status = self.status_code().as_u16();
        match self {
            Self::Deserialize(error) => invalid_path(error, status),
            _ => Told::new(Refusal::INVALID_PATH, status),
        }
    }
}

impl Rejection for QueryPayloadError {
    fn told(&self) -> Told {
        let told = Told::new(Refusal::INVALID_QUERY, self.status_code().as_u16());
        match self {
            Self::Deserialize(error) => told.theirs(error),
            _ => told,
        }
    }

    fn field(&self) -> Option<FieldError> {
        match self {
            Self::Deserialize(error) => text::parameter(&text::shown(error)),
            _ => None,
        }
    }
}

impl Rejection for PayloadError {
    fn told(&self) -> Told {
        Told::new(unread(self), self.status_code().as_u16())
    }
}

impl Rejection for ReadlinesError {
    fn told(&self) -> Told {
        let told = |refusal| Told::new(refusal, self.status_code().as_u16());
        match self {
            Self::EncodingError => told(Refusal::INVALID_TEXT),
            Self::LimitOverflow => told(Refusal::PAYLOAD_TOO_LARGE),
            Self::ContentTypeError(_) => told(Refusal::UNSUPPORTED_MEDIA_TYPE),
            Self::Payload(error) => told(unread(error)),
            _ => told(Refusal::UNREADABLE_BODY),
        }
    }
}

impl Rejection for ContentTypeError {
    fn told(&self) -> Told {
        Told::new(Refusal::UNSUPPORTED_MEDIA_TYPE, self.status_code().as_u16())
    }
}

impl Rejection for ParseError {
    fn told(&self) -> Told {
        Told::new(Refusal::INVALID_HEADER, self.status_code().as_u16())
    }
}

macro_rules! any_of {
    ($error:ident, $call:ident: $($ty:ty)*) => {
        None$(.or_else(|| $error.as_error::<$ty>().map(Rejection::$call)))*
    };
}

impl Rejection for AnyActixError {
    fn told(&self) -> Told {
        let status = self.as_response_error().status_code().as_u16();
        let known = any_of! {
            self, told:
            JsonPayloadError UrlencodedError PathError QueryPayloadError PayloadError
            ReadlinesError ContentTypeError ParseError
        };
        known.or_else(|| unnamed(self, status)).unwrap_or_else(|| {
            let client = (400..500).contains(&status);
            Told::new(if client { Refusal::CLIENT_ERROR } else { Refusal::SERVER_ERROR }, status)
        })
    }

    fn field(&self) -> Option<FieldError> {
        any_of! { self, field: UrlencodedError QueryPayloadError }.flatten()
    }
}

/// What the extractors answer that have no type for it.
fn unnamed(error: &AnyActixError, status: u16) -> Option<Told> {
    // Of `Path`, which has a type for it where it has an error handler only.
    let path = error.as_error::<InternalError<ParameterError>>();
    if let Some(path) = path.filter(|_| status == 404) {
        return Some(invalid_path(path, status));
    }
    let text = error.as_error::<InternalError<&'static str>>()?.to_string();
    let refusal = match (status, text.as_str()) {
        (400, "Can not decode body") => Refusal::INVALID_TEXT,
        (400, "Unexpected Content-Type" | "Content-Type is expected") => {
            Refusal::UNSUPPORTED_MEDIA_TYPE
        }
        (500, text) if text.starts_with("Requested application data is not configured") => {
            Refusal::MISSING_EXTENSION
        }
        (500, "Missing expected request extension data") => Refusal::MISSING_EXTENSION,
        _ => return None,
    };
    Some(Told::new(refusal, status))
}

fn invalid_path(error: &dyn Display, status: u16) -> Told {
    let told = Told::new(Refusal::INVALID_PATH, status);
    // These speak of the handler's type, and not of the path.
    let text = text::shown(error);
    let of_the_server =
        ["unsupported type", "wrong number of parameters", "expected at least one parameter"];
    if of_the_server.iter().any(|start| text.starts_with(start)) {
        return told;
    }
    told.theirs(&text)
}

/// A body that did not come. What is said of it speaks of the connection.
fn unread(error: &PayloadError) -> Refusal {
    match error {
        PayloadError::Overflow => Refusal::PAYLOAD_TOO_LARGE,
        PayloadError::UnknownLength => Refusal::LENGTH_REQUIRED,
        _ => Refusal::UNREADABLE_BODY,
    }
}

/// The rows of each type but actix-web's own error, and those of that.
#[cfg(all(
    test,
    feature = "actix_web",
    feature = "axum_multipart",
    feature = "poem_cookie",
    feature = "poem_multipart"
))]
pub(super) fn rows() -> [Vec<crate::Spec>; 2] {
    use crate::Declared;
    let each = [
        JsonPayloadError::SPECS,
        UrlencodedError::SPECS,
        PathError::SPECS,
        QueryPayloadError::SPECS,
        PayloadError::SPECS,
        ReadlinesError::SPECS,
        ContentTypeError::SPECS,
        ParseError::SPECS,
    ];
    [each.concat(), AnyActixError::SPECS.to_vec()]
}
