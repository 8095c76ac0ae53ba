//! `catch`: what a variant stands for that the framework would answer itself.

use error_runtime::{ApiError, Caught, Envelope, Fallback, FieldError, FrameworkError, envelope};
use http::StatusCode;

envelope! {
    House = { "code": code, "message": message }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = House)]
enum Answer {
    #[error("nothing here")]
    #[api(status = 404, catch = 404)]
    NoRoute,
    #[error("not this way")]
    #[api(status = 400, catch(METHOD_NOT_ALLOWED, 406))]
    Method,
    #[error("{text} ({status})")]
    #[api(status = 400, catch = "4xx")]
    Client {
        #[api(status)]
        status: StatusCode,
        text: String,
        #[api(errors)]
        fields: Vec<FieldError>,
    },
    #[error("late")]
    #[api(status = 504, catch = "timeout")]
    Late(Option<String>, u16),
    #[error("it broke")]
    #[api(status = 500, catch = "panic")]
    Panicked(Caught),
    #[error("uncaught")]
    #[api(status = 418)]
    Uncaught,
}

fn caught(status: u16, text: &str) -> Caught {
    Caught::answer(StatusCode::from_u16(status).unwrap(), text)
}

fn code(status: u16) -> String {
    Answer::catch(&caught(status, "")).map_or("none".to_owned(), |error| error.code().to_string())
}

#[test]
fn the_variant_that_says_the_most_is_made() {
    assert_eq!(code(404), "NO_ROUTE");
    assert_eq!((code(405), code(406)), ("METHOD".to_owned(), "METHOD".to_owned()));
    assert_eq!((code(418), code(408)), ("CLIENT".to_owned(), "LATE".to_owned()));
    assert_eq!((code(504), code(500)), ("LATE".to_owned(), "none".to_owned()));
    assert_eq!(Answer::Uncaught.status(), 418);
}

#[test]
fn fields_are_made_of_what_was_caught() {
    let error = Answer::catch(&caught(429, " slow down\r\n")).unwrap();
    assert_eq!(error.status(), 429);
    assert_eq!(error.message(), "slow down (429 Too Many Requests)");
    let error = Answer::catch(&caught(504, "private")).unwrap();
    assert!(matches!(error, Answer::Late(None, 504)));
    let error = Answer::catch(&Caught::panic("secret")).unwrap();
    let Answer::Panicked(caught) = &error else { panic!("{error:?}") };
    assert_eq!(caught.private_text(), Some("secret"));
    assert_eq!(
        error.in_envelope().to_string(),
        r#"{"code":"PANICKED","message":"Internal Server Error"}"#
    );
}

#[test]
fn its_envelope_is_the_types() {
    assert_eq!(<<Answer as Fallback>::Envelope as Envelope>::shape().name, "House");
    assert_eq!(<<Whole as Fallback>::Envelope as Envelope>::shape().name, "Problem");
}

/// A struct may catch everything; `FrameworkError` is made of it, too.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("the framework says no")]
#[api(transparent, catch)]
struct Whole(FrameworkError);

#[test]
fn a_struct_catches_the_rest() {
    let error = Whole::catch(&caught(415, "")).unwrap();
    assert_eq!(
        (error.status().as_u16(), error.code().to_string()),
        (415, "UNSUPPORTED_MEDIA_TYPE".to_owned())
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Generic<T: std::fmt::Debug> {
    #[error("generic")]
    #[api(status = 400, catch = "4xx")]
    Of(T),
    #[error("none of it")]
    #[api(status = 500, catch)]
    Rest,
}

#[test]
fn generic_fields_are_made_too() {
    let error = Generic::<u16>::catch(&caught(404, "")).unwrap();
    assert!(matches!(error, Generic::Of(404)));
    assert!(matches!(Generic::<String>::catch(&Caught::panic("x")), Some(Generic::Rest)));
}
