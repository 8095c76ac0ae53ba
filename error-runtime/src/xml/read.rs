//! From a document back to JSON, guided by the template.
//!
//! Elements do not say whether they are one of a list, nor texts whether they
//! are numbers; the template does. What it does not know is text, an object,
//! or a list where the same name stands more than once.

use super::parse::{Element, parse};
use super::write::{ITEM, mended};
use crate::read::placed;
use crate::{Errors, Form, Kind, Member, Node, Slot, Xml};
use serde_json::{Map, Number, Value};
use std::collections::HashMap;

/// The body as JSON; nothing if it is no well-formed document with this root.
pub(crate) fn read(xml: &Xml, body: &[u8]) -> Option<Value> {
    let root = parse(std::str::from_utf8(body).ok()?)?;
    let guide = Guide { node: Some(&xml.node), list: None };
    (root.name == mended(xml.root)).then(|| guide.value(&root))
}

/// What the template knows of the place at hand.
#[derive(Clone, Copy)]
struct Guide<'t> {
    node: Option<&'t Node>,
    /// The list that it is an item of.
    list: Option<&'t Errors>,
}

impl<'t> Guide<'t> {
    const NONE: Self = Self { node: None, list: None };

    fn at(self, node: &'t Node) -> Self {
        Self { node: Some(node), ..self }
    }

    fn item(errors: &'t Errors) -> Self {
        Self { node: Some(&errors.item), list: Some(errors) }
    }

    /// The list of errors that stands here.
    fn errors(self) -> Option<&'t Errors> {
        match self.node? {
            Node::Errors(errors) => Some(errors),
            Node::Repeat => self.list,
            _ => None,
        }
    }

    /// Whether the template writes one element for each item here.
    fn is_list(self) -> bool {
        matches!(self.node, Some(Node::Array(_)))
            || self.errors().is_some_and(|errors| errors.form == Form::Array)
    }

    /// The JSON of an element.
    fn value(self, element: &Element<'_>) -> Value {
        match self.node {
            Some(Node::Optional(node)) => self.at(node).value(element),
            // Its items have no name of their own: it is the root, or stands
            // in another list.
            Some(_) if self.is_list() => {
                let mut items = Vec::with_capacity(element.children.len());
                for child in &element.children {
                    if child.name == ITEM {
                        items.push(child);
                    }
                }
                self.list(&items)
            }
            Some(Node::Object(members)) => self.object(members, element),
            Some(Node::Errors(_) | Node::Repeat) => {
                self.errors().map_or(Value::Null, |errors| named_items(errors, element))
            }
            Some(Node::Slot { slot: Slot::Retry, .. }) => retry(Guide::NONE.value(element)),
            Some(Node::Slot { slot, kind, .. }) if element.children.is_empty() => {
                let is_number =
                    matches!(slot, Slot::Status | Slot::RetryAfter) || *kind == Kind::Number;
                if is_number { number(&element.text) } else { text(&element.text) }
            }
            _ if element.children.is_empty() => text(&element.text),
            _ => self.object(&[], element),
        }
    }

    /// The JSON of the elements of one list.
    fn list(self, elements: &[&Element<'_>]) -> Value {
        match self.node {
            Some(Node::Array(nodes)) => {
                // Which of the template's elements this is, its content tells.
                let mut values = Vec::with_capacity(elements.len());
                for element in elements {
                    values.push(Guide::NONE.value(element));
                }
                for (at, node) in placed(nodes, &values).iter().enumerate() {
                    if let Some(node) = node {
                        values[at] = self.at(node).value(elements[at]);
                    }
                }
                Value::Array(values)
            }
            _ => match (self.errors(), elements) {
                (Some(Errors { or: Some(or), .. }), [only]) if is_constant(or, only) => {
                    serde_json::from_str(or).unwrap_or_default()
                }
                (Some(errors), _) => Guide::item(errors).each(elements),
                (None, _) => Value::Null,
            },
        }
    }

    /// The JSON of all elements of one name.
    fn member(self, elements: &[&Element<'_>]) -> Value {
        match elements {
            _ if self.is_list() => self.list(elements),
            [only] => self.value(only),
            _ => self.each(elements),
        }
    }

    /// The JSON of each of the elements.
    fn each(self, elements: &[&Element<'_>]) -> Value {
        let mut values = Vec::with_capacity(elements.len());
        for element in elements {
            values.push(self.value(element));
        }
        Value::Array(values)
    }

    fn object(self, members: &'t [Member], element: &Element<'_>) -> Value {
        let mut map = Map::new();
        for (name, elements) in grouped(&element.children) {
            let (mut name, mut guide) = (name, Guide::NONE);
            for member in members {
                match member {
                    Member::Named { name: known, value, .. } if mended(known) == name => {
                        (name, guide) = (known, self.at(value));
                        break;
                    }
                    _ => {}
                }
            }
            let value = guide.member(&elements);
            map.insert(name.to_owned(), value);
        }
        // A list that has no items leaves no trace.
        for member in members {
            if let Member::Named { name, optional: false, value, .. } = member {
                if !map.contains_key(*name) && self.at(value).may_vanish() {
                    let is_list = self.at(value).is_list();
                    let nothing = if is_list { Value::Array(Vec::new()) } else { Value::Null };
                    map.insert((*name).to_owned(), nothing);
                }
            }
        }
        Value::Object(map)
    }

    /// Whether no element at all may stand for this value.
    fn may_vanish(self) -> bool {
        let any =
            |slot| matches!(slot, Slot::Details | Slot::Member(_) | Slot::Context(_) | Slot::Trace);
        self.is_list() || matches!(self.node, Some(Node::Slot { slot, .. }) if any(*slot))
    }
}

/// The items of a list in which each has a name.
fn named_items(errors: &Errors, element: &Element<'_>) -> Value {
    if errors.or.is_some_and(|or| is_constant(or, element)) {
        return errors.or.and_then(|or| serde_json::from_str(or).ok()).unwrap_or_default();
    }
    let guide = Guide::item(errors);
    let is_group = matches!(errors.form, Form::Groups { .. });
    let mut named = Map::new();
    for (name, elements) in grouped(&element.children) {
        let value = if is_group { guide.each(&elements) } else { guide.member(&elements) };
        named.insert(name.to_owned(), value);
    }
    Value::Object(named)
}

/// The elements of each name, in the order in which the names have come.
fn grouped<'e, 'x>(elements: &'e [Element<'x>]) -> Vec<(&'x str, Vec<&'e Element<'x>>)> {
    let mut places = HashMap::new();
    let mut groups: Vec<(&str, Vec<&Element<'_>>)> = Vec::new();
    for element in elements {
        let place = *places.entry(element.name).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, group)) => group.push(element),
            None => groups.push((element.name, vec![element])),
        }
    }
    groups
}

/// Whether the element is what this constant is written as: a list, an object
/// with members and so on cannot be told from the real ones.
fn is_constant(or: &str, element: &Element<'_>) -> bool {
    let constant = match serde_json::from_str(or) {
        Ok(Value::String(constant)) => constant,
        Ok(Value::Null) => String::new(),
        Ok(constant @ (Value::Bool(_) | Value::Number(_))) => constant.to_string(),
        _ => return false,
    };
    element.children.is_empty() && element.text == constant
}

/// Empty text and nothing are written alike.
fn text(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { Value::from(text) }
}

fn number(text: &str) -> Value {
    text.parse::<Number>().map_or_else(|_| self::text(text), Value::Number)
}

/// The retry advice, whose delays and attempts are numbers.
fn retry(mut advice: Value) -> Value {
    for name in ["base_ms", "cap_ms", "attempts"] {
        if let Some(Value::String(text)) = advice.get(name) {
            advice[name] = number(text);
        }
    }
    advice
}
