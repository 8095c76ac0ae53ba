//! Links that are made from the code: problem types and documentation.

use super::Chosen;
use crate::link::{escape, is_unreserved};
use crate::out::Out;
use crate::{Case, Part, Parts};
use std::borrow::Cow;
use std::ops::ControlFlow;

/// The code that stands in a link.
#[derive(Debug)]
pub(crate) struct LinkCode {
    text: String,
    /// The error's value says it, and not its declaration.
    given: bool,
}

impl LinkCode {
    pub(crate) const NONE: Self = Self { text: String::new(), given: false };

    pub(crate) fn is_none(&self) -> bool {
        self.text.is_empty()
    }

    /// The code as it stands on the wire or in this case, so that it cannot
    /// change the link around it. One that is declared may have parts of its
    /// own, as in `auth/expired`; what a value says is a single one.
    fn escaped(&self, case: Option<Case>) -> String {
        let converted;
        let text = match case {
            None => &self.text,
            Some(case) => {
                converted = case.convert(&self.text);
                &converted
            }
        };
        let mut escaped = Vec::with_capacity(text.len());
        for byte in text.bytes() {
            let stays = is_unreserved(byte) || (!self.given && b"/:@!$'()*,;".contains(&byte));
            escape(byte, stays, &mut escaped);
        }
        // What is escaped is ASCII.
        String::from_utf8(escaped).unwrap_or_default()
    }
}

impl Out {
    /// The code in a link: as it stands on the wire or in this case, and so
    /// that it cannot change the link around it.
    ///
    /// Only [`Part::Docs`] is asked while it is known, and not even then where
    /// the error has no code.
    #[must_use]
    pub fn link_code(&self, case: Option<Case>) -> String {
        self.code.escaped(case)
    }
}

impl Chosen<'_> {
    /// Whether the problem type is other than `about:blank`.
    pub(crate) fn has_type_uri(&self) -> bool {
        match self.shape.policy.type_uri {
            None | Some("") => false,
            Some(template) => self.code_of(template).is_some(),
        }
    }

    /// Writes the problem type; nothing where it is `about:blank`.
    pub(crate) fn write_type_uri(&self, out: &mut Out) -> bool {
        match self.shape.policy.type_uri {
            None => false,
            Some(template) => self.write_link(template, out),
        }
    }

    /// The link to the documentation.
    pub(crate) fn docs(&self) -> Option<Cow<'static, str>> {
        let mut out = Out::plain(self.shape);
        if self.write_docs(&mut out) { Some(Cow::Owned(out.into_text())) } else { None }
    }

    /// Writes the link to the documentation: the row's, else the envelope's.
    pub(crate) fn write_docs(&self, out: &mut Out) -> bool {
        let link = self.speaker(Parts::DOCS);
        if link.fills(Parts::DOCS) {
            if let Some(template) = link.spec.docs {
                match self.code_of(template) {
                    None => return false,
                    Some(code) if code.is_none() => {}
                    Some(code) => out.code = code,
                }
            }
            return out.attempt("docs", |out| self.ask(link, Part::Docs(out)));
        }
        match (link.spec.docs, self.shape.policy.docs) {
            (Some(template), _) | (None, Some(template)) => self.write_link(template, out),
            (None, None) => false,
        }
    }

    /// The code for this link, none where it needs none; nothing where it needs
    /// one and there is none.
    fn code_of(&self, template: &str) -> Option<LinkCode> {
        if find(template, CODE).is_none() {
            return Some(LinkCode::NONE);
        }
        let mut text = String::new();
        self.wire_code(&mut |code| text.push_str(code));
        let code = LinkCode { text, given: self.is_code_given() };
        if code.is_none() { None } else { Some(code) }
    }

    /// Writes a link with the code in its places. One that needs a code is
    /// nothing without it.
    fn write_link(&self, template: &str, out: &mut Out) -> bool {
        let Some(code) = self.code_of(template) else { return false };
        let mut rest = template;
        while let ControlFlow::Continue((before, case, after)) = next_place(rest) {
            out.text(before);
            out.text(&code.escaped(case));
            rest = after;
        }
        out.text(rest);
        !template.is_empty()
    }
}

/// How a place for the code begins.
const CODE: &[u8] = b"{code";

/// Where this stands in the text: what a `str` brings for that is more to
/// compile than all else here.
fn find(text: &str, what: &[u8]) -> Option<usize> {
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        if rest.starts_with(what) {
            return Some(text.len() - rest.len());
        }
        rest = &rest[1..];
    }
    None
}

/// The text before the next `{code}`, the case that it asks for, and the text
/// after it.
fn next_place(template: &str) -> ControlFlow<(), (&str, Option<Case>, &str)> {
    let mut from = 0;
    while let Some(at) = find(&template[from..], CODE) {
        let at = from + at;
        let inside = &template[at + CODE.len()..];
        if let Some(end) = find(inside, b"}") {
            let (case, after) = (&inside[..end], &inside[end + 1..]);
            if case.is_empty() {
                return ControlFlow::Continue((&template[..at], None, after));
            }
            if let Some(name) = case.strip_prefix(':') {
                if let Some(case) = Case::by_short_name(name) {
                    return ControlFlow::Continue((&template[..at], Some(case), after));
                }
            }
        }
        from = at + 1;
    }
    ControlFlow::Break(())
}

#[cfg(test)]
mod tests {
    use super::{LinkCode, next_place};
    use crate::Case;
    use std::ops::ControlFlow;

    #[test]
    fn places_are_found() {
        let found = |template| match next_place(template) {
            ControlFlow::Continue(place) => Some(place),
            ControlFlow::Break(()) => None,
        };
        assert_eq!(found("a/{code}/b"), Some(("a/", None, "/b")));
        assert_eq!(found("{code:kebab}"), Some(("", Some(Case::Kebab), "")));
        assert_eq!(found("{code:odd}{code:camel}!"), Some(("{code:odd}", Some(Case::Camel), "!")));
        for template in ["", "{code", "{codes}", "{code:}", "{other}", "{code:odd}"] {
            assert_eq!(found(template), None, "{template}");
        }
    }

    #[test]
    fn a_code_cannot_change_its_link() {
        let link = |given, case| {
            let text = "A b?c#d%/:\u{e9}\"..".to_owned();
            LinkCode { text, given }.escaped(case)
        };
        assert_eq!(link(false, None), "A%20b%3Fc%23d%25/:%C3%A9%22..");
        assert_eq!(link(true, None), "A%20b%3Fc%23d%25%2F%3A%C3%A9%22..");
        let in_case = LinkCode { text: "a_b/C".to_owned(), given: true };
        assert_eq!(in_case.escaped(Some(Case::Upper)), "AB%2FC");
    }
}
