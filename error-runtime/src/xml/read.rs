//! From a document back to JSON, guided by the template.
//!
//! The reader knows as much of XML as an error's body needs: no entities but
//! the five, no attributes, nothing outside of UTF-8. What it does not know is
//! no document of ours.

use super::{DEEPEST, begins_name, continues_name};
use crate::{Form, Kind, Member, Node, Slot, Xml};
use serde_json::{Map, Value};

/// The body as JSON; nothing if it is no well-formed document with this root.
pub(crate) fn read(xml: &Xml, body: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(body).ok()?;
    let root = Reader { rest: text.strip_prefix('\u{FEFF}').unwrap_or(text) }.document()?;
    (root.name == xml.root).then(|| root.value(Some(&xml.node), None))
}

#[derive(Debug, Default)]
struct Element<'x> {
    name: &'x str,
    text: String,
    children: Vec<Element<'x>>,
}

impl Element<'_> {
    /// The element's JSON, by the template that stands at its place.
    fn value(self, node: Option<&Node>, item: Option<&Node>) -> Value {
        match node {
            Some(Node::Optional(node)) => self.value(Some(node), item),
            Some(Node::Object(members)) => Value::Object(self.object(members, item)),
            Some(Node::Errors(errors)) => match errors.form {
                Form::Array => self.value(Some(&errors.item), Some(&errors.item)),
                Form::Map { .. } | Form::Groups { .. } => self.named_items(errors),
            },
            Some(Node::Repeat) => self.value(item, item),
            Some(Node::Slot { slot, kind, .. }) if self.children.is_empty() => {
                let is_number =
                    matches!(slot, Slot::Status | Slot::RetryAfter) || *kind == Kind::Number;
                match serde_json::from_str(&self.text) {
                    Ok(number @ Value::Number(_)) if is_number => number,
                    _ => scalar(self.text),
                }
            }
            _ if self.children.is_empty() => scalar(self.text),
            _ => Value::Object(self.object(&[], item)),
        }
    }

    fn object(self, members: &[Member], item: Option<&Node>) -> Map<String, Value> {
        let template = |name: &str| {
            members.iter().find_map(|member| match member {
                Member::Named { name: known, value, .. } if *known == name => Some(value),
                _ => None,
            })
        };
        let mut map = Map::new();
        // A list that has no items leaves no trace.
        for member in members {
            if let Member::Named { name, optional: false, value, .. } = member {
                if is_list(value) {
                    map.insert((*name).to_owned(), Value::Array(Vec::new()));
                }
            }
        }
        for child in self.children {
            let node = template(child.name);
            let name = child.name.to_owned();
            let list = node.is_some_and(is_list);
            let node = match node {
                // Which of its elements this is, only its content tells.
                Some(Node::Array(nodes)) => match nodes {
                    [only] => Some(only),
                    _ => None,
                },
                node => node,
            };
            let value = child.value(node, item);
            match map.get_mut(&name) {
                Some(Value::Array(items)) if list || items.len() > 1 => items.push(value),
                Some(known) => *known = Value::Array(vec![known.take(), value]),
                None if list => drop(map.insert(name, Value::Array(vec![value]))),
                None => drop(map.insert(name, value)),
            }
        }
        map
    }

    /// The items of a list in which each has a name.
    fn named_items(self, errors: &crate::Errors) -> Value {
        let grouped = matches!(errors.form, Form::Groups { .. });
        let mut map = Map::new();
        for child in self.children {
            let name = child.name.to_owned();
            let value = child.value(Some(&errors.item), Some(&errors.item));
            match map.get_mut(&name) {
                Some(Value::Array(items)) if grouped => items.push(value),
                _ if grouped => drop(map.insert(name, Value::Array(vec![value]))),
                _ => drop(map.insert(name, value)),
            }
        }
        Value::Object(map)
    }
}

/// Whether the template writes one element for each item.
fn is_list(node: &Node) -> bool {
    match node {
        Node::Array(_) | Node::Repeat => true,
        Node::Errors(errors) => errors.form == Form::Array,
        _ => false,
    }
}

/// Empty text and nothing are written alike.
fn scalar(text: String) -> Value {
    if text.is_empty() { Value::Null } else { Value::String(text) }
}

struct Reader<'x> {
    rest: &'x str,
}

impl<'x> Reader<'x> {
    fn document(mut self) -> Option<Element<'x>> {
        let mut open: Vec<Element<'x>> = Vec::new();
        let mut root = None;
        while let Some(at) = self.rest.find('<') {
            let (text, markup) = self.rest.split_at(at);
            match open.last_mut() {
                Some(element) => element.text.push_str(&unescaped(text)?),
                None if text.trim().is_empty() => {}
                None => return None,
            }
            self.rest = markup;
            if self.skip("<?", "?>")? || self.skip("<!--", "-->")? || self.skip("<!DOCTYPE", ">")? {
                continue;
            }
            if let Some(inside) = self.rest.strip_prefix("<![CDATA[") {
                let end = inside.find("]]>")?;
                open.last_mut()?.text.push_str(&inside[..end]);
                self.rest = &inside[end + 3..];
                continue;
            }
            let closed = if let Some(after) = self.rest.strip_prefix("</") {
                let end = after.find('>')?;
                let element = open.pop()?;
                if after[..end].trim_end() != element.name {
                    return None;
                }
                self.rest = &after[end + 1..];
                element
            } else {
                let (element, is_empty) = self.open_tag()?;
                if root.is_some() || open.len() == DEEPEST + 1 {
                    return None;
                }
                if !is_empty {
                    open.push(element);
                    continue;
                }
                element
            };
            match open.last_mut() {
                Some(parent) => parent.children.push(closed),
                None => root = Some(closed),
            }
        }
        (open.is_empty() && self.rest.trim().is_empty()).then_some(root)?
    }

    /// Skips what begins and ends so; `None` if it never ends.
    fn skip(&mut self, begin: &str, end: &str) -> Option<bool> {
        let Some(inside) = self.rest.strip_prefix(begin) else { return Some(false) };
        let at = inside.find(end)?;
        self.rest = &inside[at + end.len()..];
        Some(true)
    }

    /// `<name a="…">` or `<name/>`; whether it is empty.
    fn open_tag(&mut self) -> Option<(Element<'x>, bool)> {
        let inside = self.rest.strip_prefix('<')?;
        let end = inside.find(|c: char| !continues_name(c)).unwrap_or(inside.len());
        let (name, mut rest) = inside.split_at(end);
        if !name.starts_with(begins_name) {
            return None;
        }
        // Attributes: what stands in quotes may hold anything.
        loop {
            let at = rest.find(['>', '"', '\'', '<'])?;
            match rest.as_bytes()[at] {
                b'>' => {
                    let is_empty = rest[..at].ends_with('/');
                    self.rest = &rest[at + 1..];
                    return Some((Element { name, ..Element::default() }, is_empty));
                }
                b'<' => return None,
                quote => {
                    let value = &rest[at + 1..];
                    rest = &value[value.find(char::from(quote))? + 1..];
                }
            }
        }
    }
}

/// The text without references; nothing if it holds an unknown one.
fn unescaped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (name, after) = rest[at + 1..].split_once(';')?;
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => {
                let number = name.strip_prefix('#')?;
                let code = match number.strip_prefix('x') {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => number.parse().ok()?,
                };
                char::from_u32(code)?
            }
        });
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}
