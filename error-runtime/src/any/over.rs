//! What is said over another error.

use crate::{Advice, AnyError, ApiError, Part, Parts, Retry, RetryAfter, Shape, Spec, Table};
use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

/// An error over which more is said: one layer, however much it is.
pub(super) struct Over {
    /// Never one of these itself.
    pub(super) inner: AnyError,
    pub(super) said: Said,
}

#[derive(Default)]
pub(super) struct Said {
    pub(super) hint: Option<Cow<'static, str>>,
    pub(super) advice: Option<Advice>,
    pub(super) retry_after: Option<Duration>,
    /// Each name with its JSON, in the order of the calls.
    details: Vec<(Cow<'static, str>, Box<str>)>,
}

impl Said {
    /// Adds an entry; one of the same name gives way, where it stands.
    #[inline]
    pub(super) fn detail(&mut self, name: Cow<'static, str>, json: Box<str>) {
        for (other, said) in &mut self.details {
            if *other == name {
                *said = json;
                return;
            }
        }
        self.details.push((name, json));
    }
}

/// The bits of a row's index: a hint and a delay are stated, or not. The
/// advice counts in the bits above, from none.
const HINT: usize = 1;
const RETRY_AFTER: usize = 2;
const ADVICE: usize = 4;

const ADVICES: [Advice; 6] = [
    Advice::Unstated,
    Advice::Never,
    Advice::Now,
    Advice::Poll,
    Advice::Linear,
    Advice::Exponential,
];

/// What stands over an error is part of its row only as far as the table has
/// a row for each choice.
static SPECS: [Spec; ADVICE * (ADVICES.len() + 1)] = {
    let mut specs = [Spec::EMPTY; ADVICE * (ADVICES.len() + 1)];
    let mut row = 0;
    while row < specs.len() {
        specs[row] = spec(row);
        row += 1;
    }
    specs
};

const fn spec(row: usize) -> Spec {
    let mut dynamic = Parts::NONE;
    if row & HINT != 0 {
        dynamic = dynamic.and(Parts::HINT);
    }
    if row & RETRY_AFTER != 0 {
        dynamic = dynamic.and(Parts::RETRY_AFTER);
    }
    let mut stated = dynamic;
    let mut retry = Retry::UNSTATED;
    if row >= ADVICE {
        stated = stated.and(Parts::RETRY);
        retry = Retry::new(ADVICES[row / ADVICE - 1]);
    }
    Spec {
        variant: "AnyError",
        module: module_path!(),
        retry,
        // Details add up, so they are asked for and not stated.
        dynamic: dynamic.and(Parts::DETAILS),
        stated,
        inner: Some(Table::open),
        ..Spec::EMPTY
    }
}

impl fmt::Debug for Over {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

impl fmt::Display for Over {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.inner, f)
    }
}

impl Error for Over {
    #[inline]
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Error::source(&*self.inner)
    }
}

impl ApiError for Over {
    #[inline]
    fn specs(&self) -> &'static [Spec] {
        &SPECS
    }

    #[inline]
    fn row(&self) -> usize {
        let Said { hint, advice, retry_after, .. } = &self.said;
        let mut row = 0;
        if hint.is_some() {
            row |= HINT;
        }
        if retry_after.is_some() {
            row |= RETRY_AFTER;
        }
        for (at, known) in ADVICES.iter().enumerate() {
            if advice.as_ref() == Some(known) {
                row += ADVICE * (at + 1);
            }
        }
        row
    }

    #[inline]
    fn shape(&self) -> &'static Shape {
        self.inner.shape()
    }

    #[inline]
    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        match (part, &self.said) {
            (Part::Inner(inner), _) => *inner = Some(&*self.inner),
            (Part::Hint(out), Said { hint: Some(hint), .. }) => out.text(hint),
            (Part::RetryAfter(after), Said { retry_after: Some(delay), .. }) => {
                *after = Some(RetryAfter::after(*delay));
            }
            (Part::Details(out), said) => {
                for (name, json) in &said.details {
                    out.entry_json(name, json);
                }
            }
            _ => {}
        }
    }
}
