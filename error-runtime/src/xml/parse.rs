//! From a document's text to its elements.
//!
//! The parser knows as much of XML as an error's body needs: attributes,
//! prefixes and what stands before the root are passed over, no entity but
//! the five is known, and nothing outside of UTF-8. It reads every byte once.

use super::{DEEPEST, is_name};

/// An element: its name without a prefix, and what stands in it.
pub(super) struct Element<'x> {
    pub(super) name: &'x str,
    /// The text, if no elements stand in it.
    pub(super) text: String,
    pub(super) children: Vec<Element<'x>>,
}

/// The root of a document; nothing if the text is no well-formed one, or too
/// deep.
pub(super) fn parse(text: &str) -> Option<Element<'_>> {
    Parser { rest: text.strip_prefix('\u{FEFF}').unwrap_or(text) }.document()
}

/// Longer than any reference: `&#x0010FFFF;`.
const LONGEST_REFERENCE: usize = 32;

struct Parser<'x> {
    rest: &'x str,
}

/// A tag that opens an element.
struct Open<'x> {
    /// The name with its prefix, as the tag that closes it repeats it.
    tag: &'x str,
    element: Element<'x>,
}

impl<'x> Parser<'x> {
    fn document(mut self) -> Option<Element<'x>> {
        let mut open: Vec<Open<'x>> = Vec::new();
        let mut root = None;
        while let Some(at) = self.rest.find('<') {
            let (text, markup) = self.rest.split_at(at);
            match open.last_mut() {
                Some(Open { element, .. }) => push_text(text, &mut element.text)?,
                None if text.trim().is_empty() => {}
                None => return None,
            }
            self.rest = markup;
            if self.skip("<?", "?>")? || self.skip("<!--", "-->")? {
                continue;
            }
            if self.eat("<!DOCTYPE") {
                if root.is_some() || !open.is_empty() {
                    return None;
                }
                self.doctype()?;
                continue;
            }
            if self.eat("<![CDATA[") {
                let inside = self.until("]]>")?;
                push_lines(inside, &mut open.last_mut()?.element.text);
                continue;
            }
            let closed = if self.eat("</") {
                let Open { tag, element } = open.pop()?;
                if self.until(">")?.trim_end() != tag {
                    return None;
                }
                element
            } else {
                if root.is_some() || open.len() > DEEPEST {
                    return None;
                }
                let (tag, is_empty) = self.open_tag()?;
                if !is_empty {
                    open.push(tag);
                    continue;
                }
                tag.element
            };
            match open.last_mut() {
                Some(parent) => parent.element.children.push(closed),
                None => root = Some(closed),
            }
        }
        (open.is_empty() && self.rest.trim().is_empty()).then_some(root)?
    }

    fn eat(&mut self, begin: &str) -> bool {
        let inside = self.rest.strip_prefix(begin);
        self.rest = inside.unwrap_or(self.rest);
        inside.is_some()
    }

    /// What stands before this end, which must come.
    fn until(&mut self, end: &str) -> Option<&'x str> {
        let (inside, rest) = self.rest.split_once(end)?;
        self.rest = rest;
        Some(inside)
    }

    /// Skips what begins and ends so; `None` if it never ends.
    fn skip(&mut self, begin: &str, end: &str) -> Option<bool> {
        let begins = self.eat(begin);
        if begins {
            self.until(end)?;
        }
        Some(begins)
    }

    /// Skips a declaration of the document's type, with the declarations in
    /// its brackets. Whatever entities it may declare stay unknown.
    fn doctype(&mut self) -> Option<()> {
        let mut is_inside = false;
        loop {
            let at = self.rest.find(['>', '"', '\'', '[', ']', '<'])?;
            let (found, rest) = (self.rest.as_bytes()[at], &self.rest[at..]);
            self.rest = rest;
            if self.skip("<!--", "-->")? || self.skip("<?", "?>")? {
                continue;
            }
            self.rest = &rest[1..];
            match found {
                b'>' if !is_inside => return Some(()),
                b'[' => is_inside = true,
                b']' => is_inside = false,
                b'"' => drop(self.until("\"")?),
                b'\'' => drop(self.until("'")?),
                _ => {}
            }
        }
    }

    /// `<name a="…">` or `<name/>`; whether it is empty.
    fn open_tag(&mut self) -> Option<(Open<'x>, bool)> {
        let inside = self.rest.strip_prefix('<')?;
        let end = inside.find(|c: char| c == '/' || c == '>' || c.is_ascii_whitespace())?;
        let (tag, mut rest) = inside.split_at(end);
        let (prefix, name) = tag.split_once(':').unwrap_or(("_", tag));
        if !is_name(prefix) || !is_name(name) {
            return None;
        }
        // Attributes: what stands in quotes may hold anything.
        loop {
            let at = rest.find(['>', '"', '\'', '<'])?;
            match rest.as_bytes()[at] {
                b'>' => {
                    let is_empty = rest[..at].ends_with('/');
                    self.rest = &rest[at + 1..];
                    let element = Element { name, text: String::new(), children: Vec::new() };
                    return Some((Open { tag, element }, is_empty));
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

/// Appends text with its references resolved; nothing if one is unknown.
fn push_text(text: &str, out: &mut String) -> Option<()> {
    let mut parts = text.split('&');
    push_lines(parts.next()?, out);
    for part in parts {
        let end = part.find(';').filter(|end| *end < LONGEST_REFERENCE)?;
        out.push(match &part[..end] {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            name => {
                let number = name.strip_prefix('#')?;
                let (digits, radix) =
                    number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
                if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                    return None;
                }
                char::from_u32(u32::from_str_radix(digits, radix).ok()?).filter(|c| *c != '\0')?
            }
        });
        push_lines(&part[end + 1..], out);
    }
    Some(())
}

/// Appends text in which every kind of line end has become a line feed.
fn push_lines(text: &str, out: &mut String) {
    let mut lines = text.split('\r');
    out.push_str(lines.next().unwrap_or_default());
    for line in lines {
        out.push('\n');
        out.push_str(line.strip_prefix('\n').unwrap_or(line));
    }
}
