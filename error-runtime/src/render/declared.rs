//! Whether an error declares what a template's object says.

use super::Chosen;
use super::template::{Scope, same};
use crate::out::quote;
use crate::{FieldSpec, Member, Node, Parts, Slot, Spec};

impl Chosen<'_> {
    /// Whether a slot in this value is one that a row of the chain declares:
    /// its value may say nothing all the same.
    pub(super) fn declares(&self, node: &Node, scope: &Scope) -> bool {
        match node {
            Node::Literal(_) => false,
            Node::Slot { slot, .. } => self.declares_slot(*slot),
            Node::Errors(_) | Node::Repeat => self.has_link(&|link| link.fills(Parts::ERRORS)),
            Node::Optional(node) => self.declares(node, scope),
            Node::Array(nodes) => nodes.iter().any(|node| self.declares(node, scope)),
            Node::Object(members) => members.iter().any(|member| match member {
                Member::Named { value, .. } => self.declares(value, scope),
                Member::Rest => self.declares_rest(scope),
            }),
        }
    }

    fn declares_slot(&self, slot: Slot) -> bool {
        // A constant that is empty says that there is none.
        let stated = |part, text: fn(&Spec) -> Option<&'static str>| {
            let link = self.speaker(part);
            link.fills(part) || text(link.spec).is_some_and(|text| !text.is_empty())
        };
        match slot {
            Slot::Hint => stated(Parts::HINT, |spec| spec.hint),
            Slot::Docs => stated(Parts::DOCS, |spec| spec.docs),
            Slot::Title => stated(Parts::TITLE, |spec| spec.title),
            Slot::Category => stated(Parts::CATEGORY, |spec| spec.category),
            Slot::Retry => self.retry().is_stated(),
            Slot::RetryAfter => {
                let link = self.speaker(Parts::RETRY_AFTER);
                link.fills(Parts::RETRY_AFTER) || link.spec.retry_after.is_some()
            }
            Slot::Details => self.has_link(&|link| !link.spec.details.is_empty()),
            Slot::Members => self.has_member(&|_| true),
            Slot::Member(name) => {
                self.has_member(&|field| field.name == name || same(name, &self.escaped(field)))
            }
            _ => false,
        }
    }

    /// Whether there is a member that no slot names.
    fn declares_rest(&self, scope: &Scope) -> bool {
        self.has_member(&|field| {
            let own = if field.name_by_default { field.name } else { "" };
            !field.name.is_empty() && !scope.names_member(&self.escaped(field), own)
        })
    }

    /// Whether this holds for a declared member of an error in the chain.
    fn has_member(&self, holds: &dyn Fn(&FieldSpec) -> bool) -> bool {
        self.has_link(&|link| link.spec.members.iter().any(holds))
    }

    /// The member's name as it stands in the JSON.
    pub(super) fn escaped(&self, field: &FieldSpec) -> Vec<u8> {
        let mut quoted = Vec::new();
        match self.shape.policy.field_case {
            Some(case) if field.name_by_default => quote(&case.convert(field.name), &mut quoted),
            _ => quote(field.name, &mut quoted),
        }
        quoted.pop();
        quoted.remove(0);
        quoted
    }
}
