//! What may not leave the server: no public text contains a source's text
//! unless the field says `public`.

use crate::diag::Diagnostics;
use crate::display::Display;
use crate::model::{Entry, HeaderValue, Message, Model, Row, Value, Variant};
use crate::names::unraw;
use crate::parts::PartValue;
use crate::scope::Name;
use crate::template::Template;
use proc_macro2::Span;

pub(crate) fn check(model: &Model<'_>, diag: &mut Diagnostics) {
    for variant in &model.variants {
        check_fields(variant, diag);
        for row in &variant.rows {
            check_display(variant, row, diag);
            Texts { variant, row, diag }.check();
        }
    }
}

/// A source that is itself a detail, a member, a header or a text.
fn check_fields(variant: &Variant, diag: &mut Diagnostics) {
    for field in &variant.fields {
        // What the inner error's field says beside is refused elsewhere.
        if variant.inner == Some(field.index) || !variant.is_source(field.index) {
            continue;
        }
        let keys = [
            ("detail", field.detail.span()),
            ("member", field.member.span()),
            ("header", field.header.span()),
            ("message", field.message.span()),
            ("hint", field.hint.span()),
            // The items of a list say their own public parts.
            ("status", if field.errors.is_set() { None } else { field.status.span() }),
            ("code", field.code.span()),
        ];
        for (key, span) in keys {
            if let Some(span) = span {
                diag.error(
                    span,
                    format_args!(
                        "`{key}` would send the source `{}`, whose text is private; mark the field `#[api(public)]` if it may leave",
                        field.name()
                    ),
                );
            }
        }
    }
}

/// A `Display` that is shown and contains a source.
fn check_display(variant: &Variant, row: &Row, diag: &mut Diagnostics) {
    if !matches!(row.message, Message::Display) {
        return;
    }
    if let Some((field, span)) =
        variant.display.shown_source(&variant.fields, |index| variant.is_secret(index))
    {
        let secret = describe(variant, field.index);
        let leak = match &variant.display {
            Display::Text(_) => format!("see this `Display`, which contains {secret}"),
            Display::Transparent(_) => format!("see the text of {secret}"),
            Display::Unreadable => {
                format!("see a `Display` that cannot be read here, and may contain {secret}")
            }
        };
        let whose = match (&row.pattern, row.fixed_status()) {
            (Some(_), Some(status)) => format!("clients of the {status} `when` row"),
            _ => "clients".to_owned(),
        };
        let mut remedy = match row.fixed_status() {
            Some(status) if status >= 500 => {
                "say `message = \"…\"`, or take `expose` away".to_owned()
            }
            _ => "say `message = \"…\"` or `conceal`".to_owned(),
        };
        if let (Display::Transparent(_), None) = (&variant.display, &row.pattern) {
            remedy = format!("if it is an `ApiError`, say `#[api(transparent)]`, else {remedy}");
        }
        diag.error(
            span,
            format_args!("{whose} would {leak}; {remedy}, or mark the field `#[api(public)]`"),
        );
    }
}

/// A private field in words.
fn describe(variant: &Variant, index: usize) -> String {
    let name = variant.fields[index].name();
    if variant.is_source(index) || !variant.fields[index].errors.is_set() {
        return format!("the private source `{name}`");
    }
    format!("the sub-errors `{name}`, whose texts may be private")
}

/// The texts of one row.
struct Texts<'a, 'd> {
    variant: &'a Variant,
    row: &'a Row,
    diag: &'d mut Diagnostics,
}

impl Texts<'_, '_> {
    fn check(&mut self) {
        let row = self.row;
        if let Message::Declared(template) = &row.message {
            self.template("message", template);
        }
        if let Some(template) = &row.hint {
            self.template("hint", template);
        }
        if let Some(template) = &row.docs {
            self.template("link", template);
        }
        for header in &row.headers {
            if let HeaderValue::Dynamic(template) = &header.value {
                self.template("header", template);
            }
            let what = header.value.what();
            for value in &header.value.values() {
                match value {
                    PartValue::Text(template) => self.template(what, template),
                    PartValue::Expr { uses, .. } => self.uses(what, uses),
                    PartValue::Token(_) | PartValue::Slot(_) => {}
                }
            }
        }
        self.entries("detail", &row.details);
        self.entries("member", &row.members);
    }

    fn template(&mut self, what: &str, template: &Template) {
        self.uses(what, &template.uses);
    }

    fn entries(&mut self, what: &str, entries: &[Entry]) {
        for entry in entries {
            match &entry.value {
                Value::Text(template) => self.template(what, template),
                Value::Expr { uses, .. } => self.uses(what, uses),
                Value::Object(inner) => self.entries(what, inner),
                Value::Null | Value::Constant(_) => {}
            }
        }
    }

    fn uses(&mut self, what: &str, uses: &[(Name, Span)]) {
        for (name, span) in uses {
            let Some(text) = self.leak(what, *name) else { continue };
            self.diag.error(*span, text);
        }
    }

    /// What is said of a text that names this, if it is private.
    fn leak(&self, what: &str, name: Name) -> Option<String> {
        let variant = self.variant;
        let secret = |index: &usize| variant.is_secret(*index);
        let public = "or mark the field `#[api(public)]`";
        match name {
            Name::Inner(_) => None,
            Name::Field(index) if variant.inner == Some(index) && self.row.transparent => {
                let name = variant.fields[index].name();
                secret(&index).then(|| {
                    format!("the {what} contains the private source `{name}`; write `{{inner}}` for its public message, {public}")
                })
            }
            // How many sub-errors there are is no text of theirs.
            Name::Count(index) if variant.fields[index].errors.is_set() => None,
            Name::Field(index) | Name::Count(index) => secret(&index).then(|| {
                let count = if variant.fields[index].errors.is_set() {
                    format!("write `.{}.len()` for their number, ", variant.fields[index].name())
                } else {
                    String::new()
                };
                let secret = describe(variant, index);
                format!("the {what} contains {secret}; leave it out, {count}{public}")
            }),
            Name::Binding(index) => {
                let binding = &self.row.pattern.as_ref()?.bindings[index];
                // Whose part it is may be unknown: then it is any field's.
                let field = match binding.field {
                    Some(field) if !secret(&field) => return None,
                    Some(field) => field,
                    None => (0..variant.fields.len()).find(secret)?,
                };
                let (name, secret) = (unraw(&binding.ident), describe(variant, field));
                Some(format!(
                    "the {what} contains `{name}`, a part of {secret}; leave it out, {public}"
                ))
            }
            Name::Itself => {
                let field = (0..variant.fields.len()).find(secret)?;
                let secret = describe(variant, field);
                Some(format!(
                    "the {what} is made from `self`, which may show {secret}; name the fields that are meant, {public}"
                ))
            }
        }
    }
}
