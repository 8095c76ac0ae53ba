//! What a layer, and the conversions inside it, tell each other.

mod id;

use id::Id;

use crate::negotiate::{self, Choice};
use crate::observe::Report;
use crate::out::is_clean;
use crate::render::Chosen;
use crate::{Context, Shape};
use http::{HeaderMap, HeaderValue, header};
#[cfg(feature = "layer")]
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

/// One request on its way through a layer.
///
/// A context may be kept for long, so nothing here is a part of the request:
/// that would keep all that the server has read with it.
#[derive(Debug, Default)]
pub(crate) struct Visit {
    id: Option<Id>,
    /// When somebody first asked: most answers do not say it.
    time: OnceLock<SystemTime>,
    /// What the client would like to read.
    accept: Option<Box<[u8]>>,
    /// The errors that have been made answers.
    marks: Mutex<Marks>,
    /// There are any: nearly every request has none.
    is_marked: AtomicBool,
    /// The answer has left: nobody tells the log of what is made now.
    is_over: AtomicBool,
}

/// The errors that have been made answers: nearly always one.
#[derive(Debug, Default)]
pub(crate) struct Marks(Vec<Answered>);

#[cfg(feature = "layer")]
impl Marks {
    /// The last one that meets this.
    pub(crate) fn take(&mut self, is_it: impl Fn(&Answered) -> bool) -> Option<Answered> {
        let at = self.0.iter().rposition(is_it)?;
        Some(self.0.swap_remove(at))
    }

    /// The last one.
    pub(crate) fn last(mut self) -> Option<Answered> {
        self.0.pop()
    }
}

/// An error that has been made an answer.
#[derive(Debug)]
#[cfg_attr(not(feature = "layer"), expect(dead_code, reason = "only a layer reads it"))]
pub(crate) struct Answered {
    /// By these the layer knows the answer again: each of them may be changed
    /// on the way.
    pub(crate) status: u16,
    pub(crate) content_type: Option<HeaderValue>,
    pub(crate) length: u64,
    /// What is to be logged of it; nothing if that is done.
    pub(crate) report: Option<Report>,
}

impl Visit {
    #[cfg(feature = "layer")]
    #[inline]
    pub(crate) fn new(id: &[u8], accept: Option<Box<[u8]>>) -> Arc<Self> {
        // Two ways, so that the usual id is moved as what has one length: of
        // another, what was just written would be read in other pieces, and
        // that waits.
        match Id::usual(id) {
            Some(id) => Arc::new(Self::of(id, accept)),
            None => Arc::new(Self::of(id.into(), accept)),
        }
    }

    #[cfg(feature = "layer")]
    #[inline]
    fn of(id: Id, accept: Option<Box<[u8]>>) -> Self {
        Self {
            id: Some(id),
            time: OnceLock::new(),
            accept,
            marks: Mutex::new(Marks(Vec::new())),
            is_marked: AtomicBool::new(false),
            is_over: AtomicBool::new(false),
        }
    }

    pub(crate) fn id(&self) -> Option<&str> {
        self.id.as_ref()?.text()
    }

    /// The id, where there is one and it stands in JSON as it is.
    pub(crate) fn clean_id(&self) -> Option<&str> {
        self.id().filter(|id| is_clean(id))
    }

    pub(crate) fn time(&self) -> SystemTime {
        *self.time.get_or_init(SystemTime::now)
    }

    /// The form of an answer of this shape that the client likes best.
    pub(crate) fn choose(&self, shape: &'static Shape) -> Choice {
        match &self.accept {
            Some(accept) => negotiate::choose(shape, accept),
            None => Choice::Declared,
        }
    }

    /// Marks an answer as ours.
    pub(crate) fn mark(&self, answered: Answered) {
        if !self.is_open() {
            return;
        }
        let mut marks = self.marks.lock().unwrap_or_else(PoisonError::into_inner);
        // There is hardly ever another.
        if marks.0.is_empty() {
            marks.0.reserve_exact(1);
        }
        marks.0.push(answered);
        drop(marks);
        self.is_marked.store(true, Ordering::Release);
    }

    /// Whether an answer of ours is there.
    #[cfg(feature = "layer")]
    pub(crate) fn is_marked(&self) -> bool {
        self.is_marked.load(Ordering::Acquire)
    }

    /// The answers of ours.
    #[cfg(feature = "layer")]
    pub(crate) fn take(&self) -> Marks {
        self.is_marked.store(false, Ordering::Release);
        std::mem::take(&mut *self.marks.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether the answer is still to leave.
    pub(crate) fn is_open(&self) -> bool {
        !self.is_over.load(Ordering::Relaxed)
    }

    /// The answer leaves.
    #[cfg(feature = "layer")]
    pub(crate) fn close(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

/// Marks this answer, if a layer is there to see it.
pub(crate) fn mark(
    context: Option<&Context>,
    chosen: &Chosen<'_>,
    headers: &HeaderMap,
    length: usize,
) {
    with(context, |visit| {
        visit.mark(Answered {
            status: chosen.status.as_u16(),
            content_type: headers.get(header::CONTENT_TYPE).cloned(),
            length: length as u64,
            report: Report::of(|| chosen),
        });
    });
}

/// Asks the visit of this context, or else the ambient one: an answer in a
/// context of its own is still the request's.
pub(crate) fn with<R>(context: Option<&Context>, ask: impl FnOnce(&Visit) -> R) -> Option<R> {
    if let Some(visit) = context.and_then(Context::visit) {
        return Some(ask(visit));
    }
    Context::current()?.visit().map(ask)
}
