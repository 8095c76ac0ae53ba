//! What the log has of each request, and its spans.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, Once};
use tracing::field::{Field, Visit};
use tracing::span;

pub(crate) type Event = BTreeMap<&'static str, String>;

static EVENTS: Mutex<Vec<Event>> = Mutex::new(Vec::new());

/// All spans, each by its number.
static SPANS: Mutex<Vec<Event>> = Mutex::new(Vec::new());

/// Listens to the layer, in this process.
pub(crate) fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| tracing::subscriber::set_global_default(Listener).unwrap());
}

/// The layer's events of the request with this id.
pub(crate) fn events_of(id: &str) -> Vec<Event> {
    let events = EVENTS.lock().unwrap();
    events.iter().filter(|event| event["request_id"] == id).cloned().collect()
}

/// The fields of the layer's spans of that request: one for each layer.
pub(crate) fn spans_of(id: &str) -> Vec<Event> {
    let spans = SPANS.lock().unwrap();
    spans.iter().filter(|span| span["request_id"] == id).cloned().collect()
}

struct Listener;

impl tracing::Subscriber for Listener {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.target() == "error_runtime"
    }

    fn new_span(&self, attributes: &span::Attributes<'_>) -> span::Id {
        let mut fields = Event::new();
        attributes.record(&mut Fields(&mut fields));
        let mut spans = SPANS.lock().unwrap();
        spans.push(fields);
        span::Id::from_u64(spans.len() as u64)
    }

    fn record(&self, id: &span::Id, values: &span::Record<'_>) {
        let at = usize::try_from(id.into_u64()).unwrap() - 1;
        values.record(&mut Fields(&mut SPANS.lock().unwrap()[at]));
    }

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &tracing::Event<'_>) {
        let mut fields = Event::from([
            ("level", event.metadata().level().to_string()),
            // Also of an event that is not of a request.
            ("request_id", String::new()),
        ]);
        event.record(&mut Fields(&mut fields));
        EVENTS.lock().unwrap().push(fields);
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

struct Fields<'a>(&'a mut Event);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}
