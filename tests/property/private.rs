//! A planted text never reaches a byte of an answer, wherever it is planted.

use crate::config;
use crate::value::{Value, text, value};
use error_runtime::{ApiError, Context, envelope};
use proptest::{prop_assert, proptest};
use std::error::Error;
use std::fmt;

const PLANTED: &str = "pl4nted";

/// Tells the planted text, and more around it.
#[derive(Debug)]
struct Leak(String);

impl fmt::Display for Leak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{PLANTED}", self.0)
    }
}

impl Error for Leak {}

envelope! {
    /// Says all that it can.
    Loud = {
        "code": code, "title": title, "message": message, "hint": hint, "details": details,
        "category": category, "retry": retry, "retry_after": retry_after, "docs": docs,
        "type": type_uri, "variant": variant, "trace": trace, "all": members, ..members
    }
    type_uri = "https://t.example/{code}"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Loud)]
enum Subject {
    #[error("{secret} {text} {cause}")]
    #[api(status = 500, hint = "{text}", header("x-text" = "{text}"), detail("more" = "{text}"))]
    Server {
        text: String,
        #[api(detail, member)]
        value: Value,
        secret: String,
        #[source]
        cause: Leak,
    },
    #[error("{secret} {text}")]
    #[api(status = 404, conceal)]
    #[api(when { text: told, .. if told.len() > 8 }, status = 409, message = "{told}")]
    Concealed {
        text: String,
        #[api(member)]
        value: Value,
        secret: String,
        source: Leak,
    },
    #[error("{0}")]
    #[api(transparent, message = "{1}: {inner}", header("x-text" = "{1}"))]
    Outer(#[source] Box<Subject>, String),
}

fn surfaces(error: &dyn ApiError) -> Vec<u8> {
    let context = Context::new().with_request_id("r").with_hook(|_| {});
    let mut bytes = Vec::new();
    for response in [error.response(), error.response_with(&context)] {
        bytes.extend_from_slice(response.status().as_str().as_bytes());
        for (name, value) in response.headers() {
            bytes.extend_from_slice(name.as_str().as_bytes());
            bytes.extend_from_slice(value.as_bytes());
        }
        bytes.extend_from_slice(response.body());
    }
    bytes.extend_from_slice(error.in_envelope().to_string().as_bytes());
    bytes.extend_from_slice(error.message().as_bytes());
    bytes
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_planted_text_leaves(text in text(), around in text(), value in value()) {
        let secret = format!("{around}{PLANTED}{around}");
        let errors = || [
            Subject::Server {
                text: text.clone(), value: value.clone(), secret: secret.clone(), cause: Leak(around.clone()),
            },
            Subject::Concealed {
                text: text.clone(), value: value.clone(), secret: secret.clone(), source: Leak(around.clone()),
            },
        ];
        for error in errors() {
            prop_assert!(error.to_string().contains(PLANTED));
            let bytes = surfaces(&error);
            prop_assert!(!bytes.windows(PLANTED.len()).any(|w| w == PLANTED.as_bytes()));
        }
        for error in errors() {
            let bytes = surfaces(&Subject::Outer(Box::new(error), text.clone()));
            prop_assert!(!bytes.windows(PLANTED.len()).any(|w| w == PLANTED.as_bytes()));
        }
    }
}
