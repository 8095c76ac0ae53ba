//! What a client may see: planted secrets never reach a byte of an answer.

use crate::support::{Flat, lines};
use error_runtime::{AnyError, ApiError, Context, Declared, Text, envelope};
use std::error::Error;
use std::fmt;

const SECRET: &str = "s3cr3t";

/// A source that tells everything.
#[derive(Debug)]
struct Leak;

impl fmt::Display for Leak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SECRET} of the source")
    }
}

impl Error for Leak {}

envelope! {
    /// Says all that it can.
    Loud = {
        "code": code, "title": title, "message": message, "hint": hint, "details": details,
        "category": category, "retry": retry, "docs": docs, "type": type_uri, "variant": variant,
        "trace": trace, "members": members, ..members
    }
    type_uri = "https://t.example/{code}"
    should_retry = "x-should-retry"
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Private {
    #[error("{SECRET} in a constant")]
    #[api(status = 500)]
    Server,
    #[error("{text} at {place}", place = SECRET)]
    #[api(status = 503, header("x" = "y"), detail("a" = "b"))]
    ServerFields { text: &'static str },
    #[error("{SECRET}")]
    #[api(status = 404, conceal)]
    Concealed,
    #[error("{SECRET} {0}")]
    #[api(status = 400, message = "Malformed")]
    Replaced(&'static str),
    #[error("unauthorized")]
    #[api(status = 401, hint = "Sign in")]
    Unused {
        token: &'static str,
        #[source]
        cause: Leak,
    },
    #[error("{0}")]
    #[api(status = 500)]
    #[api(when(self::Leak), status = 409, message = "Looked at")]
    Source(#[from] Leak),
    #[error(transparent)]
    #[api(status = 502)]
    Through(Box<dyn Error + Send + Sync>),
    #[error("{SECRET}")]
    #[api(status = 500, envelope = Text)]
    Plain,
    #[error("{SECRET}")]
    #[api(status = 400)]
    #[api(when(0), status = 500)]
    #[api(when(_ if true), status = 400, conceal)]
    Row(u8),
    #[error("{SECRET}")]
    #[api(status = 500, detail("n" = { "deep": .0.len() }), member("m" = "{0}"))]
    Parts(&'static str, #[source] Leak),
    #[error("{SECRET}")]
    #[api(status = 500)]
    Falls(#[api(message)] Option<String>),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Loud)]
enum Outer {
    #[error("{SECRET} {0}")]
    #[api(transparent)]
    Plain(Private),
    #[error("{SECRET} {0}")]
    #[api(transparent, message = "Outer {inner}", hint = "{inner}", header("x-inner" = "{inner}"))]
    Said(Private),
    #[error("{SECRET} {0}")]
    #[api(transparent, status = 400)]
    Lowered(Box<Outer>),
}

fn all() -> Vec<Private> {
    vec![
        Private::Server,
        Private::ServerFields { text: SECRET },
        Private::Concealed,
        Private::Replaced(SECRET),
        Private::Unused { token: SECRET, cause: Leak },
        Private::Source(Leak),
        Private::Through(Box::new(Leak)),
        Private::Plain,
        Private::Row(0),
        Private::Row(1),
        Private::Parts("public", Leak),
        Private::Falls(None),
    ]
}

/// Looks for the secret in every byte of every surface.
#[track_caller]
fn check(error: &dyn ApiError) {
    let context = Context::new().with_request_id("r").with_hook(|_| {});
    for response in [error.response(), error.response_with(&context)] {
        let text = format!(
            "{:?} {:?} {}",
            response.status(),
            lines(response.headers()),
            String::from_utf8_lossy(response.body()),
        );
        assert!(!text.contains(SECRET), "{text}");
    }
    let told = format!(
        "{} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        error.in_envelope(),
        error.in_envelope_with(&context),
        error.message(),
        error.hint(),
        error.title(),
        error.docs(),
        error.code(),
        error.category(),
        error.retry(),
        serde_json::to_string(&error.in_envelope()),
    );
    assert!(!told.contains(SECRET), "{told}");
}

#[test]
fn no_private_path_leaks() {
    for error in all() {
        assert!(
            format!("{error} {error:?}").contains(SECRET) || error.source().is_some(),
            "{error}"
        );
        check(&error);
    }
}

#[test]
fn nor_through_transparent_variants() {
    for error in all() {
        check(&Outer::Plain(error));
    }
    for error in all() {
        check(&Outer::Said(error));
    }
    for error in all() {
        check(&Outer::Lowered(Box::new(Outer::Plain(error))));
    }
}

#[test]
fn nor_erased() {
    for error in all() {
        check(&*AnyError::from(error).with_hint("h").with_detail("d", &1));
    }
}

#[test]
fn nor_in_the_catalogue() {
    let snapshot = Outer::catalogue().snapshot();
    assert!(!snapshot.contains(SECRET) && !snapshot.contains("SECRET"), "{snapshot}");
}

/// `Display` and the sources stay what they are, for the log.
#[test]
fn the_private_side_is_untouched() {
    let error = Private::Unused { token: SECRET, cause: Leak };
    assert_eq!(error.source().unwrap().to_string(), "s3cr3t of the source");
    let Private::Unused { token, .. } = error else { unreachable!() };
    assert_eq!(token, SECRET);
    assert_eq!(Private::Server.to_string(), "s3cr3t in a constant");
}

#[test]
fn what_is_public_is_shown() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[api(envelope = Flat)]
    enum Public {
        #[error("Shown {0}")]
        #[api(status = 400)]
        Display(u8),
    }
    assert_eq!(
        crate::support::body(&Public::Display(1)),
        r#"{"code":"DISPLAY","message":"Shown 1"}"#
    );
}

/// Under 500 `Display` is public; what stands here is so only there.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Under {
    #[error("{SECRET}")]
    #[api(status = 404)]
    Named,
    #[error("s3cr3t in a constant")]
    #[api(status = 404)]
    Constant,
    #[error("s3cr3t {0}")]
    #[api(status = 404)]
    Dynamic(u8),
    #[error("declared")]
    #[api(status = 404, message = "declared")]
    Declared,
    #[error("exposed")]
    #[api(status = 503, expose)]
    Exposed,
    #[error("exposed {0}")]
    #[api(status = 503, expose)]
    ExposedFields(u8),
    #[error("s3cr3t")]
    #[api(status = 404)]
    Field(#[api(message)] Option<&'static str>),
    #[error("s3cr3t")]
    #[api(status = 500)]
    Hidden,
}

envelope! {
    /// Hides in words of its own.
    Worded = { "message": message, "hint"?: hint }
    internal_message = "Ask us"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Worded)]
enum Over {
    #[error(transparent)]
    #[api(transparent, status = 500)]
    Raised(Under),
    #[error(transparent)]
    #[api(transparent)]
    Between(Box<Over>),
    #[error(transparent)]
    #[api(transparent, status = 400)]
    Lowered(Box<Over>),
    #[error("x")]
    #[api(transparent, message = "Sorry: {inner}", hint = "{inner}!")]
    Told(Under),
}

#[test]
fn a_display_is_hidden_where_an_outer_error_is_a_5xx() {
    let message = |error: &dyn ApiError| {
        check(error);
        check(error);
        let message = error.message().into_owned();
        assert!(crate::support::body(error).contains(&format!("\"message\":\"{message}\"")));
        message
    };
    for hidden in
        [Under::Named, Under::Constant, Under::Dynamic(1), Under::Hidden, Under::Field(None)]
    {
        let error = Over::Between(Box::new(Over::Raised(hidden)));
        assert_eq!(message(&error), "Ask us");
        assert_eq!(error.spec().message, None);
    }
    for (shown, text) in [
        (Under::Declared, "declared"),
        (Under::Exposed, "exposed"),
        (Under::ExposedFields(2), "exposed 2"),
        (Under::Field(Some("told")), "told"),
    ] {
        assert_eq!(message(&Over::Raised(shown)), text);
    }
    let lowered = Over::Lowered(Box::new(Over::Raised(Under::Constant)));
    assert_eq!(lowered.message(), "s3cr3t in a constant");
    assert!(!Over::catalogue().snapshot().contains("\t500\tUnder::Constant\ts3cr3t"));
}

#[test]
fn an_inner_text_is_hidden_in_the_outer_errors_words() {
    let error = Over::Told(Under::Hidden);
    check(&error);
    assert_eq!(error.message(), "Sorry: Ask us");
    assert_eq!(error.hint().as_deref(), Some("Ask us!"));
    assert_eq!(Over::Told(Under::Declared).message(), "Sorry: declared");
}

/// What is shown beside a kept body keeps it kept.
#[test]
fn a_constant_display_is_kept() {
    let error = Under::Constant;
    let (one, other) = (error.response(), error.response());
    drop(one);
    assert_eq!(other.body().as_ptr(), error.response().body().as_ptr());
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("shown at a 404")]
#[api(status = 404)]
struct Shown;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("outer")]
#[api(transparent, message = "x: {inner}", hint = "h: {inner}", header("x-why" = "{inner}"))]
struct Raised {
    #[source]
    inner: Shown,
    #[api(status)]
    status: Option<u16>,
}

/// `{inner}` is what the answer around it may show.
#[test]
fn an_inner_display_is_hidden_in_a_text_of_a_5xx() {
    let raised = Raised { inner: Shown, status: Some(503) };
    assert_eq!(raised.message(), "x: Service Unavailable");
    assert_eq!(raised.hint().as_deref(), Some("h: Service Unavailable"));
    assert_eq!(raised.response().headers()["x-why"], "Service Unavailable");
    let plain = Raised { inner: Shown, status: None };
    assert_eq!(plain.message(), "x: shown at a 404");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("config")]
#[api(status = 500, envelope = Listed)]
struct Config(
    #[from]
    #[api(errors)]
    serde_path_to_error::Error<serde_json::Error>,
);

error_runtime::envelope! {
    Listed = { "errors": errors[message] }
}

/// The text of another crate's error is no public one of ours.
#[test]
fn a_foreign_item_is_hidden_in_a_5xx() {
    let mut reader = serde_json::Deserializer::from_str(r#""hunter2""#);
    let error = serde_path_to_error::deserialize::<_, u8>(&mut reader).unwrap_err();
    let body = Config(error).in_envelope().to_string();
    assert_eq!(body, r#"{"errors":["Internal Server Error"]}"#);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Listed)]
enum Body {
    #[error("private")]
    #[api(status = 400)]
    Private {
        #[api(errors)]
        source: serde_path_to_error::Error<serde_json::Error>,
    },
    #[error("public")]
    #[api(status = 400)]
    Public(#[api(errors, public)] Option<Box<serde_path_to_error::Error<serde_json::Error>>>),
    #[error("public, but of a server")]
    #[api(status = 500)]
    Server(#[api(errors, public)] serde_path_to_error::Error<serde_json::Error>),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("around it")]
#[api(transparent, envelope = Listed)]
struct Around(#[source] Body);

/// Below 500 a foreign text shows in an item only where the field is `public`.
#[test]
fn a_foreign_item_shows_its_text_in_public() {
    let wrong = || {
        let mut reader = serde_json::Deserializer::from_str(r#""hunter2""#);
        serde_path_to_error::deserialize::<_, u8>(&mut reader).unwrap_err()
    };
    let body = |error: Body| {
        let own = error.in_envelope().to_string();
        assert_eq!(own, Around(error).in_envelope().to_string());
        own
    };
    let text = r#"{"errors":["invalid type: string \"hunter2\", expected u8"]}"#;
    assert_eq!(body(Body::Public(Some(Box::new(wrong())))), text);
    assert_eq!(body(Body::Private { source: wrong() }), r#"{"errors":["Has the wrong type"]}"#);
    assert_eq!(body(Body::Server(wrong())), r#"{"errors":["Internal Server Error"]}"#);
}
