//! "Log level per variant."

use crate::back::json;
use axum::response::IntoResponse as _;
use error_runtime::{ApiError, Declared, Log, envelope};
use std::sync::{Arc, Mutex};
use tracing::{Event, Metadata, Subscriber, span};

envelope! {
    Feed = { "code": code, "message": message }
}

#[derive(Debug, Clone, thiserror::Error, ApiError)]
#[api(envelope = Feed, axum)]
enum FeedError {
    // Every crawler asks for these: no line for each of them.
    #[error("No such feed")]
    #[api(status = 404, log = "off")]
    NoSuchFeed,
    #[error("Not modified in a usable way")]
    #[api(status = 412, log = "debug")]
    Precondition,
    #[error("The feed is full")]
    #[api(status = 507, expose, log = "info")]
    Full,
    // A client's mistake, and still a reason to look.
    #[error("The signature is wrong")]
    #[api(status = 401, log = "warn", header("WWW-Authenticate" = "Signature"))]
    BadSignature,
    #[error("Two feeds have this id")]
    #[api(status = 409, log = "error")]
    Inconsistent,
    // By status where nothing is said.
    #[error("The entry is no Atom")]
    #[api(status = 400)]
    NoAtom,
    #[error("The store failed")]
    #[api(status = 500, expose)]
    Store,
}

use FeedError::{BadSignature, Full, Inconsistent, NoAtom, NoSuchFeed, Precondition, Store};

const ALL: [(FeedError, u16, Log, &str); 7] = [
    (NoSuchFeed, 404, Log::Off, ""),
    (Precondition, 412, Log::Debug, "DEBUG"),
    (Full, 507, Log::Info, "INFO"),
    (BadSignature, 401, Log::Warn, "WARN"),
    (Inconsistent, 409, Log::Error, "ERROR"),
    (NoAtom, 400, Log::Default, "INFO"),
    (Store, 500, Log::Default, "ERROR"),
];

/// Keeps the level of each event.
#[derive(Clone, Default)]
struct Levels(Arc<Mutex<Vec<String>>>);

impl Subscriber for Levels {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn event(&self, event: &Event<'_>) {
        self.0.lock().unwrap().push(event.metadata().level().to_string());
    }
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

#[test]
fn each_answer_is_one_event_of_its_level() {
    for (error, _, _, level) in ALL {
        let levels = Levels::default();
        tracing::subscriber::with_default(levels.clone(), || drop(error.clone().into_response()));
        let seen = levels.0.lock().unwrap().join(" ");
        assert_eq!(seen, level, "{error}");
    }
}

#[test]
fn the_table_and_the_catalogue_have_it() {
    let levels = ALL.map(|(error, _, log, _)| {
        assert_eq!(error.spec().log, log, "{error}");
        log
    });
    let catalogue = FeedError::catalogue();
    let found: Vec<_> = catalogue.iter().map(|entry| entry.spec().log).collect();
    assert_eq!(found, levels);
}

/// Whatever is logged, the wire is the same.
#[test]
fn it_is_not_on_the_wire() {
    let codes = [
        "NO_SUCH_FEED",
        "PRECONDITION",
        "FULL",
        "BAD_SIGNATURE",
        "INCONSISTENT",
        "NO_ATOM",
        "STORE",
    ];
    for ((error, status, _, _), code) in ALL.into_iter().zip(codes) {
        let challenge = [("www-authenticate", "Signature")];
        let headers = if status == 401 { &challenge[..] } else { &[] };
        let body = format!(r#"{{"code":"{code}","message":"{error}"}}"#);
        let answer = json(Feed::parse, &error, status, headers, &body);
        assert_eq!(answer.code(), code);
        assert_eq!(answer.message(), Some(error.to_string().as_str()));
    }
}
