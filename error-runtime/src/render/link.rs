//! Links that are made from the code: problem types and documentation.

use super::Chosen;
use crate::out::Out;
use crate::{Case, Part, Parts};
use std::borrow::Cow;
use std::ops::ControlFlow;

impl Out {
    /// The code in a link: as it stands on the wire or in this case, and so
    /// that it cannot change the link around it.
    ///
    /// Only [`Part::Docs`] is asked while it is known, and not even then where
    /// the error has no code.
    #[must_use]
    pub fn link_code(&self, case: Option<Case>) -> String {
        let mut text = String::with_capacity(self.code.len());
        let mut write = |part: &str| text.push_str(part);
        match case {
            None => encode(&self.code, &mut write),
            Some(case) => encode(&case.convert(&self.code), &mut write),
        }
        text
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
            let needs_code = link.spec.docs.is_some_and(|template| template.contains("{code"));
            if needs_code {
                out.code.clear();
                self.wire_code(&mut |text| out.code.push_str(text));
                if out.code.is_empty() {
                    return false;
                }
            }
            return out.attempt("docs", |out| self.ask(link, Part::Docs(out)));
        }
        let template = link.spec.docs.or(self.shape.policy.docs);
        template.is_some_and(|template| self.write_link(template, &mut |text| out.text(text)))
    }

    /// Writes a link with the code in its places. One that needs a code is
    /// nothing without it.
    fn write_link(&self, template: &str, write: &mut dyn FnMut(&str)) -> bool {
        let mut code = None;
        if template.contains("{code") {
            self.wire_code(&mut |text| code = Some(text.to_owned()));
            if code.as_deref().is_none_or(str::is_empty) {
                return false;
            }
        }
        let code = code.unwrap_or_default();
        let mut rest = template;
        while let ControlFlow::Continue((before, case, after)) = next_place(rest) {
            write(before);
            match case {
                None => encode(&code, write),
                Some(case) => encode(&case.convert(&code), write),
            }
            rest = after;
        }
        write(rest);
        !template.is_empty()
    }
}

/// The text before the next `{code}`, the case that it asks for, and the text
/// after it.
fn next_place(template: &str) -> ControlFlow<(), (&str, Option<Case>, &str)> {
    let mut from = 0;
    while let Some(at) = template[from..].find("{code") {
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

/// Writes the code so that it cannot change the link around it.
fn encode(code: &str, write: &mut dyn FnMut(&str)) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for c in code.chars() {
        let mut buffer = [0; 4];
        let text = c.encode_utf8(&mut buffer);
        if c.is_ascii_alphanumeric() || "-._~/:@!$'()*,;".contains(c) {
            write(text);
            continue;
        }
        for byte in text.bytes() {
            write("%");
            for digit in [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]] {
                write(char::from(digit).encode_utf8(&mut [0; 4]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{encode, next_place};
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
        let mut link = String::new();
        encode("a b?c#d%/\u{e9}\"", &mut |text| link.push_str(text));
        assert_eq!(link, "a%20b%3Fc%23d%25/%C3%A9%22");
    }
}
