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
        let text = match case {
            None => Cow::Borrowed(&self.text),
            Some(case) => Cow::Owned(case.convert(&self.text)),
        };
        let mut escaped = String::with_capacity(text.len());
        let stays =
            |byte: u8| is_unreserved(byte) || (!self.given && b"/:@!$'()*,;".contains(&byte));
        escape(text.as_bytes(), &stays, &mut |part| {
            for &byte in part {
                escaped.push(char::from(byte));
            }
        });
        escaped
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
        self.shape.policy.type_uri.is_some_and(|template| self.write_link(template, &mut |_| {}))
    }

    /// Writes the problem type; nothing where it is `about:blank`.
    pub(crate) fn write_type_uri(&self, out: &mut Out) -> bool {
        self.shape
            .policy
            .type_uri
            .is_some_and(|template| self.write_link(template, &mut |text| out.text(text)))
    }

    /// The link to the documentation.
    pub(crate) fn docs(&self) -> Option<Cow<'static, str>> {
        let mut out = Out::plain(self.shape);
        self.write_docs(&mut out).then(|| Cow::Owned(out.into_text()))
    }

    /// Writes the link to the documentation: the row's, else the envelope's.
    pub(crate) fn write_docs(&self, out: &mut Out) -> bool {
        let link = self.speaker(Parts::DOCS);
        if link.fills(Parts::DOCS) {
            let needs_code = link.spec.docs.is_some_and(|template| code_in(template).is_some());
            if needs_code {
                out.code = self.link_code();
                if out.code.is_none() {
                    return false;
                }
            }
            return out.attempt("docs", |out| self.ask(link, Part::Docs(out)));
        }
        let template = link.spec.docs.or(self.shape.policy.docs);
        template.is_some_and(|template| self.write_link(template, &mut |text| out.text(text)))
    }

    fn link_code(&self) -> LinkCode {
        let mut text = String::new();
        self.wire_code(&mut |code| text.push_str(code));
        LinkCode { text, given: self.is_code_given() }
    }

    /// Writes a link with the code in its places. One that needs a code is
    /// nothing without it.
    fn write_link(&self, template: &str, write: &mut dyn FnMut(&str)) -> bool {
        let mut code = LinkCode::NONE;
        if code_in(template).is_some() {
            code = self.link_code();
            if code.is_none() {
                return false;
            }
        }
        let mut rest = template;
        while let ControlFlow::Continue((before, case, after)) = next_place(rest) {
            write(before);
            write(&code.escaped(case));
            rest = after;
        }
        write(rest);
        !template.is_empty()
    }
}

/// Where a place for the code begins, if that is one.
fn code_in(template: &str) -> Option<usize> {
    template.find("{code")
}

/// The text before the next `{code}`, the case that it asks for, and the text
/// after it.
fn next_place(template: &str) -> ControlFlow<(), (&str, Option<Case>, &str)> {
    let mut from = 0;
    while let Some(at) = code_in(&template[from..]) {
        let at = from + at;
        let inside = &template[at + "{code".len()..];
        if let Some((case, after)) = inside.split_once('}') {
            if case.is_empty() {
                return ControlFlow::Continue((&template[..at], None, after));
            }
            if let Some(case) = case.strip_prefix(':').and_then(Case::by_short_name) {
                return ControlFlow::Continue((&template[..at], Some(case), after));
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
