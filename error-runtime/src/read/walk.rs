//! Finds the parts of an answer where the template has put them.

use super::shape::{has_shape, lists_itself, placed, says};
use super::{Answer, advice};
use crate::render::phrase;
use crate::{Errors, Form, Member, Node, Slot};
use http::StatusCode;
use serde_json::{Map, Value};
use std::time::Duration;

/// A longer name of a group stands only in the group's first item: in each it
/// would make much of a short body.
const LONGEST_KEY: usize = 256;

impl Answer {
    /// Reads a value by its template; inside of an item's, `list` is the one
    /// that the item stands in.
    pub(super) fn node(&mut self, node: &Node, value: Value, list: Option<&Errors>) {
        match (node, value) {
            (Node::Slot { slot, .. }, value) => self.slot(*slot, value),
            (Node::Optional(node), value) => self.node(node, value, list),
            (Node::Object(members), Value::Object(map)) => self.object(members, map, list),
            (Node::Array(nodes), Value::Array(values)) => drop(self.array(nodes, values, list)),
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
            if let Member::Named { name, value: node, .. } = member {
                match (node, map.get_mut(*name).map(Value::take)) {
                    (_, None) => {}
                    (Node::Slot { slot, .. }, Some(value)) if self.has_no_part(*slot, &value) => {
                        self.keep(name, value);
                    }
                    (Node::Array(nodes), Some(Value::Array(values))) => {
                        let unknown = self.array(nodes, values, list);
                        if !unknown.is_empty() {
                            self.keep(name, Value::Array(unknown));
                        }
                    }
                    (node, Some(value)) => self.node(node, value, list),
                }
            }
        }
        // What the template does not know is kept, wherever it stood.
        for (name, value) in map {
            let is_known = |member: &Member| matches!(member, Member::Named { name: known, .. } if *known == name);
            if !members.iter().any(is_known) {
                self.keep(&name, value);
            }
        }
    }

    fn keep(&mut self, name: &str, value: Value) {
        self.members.entry(name).or_insert(value);
    }

    /// Whether this is worth keeping, although an answer has no part for it:
    /// the trace, or a status that is not the answer's own.
    fn has_no_part(&self, slot: Slot, value: &Value) -> bool {
        match slot {
            Slot::Trace | Slot::Data => !value.is_null(),
            Slot::Status if !self.is_item => {
                status(value).is_some_and(|status| status != self.status)
            }
            Slot::Reason if !self.is_item => {
                value.as_str().is_some_and(|reason| reason != phrase(self.status))
            }
            _ => false,
        }
    }

    /// Reads the elements that the template knows, and returns the others.
    fn array(&mut self, nodes: &[Node], values: Vec<Value>, list: Option<&Errors>) -> Vec<Value> {
        let nodes = placed(nodes, &values);
        let mut unknown = Vec::new();
        for (node, value) in nodes.into_iter().zip(values) {
            match node {
                Some(node) => self.node(node, value, list),
                None => unknown.push(value),
            }
        }
        unknown
    }

    fn list(&mut self, errors: &Errors, value: Value) {
        if errors.is_constant(&value) {
            return;
        }
        match (errors.form, value) {
            (Form::Array, Value::Array(values)) => {
                for value in values {
                    self.item(errors, value, None);
                }
            }
            (Form::Map { key, or }, Value::Object(map)) => {
                for (name, value) in map {
                    let key = (name != or).then_some((key, name));
                    self.item(errors, value, key);
                }
            }
            (Form::Groups { key, or }, Value::Object(map)) => {
                for (name, values) in map {
                    let Value::Array(values) = values else { continue };
                    let mut key = (name != or).then_some((key, name));
                    for value in values {
                        self.item(errors, value, key.clone());
                        key = key.filter(|(_, name)| name.len() <= LONGEST_KEY);
                    }
                }
            }
            _ => {}
        }
    }

    fn item(&mut self, errors: &Errors, value: Value, key: Option<(Slot, String)>) {
        let mut item = Self::new(self.status);
        item.is_foreign = !has_shape(&errors.item, &value);
        if let Some((slot, name)) = key {
            item.slot(slot, Value::String(name));
        }
        let text = value.as_str().filter(|_| item.is_foreign).map(str::to_owned);
        item.node(&errors.item, value, Some(errors));
        item.texts.message = item.texts.message.or(text);
        self.errors.push(item);
    }

    /// Takes what the template has no slot for from the first of its items:
    /// it may be the error itself.
    pub(super) fn take_from_first(&mut self, template: &Node) {
        let Some(first) = self.errors.first() else { return };
        let says = |wanted| says(template, &|slot| slot == wanted);
        if !says(Slot::Code) {
            self.code.clone_from(&first.code);
        }
        if !says(Slot::Details) {
            self.details.clone_from(&first.details);
        }
        if !says(Slot::Retry) {
            self.retry = first.retry;
            self.retry_fields.clone_from(&first.retry_fields);
        }
        if !says(Slot::RetryAfter) {
            self.retry_after = first.retry_after;
        }
        let (mine, firsts) = (&mut self.texts, &first.texts);
        for (slot, mine, firsts) in [
            (Slot::Message, &mut mine.message, &firsts.message),
            (Slot::Hint, &mut mine.hint, &firsts.hint),
            (Slot::Title, &mut mine.title, &firsts.title),
            (Slot::Category, &mut mine.category, &firsts.category),
            (Slot::Docs, &mut mine.docs, &firsts.docs),
            (Slot::TypeUri, &mut mine.type_uri, &firsts.type_uri),
            (Slot::Variant, &mut mine.variant, &firsts.variant),
            (Slot::Instance, &mut mine.instance, &firsts.instance),
            (Slot::Time, &mut mine.time, &firsts.time),
            (Slot::RequestId, &mut mine.request_id, &firsts.request_id),
        ] {
            if !says(slot) {
                mine.clone_from(firsts);
            }
        }
        self.take_members_of_itself(template);
    }

    /// Members stay with the item that has them, unless it may be the error
    /// itself, which has no place for them elsewhere.
    fn take_members_of_itself(&mut self, template: &Node) {
        let is_member = |slot| matches!(slot, Slot::Members | Slot::Member(_));
        if let [only] = &self.errors[..] {
            if lists_itself(template) && !says(template, &is_member) {
                for (name, value) in &only.members {
                    self.members.entry(name).or_insert_with(|| value.clone());
                }
            }
        }
    }

    fn slot(&mut self, slot: Slot, value: Value) {
        let texts = &mut self.texts;
        match (slot, value) {
            (_, Value::Null) => {}
            // No code of ours, but a code all the same.
            (Slot::Code, Value::Number(number)) if number.as_i64().is_none() => {
                self.code = Value::String(number.to_string());
            }
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
                self.retry_fields = Map::new();
                for (name, value) in map {
                    if name != "advice" || self.retry.is_none() {
                        self.retry_fields.insert(name, value);
                    }
                }
            }
            (Slot::RetryAfter, value) => {
                let seconds = value.as_u64().or_else(|| value.as_str()?.parse().ok());
                self.retry_after = seconds.map(Duration::from_secs);
            }
            // The status of the answer is HTTP's; an item has its own.
            (Slot::Status, value) if self.is_item => {
                self.status = status(&value).unwrap_or(self.status);
            }
            _ => {}
        }
    }
}

/// A status as a number, or as its text.
fn status(value: &Value) -> Option<StatusCode> {
    let number = value.as_u64().or_else(|| value.as_str()?.parse().ok())?;
    StatusCode::from_u16(u16::try_from(number).ok()?).ok()
}
