//! Whether an error declares what a template's object says.

use super::Chosen;
use super::template::{Scope, same};
use crate::out::quote;
use crate::{FieldSpec, Member, Node, Parts, Slot};

impl Chosen<'_> {
    /// Whether a slot in this value is one that a row of the chain declares:
    /// its value may say nothing all the same.
    pub(super) fn declares(&self, node: &Node, scope: &Scope) -> bool {
        match node {
            Node::Literal(_) => false,
            Node::Slot { slot, .. } => self.declares_slot(*slot),
            Node::Errors(_) | Node::Repeat => self.fills(Parts::ERRORS),
            Node::Optional(node) => self.declares(node, scope),
            Node::Array(nodes) => {
                for node in *nodes {
                    if self.declares(node, scope) {
                        return true;
                    }
                }
                false
            }
            Node::Object(members) => {
                for member in *members {
                    let declares = match member {
                        Member::Named { value, .. } => self.declares(value, scope),
                        Member::Rest => self.declares_rest(scope),
                    };
                    if declares {
                        return true;
                    }
                }
                false
            }
        }
    }

    fn declares_slot(&self, slot: Slot) -> bool {
        match slot {
            Slot::Hint => self.declares_text(Parts::HINT),
            Slot::Docs => self.declares_text(Parts::DOCS),
            Slot::Title => self.declares_text(Parts::TITLE),
            Slot::Category => self.declares_text(Parts::CATEGORY),
            Slot::Retry => self.retry().is_stated(),
            Slot::RetryAfter => {
                let link = self.speaker(Parts::RETRY_AFTER);
                link.fills(Parts::RETRY_AFTER) || link.spec.retry_after.is_some()
            }
            Slot::Details => {
                for link in self.links() {
                    if !link.spec.details.is_empty() {
                        return true;
                    }
                }
                false
            }
            Slot::Members => self.has_member(&|_| true),
            Slot::Member(name) => {
                self.has_member(&|field| field.name == name || same(name, &self.escaped(field)))
            }
            _ => false,
        }
    }

    fn declares_text(&self, part: Parts) -> bool {
        let link = self.speaker(part);
        let text = match part {
            Parts::HINT => link.spec.hint,
            Parts::DOCS => link.spec.docs,
            Parts::TITLE => link.spec.title,
            _ => link.spec.category,
        };
        // A constant that is empty says that there is none.
        link.fills(part) || !matches!(text, None | Some(""))
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
        for link in self.links() {
            for field in link.spec.members {
                if holds(field) {
                    return true;
                }
            }
        }
        false
    }

    /// The member's name as it stands in the JSON.
    pub(super) fn escaped(&self, field: &FieldSpec) -> Vec<u8> {
        let mut quoted = Vec::new();
        match self.shape.policy.field_case {
            Some(case) if field.name_by_default => quote(&case.convert(field.name), &mut quoted),
            _ => quote(field.name, &mut quoted),
        }
        quoted[1..quoted.len() - 1].to_vec()
    }
}
