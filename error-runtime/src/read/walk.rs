//! Finds the parts of an answer where the template has put them.

use super::{Answer, advice};
use crate::{Errors, Form, Member, Node, Slot};
use http::StatusCode;
use serde_json::{Map, Value};
use std::time::Duration;

impl Answer {
    /// Reads a value by its template; inside of an item's, `list` is the one
    /// that the item stands in.
    pub(super) fn node(&mut self, node: &Node, value: Value, list: Option<&Errors>) {
        match (node, value) {
            (Node::Slot { slot, .. }, value) => self.slot(*slot, value),
            (Node::Optional(node), value) => self.node(node, value, list),
            (Node::Object(members), Value::Object(map)) => self.object(members, map, list),
            (Node::Array(nodes), Value::Array(values)) => self.array(nodes, values, list),
            (Node::Errors(errors), value) => self.list(errors, value),
            (Node::Repeat, value) => {
                if let Some(errors) = list {
                    self.list(errors, value);
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, members: &[Member], mut map: Map<String, Value>, list: Option<&Errors>) {
        for member in members {
            if let Member::Named { name, value, .. } = member {
                if let Some(found) = map.remove(*name) {
                    self.node(value, found, list);
                }
            }
        }
        // What the template does not know is kept, wherever it stood.
        for (name, value) in map {
            self.members.entry(name).or_insert(value);
        }
    }

    /// What has constant members is told by them, wherever it stands: others
    /// may reorder the elements, leave some out and add their own. The rest
    /// stands in the template's order.
    fn array(&mut self, nodes: &[Node], values: Vec<Value>, list: Option<&Errors>) {
        let mut told = vec![false; nodes.len()];
        let mut next = 0;
        for value in values {
            let constant =
                |(at, node): (usize, &Node)| !told[at] && fits(node, &value) == Some(true);
            let at = nodes.iter().enumerate().position(constant);
            let in_order = || {
                let rest = nodes.iter().enumerate().skip(next);
                let mut rest = rest.filter(|(_, node)| fits(node, &value).is_none());
                rest.find(|(_, node)| may_be(node, &value)).map(|(at, _)| at)
            };
            let Some(at) = at.or_else(in_order) else { continue };
            told[at] = true;
            if fits(&nodes[at], &value).is_none() {
                next = at + 1;
            }
            self.node(&nodes[at], value, list);
        }
    }

    fn list(&mut self, errors: &Errors, value: Value) {
        let key = match errors.form {
            Form::Array => None,
            Form::Map { key, or } | Form::Groups { key, or } => Some((key, or)),
        };
        match (key, value) {
            (None, Value::Array(values)) => {
                for value in values {
                    self.item(errors, value, None);
                }
            }
            (Some((key, or)), Value::Object(map)) => {
                for (name, value) in map {
                    let key = Some((key, name.as_str())).filter(|(_, name)| *name != or);
                    match (errors.form, value) {
                        (Form::Groups { .. }, Value::Array(values)) => {
                            for value in values {
                                self.item(errors, value, key);
                            }
                        }
                        (_, value) => self.item(errors, value, key),
                    }
                }
            }
            _ => {}
        }
    }

    fn item(&mut self, errors: &Errors, value: Value, key: Option<(Slot, &str)>) {
        let mut item = Self::new(self.status);
        item.node(&errors.item, value, Some(errors));
        if let Some((slot, name)) = key {
            // A name is a text, whatever it was made of.
            let number = name.parse::<i64>().ok().filter(|_| slot == Slot::Status);
            item.slot(slot, number.map_or_else(|| Value::from(name), Value::from));
        }
        item.take_from_first(&errors.item);
        self.errors.push(item);
    }

    /// Takes what the template has no slot for from the first of its items:
    /// it may be the error itself.
    pub(super) fn take_from_first(&mut self, template: &Node) {
        let Some(first) = self.errors.first() else { return };
        let says = |slot: Slot| says(template, slot);
        if !says(Slot::Code) {
            self.code.clone_from(&first.code);
        }
        if !says(Slot::Details) && self.details.is_null() {
            self.details.clone_from(&first.details);
        }
        if !says(Slot::Retry) {
            self.retry = self.retry.or(first.retry);
        }
        if !says(Slot::RetryAfter) {
            self.retry_after = self.retry_after.or(first.retry_after);
        }
        for (slot, mine, firsts) in [
            (Slot::Message, &mut self.texts.message, &first.texts.message),
            (Slot::Hint, &mut self.texts.hint, &first.texts.hint),
            (Slot::Title, &mut self.texts.title, &first.texts.title),
            (Slot::Category, &mut self.texts.category, &first.texts.category),
            (Slot::Docs, &mut self.texts.docs, &first.texts.docs),
            (Slot::TypeUri, &mut self.texts.type_uri, &first.texts.type_uri),
            (Slot::Variant, &mut self.texts.variant, &first.texts.variant),
            (Slot::RequestId, &mut self.texts.request_id, &first.texts.request_id),
        ] {
            if !self::says(template, slot) {
                mine.clone_from(firsts);
            }
        }
    }

    fn slot(&mut self, slot: Slot, value: Value) {
        let texts = &mut self.texts;
        match (slot, value) {
            (_, Value::Null) => {}
            (Slot::Code, value @ (Value::String(_) | Value::Number(_))) => self.code = value,
            (Slot::Message, Value::String(text)) => texts.message = Some(text),
            (Slot::Hint, Value::String(text)) => texts.hint = Some(text),
            (Slot::Title, Value::String(text)) => texts.title = Some(text),
            (Slot::Category, Value::String(text)) => texts.category = Some(text),
            (Slot::Docs, Value::String(text)) => texts.docs = Some(text),
            (Slot::TypeUri, Value::String(text)) => texts.type_uri = Some(text),
            (Slot::Variant, Value::String(text)) => texts.variant = Some(text),
            (Slot::Instance, Value::String(text)) => texts.instance = Some(text),
            (Slot::Time, Value::String(text)) => texts.time = Some(text),
            (Slot::RequestId, Value::String(text)) => texts.request_id = Some(text),
            (Slot::Details, value) => self.details = value,
            (Slot::Member(name) | Slot::Context(name), value) => {
                self.members.insert(name.to_owned(), value);
            }
            (Slot::Members, Value::Object(map)) => self.members.extend(map),
            (Slot::Retry, Value::String(word)) => self.retry = advice(&word),
            (Slot::Retry, Value::Object(map)) => {
                self.retry = map.get("advice").and_then(Value::as_str).and_then(advice);
                self.retry_fields = map;
            }
            (Slot::RetryAfter, value) => {
                let seconds = value.as_u64().or_else(|| value.as_str()?.parse().ok());
                self.retry_after = seconds.map(Duration::from_secs);
            }
            // The status of the answer is HTTP's; an item has its own.
            (Slot::Status, value) if self.is_item => {
                let status = value.as_u64().or_else(|| value.as_str()?.parse().ok());
                let status = status.and_then(|status| u16::try_from(status).ok());
                let status = status.and_then(|status| StatusCode::from_u16(status).ok());
                self.status = status.unwrap_or(self.status);
            }
            _ => {}
        }
    }
}

/// Whether the value has the members that the template always writes.
pub(super) fn has_shape(node: &Node, value: &Value) -> bool {
    match (node, value) {
        (Node::Object(members), Value::Object(map)) => members.iter().all(|member| match member {
            Member::Named { name, optional: false, value, .. } => {
                map.get(*name).is_some_and(|found| has_shape(value, found))
            }
            _ => true,
        }),
        (Node::Errors(errors), value) => match errors.form {
            _ if errors.or.is_some() => true,
            Form::Array => value.is_array(),
            Form::Map { .. } | Form::Groups { .. } => value.is_object(),
        },
        (Node::Array(_), value) => value.is_array(),
        (Node::Optional(node), value) => has_shape(node, value),
        (Node::Object(_), _) => false,
        _ => true,
    }
}

/// Whether the value has the constant members of this element; nothing if it
/// has none.
fn fits(node: &Node, value: &Value) -> Option<bool> {
    let members = match node {
        Node::Object(members) => members,
        Node::Optional(node) => return fits(node, value),
        _ => return None,
    };
    let mut constants = members.iter().filter_map(|member| match member {
        Member::Named { name, value: Node::Literal(json), .. } => Some((*name, *json)),
        _ => None,
    });
    let is_same = |(name, json): (&str, &str)| {
        serde_json::from_str::<Value>(json).ok().as_ref() == value.get(name)
    };
    constants.next().map(|first| is_same(first) && constants.all(is_same))
}

/// Whether the element can have written this.
fn may_be(node: &Node, value: &Value) -> bool {
    !matches!(node, Node::Optional(_)) || has_shape(node, value)
}

/// Whether the template itself, without its items', has this slot.
fn says(node: &Node, wanted: Slot) -> bool {
    match node {
        Node::Slot { slot, .. } => *slot == wanted,
        Node::Object(members) => members.iter().any(|member| match member {
            Member::Named { value, .. } => says(value, wanted),
            Member::Rest => false,
        }),
        Node::Array(nodes) => nodes.iter().any(|node| says(node, wanted)),
        Node::Optional(node) => says(node, wanted),
        Node::Literal(_) | Node::Errors(_) | Node::Repeat => false,
    }
}
