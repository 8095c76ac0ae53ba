//! The texts of an answer: message, hint, title, phrase.

use super::{Chosen, Link};
use crate::out::Out;
use crate::{Case, Code, Headers, Part, Parts};
use http::StatusCode;
use std::borrow::Cow;

/// A text that a row may say as a constant.
enum Said {
    Constant(&'static str),
    /// The value knows.
    Dynamic,
    /// There is none.
    Nothing,
}

impl Chosen<'_> {
    /// The public message.
    pub(crate) fn message(&self) -> Cow<'static, str> {
        match self.said(self.speaker(Parts::MESSAGE), Parts::MESSAGE) {
            Said::Constant(text) => Cow::Borrowed(text),
            Said::Nothing => Cow::Borrowed(self.hidden_message()),
            Said::Dynamic => {
                let mut out = Out::plain(self.shape);
                self.write_message(&mut out);
                Cow::Owned(out.into_text())
            }
        }
    }

    /// Writes the public message. A text that cannot be told falls back to
    /// the one that hides it.
    pub(crate) fn write_message(&self, out: &mut Out) {
        for link in self.links() {
            if !self.states(link, Parts::MESSAGE) {
                continue;
            }
            match self.said(link, Parts::MESSAGE) {
                Said::Constant(text) => return out.text(text),
                Said::Nothing => break,
                Said::Dynamic => {}
            }
            let told = self.tell(out, |out| {
                if link.fills(Parts::DISPLAY) {
                    out.fmt(format_args!("{}", link.error));
                } else {
                    let hides = self.hides_display(link);
                    out.hiding_display(hides, |out| self.ask(link, Part::Message(out)));
                }
            });
            if told {
                return;
            }
            if link.spec.settles(Parts::MESSAGE) {
                break;
            }
        }
        out.text(self.hidden_message());
    }

    /// Lets an error tell its message, in whose place another stands if it
    /// fails; whether there is one now.
    fn tell(&self, out: &mut Out, write: impl FnOnce(&mut Out)) -> bool {
        let failures = out.failures();
        out.attempt("message", write) || self.excuse(out, failures)
    }

    /// Stands in for a message that has failed, if it has: there were so many
    /// failures before it.
    fn excuse(&self, out: &mut Out, failures: usize) -> bool {
        let has_failed = out.failures() > failures;
        if has_failed {
            out.text(phrase(self.status));
        }
        has_failed
    }

    /// Whether the message of this error, which has none inside it, is its own
    /// `Display`.
    pub(crate) fn displays(&self) -> bool {
        let is_said = matches!(self.said(&self.outer, Parts::MESSAGE), Said::Dynamic);
        is_said && self.outer.fills(Parts::DISPLAY)
    }

    /// Writes the message that is the error's own `Display`.
    pub(crate) fn write_display(&self, out: &mut Out) {
        if !self.tell(out, |out| out.fmt(format_args!("{}", self.outer.error))) {
            out.text(self.hidden_message());
        }
    }

    /// Whether the `Display` of this link is hidden: the answer is a 5xx, and
    /// the link's row is not. What the row of a 5xx shows is exposed.
    fn hides_display(&self, link: &Link<'_>) -> bool {
        let own = if link.fills(Parts::STATUS) { None } else { link.spec.status };
        hides(self.status) && !link.spec.exposed && !matches!(own, Some(500..))
    }

    /// What stands for a message that must not be told.
    fn hidden_message(&self) -> &'static str {
        match self.shape.policy.internal_message {
            Some(message) if hides(self.status) => message,
            _ => phrase(self.status),
        }
    }

    /// The hint.
    pub(crate) fn hint(&self) -> Option<Cow<'static, str>> {
        match self.said(self.speaker(Parts::HINT), Parts::HINT) {
            Said::Constant(text) => Some(Cow::Borrowed(text)),
            Said::Nothing => None,
            Said::Dynamic => {
                let mut out = Out::plain(self.shape);
                if self.write_hint(&mut out) { Some(Cow::Owned(out.into_text())) } else { None }
            }
        }
    }

    /// Writes the hint; whether there is one.
    pub(crate) fn write_hint(&self, out: &mut Out) -> bool {
        for link in self.links() {
            if !self.states(link, Parts::HINT) {
                continue;
            }
            match self.said(link, Parts::HINT) {
                Said::Constant(text) => {
                    out.text(text);
                    return true;
                }
                Said::Nothing => return false,
                Said::Dynamic => {}
            }
            let failures = out.failures();
            let told = out.attempt("hint", |out| self.ask(link, Part::Hint(out)));
            if told || out.failures() > failures || link.spec.settles(Parts::HINT) {
                return told;
            }
        }
        false
    }

    /// What this error says of its message or hint.
    fn said(&self, link: &Link<'_>, part: Parts) -> Said {
        let spec = link.spec;
        // What `fill` writes is declared, except for `Out::display`.
        let display = link.fills(Parts::DISPLAY) || (spec.displayed && !link.fills(part));
        if part == Parts::MESSAGE && display && self.hides_display(link) {
            return Said::Nothing;
        }
        let constant = if part == Parts::MESSAGE { spec.message } else { spec.hint };
        match constant {
            _ if spec.dynamic.has(part) => Said::Dynamic,
            Some(text) => Said::Constant(text),
            None => Said::Nothing,
        }
    }

    /// Tells the headers what they can say of the error.
    pub(super) fn write_texts(&self, headers: &mut Headers, has_body: bool) {
        let mut failures = Vec::new();
        let mut text = |write: &dyn Fn(&mut Out) -> bool| {
            let mut out = Out::plain(self.shape);
            let said = write(&mut out);
            failures.append(&mut out.take_failures());
            if said { Some(out.into_text()) } else { None }
        };
        headers.texts.message = text(&|out| {
            self.write_message(out);
            true
        });
        headers.texts.hint = text(&|out| self.write_hint(out));
        self.wire_code(&mut |code| headers.texts.code = Some(code.to_owned()));
        // Nothing is reported twice: a body says the same.
        if !has_body {
            headers.report(&mut failures);
        }
    }

    /// The title: as declared, else the status phrase where the problem type
    /// is `about:blank`, else the code in words.
    pub(crate) fn title(&self) -> Cow<'static, str> {
        if let Some(title) = self.speaker(Parts::TITLE).spec.title {
            return Cow::Borrowed(title);
        }
        match self.code() {
            Code::Text(code) if self.has_type_uri() => {
                let mut words = Case::Snake.convert(code).into_bytes();
                for byte in &mut words {
                    if *byte == b'_' {
                        *byte = b' ';
                    }
                }
                if let Some(first) = words.first_mut() {
                    first.make_ascii_uppercase();
                }
                Cow::Owned(String::from_utf8(words).unwrap_or_default())
            }
            _ => Cow::Borrowed(phrase(self.status)),
        }
    }
}

/// Whether an answer of this status hides what is not declared public: from
/// 500 on, as the derive has it, and not only where HTTP ends.
pub(crate) fn hides(status: StatusCode) -> bool {
    status.as_u16() >= 500
}

/// The status phrase; of a status that has none, its class's.
pub(crate) fn phrase(status: StatusCode) -> &'static str {
    let class = match status.as_u16() / 100 {
        1 => "Informational",
        2 => "Success",
        3 => "Redirection",
        4 => "Client Error",
        5 => "Server Error",
        _ => "Unknown Status",
    };
    status.canonical_reason().unwrap_or(class)
}
