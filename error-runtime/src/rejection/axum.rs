//! The rejections of axum's extractors.

use super::refusal::Refusal;
use super::told::{Rejection, Told, rejections};
use crate::FieldError;
use crate::framework_text as text;
use crate::sub_errors::{serde_path_to_error::steps, without_position};
use ::axum::extract::path::ErrorKind;
use ::axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FormRejection, JsonRejection, MatchedPathRejection,
    NestedPathRejection, PathRejection, QueryRejection, RawFormRejection, RawPathParamsRejection,
    StringRejection,
};
use ::serde_path_to_error::Error as Located;
use http::StatusCode;
use serde_core::de::value::Error as ParameterError;
use std::error::Error;

rejections! {
    JsonRejection = [
        Refusal::JSON_SYNTAX.row(400),
        Refusal::JSON_DATA.row(422),
        Refusal::UNSUPPORTED_MEDIA_TYPE.row(415),
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::UNREADABLE_BODY.row(400),
    ];
    FormRejection = [
        Refusal::INVALID_FORM.row(422),
        Refusal::INVALID_FORM.row(400),
        Refusal::UNSUPPORTED_MEDIA_TYPE.row(415),
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::UNREADABLE_BODY.row(400),
    ];
    RawFormRejection = [
        Refusal::UNSUPPORTED_MEDIA_TYPE.row(415),
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::UNREADABLE_BODY.row(400),
    ];
    BytesRejection = [
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::UNREADABLE_BODY.row(400),
    ];
    StringRejection = [
        Refusal::INVALID_TEXT.row(400),
        Refusal::PAYLOAD_TOO_LARGE.row(413),
        Refusal::UNREADABLE_BODY.row(400),
    ];
    QueryRejection = [Refusal::INVALID_QUERY.row(400)];
    PathRejection = [
        Refusal::INVALID_PATH.row(400),
        Refusal::PATH_MISMATCH.row(500),
        Refusal::MISSING_EXTENSION.row(500),
    ];
    RawPathParamsRejection = [
        Refusal::INVALID_PATH.row(400),
        Refusal::MISSING_EXTENSION.row(500),
    ];
    ExtensionRejection = [Refusal::MISSING_EXTENSION.row(500)];
    MatchedPathRejection = [Refusal::MISSING_EXTENSION.row(500)];
    NestedPathRejection = [Refusal::MISSING_EXTENSION.row(500)];
}

impl Rejection for JsonRejection {
    fn told(&self) -> Told {
        let told = |refusal| Told::new(refusal, self.status().as_u16());
        match self {
            Self::JsonSyntaxError(error) => because(told(Refusal::JSON_SYNTAX), error),
            Self::JsonDataError(error) => because(told(Refusal::JSON_DATA), error),
            Self::MissingJsonContentType(_) => {
                told(Refusal::UNSUPPORTED_MEDIA_TYPE).ours(text::EXPECTS_JSON)
            }
            _ => unread(self.status()),
        }
    }

    fn field(&self) -> Option<FieldError> {
        match self {
            Self::JsonDataError(error) => field::<serde_json::Error>(error, Top::Document),
            Self::JsonSyntaxError(error) => field::<serde_json::Error>(error, Top::Nowhere),
            _ => None,
        }
    }
}

impl Rejection for FormRejection {
    fn told(&self) -> Told {
        let told = |refusal| Told::new(refusal, self.status().as_u16());
        match self {
            Self::FailedToDeserializeForm(error) => because(told(Refusal::INVALID_FORM), error),
            Self::FailedToDeserializeFormBody(error) => because(told(Refusal::INVALID_FORM), error),
            Self::InvalidFormContentType(_) => {
                told(Refusal::UNSUPPORTED_MEDIA_TYPE).ours(text::EXPECTS_FORM)
            }
            _ => unread(self.status()),
        }
    }

    fn field(&self) -> Option<FieldError> {
        match self {
            Self::FailedToDeserializeForm(error) => parameter(error),
            Self::FailedToDeserializeFormBody(error) => parameter(error),
            _ => None,
        }
    }
}

impl Rejection for RawFormRejection {
    fn told(&self) -> Told {
        match self {
            Self::InvalidFormContentType(_) => {
                Told::new(Refusal::UNSUPPORTED_MEDIA_TYPE, self.status().as_u16())
                    .ours(text::EXPECTS_FORM)
            }
            _ => unread(self.status()),
        }
    }
}

impl Rejection for BytesRejection {
    fn told(&self) -> Told {
        unread(self.status())
    }
}

impl Rejection for StringRejection {
    fn told(&self) -> Told {
        match self {
            Self::InvalidUtf8(_) => Told::new(Refusal::INVALID_TEXT, self.status().as_u16()),
            _ => unread(self.status()),
        }
    }
}

impl Rejection for QueryRejection {
    fn told(&self) -> Told {
        let told = Told::new(Refusal::INVALID_QUERY, self.status().as_u16());
        match self {
            Self::FailedToDeserializeQueryString(error) => because(told, error),
            _ => told,
        }
    }

    fn field(&self) -> Option<FieldError> {
        match self {
            Self::FailedToDeserializeQueryString(error) => parameter(error),
            _ => None,
        }
    }
}

impl Rejection for PathRejection {
    fn told(&self) -> Told {
        let told = |refusal| Told::new(refusal, self.status().as_u16());
        match self {
            Self::FailedToDeserializePathParams(error) if error.status().is_client_error() => {
                told(Refusal::INVALID_PATH).theirs(error)
            }
            Self::FailedToDeserializePathParams(_) => told(Refusal::PATH_MISMATCH),
            _ => told(Refusal::MISSING_EXTENSION),
        }
    }

    fn field(&self) -> Option<FieldError> {
        let Self::FailedToDeserializePathParams(error) = self else { return None };
        let step = match error.kind() {
            ErrorKind::ParseErrorAtKey { key, .. }
            | ErrorKind::DeserializeError { key, .. }
            | ErrorKind::InvalidUtf8InPathParam { key } => key.clone().into(),
            ErrorKind::ParseErrorAtIndex { index, .. } => (*index).into(),
            _ => return None,
        };
        Some(text::at([step], text::shown(error.kind())))
    }
}

impl Rejection for RawPathParamsRejection {
    fn told(&self) -> Told {
        let told = |refusal| Told::new(refusal, self.status().as_u16());
        match self {
            Self::InvalidUtf8InPathParam(error) => told(Refusal::INVALID_PATH).theirs(error),
            _ => told(Refusal::MISSING_EXTENSION),
        }
    }

    fn field(&self) -> Option<FieldError> {
        match self {
            // It tells the name in its text only.
            Self::InvalidUtf8InPathParam(error) => text::field_error(&error.to_string()),
            _ => None,
        }
    }
}

macro_rules! missing {
    ($($ty:ty)*) => {$(
        impl Rejection for $ty {
            fn told(&self) -> Told {
                Told::new(Refusal::MISSING_EXTENSION, self.status().as_u16())
            }
        }
    )*};
}

missing! { ExtensionRejection MatchedPathRejection NestedPathRejection }

/// A body that did not come.
fn unread(status: StatusCode) -> Told {
    let refusal = match status {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::PAYLOAD_TOO_LARGE,
        _ => Refusal::UNREADABLE_BODY,
    };
    Told::new(refusal, status.as_u16())
}

/// With the text of the error inside, which goes without axum's own words.
fn because(told: Told, error: &(dyn Error + 'static)) -> Told {
    match error.source() {
        Some(source) => told.theirs(source),
        None => told,
    }
}

/// Where a path without steps leads.
#[derive(Clone, Copy)]
enum Top {
    /// Nowhere: it tells no more than the message.
    Nowhere,
    /// To the document itself.
    Document,
    /// To the parameter that the text names.
    Parameter,
}

fn parameter(error: &(dyn Error + 'static)) -> Option<FieldError> {
    field::<ParameterError>(error, Top::Parameter)
}

/// What `serde_path_to_error` knows of an error's place.
fn field<E: Error + 'static>(error: &(dyn Error + 'static), top: Top) -> Option<FieldError> {
    // axum's own error, around the one of this version of the crate.
    let inside = error.source().and_then(Error::source);
    let Some(located) = inside.and_then(|inside| inside.downcast_ref::<Located<E>>()) else {
        return text::field_error(&error.to_string());
    };
    let message = without_position(text::shown(located.inner()));
    let mut steps = steps(located.path()).peekable();
    match top {
        _ if steps.peek().is_some() => {}
        Top::Nowhere => return None,
        Top::Document => {}
        Top::Parameter => return text::parameter(&message),
    }
    Some(text::at(steps, message))
}

/// All rows of all types.
#[cfg(all(
    test,
    feature = "actix_web",
    feature = "axum_multipart",
    feature = "poem_cookie",
    feature = "poem_multipart"
))]
pub(super) fn rows() -> Vec<crate::Spec> {
    use crate::Declared;
    [
        JsonRejection::SPECS,
        FormRejection::SPECS,
        RawFormRejection::SPECS,
        BytesRejection::SPECS,
        StringRejection::SPECS,
        QueryRejection::SPECS,
        PathRejection::SPECS,
        RawPathParamsRejection::SPECS,
        ExtensionRejection::SPECS,
        MatchedPathRejection::SPECS,
        NestedPathRejection::SPECS,
        ::axum::extract::multipart::MultipartRejection::SPECS,
        ::axum::extract::multipart::MultipartError::SPECS,
    ]
    .concat()
}

#[cfg(feature = "axum_multipart")]
mod multipart {
    use super::{Refusal, Rejection, Told, because, rejections, text};
    use crate::FieldError;
    use ::axum::extract::multipart::{MultipartError, MultipartRejection};
    use std::error::Error;

    rejections! {
        MultipartRejection = [Refusal::INVALID_MULTIPART.row(400)];
        MultipartError = [
            Refusal::INVALID_MULTIPART.row(400),
            Refusal::PAYLOAD_TOO_LARGE.row(413),
            Refusal::INTERNAL_SERVER_ERROR.row(500),
        ];
    }

    impl Rejection for MultipartRejection {
        fn told(&self) -> Told {
            let told = Told::new(Refusal::INVALID_MULTIPART, self.status().as_u16());
            match self {
                Self::InvalidBoundary(error) => told.theirs(error),
                _ => told,
            }
        }
    }

    impl Rejection for MultipartError {
        fn told(&self) -> Told {
            let status = self.status().as_u16();
            match status {
                413 => Told::new(Refusal::PAYLOAD_TOO_LARGE, status),
                500.. => Told::new(Refusal::INTERNAL_SERVER_ERROR, status),
                _ => because(Told::new(Refusal::INVALID_MULTIPART, status), self),
            }
        }

        fn field(&self) -> Option<FieldError> {
            let source = self.source().filter(|_| self.status() == 400)?;
            text::part(&text::shown(source))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Rejection, text};
    use crate::FieldError;
    use ::axum::Json;
    use ::axum::extract::Query;
    use ::axum::extract::rejection::{JsonRejection, QueryRejection};
    use std::collections::BTreeMap;

    type Numbers = BTreeMap<String, Vec<u8>>;

    /// A layer has nothing but the text: both ways lead to the same field.
    fn told(rejection: &impl Rejection) -> FieldError {
        let field = rejection.field().unwrap();
        assert_eq!(text::field_error(&rejection.to_string()).as_ref(), Some(&field));
        field
    }

    #[test]
    fn texts_tell_what_errors_know() {
        let json = |text: &str| -> JsonRejection {
            Json::<Numbers>::from_bytes(text.as_bytes()).unwrap_err()
        };
        assert_eq!(told(&json(r#"{"a":[1,"x"]}"#)).pointer(), "#/a/1");
        assert_eq!(told(&json(r#"{"a":[1,x]}"#)).pointer(), "#/a/1");

        let query = |uri: &'static str| -> QueryRejection {
            Query::<BTreeMap<String, u8>>::try_from_uri(&uri.parse().unwrap()).unwrap_err()
        };
        assert_eq!(told(&query("/?a=1&b=x")).pointer(), "#/b");
    }

    /// The error itself knows more than its text.
    #[test]
    fn errors_know_what_texts_cannot_tell() {
        for key in ["a.b", "a[0]", "a: b", "", "\u{7}"] {
            let body = serde_json::json!({ key: "x" }).to_string();
            let rejection = Json::<Numbers>::from_bytes(body.as_bytes()).unwrap_err();
            assert_eq!(rejection.field().unwrap().path(), [key.to_owned().into()], "{key:?}");
            assert_ne!(text::field_error(&rejection.to_string()), rejection.field(), "{key:?}");
        }
    }

    /// A document that is wrong as a whole has a place, too; one that is no
    /// document has none.
    #[test]
    fn the_top_is_a_place_in_a_document() {
        let json = |text: &str| Json::<Numbers>::from_bytes(text.as_bytes()).unwrap_err().field();
        assert_eq!(json("[]").unwrap().pointer(), "#");
        assert_eq!(json(""), None);
        assert_eq!(json("{} x"), None);
    }
}
