//! Questions to an envelope's template.

use crate::out::quote;
use crate::{Body, Errors, Form, Member, Node, Shape, Slot};

/// Whether the name is this one, which is as it stands in JSON.
pub(crate) fn same(name: &str, escaped: &[u8]) -> bool {
    if name.as_bytes() == escaped {
        return true;
    }
    if !escaped.contains(&b'\\') {
        return false;
    }
    let mut quoted = Vec::new();
    quote(name, &mut quoted);
    quoted.get(1..quoted.len() - 1) == Some(escaped)
}

/// Whether one of these members has the name.
pub(crate) fn states(members: &[Member], escaped: &[u8]) -> bool {
    for member in members {
        if matches!(member, Member::Named { name, .. } if same(name, escaped)) {
            return true;
        }
    }
    false
}

/// One template by itself: a body's, without those of the items in it, or that
/// of the items of one list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope {
    node: Option<&'static Node>,
    /// The slot that names an item.
    key: Option<Slot>,
}

impl Scope {
    pub(crate) const NONE: Self = Self { node: None, key: None };

    pub(crate) fn body(shape: &'static Shape) -> Self {
        Self { node: root(shape), key: None }
    }

    pub(crate) fn item(errors: &'static Errors) -> Self {
        Self { node: Some(&errors.item), key: key(errors) }
    }

    /// Whether a slot names this member, by its wire name or by its field's.
    pub(crate) fn names_member(&self, escaped: &[u8], field: &str) -> bool {
        let wanted =
            |slot| matches!(slot, Slot::Member(name) if name == field || same(name, escaped));
        matches!(self.key, Some(key) if wanted(key))
            || matches!(self.node, Some(node) if uses(node, false, &wanted))
    }
}

/// Whether the context can change what this template writes.
pub(crate) fn asks_context(shape: &'static Shape) -> bool {
    let wanted = |slot| {
        matches!(
            slot,
            Slot::Instance | Slot::RequestId | Slot::Time | Slot::Context(_) | Slot::Trace
        )
    };
    matches!(root(shape), Some(node) if uses(node, true, &wanted))
}

/// The template of the body, where it has one.
pub(crate) fn root(shape: &'static Shape) -> Option<&'static Node> {
    match &shape.body {
        Body::Json(node) => Some(node),
        Body::Xml(xml) => Some(&xml.node),
        Body::Empty | Body::Text => None,
    }
}

/// The slot that names the items of this list.
pub(crate) fn key(errors: &Errors) -> Option<Slot> {
    match errors.form {
        Form::Array => None,
        Form::Map { key, .. } | Form::Groups { key, .. } => Some(key),
    }
}

/// Whether the member is `null` where it has nothing to say.
pub(crate) fn owes(member: &Member) -> bool {
    matches!(member, Member::Named { optional: false, value: Node::Slot { or: "null", .. }, .. })
}

/// Whether one of these members does.
pub(crate) fn owe(members: &[Member]) -> bool {
    for member in members {
        if owes(member) {
            return true;
        }
    }
    false
}

/// Whether a slot of this value is wanted; `items` looks into the templates of
/// items, too.
fn uses(node: &Node, items: bool, wanted: &dyn Fn(Slot) -> bool) -> bool {
    match node {
        Node::Literal(_) | Node::Repeat => false,
        Node::Optional(node) => uses(node, items, wanted),
        Node::Errors(errors) => {
            let by_key = matches!(key(errors), Some(key) if wanted(key));
            items && (by_key || uses(&errors.item, items, wanted))
        }
        Node::Slot { slot, .. } => wanted(*slot),
        Node::Array(nodes) => {
            for node in *nodes {
                if uses(node, items, wanted) {
                    return true;
                }
            }
            false
        }
        Node::Object(members) => {
            for member in *members {
                if matches!(member, Member::Named { value, .. } if uses(value, items, wanted)) {
                    return true;
                }
            }
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn names_compare_as_they_stand_in_json() {
        assert!(same("code", b"code"));
        assert!(same("a\"b", b"a\\\"b"));
        assert!(!same("a\"b", b"a\"b\\\\"));
        assert!(!same("code", b"Code"));
    }
}
