//! One thing said over another error.

use crate::{Advice, AnyError, ApiError, Keep, Part, Parts, Retry, RetryAfter, Shape, Spec, Table};
use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

/// An error over which one thing is said.
pub(super) struct Over {
    pub(super) inner: AnyError,
    pub(super) said: Said,
}

pub(super) enum Said {
    Hint(Cow<'static, str>),
    RetryAfter(Duration),
    Detail(Cow<'static, str>, serde_json::Value),
    Retry(Advice),
}

impl Over {
    const fn saying(part: Parts) -> Spec {
        Spec {
            variant: "AnyError",
            module: module_path!(),
            dynamic: part,
            stated: part,
            inner: Some(Table::open),
            ..Spec::EMPTY
        }
    }

    const fn advising(advice: Advice) -> Spec {
        Spec { dynamic: Parts::NONE, retry: Retry::new(advice), ..Self::saying(Parts::RETRY) }
    }

    const SPECS: &'static [Spec] = &[
        Self::saying(Parts::HINT),
        Self::saying(Parts::RETRY_AFTER),
        Self::saying(Parts::DETAILS),
        Self::advising(Advice::Unstated),
        Self::advising(Advice::Never),
        Self::advising(Advice::Now),
        Self::advising(Advice::Poll),
        Self::advising(Advice::Linear),
        Self::advising(Advice::Exponential),
    ];
}

impl fmt::Debug for Over {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

impl fmt::Display for Over {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.inner, f)
    }
}

impl Error for Over {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Error::source(&*self.inner)
    }
}

impl ApiError for Over {
    fn specs(&self) -> &'static [Spec] {
        Self::SPECS
    }

    fn row(&self) -> usize {
        match &self.said {
            Said::Hint(_) => 0,
            Said::RetryAfter(_) => 1,
            Said::Detail(..) => 2,
            Said::Retry(Advice::Unstated) => 3,
            Said::Retry(Advice::Never) => 4,
            Said::Retry(Advice::Now) => 5,
            Said::Retry(Advice::Poll) => 6,
            Said::Retry(Advice::Linear) => 7,
            Said::Retry(Advice::Exponential) => 8,
        }
    }

    fn shape(&self) -> &'static Shape {
        self.inner.shape()
    }

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        match (part, &self.said) {
            (Part::Inner(inner), _) => *inner = Some(&*self.inner),
            (Part::Hint(out), Said::Hint(hint)) => out.text(hint),
            (Part::RetryAfter(after), Said::RetryAfter(delay)) => {
                *after = Some(RetryAfter::after(*delay));
            }
            (Part::Details(out), Said::Detail(name, value)) => out.entry(name, Keep::Null, value),
            _ => {}
        }
    }
}
