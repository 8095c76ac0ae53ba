//! Texts that are links: each value in them is escaped, so that it stays one
//! part of a path or one value of a query.

use crate::diag::{Diagnostics, find_letter, without_spaces};
use crate::lists;
use crate::names::unraw;
use crate::parse::header;
use crate::scope::Scope;
use crate::template::{Arg, Template};

/// What a template's format consists of.
pub(crate) enum Piece<'t> {
    /// Text, in which a brace is written twice.
    Text(&'t str),
    Value(Value<'t>),
}

/// A placeholder by itself.
pub(crate) struct Value<'t> {
    /// As it stands in the format.
    pub(crate) source: &'t str,
    /// As a format of its own.
    pub(crate) format: String,
    /// What it reads of the template's arguments, in the order of that format.
    pub(crate) reads: Vec<usize>,
}

impl Template {
    /// The text and the placeholders, in their order.
    pub(crate) fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut rest = self.format.as_str();
        while let Some(first) = rest.chars().next() {
            let is_place = first == '{' && !rest.starts_with("{{");
            let end = if is_place {
                rest.find('}').map_or(rest.len(), |end| end + 1)
            } else if matches!(first, '{' | '}') {
                2
            } else {
                rest.find(['{', '}']).unwrap_or(rest.len())
            };
            let (piece, after) = rest.split_at(end.min(rest.len()));
            pieces.push(if is_place {
                Piece::Value(Value::new(piece))
            } else {
                Piece::Text(piece)
            });
            rest = after;
        }
        pieces
    }

    /// The argument that the text begins with.
    fn first_value(&self) -> Option<&Arg> {
        match self.pieces().first()? {
            Piece::Value(value) => self.args.get(*value.reads.first()?),
            Piece::Text(_) => None,
        }
    }
}

impl<'t> Value<'t> {
    /// From `{3:>4$}`, which becomes `{0:>1$}`.
    fn new(source: &'t str) -> Self {
        let mut format = String::from("{");
        let mut reads: Vec<usize> = Vec::new();
        let mut push = |digits: &str, format: &mut String| {
            let index = digits.parse().unwrap_or_default();
            let at = lists::place(&reads, &|known| *known == index).unwrap_or(reads.len());
            if at == reads.len() {
                reads.push(index);
            }
            format.push_str(&at.to_string());
        };
        let inside = source.trim_start_matches('{').trim_end_matches('}');
        let (index, spec) = inside.split_once(':').unwrap_or((inside, ""));
        push(index, &mut format);
        if !spec.is_empty() {
            format.push(':');
        }
        let mut rest = spec;
        while let Some(dollar) = rest.find('$') {
            let head = &rest[..dollar];
            let digits = head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            format.push_str(&head[..digits]);
            push(&head[digits..], &mut format);
            format.push('$');
            rest = &rest[dollar + 1..];
        }
        format.push_str(rest);
        format.push('}');
        Self { source, format, reads }
    }
}

/// A redirect's target: it begins with text, which a URL can hold.
pub(crate) fn check_target(template: &Template, scope: &Scope<'_>, diag: &mut Diagnostics) {
    if let Some(first) = template.first_value() {
        let whole = match first {
            Arg::Field(index, _) => format!(".{}", scope.fields[*index].name()),
            Arg::Binding(name, _) => unraw(name),
            _ => ".field".to_owned(),
        };
        diag.error(
            template.span,
            format_args!("a value in a target is escaped, so none can begin it; for a whole target write `redirect({whole})`"),
        );
    }
    for piece in &template.pieces() {
        let Piece::Text(text) = piece else { continue };
        // A space is told below, wherever it stands.
        if !header::check_value(&without_spaces(text), template.span, diag) {
            return;
        }
        if let Some(bad) = find_letter(text, &|c| " \"<>\\^`{|}".contains(c)) {
            let what = if bad == ' ' { "space".to_owned() } else { format!("`{bad}`") };
            let code = u32::from(bad);
            diag.error(
                template.span,
                format_args!("a URL has no {what} in it; write it as `%{code:02X}`"),
            );
            return;
        }
    }
}

/// A link to documentation begins with text, or with the code.
pub(crate) fn check_docs(template: &Template, diag: &mut Diagnostics) {
    if !matches!(template.first_value(), None | Some(Arg::Code(_))) {
        diag.error(
            template.span,
            "a value in a link is escaped, so none can begin it; begin it with what never varies, as in `https://docs.example/{field}`",
        );
    }
}
