//! The parts of an answer that are no texts: status, code, retry advice.

use super::{Chosen, Link};
use crate::sub_errors::first_status;
use crate::{Code, Failure, Keep, Part, Parts, Retry, RetryAfter};
use http::StatusCode;
use std::borrow::Cow;

/// A code as it stands on the wire.
pub(super) enum Wire<'e> {
    None,
    Number(i64),
    Text(Cow<'e, str>),
}

impl<'e> Chosen<'e> {
    /// The status; nothing where no error of the chain has an allowed one.
    pub(super) fn find_status(&self, failures: &mut Vec<Failure>) -> Option<StatusCode> {
        let (link, given) = self.given(Parts::STATUS, |link| {
            let status = if link.spec.first_status {
                link.errors().and_then(|list| first_status(list, link.face))
            } else {
                let mut status = None;
                link.fill(Part::Status(&mut status));
                status
            }?;
            let allowed = allows(link, status);
            if allowed.is_none() {
                failures.push(Failure::Status { status });
            }
            allowed
        });
        let declared = || link.spec.status.and_then(|status| StatusCode::from_u16(status).ok());
        given.or_else(declared).filter(|status| status.as_u16() >= 200)
    }

    /// The code as declared.
    pub(crate) fn code(&self) -> Code<'e> {
        self.coded().1
    }

    /// The error that says the code, the code, and whether it is the declared
    /// one.
    fn coded(&self) -> (&Link<'e>, Code<'e>, bool) {
        let (link, given) = self.given(Parts::CODE, code_of);
        match given {
            Some(code) => (link, code, false),
            None => (link, link.spec.code, true),
        }
    }

    /// Whether the value says the code, and not the declaration.
    pub(super) fn is_code_given(&self) -> bool {
        self.given(Parts::CODE, code_of).1.is_some()
    }

    /// The code as it stands on the wire.
    pub(super) fn wire(&self) -> Wire<'e> {
        let (link, code, declared) = self.coded();
        match code {
            Code::None => Wire::None,
            Code::Number(number) => Wire::Number(number),
            Code::Text(text) if declared => {
                Wire::Text(link.spec.in_case(text, self.shape.policy.code_case))
            }
            Code::Text(text) => Wire::Text(Cow::Borrowed(text)),
        }
    }

    /// Hands out the code as it stands on the wire.
    pub(crate) fn wire_code(&self, use_text: &mut dyn FnMut(&str)) {
        match self.wire() {
            Wire::None => {}
            Wire::Number(number) => use_text(itoa::Buffer::new().format(number)),
            Wire::Text(text) => use_text(&text),
        }
    }

    /// The variant that gives the error its code: its identity.
    pub(crate) fn variant(&self) -> &'static str {
        self.coded().0.spec.variant
    }

    pub(crate) fn category(&self) -> Option<&'static str> {
        let stated = self.speaker(Parts::CATEGORY).spec.category;
        stated.or_else(|| self.rule(&|rule| rule.category.is_some())?.category)
    }

    pub(crate) fn retry(&self) -> Retry {
        self.speaker(Parts::RETRY).spec.retry
    }

    pub(crate) fn log(&self) -> crate::Log {
        self.speaker(Parts::LOG).spec.log
    }

    pub(crate) fn retry_after(&self) -> Option<RetryAfter> {
        let (link, after) = self.given(Parts::RETRY_AFTER, |link| {
            let mut after = None;
            link.fill(Part::RetryAfter(&mut after));
            after
        });
        let omits = self.shape.policy.keep == Keep::OmitDefault;
        if omits && after.is_some_and(|after| after.delay().is_zero()) {
            return None;
        }
        let declared = || {
            let rule = || self.rule(&|rule| rule.retry_after.is_some())?.retry_after;
            link.spec.retry_after.or_else(rule).map(RetryAfter::seconds_from_now)
        };
        after.or_else(declared)
    }
}

/// The code that the error's value says.
fn code_of<'e>(link: &Link<'e>) -> Option<Code<'e>> {
    let mut code = None;
    link.fill(Part::Code(&mut code));
    code
}

/// The status, where the row allows it: a row that declares an unusual one
/// allows its field the same.
fn allows(link: &Link<'_>, status: u16) -> Option<StatusCode> {
    let usual = |status: u16| (400..=599).contains(&status);
    let unusual = link.spec.any_status || link.spec.status.is_some_and(|status| !usual(status));
    let allowed = usual(status) || (unusual && status >= 200);
    if allowed { StatusCode::from_u16(status).ok() } else { None }
}
