//! Questions to a template when an answer is read by it.

use crate::{Errors, Form, Member, Node, Slot};
use serde_json::Value;

/// Whether the value has the members that the template always writes.
pub(super) fn has_shape(node: &Node, value: &Value) -> bool {
    match (node, value) {
        (Node::Object(members), Value::Object(map)) => members.iter().all(|member| match member {
            Member::Named { name, optional: false, value, .. } => {
                map.get(*name).is_some_and(|found| has_shape(value, found))
            }
            _ => true,
        }),
        (Node::Array(nodes), Value::Array(values)) => {
            let mut found = 0;
            for (at, node) in placed(nodes, values).into_iter().enumerate() {
                let Some(node) = node else { continue };
                found += usize::from(is_required(node));
                if !has_shape(node, &values[at]) {
                    return false;
                }
            }
            found == required(nodes)
        }
        (Node::Object(_) | Node::Array(_), _) => false,
        (Node::Optional(node), value) => has_shape(node, value),
        (Node::Errors(errors), value) => errors.is_constant(value) || errors.has_shape(value),
        // The items of items say for themselves what they are.
        (Node::Literal(_) | Node::Slot { .. } | Node::Repeat, _) => true,
    }
}

fn is_required(node: &Node) -> bool {
    !matches!(node, Node::Optional(_))
}

fn required(nodes: &[Node]) -> usize {
    let mut count = 0;
    for node in nodes {
        count += usize::from(is_required(node));
    }
    count
}

impl Errors {
    /// Whether this is what stands there when the error has no list.
    pub(super) fn is_constant(&self, value: &Value) -> bool {
        self.or.is_some_and(|or| serde_json::from_str(or).is_ok_and(|or: Value| or == *value))
    }

    fn has_shape(&self, value: &Value) -> bool {
        match (self.form, value) {
            (Form::Array, Value::Array(values)) => self.have_shape(values),
            (Form::Map { .. }, Value::Object(map)) => {
                map.values().all(|value| has_shape(&self.item, value))
            }
            (Form::Groups { .. }, Value::Object(map)) => map
                .values()
                .all(|value| value.as_array().is_some_and(|values| self.have_shape(values))),
            // A constant of another kind than the list.
            _ => false,
        }
    }

    fn have_shape(&self, values: &[Value]) -> bool {
        values.iter().all(|value| has_shape(&self.item, value))
    }
}

/// Which element of the template each value of an array is; some may be left
/// out, and some may be unknown.
///
/// An element with constant members, as `@type` is one, is told by them,
/// wherever it stands: others may reorder the elements. The rest stands in the
/// template's order, told by the names of the members.
pub(crate) fn placed<'t>(nodes: &'t [Node], values: &[Value]) -> Vec<Option<&'t Node>> {
    // There is nothing to tell the only one from.
    let tells = nodes.len() > 1;
    let (mut marked, mut others) = (Vec::new(), Vec::new());
    for node in nodes {
        if tells && is_marked(node) { marked.push(node) } else { others.push(node) }
    }
    let mut placed = Vec::with_capacity(values.len());
    let mut left = 0;
    for value in values {
        let at = marked.iter().position(|node| likeness(node, value).is_some());
        left += usize::from(at.is_none());
        placed.push(at.map(|at| marked.remove(at)));
    }
    let mut rest = &others[..];
    for (at, value) in values.iter().enumerate() {
        if placed[at].is_some() {
            continue;
        }
        left -= 1;
        if let Some(next) = next(rest, value, left) {
            placed[at] = Some(rest[next]);
            rest = &rest[next + 1..];
        }
    }
    placed
}

/// Which of these elements the value is, when as many values are `left`.
fn next(nodes: &[&Node], value: &Value, left: usize) -> Option<usize> {
    let mut required = 0;
    for node in nodes {
        required += usize::from(is_required(node));
    }
    let mut best: Option<(usize, Likeness)> = None;
    for (at, node) in nodes.iter().enumerate() {
        required -= usize::from(is_required(node));
        // Those that must come have to find their values.
        if let Some(likeness) = likeness(node, value).filter(|_| required <= left) {
            if best.is_none_or(|(_, before)| likeness > before) {
                best = Some((at, likeness));
            }
        }
        if is_required(node) {
            // It stands here, or nothing of the template does.
            return best.map(|(at, _)| at).or(Some(at));
        }
    }
    best.map(|(at, _)| at)
}

/// Whether constant members tell this element from the others.
fn is_marked(node: &Node) -> bool {
    match node {
        Node::Optional(node) => is_marked(node),
        Node::Object(members) => members.iter().any(|member| match member {
            Member::Named { value: Node::Literal(_), optional, .. } => !optional,
            Member::Named { value: value @ Node::Object(_), optional: false, .. } => {
                is_marked(value)
            }
            _ => false,
        }),
        _ => false,
    }
}

/// How much a value is like what an element writes. What comes first weighs
/// most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    /// Every member is there that must be.
    is_whole: bool,
    /// Members that have a name of the template's.
    known: usize,
}

/// Nothing if the value cannot be this element.
fn likeness(node: &Node, value: &Value) -> Option<Likeness> {
    let mut likeness = Likeness { is_whole: true, known: 0 };
    match (node, value) {
        (Node::Optional(node), value) => return self::likeness(node, value),
        (Node::Literal(json), value) if !is_literal(json, value) => return None,
        (Node::Object(members), Value::Object(map)) => {
            for member in *members {
                let Member::Named { name, optional, value, .. } = member else { continue };
                match (value, map.get(*name)) {
                    (Node::Literal(_) | Node::Object(_), Some(found)) => {
                        likeness.is_whole &= self::likeness(value, found)?.is_whole;
                        likeness.known += 1;
                    }
                    (_, Some(_)) => likeness.known += 1,
                    (Node::Literal(_), None) if !optional => return None,
                    (Node::Object(_), None) if !optional && is_marked(value) => return None,
                    (_, None) => likeness.is_whole &= *optional,
                }
            }
        }
        (Node::Object(_), _) => return None,
        _ => {}
    }
    Some(likeness)
}

/// Whether the value is this constant. Where it comes from XML it is a text,
/// or nothing for an empty one.
fn is_literal(json: &str, value: &Value) -> bool {
    let Ok(literal) = serde_json::from_str::<Value>(json) else { return false };
    match (&literal, value) {
        (Value::Bool(_) | Value::Number(_), Value::String(text)) => *text == json,
        (Value::String(text), Value::Null) => text.is_empty(),
        (Value::Object(map), Value::Null) => map.is_empty(),
        (literal, value) => literal == value,
    }
}

/// Whether the template itself, without its items', has such a slot.
/// `..members` is the slot of all members.
pub(super) fn says(node: &Node, wanted: &dyn Fn(Slot) -> bool) -> bool {
    match node {
        Node::Slot { slot, .. } => wanted(*slot),
        Node::Object(members) => members.iter().any(|member| match member {
            Member::Named { value, .. } => says(value, wanted),
            Member::Rest => wanted(Slot::Members),
        }),
        Node::Array(nodes) => nodes.iter().any(|node| says(node, wanted)),
        Node::Optional(node) => says(node, wanted),
        Node::Literal(_) | Node::Errors(_) | Node::Repeat => false,
    }
}

/// Whether an error without a list stands in the template's list itself.
pub(super) fn lists_itself(node: &Node) -> bool {
    // A list that may be left out is, where there is none.
    let stands = |node: &Node| !matches!(node, Node::Errors(_)) && lists_itself(node);
    match node {
        Node::Errors(errors) => errors.or.is_none(),
        Node::Object(members) => members.iter().any(|member| match member {
            Member::Named { optional: true, value, .. } => stands(value),
            Member::Named { value, .. } => lists_itself(value),
            Member::Rest => false,
        }),
        Node::Array(nodes) => nodes.iter().any(lists_itself),
        Node::Optional(node) => stands(node),
        Node::Literal(_) | Node::Slot { .. } | Node::Repeat => false,
    }
}
