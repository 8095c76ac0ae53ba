//! An error made on the spot.

use crate::render::phrase;
use crate::{ApiError, Code, Part, Parts, Spec};
use http::StatusCode;
use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// An error without a type of its own.
#[derive(Debug)]
pub(super) struct OnTheSpot {
    pub(super) status: StatusCode,
    pub(super) code: Cow<'static, str>,
    pub(super) message: Option<Cow<'static, str>>,
}

impl fmt::Display for OnTheSpot {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &self.message {
            Some(message) => message,
            None => phrase(self.status),
        })
    }
}

impl Error for OnTheSpot {}

impl ApiError for OnTheSpot {
    #[inline]
    fn specs(&self) -> &'static [Spec] {
        const SPECS: &[Spec] = &[Spec {
            variant: "AnyError",
            module: module_path!(),
            status: Some(500),
            dynamic: Parts::STATUS.and(Parts::CODE).and(Parts::MESSAGE),
            ..Spec::EMPTY
        }];
        SPECS
    }

    #[inline]
    fn row(&self) -> usize {
        0
    }

    #[inline]
    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        match part {
            Part::Status(status) => *status = Some(self.status.as_u16()),
            Part::Code(code) if !self.code.is_empty() => *code = Some(Code::Text(&self.code)),
            Part::Message(out) => out.text(self.message.as_deref().unwrap_or_default()),
            _ => {}
        }
    }
}
