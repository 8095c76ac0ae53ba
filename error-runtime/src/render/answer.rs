//! What an error says in the slots of a template.

use super::body::{Said, Source};
use super::list::Tree;
use super::parts::Wire;
use super::template::Scope;
use super::{Chosen, phrase, retry};
use crate::civil::Civil;
use crate::out::{Out, is_empty};
use crate::{Context, Errors, Form, Kind, Member, Node, Parts, Slot};
use std::error::Error;

/// The answer to an error, or an item in one.
#[derive(Clone, Copy)]
pub(super) struct Answer<'a> {
    pub(super) chosen: &'a Chosen<'a>,
    pub(super) context: Option<&'a Context>,
    /// The list that this is an item of.
    pub(super) list: Option<&'static Errors>,
    /// How many lists it stands in.
    pub(super) depth: usize,
    /// What all lists of the answer have written.
    pub(super) tree: &'a Tree,
}

impl<'a> Answer<'a> {
    pub(super) fn new(
        chosen: &'a Chosen<'a>,
        context: Option<&'a Context>,
        tree: &'a Tree,
    ) -> Self {
        Self { chosen, context, list: None, depth: 0, tree }
    }

    fn scope(&self) -> Scope {
        match self.list {
            Some(errors) => Scope::item(errors),
            None => Scope::body(self.chosen.shape),
        }
    }
}

impl Source for Answer<'_> {
    fn slot(&self, slot: Slot, kind: Kind, out: &mut Out) -> Said {
        let chosen = self.chosen;
        match slot {
            Slot::Code => match chosen.wire() {
                Wire::None => Said::Nothing,
                Wire::Text(code) => constant(out, Some(&code)),
                Wire::Number(number) => integer(out, number),
            },
            Slot::Status => integer(out, chosen.status.as_u16()),
            Slot::Reason => constant(out, Some(phrase(chosen.status))),
            Slot::Title => constant(out, Some(&chosen.title())),
            Slot::Message => text(out, chosen, |chosen, out| {
                chosen.write_message(out);
                true
            }),
            Slot::Hint => text(out, chosen, Chosen::write_hint),
            Slot::Docs => text(out, chosen, Chosen::write_docs),
            Slot::TypeUri => type_uri(chosen, out),
            Slot::Category => constant(out, chosen.category()),
            Slot::Variant => match chosen.variant() {
                "" => Said::Nothing,
                name => constant(out, Some(name)),
            },
            Slot::Details => entries(out, &mut |out| chosen.entries(Parts::DETAILS, out)),
            Slot::Members => entries(out, &mut |out| chosen.entries(Parts::MEMBERS, out)),
            Slot::Member(name) => member(chosen, name, out),
            Slot::Retry => match chosen.retry() {
                retry if !retry.is_stated() => Said::Nothing,
                retry if kind == Kind::String => constant(out, Some(retry.advice.as_str())),
                retry => entries(out, &mut |out| retry::entries(&retry, out)),
            },
            Slot::RetryAfter => match chosen.retry_after() {
                Some(after) => integer(out, after.seconds()),
                None => Said::Nothing,
            },
            Slot::Trace => match self.context {
                Some(context) if context.is_development() => trace(chosen.outer.error, out),
                _ => Said::Nothing,
            },
            Slot::Data => Said::Nothing,
            Slot::Instance | Slot::RequestId | Slot::Time | Slot::Context(_) => {
                request(self.context, slot, out)
            }
        }
    }

    fn rest(&self, out: &mut Out, members: &'static [Member]) {
        out.rest(members, |out| self.chosen.entries(Parts::MEMBERS, out));
    }

    fn errors(&self, errors: &'static Errors, out: &mut Out) -> Said {
        self.write_errors(errors, out)
    }

    fn itself(&self, errors: &'static Errors, out: &mut Out) -> Said {
        self.write_itself(errors, out)
    }

    fn repeat(&self, out: &mut Out) -> Said {
        match self.list {
            Some(errors) => self.write_errors(errors, out),
            None => Said::Nothing,
        }
    }

    fn no_items(&self) -> &'static str {
        match self.list {
            Some(Errors { form: Form::Map { .. } | Form::Groups { .. }, .. }) => "{}",
            _ => "[]",
        }
    }

    fn declares(&self, node: &'static Node) -> bool {
        self.chosen.declares(node, &self.scope())
    }
}

/// What only the request knows.
pub(super) fn request(context: Option<&Context>, slot: Slot, out: &mut Out) -> Said {
    let Some(context) = context else { return Said::Nothing };
    match slot {
        Slot::Instance => constant(out, context.instance()),
        Slot::RequestId => constant(out, context.request_id()),
        Slot::Time => match context.time() {
            Some(time) => {
                out.string(|out| out.fmt(format_args!("{}", Civil::new(time).rfc3339())));
                Said::Something
            }
            None => Said::Nothing,
        },
        Slot::Context(name) => match context.value(name) {
            None | Some("null") => Said::Nothing,
            Some(json) => {
                out.raw(json);
                if is_empty(json.as_bytes()) { Said::Empty } else { Said::Something }
            }
        },
        _ => Said::Nothing,
    }
}

/// Without a type of its own, a problem's is `about:blank`, which a template
/// may as well leave out.
fn type_uri(chosen: &Chosen<'_>, out: &mut Out) -> Said {
    match text(out, chosen, Chosen::write_type_uri) {
        Said::Nothing => {
            out.raw("\"about:blank\"");
            Said::Empty
        }
        said => said,
    }
}

fn member(chosen: &Chosen<'_>, name: &'static str, out: &mut Out) -> Said {
    let mark = out.mark();
    match out.only(name, |out| chosen.entries(Parts::MEMBERS, out)) {
        None => Said::Nothing,
        Some(false) if is_empty(out.since(mark)) => Said::Empty,
        Some(_) => Said::Something,
    }
}

/// The private side, for developers: the error and its sources.
fn trace(error: &(dyn crate::ApiError + '_), out: &mut Out) -> Said {
    out.raw("[");
    let mut text = |text: std::fmt::Arguments<'_>| {
        out.comma();
        out.string(|out| out.attempt("trace", |out| out.fmt(text)));
    };
    text(format_args!("{error}"));
    let mut source = Error::source(error);
    while let Some(error) = source {
        text(format_args!("{error}"));
        source = error.source();
    }
    out.raw("]");
    Said::Something
}

pub(super) fn integer(out: &mut Out, number: impl itoa::Integer) -> Said {
    out.raw(itoa::Buffer::new().format(number));
    Said::Something
}

pub(super) fn constant(out: &mut Out, value: Option<&str>) -> Said {
    let Some(value) = value else { return Said::Nothing };
    out.quoted(value);
    if value.is_empty() { Said::Empty } else { Said::Something }
}

/// Writes a string; `write` says whether there is one.
fn text<'e>(out: &mut Out, chosen: &Chosen<'e>, write: fn(&Chosen<'e>, &mut Out) -> bool) -> Said {
    let mark = out.mark();
    if !out.string(|out| write(chosen, out)) {
        out.roll_back(mark);
        return Said::Nothing;
    }
    if out.since(mark) == b"\"\"" { Said::Empty } else { Said::Something }
}

fn entries(out: &mut Out, write: &mut dyn FnMut(&mut Out)) -> Said {
    let mark = out.mark();
    if !out.entries(write) {
        out.roll_back(mark);
        return Said::Nothing;
    }
    if is_empty(out.since(mark)) { Said::Empty } else { Said::Something }
}
