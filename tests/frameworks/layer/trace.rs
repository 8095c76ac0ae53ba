//! What a log hears of one test: each has a thread of its own, on which
//! server and client run.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt::{Debug, Write as _};
use std::sync::Once;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

/// Fields by name; each value as a log would get it.
pub type Fields = BTreeMap<&'static str, String>;

/// One event.
#[derive(Debug, Clone)]
pub struct Heard {
    pub target: String,
    pub level: Level,
    pub fields: Fields,
    /// The names of the spans around it, from the outermost.
    pub spans: Vec<&'static str>,
}

/// One span, with all that was recorded in it.
#[derive(Debug, Clone)]
pub struct Span {
    pub name: &'static str,
    pub target: String,
    pub fields: Fields,
    id: u64,
}

#[derive(Debug, Default)]
struct Log {
    events: Vec<Heard>,
    spans: Vec<Span>,
}

thread_local! {
    static LOG: RefCell<Option<Log>> = const { RefCell::new(None) };
}

/// What this thread's log hears from now on.
pub struct Listening(());

/// Listens on this thread. The subscriber is the process's: one of a thread
/// would not see what other threads have asked for before.
pub fn listen() -> Listening {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let subscriber = tracing_subscriber::registry().with(Capture);
        tracing::subscriber::set_global_default(subscriber).unwrap();
    });
    LOG.with_borrow_mut(|log| *log = Some(Log::default()));
    Listening(())
}

impl Listening {
    /// Our events.
    #[allow(clippy::unused_self, reason = "who listens, hears")]
    pub fn events(&self) -> Vec<Heard> {
        let events = LOG.with_borrow(|log| log.as_ref().unwrap().events.clone());
        events.into_iter().filter(|event| event.target == "error_runtime").collect()
    }

    /// The one event there is.
    #[track_caller]
    pub fn event(&self) -> Heard {
        let mut events = self.events();
        assert_eq!(events.len(), 1, "{events:#?}");
        events.remove(0)
    }

    /// The spans of this name.
    #[allow(clippy::unused_self, reason = "who listens, hears")]
    pub fn spans(&self, name: &str) -> Vec<Span> {
        let spans = LOG.with_borrow(|log| log.as_ref().unwrap().spans.clone());
        spans.into_iter().filter(|span| span.name == name).collect()
    }

    /// The layer's one span.
    #[track_caller]
    pub fn span(&self) -> Span {
        let mut spans = self.spans("request");
        spans.retain(|span| span.target == "error_runtime");
        assert_eq!(spans.len(), 1, "{spans:#?}");
        spans.remove(0)
    }

    /// Everything that was heard, as one text.
    #[allow(clippy::unused_self, reason = "who listens, hears")]
    pub fn all(&self) -> Vec<String> {
        LOG.with_borrow(|log| {
            let log = log.as_ref().unwrap();
            let ours = log.events.iter().filter(|event| event.target == "error_runtime");
            let ours = ours.map(|event| &event.fields);
            let spans = log.spans.iter().filter(|span| span.target == "error_runtime");
            ours.chain(spans.map(|span| &span.fields)).flat_map(|f| f.values().cloned()).collect()
        })
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        LOG.with_borrow_mut(|log| *log = None);
    }
}

impl Heard {
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }
}

impl Span {
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }
}

struct Capture;

impl<S: Subscriber + for<'s> LookupSpan<'s>> Layer<S> for Capture {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, _: Context<'_, S>) {
        log(|log| {
            let mut values = Values(Fields::new());
            attributes.record(&mut values);
            let metadata = attributes.metadata();
            log.spans.push(Span {
                name: metadata.name(),
                target: metadata.target().to_owned(),
                fields: values.0,
                id: id.into_u64(),
            });
        });
    }

    fn on_record(&self, id: &Id, record: &Record<'_>, _: Context<'_, S>) {
        log(|log| {
            // Ids are used again: the last span is the one.
            let span = log.spans.iter_mut().rev().find(|span| span.id == id.into_u64());
            if let Some(span) = span {
                let mut values = Values(std::mem::take(&mut span.fields));
                record.record(&mut values);
                span.fields = values.0;
            }
        });
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        log(|log| {
            let mut values = Values(Fields::new());
            event.record(&mut values);
            let scope = context.event_scope(event);
            log.events.push(Heard {
                target: event.metadata().target().to_owned(),
                level: *event.metadata().level(),
                fields: values.0,
                spans: scope.map_or_else(Vec::new, |scope| {
                    scope.from_root().map(|span| span.name()).collect()
                }),
            });
        });
    }
}

fn log(add: impl FnOnce(&mut Log)) {
    LOG.with(|log| {
        // Nothing is logged while something is.
        if let Ok(mut log) = log.try_borrow_mut() {
            log.as_mut().map(add);
        }
    });
}

/// Texts stay as they are, so that a raw control character is seen.
struct Values(Fields);

impl Visit for Values {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let mut text = String::new();
        write!(text, "{value:?}").unwrap();
        self.0.insert(field.name(), text);
    }
}

thread_local! {
    static PANICS: Cell<usize> = const { Cell::new(0) };
}

/// How often this thread has panicked, and not on purpose: a task that does so
/// is caught by tokio.
pub fn panics() -> usize {
    PANICS.get()
}

/// Keeps panics on purpose out of the output, and only those.
pub fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let shown = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let text = panic.payload_as_str();
            let odd = panic.payload().is::<Odd>();
            if !odd && !text.is_some_and(|text| text.starts_with("on purpose")) {
                PANICS.set(PANICS.get() + 1);
                shown(panic);
            }
        }));
    });
}

/// A payload of a panic that is no text.
#[derive(Debug)]
pub struct Odd;
