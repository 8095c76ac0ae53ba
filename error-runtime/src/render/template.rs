//! Questions to an envelope's template.

use crate::out::quote;
use crate::{Body, Member, Node, Shape, Slot};

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
    members.iter().any(|member| match member {
        Member::Named { name, .. } => same(name, escaped),
        Member::Rest => false,
    })
}

/// Whether a slot names this member, by its wire name or by its field's.
pub(crate) fn names_member(shape: &Shape, escaped: &[u8], field: &str) -> bool {
    uses(shape, &|slot| matches!(slot, Slot::Member(name) if name == field || same(name, escaped)))
}

/// Whether the context can change what this template writes.
pub(crate) fn asks_context(shape: &Shape) -> bool {
    uses(shape, &|slot| {
        matches!(
            slot,
            Slot::Instance | Slot::RequestId | Slot::Time | Slot::Context(_) | Slot::Trace
        )
    })
}

fn uses(shape: &Shape, wanted: &impl Fn(Slot) -> bool) -> bool {
    match &shape.body {
        Body::Json(node) => node_uses(node, wanted),
        Body::Xml(xml) => node_uses(&xml.node, wanted),
        Body::Empty | Body::Text => false,
    }
}

fn node_uses(node: &Node, wanted: &impl Fn(Slot) -> bool) -> bool {
    match node {
        Node::Literal(_) | Node::Repeat => false,
        Node::Optional(node) => node_uses(node, wanted),
        Node::Errors(errors) => node_uses(&errors.item, wanted),
        Node::Slot { slot, .. } => wanted(*slot),
        Node::Array(nodes) => nodes.iter().any(|node| node_uses(node, wanted)),
        Node::Object(members) => members.iter().any(|member| match member {
            Member::Named { value, .. } => node_uses(value, wanted),
            Member::Rest => false,
        }),
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
