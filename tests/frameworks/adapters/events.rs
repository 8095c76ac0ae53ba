//! What each framework's server has logged of errors.

use std::collections::HashMap;
use std::fmt::{self, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Mutex, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span;
use tracing::{Event, Metadata, Subscriber};

/// The events of each framework, oldest first.
static EVENTS: Mutex<Option<HashMap<&'static str, Vec<String>>>> = Mutex::new(None);

/// Logs of this thread, from now on, are the framework's.
pub fn listen(framework: &'static str) {
    std::mem::forget(tracing::subscriber::set_default(Listener(framework)));
}

/// The events since the last time.
pub fn take(framework: &str) -> Vec<String> {
    let mut events = EVENTS.lock().unwrap_or_else(PoisonError::into_inner);
    events.get_or_insert_default().remove(framework).unwrap_or_default()
}

struct Listener(&'static str);

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && metadata.target() == "error_runtime"
    }

    fn new_span(&self, _span: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _span: &span::Id, _values: &span::Record<'_>) {}

    fn record_follows_from(&self, _span: &span::Id, _follows: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut text = Fields(event.metadata().level().to_string());
        event.record(&mut text);
        let mut events = EVENTS.lock().unwrap_or_else(PoisonError::into_inner);
        events.get_or_insert_default().entry(self.0).or_default().push(text.0);
    }

    fn enter(&self, _span: &span::Id) {}

    fn exit(&self, _span: &span::Id) {}
}

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let _ = write!(self.0, " {field}={value:?}");
    }
}

/// A socket of the loopback, and its address.
pub fn socket() -> (TcpListener, SocketAddr) {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    socket.set_nonblocking(true).unwrap();
    let address = socket.local_addr().unwrap();
    (socket, address)
}

/// Runs a server on a thread of its own, which lives as long as the tests do.
pub fn serve<S>(framework: &'static str, server: impl FnOnce() -> S + Send + 'static)
where
    S: Future<Output = ()>,
{
    std::thread::spawn(move || {
        listen(framework);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        tokio::task::LocalSet::new().block_on(&runtime, async move { server().await });
    });
}
