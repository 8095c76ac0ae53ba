//! `log`: the level of the one event that an answered error gives.

use axum::response::IntoResponse as _;
use error_runtime::{ApiError, Context, Declared, Log};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing::{Event, Metadata, Subscriber, span};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(axum)]
enum Levels {
    #[error("a client's")]
    #[api(status = 404)]
    Client,
    #[error("the server's")]
    #[api(status = 500)]
    Server,
    #[error("m")]
    #[api(status = 500, log = "off")]
    Off,
    #[error("m")]
    #[api(status = 500, log = "debug")]
    Debug,
    #[error("m")]
    #[api(status = 500, log = "info")]
    Info,
    #[error("m")]
    #[api(status = 400, log = "warn")]
    Warn,
    #[error("m")]
    #[api(status = 400, log = "error", code = none)]
    Error,
    #[error("line\nbreak")]
    #[api(status = 500)]
    Caused(#[source] std::io::Error),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(axum, log = "debug", status = 400)]
enum Type {
    #[error("m")]
    Inherited,
    #[error("m")]
    #[api(log = "warn")]
    Own,
}

/// Writes each event into a line.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<String>>);

impl Subscriber for Lines {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn event(&self, event: &Event<'_>) {
        struct Fields<'a>(&'a mut String);
        impl Visit for Fields<'_> {
            fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
                write!(self.0, " {field}={value:?}").unwrap();
            }
        }
        let mut lines = self.0.lock().unwrap();
        let metadata = event.metadata();
        write!(lines, "{} {}", metadata.target(), metadata.level()).unwrap();
        event.record(&mut Fields(&mut lines));
        lines.push('\n');
    }
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

fn logged(run: impl FnOnce()) -> String {
    let lines = Lines::default();
    tracing::subscriber::with_default(lines.clone(), run);
    std::mem::take(&mut lines.0.lock().unwrap())
}

#[test]
fn the_default_is_by_status() {
    assert_eq!(
        logged(|| drop(Levels::Client.into_response())),
        "error_runtime INFO message=a client's error.type=\"CLIENT\" http.response.status_code=404\n"
    );
    assert_eq!(
        logged(|| drop(Levels::Server.into_response())),
        "error_runtime ERROR message=the server's error.type=\"SERVER\" http.response.status_code=500\n"
    );
}

#[test]
fn the_row_chooses_another() {
    let all = [Levels::Debug, Levels::Info, Levels::Warn, Levels::Error];
    let lines = logged(|| all.into_iter().for_each(|error| drop(error.into_response())));
    let levels: Vec<_> = lines.lines().map(|line| line.split(' ').nth(1).unwrap()).collect();
    assert_eq!(levels, ["DEBUG", "INFO", "WARN", "ERROR"]);
    assert_eq!(logged(|| drop(Levels::Off.into_response())), "");
    let lines = logged(|| {
        drop(Type::Inherited.into_response());
        drop(Type::Own.into_response());
    });
    let levels: Vec<_> = lines.lines().map(|line| line.split(' ').nth(1).unwrap()).collect();
    assert_eq!(levels, ["DEBUG", "WARN"]);
}

#[test]
fn sources_reach_the_log_and_cannot_break_its_lines() {
    let error = Levels::Caused(std::io::Error::other("a\r\nb"));
    let lines = logged(|| {
        Context::new().with_request_id("r-1").scope(|| drop(error.into_response()));
    });
    assert_eq!(lines.lines().count(), 1, "{lines}");
    assert!(lines.contains("message=line\\nbreak"), "{lines}");
    assert!(lines.contains("request_id=r-1"), "{lines}");
    assert!(lines.contains(r"a\\r\\nb") || lines.contains(r"a\r\nb"), "{lines}");
}

#[test]
fn a_conversion_by_hand_logs_nothing() {
    assert_eq!(logged(|| drop(Levels::Server.to_http::<Vec<u8>>())), "");
}

#[test]
fn the_table_has_the_level() {
    let levels: Vec<_> = Levels::SPECS.iter().map(|spec| spec.log).collect();
    assert_eq!(
        levels,
        [
            Log::Default,
            Log::Default,
            Log::Off,
            Log::Debug,
            Log::Info,
            Log::Warn,
            Log::Error,
            Log::Default,
        ]
    );
}
