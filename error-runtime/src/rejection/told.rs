//! How a rejection becomes an error of the API.

use super::refusal::Refusal;
use crate::framework_text as text;
use crate::{ApiError, FieldError, Headers, Part, Parts, Spec, SubErrors};
use std::fmt::Display;

/// An error of a framework's.
pub(super) trait Rejection: ApiError + SubErrors + Sized {
    /// What it is.
    fn told(&self) -> Told;

    /// The field that is wrong, where it tells that.
    fn field(&self) -> Option<FieldError> {
        None
    }

    /// Writes the headers that its row declares.
    fn headers(&self, headers: &mut Headers) {
        let _ = headers;
    }
}

/// What a rejection is.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) refusal: Refusal,
    /// What the framework answers.
    pub(super) status: u16,
    reason: Reason,
}

/// What is said beside the refusal's own sentence.
#[derive(Debug)]
enum Reason {
    None,
    Ours(&'static str),
    /// A text of the framework's that speaks of nothing but the client's
    /// input.
    Theirs(String),
}

impl Told {
    pub(super) fn new(refusal: Refusal, status: u16) -> Self {
        Self { refusal, status, reason: Reason::None }
    }

    pub(super) fn ours(self, reason: &'static str) -> Self {
        Self { reason: Reason::Ours(reason), ..self }
    }

    pub(super) fn theirs<T: Display + ?Sized>(self, text: &T) -> Self {
        Self { reason: Reason::Theirs(text::shown(&text)), ..self }
    }

    #[cfg(feature = "poem")]
    pub(super) fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// Its row in this table.
    pub(super) fn row(&self, rows: &[Spec]) -> usize {
        let exact = |row: &Spec| self.refusal.is_of(row) && row.status == Some(self.status);
        // An erased error has a status of its own.
        let class = |row: &Spec| {
            let same = row.status.map(|status| status / 100) == Some(self.status / 100);
            row.dynamic.has(Parts::STATUS) && same
        };
        let find = |wanted: &dyn Fn(&Spec) -> bool| rows.iter().position(wanted);
        let found = find(&exact).or_else(|| find(&class));
        // A later release of the framework, with another status.
        found.or_else(|| find(&|row| self.refusal.is_of(row))).unwrap_or_default()
    }
}

/// Writes a part of the answer.
pub(super) fn fill<'e, T: Rejection>(error: &'e T, part: Part<'e, '_>) {
    match part {
        Part::Message(out) => {
            let told = error.told();
            out.text(told.refusal.sentence);
            match told.reason {
                Reason::None => {}
                Reason::Ours(reason) => out.fmt(format_args!(": {reason}")),
                Reason::Theirs(reason) if reason.is_empty() => {}
                // A 5xx, which an error around this one makes of it, hides
                // another's text.
                Reason::Theirs(reason) => out.display(&format_args!(": {reason}")),
            }
        }
        Part::Status(status) => *status = Some(error.told().status),
        Part::Headers(headers) => error.headers(headers),
        Part::Errors(errors) if error.is_list() => *errors = Some(error),
        _ => {}
    }
}

// Expands to `ApiError`, `Declared` and `SubErrors` for each type. A row may
// stand under a feature.
macro_rules! rejections {
    ($($ty:ty = [$($row:expr $(; if $feature:literal)?),* $(,)?];)*) => {$(
        impl $crate::ApiError for $ty {
            fn specs(&self) -> &'static [$crate::Spec] {
                <Self as $crate::Declared>::SPECS
            }

            fn row(&self) -> usize {
                $crate::rejection::told::Rejection::told(self)
                    .row(<Self as $crate::Declared>::SPECS)
            }

            fn fill<'e>(&'e self, _row: usize, part: $crate::Part<'e, '_>) {
                $crate::rejection::told::fill(self, part);
            }
        }

        impl $crate::Declared for $ty {
            const SPECS: &'static [$crate::Spec] = &[$($(#[cfg(feature = $feature)])? $row),*];

            fn table() -> $crate::Table {
                $crate::Table::of::<Self>()
            }
        }

        /// The field that is wrong, where the framework tells which one it
        /// is.
        impl $crate::SubErrors for $ty {
            fn each(&self, item: &mut dyn FnMut(&dyn $crate::ApiError)) {
                if let Some(field) = $crate::rejection::told::Rejection::field(self) {
                    item(&field);
                }
            }

            fn is_list(&self) -> bool {
                $crate::rejection::told::Rejection::field(self).is_some()
            }

            fn table() -> $crate::Table {
                <$crate::FieldError as $crate::Declared>::table()
            }
        }
    )*};
}

pub(super) use rejections;
