//! What a layer, and the conversions inside it, tell each other.

use crate::negotiate::{self, Choice};
use crate::observe::Report;
use crate::render::Chosen;
use crate::{Context, Shape};
use http::{HeaderMap, HeaderValue, header};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// One request on its way through a layer.
#[derive(Debug, Default)]
pub(crate) struct Visit {
    /// What the client would like to read.
    accept: Option<HeaderValue>,
    /// The errors that have been made answers; nearly always one.
    answered: Mutex<Vec<Answered>>,
    /// The answer has left: nobody tells the log of what is made now.
    is_over: AtomicBool,
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
    pub(crate) fn new(accept: Option<HeaderValue>) -> Self {
        Self { accept, ..Self::default() }
    }

    /// The form of an answer of this shape that the client likes best.
    pub(crate) fn choose(&self, shape: &'static Shape) -> Choice {
        match &self.accept {
            Some(accept) => negotiate::choose(shape, accept.as_bytes()),
            None => Choice::Declared,
        }
    }

    /// Marks an answer as ours.
    pub(crate) fn mark(&self, answered: Answered) {
        if self.is_open() {
            self.answered.lock().unwrap_or_else(PoisonError::into_inner).push(answered);
        }
    }

    /// The answers of ours.
    #[cfg(feature = "layer")]
    pub(crate) fn take(&self) -> Vec<Answered> {
        std::mem::take(&mut *self.answered.lock().unwrap_or_else(PoisonError::into_inner))
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
            report: Report::of(chosen),
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
