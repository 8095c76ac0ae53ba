//! Writes a body by walking its template.

use super::answer::{Answer, constant, integer, request};
use super::{Chosen, list, template};
use crate::out::{Out, is_empty, quote};
use crate::{Body, Context, Errors, Form, Kind, Member, Node, Slot, Xml};
use std::cell::{Cell, RefCell};

/// What a slot had to say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
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
        // Of XML this is the template's JSON, from which the document is made.
        Body::Json(node) | Body::Xml(Xml { node, .. }) => {
            let tree = list::Tree::default();
            Writer::new(&Answer::new(chosen, context, &tree)).value(node, out);
        }
    }
}

/// Writes the body of a success; `data` writes the slot of that name.
#[inline]
pub(crate) fn success(
    node: &'static Node,
    context: Option<&Context>,
    out: &mut Out,
    data: &mut dyn FnMut(&mut Out),
) {
    Writer::new(&Success { context, data: RefCell::new(data) }).value(node, out);
}

/// Whoever fills a template's slots.
pub(super) trait Source {
    fn slot(&self, slot: Slot, kind: Kind, out: &mut Out) -> Said;
    fn rest(&self, out: &mut Out, members: &'static [Member]);
    /// The list of sub-errors; nothing where there is none.
    fn errors(&self, errors: &'static Errors, out: &mut Out) -> Said;
    /// The same list, with the error itself as its one item.
    fn itself(&self, errors: &'static Errors, out: &mut Out) -> Said;
    /// The list of an item, by the template of the item itself.
    fn repeat(&self, out: &mut Out) -> Said;
    /// A list of that kind without items.
    fn no_items(&self) -> &'static str;
    /// Whether a slot in this value is one that the error declares.
    fn declares(&self, node: &'static Node) -> bool;
}

pub(super) struct Writer<'a> {
    from: &'a dyn Source,
    /// How many slots had something to say.
    said: Cell<usize>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(from: &'a dyn Source) -> Self {
        Self { from, said: Cell::new(0) }
    }

    /// Writes a value, or what stands there when there is nothing to say.
    pub(super) fn value(&self, node: &'static Node, out: &mut Out) {
        match node {
            Node::Slot { slot, or, kind } => {
                let mark = out.mark();
                let said = self.slot(*slot, *kind, out);
                let replaced = said == Said::Empty && *or != "null";
                if said == Said::Nothing || replaced {
                    out.roll_back(mark);
                    out.raw(or);
                }
            }
            Node::Errors(errors) => {
                if self.node(node, out) == Said::Nothing {
                    match errors.or {
                        Some(or) => out.raw(or),
                        None => self.count(self.from.itself(errors, out)),
                    }
                }
            }
            Node::Repeat => {
                if self.node(node, out) == Said::Nothing {
                    out.raw(self.from.no_items());
                }
            }
            Node::Optional(_) | Node::Literal(_) | Node::Object(_) | Node::Array(_) => {
                self.node(node, out);
            }
        }
    }

    /// Writes a value only if there is something to say; whether it stays.
    ///
    /// An object stays when something in it is declared, though it may be
    /// empty now.
    pub(super) fn optional(&self, node: &'static Node, out: &mut Out) -> bool {
        let before = self.said.get();
        let said = self.node(node, out);
        match node {
            Node::Object(_) => self.said.get() > before || self.from.declares(node),
            _ => said == Said::Something,
        }
    }

    /// The same for an element of an array, which does not stay with nothing
    /// but `null`s for parts that belong to it.
    fn optional_element(&self, node: &'static Node, out: &mut Out) -> bool {
        let before = self.said.get();
        let stays = self.optional(node, out);
        let owes = match node {
            Node::Object(members) => template::owe(members),
            _ => false,
        };
        stays && (!owes || self.said.get() > before)
    }

    fn node(&self, node: &'static Node, out: &mut Out) -> Said {
        let mark = out.mark();
        match node {
            Node::Literal(json) => {
                out.raw(json);
                return Said::Something;
            }
            Node::Slot { slot, kind, .. } => return self.slot(*slot, *kind, out),
            Node::Errors(errors) => {
                let said = self.from.errors(errors, out);
                self.count(said);
                return said;
            }
            Node::Repeat => {
                let said = self.from.repeat(out);
                self.count(said);
                return said;
            }
            Node::Optional(node) => {
                if !self.optional_element(node, out) {
                    out.roll_back(mark);
                    return Said::Nothing;
                }
            }
            Node::Object(members) => {
                out.raw("{");
                for member in *members {
                    self.member(member, members, out);
                }
                out.raw("}");
            }
            Node::Array(nodes) => {
                out.raw("[");
                for node in *nodes {
                    self.element(node, out);
                }
                out.raw("]");
            }
        }
        if is_empty(out.since(mark)) { Said::Empty } else { Said::Something }
    }

    fn slot(&self, slot: Slot, kind: Kind, out: &mut Out) -> Said {
        let mark = out.mark();
        let said = self.from.slot(slot, kind, out);
        if kind != Kind::AsIs && said != Said::Nothing {
            convert(kind, out, mark);
        }
        self.count(said);
        said
    }

    fn element(&self, node: &'static Node, out: &mut Out) {
        let mark = out.mark();
        out.comma();
        match node {
            Node::Optional(node) if !self.optional_element(node, out) => out.roll_back(mark),
            Node::Optional(_) => {}
            _ => self.value(node, out),
        }
    }

    pub(super) fn member(
        &self,
        member: &'static Member,
        members: &'static [Member],
        out: &mut Out,
    ) {
        let mark = out.mark();
        match member {
            Member::Rest => {
                self.from.rest(out, members);
                if !out.since(mark).is_empty() {
                    self.count(Said::Something);
                }
            }
            Member::Named { key, optional, value, .. } => {
                out.comma();
                out.raw(key);
                if !optional {
                    self.value(value, out);
                } else if !self.optional(value, out) {
                    out.roll_back(mark);
                }
            }
        }
    }

    fn count(&self, said: Said) {
        self.said.set(self.said.get() + usize::from(said == Said::Something));
    }
}

/// The answer to a request that went well.
struct Success<'a> {
    context: Option<&'a Context>,
    data: RefCell<&'a mut dyn FnMut(&mut Out)>,
}

impl Source for Success<'_> {
    #[inline]
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

    #[inline]
    fn rest(&self, _out: &mut Out, _members: &'static [Member]) {}

    #[inline]
    fn errors(&self, _errors: &'static Errors, _out: &mut Out) -> Said {
        Said::Nothing
    }

    #[inline]
    fn itself(&self, errors: &'static Errors, out: &mut Out) -> Said {
        out.raw(if errors.form == Form::Array { "[]" } else { "{}" });
        Said::Empty
    }

    #[inline]
    fn no_items(&self) -> &'static str {
        "[]"
    }

    #[inline]
    fn repeat(&self, _out: &mut Out) -> Said {
        Said::Nothing
    }

    #[inline]
    fn declares(&self, _node: &'static Node) -> bool {
        false
    }
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
    // `from_slice` would allow white space around it.
    matches!(std::str::from_utf8(text), Ok(text) if text.parse::<serde_json::Number>().is_ok())
}
