//! An error as a server-sent event.

use error_runtime::{AnyError, ApiError, Context, Event, Face, StreamError, Text, envelope};
use std::sync::{Arc, Mutex};

envelope! {
    /// An answer.
    Answer = { "error": message }

    /// What ends a stream.
    Progress = {
        "type": "generation_failed",
        "error": message,
        "slotIndex"?: member("slotIndex"),
        "id"?: request_id,
    }
    event = "generation_failed"

    /// The same as elements.
    Elements xml("Failed") = { "Error": message }
}

/// The face of a stream.
enum Stream {}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Answer, face(Stream, envelope = Progress))]
enum GenerationError {
    #[error("Generation failed after {attempts} attempts")]
    #[api(status = 409)]
    Exhausted {
        attempts: u32,
        #[api(member = "slotIndex")]
        slot: usize,
    },
    #[error("the model said: {0}")]
    #[api(status = 500)]
    Model(String),
    #[error("Two\nlines")]
    #[api(status = 400, envelope = Text)]
    Lines,
}

const EXHAUSTED: GenerationError = GenerationError::Exhausted { attempts: 3, slot: 2 };

#[test]
fn it_is_in_the_errors_envelope() {
    let event = EXHAUSTED.event();
    assert_eq!((event.name(), event.id()), (Some("error"), None));
    assert_eq!(event.data(), r#"{"error":"Generation failed after 3 attempts"}"#);
}

#[test]
fn a_face_or_another_envelope_shapes_it() {
    let expected = "event: generation_failed\n\
        data: {\"type\":\"generation_failed\",\"error\":\"Generation failed after 3 attempts\",\
        \"slotIndex\":2}\n\n";
    assert_eq!(EXHAUSTED.event_as::<Progress>().to_string(), expected);
    assert_eq!(EXHAUSTED.face::<Stream>().event().to_string(), expected);
    let expected = "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"EXHAUSTED\",\
        \"message\":\"Generation failed after 3 attempts\"}}\n\n";
    assert_eq!(EXHAUSTED.event_as::<StreamError>().to_string(), expected);
}

#[test]
fn what_is_private_stays_so() {
    let error = GenerationError::Model("the prompt".to_owned());
    assert_eq!(error.event().data(), r#"{"error":"Internal Server Error"}"#);
    let expected = r#"{"type":"generation_failed","error":"Internal Server Error"}"#;
    assert_eq!(error.event_as::<Progress>().data(), expected);
}

#[test]
fn text_and_elements_are_data_too() {
    assert_eq!(
        GenerationError::Lines.event().to_string(),
        "event: error\ndata: Two\ndata: lines\n\n"
    );
    // What is asked for wins over the row's own.
    assert_eq!(GenerationError::Lines.event_as::<Answer>().data(), r#"{"error":"Two\nlines"}"#);
    let elements = GenerationError::Lines.event_as::<Elements>();
    assert!(elements.data().contains("<Failed><Error>Two\nlines</Error></Failed>"), "{elements}");
    let lines = elements.to_string();
    assert!(lines.lines().skip(1).all(|line| line.is_empty() || line.starts_with("data: ")));
}

#[test]
fn it_is_in_the_context() {
    let hooked = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&hooked);
    let context = Context::new().with_request_id("r-1").with_hook(move |rendered| {
        heard.lock().unwrap().push(rendered.spec().code.to_string());
    });
    let ambient = context.scope(|| EXHAUSTED.event_as::<Progress>());
    assert!(ambient.data().ends_with(r#""slotIndex":2,"id":"r-1"}"#), "{ambient}");
    EXHAUSTED.event_with(&context);
    assert_eq!(*hooked.lock().unwrap(), ["EXHAUSTED", "EXHAUSTED"]);
}

#[test]
fn any_error_has_one() {
    let (erased, boxed): (AnyError, Box<_>) = (EXHAUSTED.into(), Box::new(EXHAUSTED));
    assert_eq!(erased.event(), EXHAUSTED.event());
    assert_eq!(erased.event_as::<Progress>(), EXHAUSTED.event_as::<Progress>());
    let object: &dyn ApiError = &EXHAUSTED;
    assert_eq!(object.event(), EXHAUSTED.event());
    assert_eq!((&&boxed).event(), EXHAUSTED.event());
    assert_eq!(boxed.event_as::<Progress>(), EXHAUSTED.event_as::<Progress>());
}

#[test]
fn the_face_is_declared() {
    fn has_it<E: Face<Stream>>() {}
    has_it::<GenerationError>();
    assert_eq!(Event::new("x").named("a").name(), Some("a"));
}
