//! Writes a body by walking its template.

use super::{Chosen, phrase, retry};
use crate::civil::Civil;
use crate::out::{Out, is_empty, quote};
use crate::{Body, Code, Context, Kind, Member, Node, Parts, Slot};
use std::error::Error;

/// What a slot had to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Nothing was written.
    Nothing,
    /// An empty text, list or object: as good as nothing where the template
    /// asks.
    Empty,
    Something,
}

/// Writes the body of an error.
pub(crate) fn body(chosen: &Chosen<'_>, context: Option<&Context>, out: &mut Out) {
    match &chosen.shape.body {
        Body::Empty => {}
        Body::Text => out.bare(|out| chosen.write_message(out)),
        Body::Json(node) => Writer { from: &Answer { chosen, context } }.value(node, out),
        Body::Xml(_) => {}
    }
}

/// Writes the body of a success; `data` writes the slot of that name.
pub(crate) fn success(
    node: &'static Node,
    context: Option<&Context>,
    out: &mut Out,
    data: &mut dyn FnMut(&mut Out),
) {
    let data = std::cell::RefCell::new(data);
    Writer { from: &Success { context, data } }.value(node, out);
}

/// Whoever fills a template's slots.
trait Source {
    fn slot(&self, slot: Slot, kind: Kind, out: &mut Out) -> Said;
    fn rest(&self, out: &mut Out, members: &'static [Member]);
}

struct Writer<'a, S> {
    from: &'a S,
}

impl<S: Source> Writer<'_, S> {
    /// Writes a value, or what stands there when there is nothing to say.
    fn value(&self, node: &'static Node, out: &mut Out) {
        let mark = out.mark();
        let said = self.node(node, out);
        if let Node::Slot { or, .. } = node {
            let replaced = said == Said::Empty && *or != "null";
            if said == Said::Nothing || replaced {
                out.roll_back(mark);
                out.raw(or);
            }
        }
    }

    fn node(&self, node: &'static Node, out: &mut Out) -> Said {
        let mark = out.mark();
        match node {
            Node::Literal(json) => {
                out.raw(json);
                return Said::Something;
            }
            Node::Slot { slot, kind, .. } => {
                let said = self.from.slot(*slot, *kind, out);
                if *kind != Kind::AsIs && said != Said::Nothing {
                    convert(*kind, out, mark);
                }
                return said;
            }
            Node::Optional(_) | Node::Errors(_) | Node::Repeat => return Said::Nothing,
            Node::Object(members) => {
                out.raw("{");
                members.iter().for_each(|member| self.member(member, members, out));
                out.raw("}");
            }
            Node::Array(nodes) => {
                out.raw("[");
                for node in *nodes {
                    out.comma();
                    self.value(node, out);
                }
                out.raw("]");
            }
        }
        if is_empty(out.since(mark)) { Said::Empty } else { Said::Something }
    }

    fn member(&self, member: &'static Member, members: &'static [Member], out: &mut Out) {
        match member {
            Member::Rest => self.from.rest(out, members),
            Member::Named { key, optional, value, .. } => {
                let mark = out.mark();
                out.comma();
                out.raw(key);
                if !optional {
                    self.value(value, out);
                } else if self.node(value, out) != Said::Something {
                    out.roll_back(mark);
                }
            }
        }
    }
}

/// The answer to an error.
struct Answer<'a> {
    chosen: &'a Chosen<'a>,
    context: Option<&'a Context>,
}

impl Source for Answer<'_> {
    fn slot(&self, slot: Slot, kind: Kind, out: &mut Out) -> Said {
        let chosen = self.chosen;
        match slot {
            Slot::Code => match chosen.code() {
                Code::None => Said::Nothing,
                Code::Text(_) => text(out, |out| {
                    chosen.wire_code(&mut |code| out.text(code));
                    true
                }),
                Code::Number(number) => integer(out, number),
            },
            Slot::Status => integer(out, chosen.status.as_u16()),
            Slot::Reason => constant(out, Some(phrase(chosen.status))),
            Slot::Title => constant(out, Some(&chosen.title())),
            Slot::Message => text(out, |out| {
                chosen.write_message(out);
                true
            }),
            Slot::Hint => text(out, |out| chosen.write_hint(out)),
            Slot::Docs => text(out, |out| chosen.write_docs(out)),
            Slot::TypeUri => type_uri(chosen, out),
            Slot::Category => constant(out, chosen.category()),
            Slot::Variant => constant(out, Some(chosen.variant()).filter(|name| !name.is_empty())),
            Slot::Details => entries(out, |out| chosen.entries(Parts::DETAILS, out)),
            Slot::Members => entries(out, |out| chosen.entries(Parts::MEMBERS, out)),
            Slot::Member(name) => member(chosen, name, out),
            Slot::Retry => match chosen.retry() {
                retry if !retry.is_stated() => Said::Nothing,
                retry if kind == Kind::String => constant(out, Some(retry.advice.as_str())),
                retry => entries(out, |out| retry::entries(&retry, out)),
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
}

/// The answer to a request that went well.
struct Success<'a> {
    context: Option<&'a Context>,
    data: std::cell::RefCell<&'a mut dyn FnMut(&mut Out)>,
}

impl Source for Success<'_> {
    fn slot(&self, slot: Slot, _kind: Kind, out: &mut Out) -> Said {
        match slot {
            Slot::Data => {
                let mark = out.mark();
                // No slot is written while another one is.
                if let Ok(mut data) = self.data.try_borrow_mut() {
                    data(out);
                }
                match out.since(mark) {
                    b"" => Said::Nothing,
                    b"null" => {
                        out.roll_back(mark);
                        Said::Nothing
                    }
                    json if is_empty(json) => Said::Empty,
                    _ => Said::Something,
                }
            }
            Slot::Status => integer(out, 200_u16),
            Slot::Reason => constant(out, Some("OK")),
            _ => request(self.context, slot, out),
        }
    }

    fn rest(&self, _out: &mut Out, _members: &'static [Member]) {}
}

/// What only the request knows.
fn request(context: Option<&Context>, slot: Slot, out: &mut Out) -> Said {
    let Some(context) = context else { return Said::Nothing };
    match slot {
        Slot::Instance => constant(out, context.instance()),
        Slot::RequestId => constant(out, context.request_id()),
        Slot::Time => match context.time() {
            Some(time) => text(out, |out| {
                out.fmt(format_args!("{}", Civil::new(time).rfc3339()));
                true
            }),
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
    match text(out, |out| chosen.write_type_uri(out)) {
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

fn integer(out: &mut Out, number: impl itoa::Integer) -> Said {
    out.raw(itoa::Buffer::new().format(number));
    Said::Something
}

fn constant(out: &mut Out, value: Option<&str>) -> Said {
    match value {
        None => Said::Nothing,
        Some(value) => text(out, |out| {
            out.text(value);
            true
        }),
    }
}

/// Writes a string; `write` says whether there is one.
fn text(out: &mut Out, write: impl FnOnce(&mut Out) -> bool) -> Said {
    let mark = out.mark();
    if !out.string(write) {
        out.roll_back(mark);
        return Said::Nothing;
    }
    if out.since(mark) == b"\"\"" { Said::Empty } else { Said::Something }
}

fn entries(out: &mut Out, write: impl FnOnce(&mut Out)) -> Said {
    let mark = out.mark();
    if !out.entries(write) {
        out.roll_back(mark);
        return Said::Nothing;
    }
    if is_empty(out.since(mark)) { Said::Empty } else { Said::Something }
}

/// Gives the value the JSON type that the template chooses.
fn convert(kind: Kind, out: &mut Out, mark: crate::out::Mark) {
    let json = out.since(mark);
    match (kind, json) {
        (Kind::String, [first, ..]) if *first != b'"' => {
            let text = String::from_utf8_lossy(json).into_owned();
            out.roll_back(mark);
            quote(&text, out.buffer());
        }
        (Kind::Number, [b'"', inside @ .., b'"']) if is_number(inside) => {
            let number = String::from_utf8_lossy(inside).into_owned();
            out.roll_back(mark);
            out.raw(&number);
        }
        _ => {}
    }
}

/// Whether the text is a number in JSON's sense.
fn is_number(text: &[u8]) -> bool {
    // White space around it is no part of a number, but `from_slice` allows it.
    !text.first().is_none_or(u8::is_ascii_whitespace)
        && !text.last().is_none_or(u8::is_ascii_whitespace)
        && serde_json::from_slice::<serde_json::Number>(text).is_ok()
}
