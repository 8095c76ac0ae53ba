//! Keys that are said once.

use crate::diag::{Diagnostics, first_set_at};
use proc_macro2::Span;

/// A value that may be set once.
#[derive(Clone)]
pub(crate) struct Once<T> {
    said: Said,
    value: Option<T>,
}

/// What is the same whatever the value is.
#[derive(Clone, Copy)]
struct Said {
    name: &'static str,
    at: Option<Span>,
    /// Another face says it.
    inherited: bool,
}

impl Said {
    /// Whether it is said for the first time; else it is complained of.
    fn is_first(&mut self, name: &str, at: Span, diag: &mut Diagnostics) -> bool {
        if let Some(first) = self.at {
            let first = first_set_at(first);
            diag.error(at, format_args!("`{name}` is set twice{first}"));
            return false;
        }
        self.at = Some(at);
        true
    }
}

impl<T> Once<T> {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { said: Said { name, at: None, inherited: false }, value: None }
    }

    /// Sets it, or complains that it was set before.
    pub(crate) fn set(&mut self, at: Span, value: T, diag: &mut Diagnostics) {
        self.set_as(self.said.name, at, value, diag);
    }

    /// The same for one of several words with one place.
    pub(crate) fn set_as(&mut self, name: &str, at: Span, value: T, diag: &mut Diagnostics) {
        if self.said.is_first(name, at, diag) {
            self.value = Some(value);
        }
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    pub(crate) fn span(&self) -> Option<Span> {
        self.said.at
    }

    /// Where this face itself says it: what it takes from the first one may
    /// have no effect here.
    pub(crate) fn own_span(&self) -> Option<Span> {
        if self.said.inherited { None } else { self.said.at }
    }

    pub(crate) fn is_set(&self) -> bool {
        self.value.is_some()
    }
}

impl<T: Clone> Once<T> {
    /// The same, as another face takes it over.
    pub(crate) fn inherit(&self) -> Self {
        let said = Said { inherited: true, ..self.said };
        Self { said, value: self.value.clone() }
    }
}
