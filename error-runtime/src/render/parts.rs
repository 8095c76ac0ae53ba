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
        let mut given = None;
        let link = self.giver(Parts::STATUS, &mut |link| {
            let Some(status) = status_of(link) else { return false };
            given = allows(link, status);
            if given.is_none() {
                failures.push(Failure::Status { status });
            }
            given.is_some()
        });
        let status = match given {
            Some(status) => status,
            None => StatusCode::from_u16(link.spec.status?).ok()?,
        };
        if status.as_u16() >= 200 { Some(status) } else { None }
    }

    /// The code as declared.
    pub(crate) fn code(&self) -> Code<'e> {
        self.coded().1
    }

    /// The error that says the code, the code, and whether it is the declared
    /// one.
    fn coded(&self) -> (&Link<'e>, Code<'e>, bool) {
        let mut given = None;
        let link = self.giver(Parts::CODE, &mut |link| {
            link.fill(Part::Code(&mut given));
            given.is_some()
        });
        match given {
            Some(code) => (link, code, false),
            None => (link, link.spec.code, true),
        }
    }

    /// Whether the value says the code, and not the declaration.
    pub(super) fn is_code_given(&self) -> bool {
        !self.coded().2
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
        match self.speaker(Parts::CATEGORY).spec.category {
            None => self.ruled_category(),
            stated => stated,
        }
    }

    pub(crate) fn retry(&self) -> Retry {
        self.speaker(Parts::RETRY).spec.retry
    }

    pub(crate) fn log(&self) -> crate::Log {
        self.speaker(Parts::LOG).spec.log
    }

    pub(crate) fn retry_after(&self) -> Option<RetryAfter> {
        let mut given: Option<RetryAfter> = None;
        let link = self.giver(Parts::RETRY_AFTER, &mut |link| {
            link.fill(Part::RetryAfter(&mut given));
            given.is_some()
        });
        if let Some(after) = given {
            let omits = self.shape.policy.keep == Keep::OmitDefault;
            return if omits && after.delay().is_zero() { None } else { Some(after) };
        }
        let seconds = match link.spec.retry_after {
            None => self.ruled_retry_after(),
            stated => stated,
        };
        Some(RetryAfter::seconds_from_now(seconds?))
    }
}

/// The status that the error's value says.
fn status_of(link: &Link<'_>) -> Option<u16> {
    if link.spec.first_status {
        return first_status(link.errors()?, link.face);
    }
    let mut status = None;
    link.fill(Part::Status(&mut status));
    status
}

/// The status, where the row allows it: a row that declares an unusual one
/// allows its field the same.
fn allows(link: &Link<'_>, status: u16) -> Option<StatusCode> {
    let declares_unusual = !matches!(link.spec.status, None | Some(400..=599));
    let allowed = match status {
        400..=599 => true,
        200.. => link.spec.any_status || declares_unusual,
        _ => false,
    };
    if allowed { StatusCode::from_u16(status).ok() } else { None }
}
