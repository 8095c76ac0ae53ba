//! References, boxes and shared pointers of errors are errors, too.

use crate::support::{Flat, Seen, body, seen};
use error_runtime::{ApiError, Context, Declared};
use std::sync::Arc;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Service {
    #[error("no {0}")]
    #[api(
        status = 404, hint = "h", category = "c", title = "t", docs = "https://d.example",
        retry = "poll", retry_after = 3, header("x" = "{0}")
    )]
    Missing(#[api(detail = "n")] u8),
}

/// All that an error answers.
fn all<E: ApiError>(error: E) -> (Seen, String) {
    let context = Context::new();
    let told = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {} {}",
        error.status(),
        error.code(),
        error.category(),
        error.title(),
        error.message(),
        error.hint(),
        error.docs(),
        error.retry(),
        error.retry_after(),
        error.spec().variant,
        error.in_envelope(),
        error.in_envelope_with(&context),
    );
    assert_eq!(seen(error.to_http_with::<Vec<u8>>(&context)), seen(error.response()));
    assert_eq!(seen(error.response_with(&context)), seen(error.response()));
    (seen(error.to_http::<Vec<u8>>()), told)
}

#[test]
fn all_of_them_answer_the_same() {
    let plain = all(Service::Missing(7));
    assert_eq!(plain.0.status, 404);
    let error = Service::Missing(7);
    assert_eq!(all(&error), plain);
    let reference: &&Service = &&error;
    assert_eq!(all(reference), plain);
    assert_eq!(all(Box::new(Service::Missing(7))), plain);
    assert_eq!(all(Box::new(&Service::Missing(7))), plain);
    assert_eq!(all(Arc::new(Service::Missing(7))), plain);
    assert_eq!(all(Arc::new(Box::new(Service::Missing(7)))), plain);
    assert_eq!(all(&Service::Missing(7) as &dyn ApiError), plain);
    let shared: Arc<dyn ApiError + Send + Sync> = Arc::new(Service::Missing(7));
    assert_eq!(body(&shared), plain.0.body);
}

#[test]
fn a_trait_object_answers_without_its_type() {
    let error: Box<dyn ApiError> = Box::new(Service::Missing(7));
    assert_eq!(seen(error.response()), all(Service::Missing(7)).0);
    assert_eq!(error.status(), 404);
    assert_eq!(error.in_envelope().to_string(), body(&Service::Missing(7)));
}

#[test]
fn they_declare_the_same() {
    fn catalogue<E: Declared>() -> String {
        E::catalogue().snapshot()
    }
    let plain = catalogue::<Service>();
    assert_eq!(catalogue::<&Service>(), plain);
    assert_eq!(catalogue::<Box<Service>>(), plain);
    assert_eq!(catalogue::<Arc<Service>>(), plain);
    assert_eq!(plain, "MISSING\t404\tService::Missing\tno {0}\n");
}
