//! A template worked out for one row: what the row alone decides stands there
//! as bytes, and only the rest is asked when an error is answered.

use super::Chosen;
use super::answer::Answer;
use super::body::Writer;
use super::list::Tree;
use crate::out::Out;
use crate::{Body, Context, Kind, Member, Node, Part, Parts, Slot, Spec};
use bytes::Bytes;

/// One step of writing a body.
#[derive(Debug)]
pub(crate) enum Step {
    /// These bytes.
    Run(&'static str),
    /// The comma that what follows may need.
    Comma,
    /// The message, in its quotes.
    Message,
    /// The same where it is the error's own `Display`.
    Display,
    /// The details, where the row declares them all, each by another name.
    Details,
    /// The same where there are any now: these bytes, and then the details.
    AnyDetails(&'static str),
    /// The request's id, where it has one: the bytes before it, and then the
    /// id; otherwise what stands in its place.
    RequestId { before: &'static str, or: &'static str },
    /// A value by its template.
    Value(&'static Node),
    /// A member, or those of `..members`, where it has something to say.
    Member(&'static Member, &'static [Member]),
}

/// Whether the answers of this row depend on the row enough: there is no error
/// inside it, and no code or status of the value's, or of its sub-errors'.
pub(crate) fn is_possible(spec: &Spec) -> bool {
    let varies = Parts::STATUS.and(Parts::CODE);
    spec.inner.is_none() && !spec.dynamic.has_any(varies) && !spec.first_status
}

/// The steps by which the body of this error's row is written.
pub(crate) fn steps(chosen: &Chosen<'_>) -> Vec<Step> {
    let Body::Json(node) = &chosen.shape.body else { return Vec::new() };
    let tree = Tree::default();
    let answer = Answer::new(chosen, None, &tree);
    let mut planner = Planner {
        chosen,
        writer: Writer::new(&answer),
        run: Out::json(chosen.shape),
        steps: Vec::new(),
    };
    planner.value(node);
    planner.flush();
    planner.steps
}

/// Writes a body by its steps.
pub(crate) fn write(
    steps: &'static [Step],
    chosen: &Chosen<'_>,
    context: Option<&Context>,
    out: &mut Out,
) {
    for step in steps {
        match step {
            Step::Run(run) => out.raw(run),
            Step::Comma => out.comma(),
            Step::Message => out.string(|out| chosen.write_message(out)),
            Step::Display => out.string(|out| chosen.write_display(out)),
            Step::Details => details(chosen, out),
            Step::AnyDetails(before) => {
                let mark = out.mark();
                out.raw(before);
                let value = out.mark();
                details(chosen, out);
                if out.since(value) == b"{}" {
                    out.roll_back(mark);
                }
            }
            Step::RequestId { before, or } => request_id(before, or, context, out),
            Step::Value(_) | Step::Member(..) => walk(step, chosen, context, out),
        }
    }
}

fn request_id(before: &str, or: &str, context: Option<&Context>, out: &mut Out) {
    if let Some(id) = context.and_then(Context::clean_id) {
        out.raw(before);
        out.raw("\"");
        out.raw(id);
        out.raw("\"");
        return;
    }
    match context.and_then(Context::request_id) {
        None => out.raw(or),
        // Nothing to say, and not nothing: that only a `null` gives way to.
        Some("") => out.raw(if or == "null" { "\"\"" } else { or }),
        Some(id) => {
            out.raw(before);
            out.quoted(id);
        }
    }
}

/// A step that is a part of the template.
fn walk(step: &Step, chosen: &Chosen<'_>, context: Option<&Context>, out: &mut Out) {
    let tree = Tree::default();
    let answer = Answer::new(chosen, context, &tree);
    let writer = Writer::new(&answer);
    match step {
        Step::Value(node) => writer.value(node, out),
        Step::Member(member, members) => writer.member(member, members, out),
        _ => {}
    }
}

fn details(chosen: &Chosen<'_>, out: &mut Out) {
    out.distinct_entries(|out| chosen.outer.fill(Part::Details(out)));
}

/// The body of a row that says nothing but who asked.
#[derive(Debug)]
pub(crate) struct Frame {
    /// To the quote that begins the request's id.
    before: &'static str,
    /// From the quote that ends it.
    after: &'static str,
}

impl Frame {
    /// The frame that these steps are, if they are one.
    pub(crate) fn of(steps: &[Step]) -> Option<Self> {
        let [Step::Run(start), Step::RequestId { before, .. }, Step::Run(end)] = steps else {
            return None;
        };
        Some(Self { before: format!("{start}{before}\"").leak(), after: format!("\"{end}").leak() })
    }

    /// The body with this id, in one go: its length is known beforehand.
    #[inline]
    pub(crate) fn around(&self, id: &str) -> Bytes {
        let mut body = Vec::with_capacity(self.before.len() + id.len() + self.after.len());
        body.extend_from_slice(self.before.as_bytes());
        body.extend_from_slice(id.as_bytes());
        body.extend_from_slice(self.after.as_bytes());
        Bytes::from(body)
    }
}

struct Planner<'a> {
    chosen: &'a Chosen<'a>,
    writer: Writer<'a>,
    /// What the row has said since the last step.
    run: Out,
    steps: Vec<Step>,
}

impl Planner<'_> {
    fn value(&mut self, node: &'static Node) {
        match node {
            _ if self.is_settled(node) => self.writer.value(node, &mut self.run),
            Node::Object(members) => self.object(members),
            Node::Slot { slot: Slot::Message, or: "null", kind: Kind::AsIs } => {
                let displays = self.chosen.displays();
                self.step(if displays { Step::Display } else { Step::Message });
            }
            Node::Slot { slot: Slot::Details, or: "{}", kind: Kind::AsIs }
                if self.has_distinct_details() =>
            {
                self.step(Step::Details);
            }
            Node::Slot { slot: Slot::RequestId, or, kind: Kind::AsIs } => {
                self.step(Step::RequestId { before: "", or });
            }
            _ => self.step(Step::Value(node)),
        }
    }

    fn object(&mut self, members: &'static [Member]) {
        self.run.raw("{");
        // Whether a member stands before; nothing where only the value knows.
        let mut follows = Some(false);
        for member in members {
            let Member::Named { key, optional, value, .. } = member else {
                if self.chosen.outer.spec.dynamic.has(Parts::MEMBERS) {
                    self.step(Step::Member(member, members));
                    follows = if follows == Some(true) { follows } else { None };
                }
                continue;
            };
            if *optional {
                if !self.is_settled(value) {
                    self.step(match value {
                        Node::Slot { slot: Slot::RequestId, kind: Kind::AsIs, .. }
                            if follows == Some(true) =>
                        {
                            Step::RequestId { before: format!(",{key}").leak(), or: "" }
                        }
                        Node::Slot { slot: Slot::Details, kind: Kind::AsIs, .. }
                            if follows == Some(true) && self.has_distinct_details() =>
                        {
                            Step::AnyDetails(format!(",{key}").leak())
                        }
                        _ => Step::Member(member, members),
                    });
                    follows = if follows == Some(true) { follows } else { None };
                    continue;
                }
                if !self.stays(value) {
                    continue;
                }
            }
            match follows {
                Some(true) => self.run.raw(","),
                Some(false) => {}
                None => self.step(Step::Comma),
            }
            self.run.raw(key);
            self.value(value);
            follows = Some(true);
        }
        self.run.raw("}");
    }

    /// Whether all details are declared, none could take another's name, and
    /// each stands as it is.
    fn has_distinct_details(&self) -> bool {
        let mut names = Vec::new();
        for field in self.chosen.outer.spec.details {
            let name = self.chosen.escaped(field);
            // There are few.
            if name.is_empty() || name.contains(&b'\\') {
                return false;
            }
            for other in &names {
                if *other == name {
                    return false;
                }
            }
            names.push(name);
        }
        true
    }

    /// Whether an optional value has something to say in this row.
    fn stays(&self, value: &'static Node) -> bool {
        self.writer.optional(value, &mut Out::json(self.chosen.shape))
    }

    fn step(&mut self, step: Step) {
        self.flush();
        self.steps.push(step);
    }

    /// There are only as many runs as rows have steps, so they live as long as
    /// the program.
    fn flush(&mut self) {
        let run = std::mem::take(self.run.buffer());
        if !run.is_empty() {
            let run = String::from_utf8(run).unwrap_or_default();
            self.steps.push(Step::Run(run.leak()));
        }
    }

    /// Whether the row alone decides what this value is.
    fn is_settled(&self, node: &Node) -> bool {
        match node {
            Node::Literal(_) => true,
            Node::Slot { slot, .. } => self.is_slot_settled(*slot),
            Node::Optional(node) => self.is_settled(node),
            Node::Array(nodes) => {
                for node in *nodes {
                    if !self.is_settled(node) {
                        return false;
                    }
                }
                true
            }
            Node::Object(members) => {
                for member in *members {
                    let settled = match member {
                        Member::Named { value, .. } => self.is_settled(value),
                        Member::Rest => !self.chosen.outer.spec.dynamic.has(Parts::MEMBERS),
                    };
                    if !settled {
                        return false;
                    }
                }
                true
            }
            Node::Errors(_) | Node::Repeat => false,
        }
    }

    fn is_slot_settled(&self, slot: Slot) -> bool {
        let dynamic = self.chosen.outer.spec.dynamic;
        match slot {
            Slot::Code
            | Slot::Status
            | Slot::Reason
            | Slot::Title
            | Slot::Category
            | Slot::Variant
            | Slot::TypeUri
            | Slot::Retry
            | Slot::Data => true,
            Slot::Message => !dynamic.has_any(Parts::MESSAGE.and(Parts::DISPLAY)),
            Slot::Hint => !dynamic.has(Parts::HINT),
            Slot::Docs => !dynamic.has(Parts::DOCS),
            Slot::RetryAfter => !dynamic.has(Parts::RETRY_AFTER),
            Slot::Details => !dynamic.has(Parts::DETAILS),
            Slot::Members | Slot::Member(_) => !dynamic.has(Parts::MEMBERS),
            Slot::Instance | Slot::RequestId | Slot::Time | Slot::Context(_) | Slot::Trace => false,
        }
    }
}
