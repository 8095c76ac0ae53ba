//! From the JSON that a template has written to elements, in one pass.

use super::{DEEPEST, begins_name, continues_name, is_name};
use crate::Xml;
use crate::out::{flatten, unquote};
use std::borrow::Cow;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// The items of a list that has no name of its own: one inside another, or at
/// the root.
pub(super) const ITEM: &str = "item";

/// The longest name that a value gives an element, in bytes. A name stands at
/// each item of its list, so that a long one would multiply.
const LONGEST_NAME: usize = 256;

/// The document of this body.
pub(crate) fn document(xml: &Xml, json: &[u8]) -> Vec<u8> {
    let mut writer = Writer { bytes: Vec::with_capacity(json.len() * 2) };
    writer.raw(DECLARATION);
    let mut attribute = Writer { bytes: Vec::new() };
    if let Some(namespace) = xml.namespace {
        attribute.raw(" xmlns=\"");
        for c in namespace.chars() {
            match c {
                '"' => attribute.raw("&quot;"),
                c => attribute.text(c.encode_utf8(&mut [0; 4])),
            }
        }
        attribute.raw("\"");
    }
    writer.element(&mended(xml.root), &attribute.bytes, json, 0);
    writer.bytes
}

struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    fn raw(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn element(&mut self, name: &str, attribute: &[u8], json: &[u8], depth: usize) {
        self.raw("<");
        self.raw(name);
        self.bytes.extend_from_slice(attribute);
        self.raw(">");
        let inside = self.bytes.len();
        self.content(json.trim_ascii(), depth);
        if self.bytes.len() == inside {
            self.bytes.pop();
            self.raw("/>");
        } else {
            self.raw("</");
            self.raw(name);
            self.raw(">");
        }
    }

    fn content(&mut self, json: &[u8], depth: usize) {
        if depth == DEEPEST {
            return;
        }
        if let Some(entries) = flatten::entries(json) {
            for (name, value) in entries {
                self.member(&mended(&unquoted(name)), value.trim_ascii(), depth + 1);
            }
        } else if let Some(items) = flatten::items(json) {
            for item in items {
                self.element(ITEM, b"", item, depth + 1);
            }
        } else if let [b'"', inside @ .., b'"'] = json {
            self.text(&unquoted(inside));
        } else if json != b"null" {
            self.bytes.extend_from_slice(json);
        }
    }

    /// A list is one element for each of its items.
    fn member(&mut self, name: &str, json: &[u8], depth: usize) {
        match flatten::items(json) {
            Some(items) => {
                for item in items {
                    self.element(name, b"", item, depth);
                }
            }
            None => self.element(name, b"", json, depth),
        }
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                // As it stands, a reader would take it for a line feed.
                '\r' => self.raw("&#13;"),
                '\t' | '\n' | '\u{20}'..='\u{FFFD}' | '\u{10000}'.. => {
                    self.raw(c.encode_utf8(&mut [0; 4]));
                }
                // Nothing in XML stands for it.
                _ => self.raw("\u{FFFD}"),
            }
        }
    }
}

/// The text of a JSON string, which stands between its quotes.
fn unquoted(inside: &[u8]) -> Cow<'_, str> {
    if inside.contains(&b'\\') {
        let quoted = format!("\"{}\"", String::from_utf8_lossy(inside));
        if let Some(text) = unquote(&quoted) {
            return Cow::Owned(text);
        }
        // Half of a surrogate pair, which JSON allows: it stays as it is
        // written there.
    }
    String::from_utf8_lossy(inside)
}

/// The name, if need be without what no element's name may hold.
pub(super) fn mended(name: &str) -> Cow<'_, str> {
    let name = cut(name);
    if is_name(name) {
        return Cow::Borrowed(name);
    }
    let mut mended = String::with_capacity(name.len() + 1);
    for c in name.chars() {
        if mended.is_empty() && !begins_name(c) {
            mended.push('_');
        }
        match c {
            c if continues_name(c) => mended.push(c),
            // Already there.
            _ if mended == "_" => {}
            _ => mended.push('_'),
        }
    }
    Cow::Owned(if mended.is_empty() { "_".to_owned() } else { mended })
}

/// As much of the name as may stand.
fn cut(name: &str) -> &str {
    let mut end = name.len().min(LONGEST_NAME);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    &name[..end]
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_NAME, cut, document};
    use crate::{Node, Xml};

    #[test]
    fn long_names_do_not_multiply() {
        let xml = Xml { root: "R", namespace: None, node: Node::Object(&[]) };
        let name = "\u{e9}".repeat(50_000);
        let items = vec!["1"; 10_000].join(",");
        let written = document(&xml, format!("{{\"x{name}\":[{items}]}}").as_bytes());
        let short = format!("x{}", &name[..LONGEST_NAME - 2]);
        let text = String::from_utf8(written).expect("XML is UTF-8");
        assert!(text.contains(&format!("<R><{short}>1</{short}><{short}>1</{short}>")));
        assert!(text.len() < 10_000 * (2 * LONGEST_NAME + 10), "{}", text.len());
    }

    #[test]
    fn usual_names_stay() {
        let longest = "a".repeat(LONGEST_NAME);
        for name in ["", "a", "\u{e9}", &longest] {
            assert_eq!(cut(name), name);
        }
        assert_eq!(cut(&format!("{longest}b")), longest);
    }
}
