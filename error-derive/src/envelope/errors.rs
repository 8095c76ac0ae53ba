//! `errors[ … ]` and `errors{ … }`: the template of a list of sub-errors.

use super::slot::{SlotSpec, find, unknown};
use super::template::{Parser, Place, begins_member};
use super::tokens::Tokens;
use super::value::Value;
use crate::diag::list;
use proc_macro2::{Delimiter, Group, Ident, Span};

/// A list of sub-errors in a template.
pub(super) struct Errors {
    /// The template of one item.
    pub(super) item: Value,
    pub(super) form: Form,
    /// What stands there when the error has no list, as JSON text.
    pub(super) or: Option<String>,
}

/// How the items stand together.
pub(super) enum Form {
    /// `errors[item]`
    Array,
    /// `errors{ key: item }`
    Map(Key),
    /// `errors{ key: [item] }`
    Groups(Key),
}

/// What gives an item its name in an object.
pub(super) struct Key {
    pub(super) spec: &'static SlotSpec,
    /// Which member.
    pub(super) name: Option<String>,
    /// The name of an item that has none.
    pub(super) or: Option<String>,
}

const LIST: &str = r#"errors[{ "message": message }]"#;
const MAP: &str = r#"errors{ member("field"): message }"#;

/// The slots that can name an item: what is a short text, and differs from
/// item to item.
const KEYS: [&str; 11] = [
    "code", "status", "reason", "title", "message", "hint", "member", "category", "docs",
    "type_uri", "variant",
];

impl Errors {
    /// As it is named in complaints.
    pub(super) fn describe(&self) -> &'static str {
        match self.form {
            Form::Array => "errors[ … ]",
            Form::Map(_) | Form::Groups(_) => "errors{ … }",
        }
    }

    /// The member that is the items' key, if one is.
    pub(super) fn key_member(&self) -> Option<&str> {
        match &self.form {
            Form::Map(key) | Form::Groups(key) if key.spec.name == "member" => key.name.as_deref(),
            _ => None,
        }
    }
}

impl Parser<'_> {
    /// What follows the word `errors`.
    pub(super) fn errors(&mut self, word: &Ident, tokens: &mut Tokens) -> Option<Value> {
        if self.place == Place::Success {
            self.diag.error(word.span(), "`errors` is only valid in the template of errors");
            tokens.skip_to(',');
            return None;
        }
        let template = [Delimiter::Bracket, Delimiter::Brace];
        let follows = template.iter().any(|&delimiter| tokens.is_group(1, delimiter));
        if follows && (tokens.is_punct(0, ':') || tokens.is_punct(0, '=')) {
            let found = tokens.found();
            self.diag.error(
                tokens.span(),
                format_args!("no {found} stands after `errors`; write `{LIST}`"),
            );
            tokens.skip(1);
        }
        let list = if let Some(group) = tokens.eat_group(Delimiter::Bracket) {
            self.nested(&group, Self::item).map(|item| (Form::Array, item))
        } else if let Some(group) = tokens.eat_group(Delimiter::Brace) {
            self.nested(&group, Self::map)
        } else {
            return self.repeat(word.span(), tokens);
        };
        self.kind("errors", &[], tokens);
        let or = if tokens.eat_punct('|') { self.alternative(tokens) } else { None };
        self.kind("errors", &[], tokens);
        let (form, item) = list?;
        Some(Value::Errors(Box::new(Errors { item, form, or })))
    }

    /// `errors` alone: inside the template of an item, its own list.
    fn repeat(&mut self, at: Span, tokens: &mut Tokens) -> Option<Value> {
        if tokens.is_group(0, Delimiter::Parenthesis) {
            self.diag.error(
                tokens.span(),
                format_args!("the template of the items stands in brackets, as in `{LIST}`"),
            );
            tokens.skip(1);
            return None;
        }
        if self.items == 0 {
            let stray = tokens.ident(0).is_some_and(|word| word != "as");
            if stray || tokens.literal().is_some() {
                let found = tokens.found();
                self.diag.error(
                    tokens.span(),
                    format_args!(
                        "expected the template of the items after `errors`, found {found}; write \
                         `{LIST}`"
                    ),
                );
            } else {
                self.diag.error(
                    at,
                    format_args!("`errors` needs a template for its items, as in `{LIST}`"),
                );
            }
            tokens.skip_to(',');
            return None;
        }
        self.kind("errors", &[], tokens);
        if tokens.is_punct(0, '|') {
            self.diag.error(
                tokens.span(),
                "`|` cannot stand after `errors` alone, which is written like the list around \
                 it; write `\"name\"?: errors` to leave out what is no list",
            );
            tokens.skip(1);
            self.alternative(tokens);
        }
        Some(Value::Repeat)
    }

    /// The one template in the brackets.
    fn item(&mut self, group: &Group) -> Option<Value> {
        let mut tokens = Tokens::of(group);
        if tokens.is_end() {
            self.diag.error(
                group.span_open(),
                format_args!("`errors` needs a template for its items, as in `{LIST}`"),
            );
            return None;
        }
        if begins_member(&tokens) {
            self.diag.error(
                tokens.span(),
                format_args!("the members of an item stand in braces, as in `{LIST}`"),
            );
            return None;
        }
        let before = self.diag.count();
        let item = self.template(&mut tokens);
        tokens.eat_punct(',');
        if !tokens.is_end() && self.diag.count() == before {
            let found = tokens.found();
            self.diag.error(
                tokens.span(),
                format_args!(
                    "`errors` takes one template for all its items, found {found} after it"
                ),
            );
        }
        item
    }

    /// The template of an item. Inside, `..members` may stand once more, and
    /// `errors` alone repeats the list.
    fn template(&mut self, tokens: &mut Tokens) -> Option<Value> {
        let at = tokens.span();
        if tokens.is_punct(0, '?') {
            self.diag.error(at, "every item of a list is written; remove the `?`");
            tokens.skip(1);
        }
        let rest = std::mem::replace(&mut self.rest, false);
        self.items += 1;
        let item = self.value(tokens);
        self.items -= 1;
        self.rest = rest;
        if matches!(item, Some(Value::Repeat)) {
            self.diag.error(
                at,
                "an item is more than its own list; name what it says, as in `{ \"message\": \
                 message, \"errors\"?: errors }`",
            );
            return None;
        }
        item
    }

    /// `key: item` or `key: [item]`
    fn map(&mut self, group: &Group) -> Option<(Form, Value)> {
        let mut tokens = Tokens::of(group);
        if tokens.is_end() {
            self.diag.error(
                group.span_open(),
                format_args!(
                    "`errors{{ … }}` needs a key and a template for its items, as in `{MAP}`"
                ),
            );
            return None;
        }
        let key = self.key(&mut tokens);
        if tokens.is_punct(0, '?') {
            self.diag.error(
                tokens.span(),
                "every item has a key; say what stands for a missing one, as in \
                 `member(\"field\") | \"base\"`",
            );
            tokens.skip(1);
        }
        if !tokens.eat_punct(':') {
            if key.is_some() {
                let found = tokens.found();
                self.diag.error(
                    tokens.span(),
                    format_args!("expected `:` after the key, found {found}; write `{MAP}`"),
                );
            }
            return None;
        }
        let before = self.diag.count();
        let (form, item) = match tokens.eat_group(Delimiter::Bracket) {
            Some(group) => (Form::Groups as fn(Key) -> Form, self.nested(&group, Self::item)),
            None => (Form::Map as fn(Key) -> Form, self.template(&mut tokens)),
        };
        tokens.eat_punct(',');
        if !tokens.is_end() && self.diag.count() == before && key.is_some() {
            self.diag.error(
                tokens.span(),
                format_args!(
                    "`errors{{ … }}` has one entry, for all its items; objects in a list are \
                     written as `{LIST}`"
                ),
            );
        }
        Some((form(key?), item?))
    }

    /// The slot before the colon.
    fn key(&mut self, tokens: &mut Tokens) -> Option<Key> {
        let at = tokens.span();
        let word = tokens.ident(0).map(Ident::to_string).unwrap_or_default();
        if word.is_empty() || ["true", "false", "null", "errors"].contains(&&*word) {
            let found = tokens.found();
            let list = if begins_member(tokens) {
                format!("; objects in a list are written as `{LIST}`")
            } else {
                String::new()
            };
            self.diag.error(
                at,
                format_args!("the key of an item is a slot, as in `{MAP}`, not {found}{list}"),
            );
            tokens.skip_to(':');
            return None;
        }
        tokens.skip(1);
        let Some(spec) = find(&word) else {
            self.diag.error(at, unknown(&word));
            tokens.skip_to(':');
            return None;
        };
        if !KEYS.contains(&spec.name) {
            let keys = list(&KEYS, "and");
            self.diag.error(at, format_args!("`{word}` is no key for an item\nvalid keys: {keys}"));
        }
        let name = self.slot_name(spec, at, tokens);
        if let Some(at) = tokens.eat_ident("as") {
            self.diag.error(at, "a key is a text anyway; remove the `as`");
            tokens.skip(1);
        }
        let or = if tokens.eat_punct('|') { self.key_alternative(tokens) } else { None };
        Some(Key { spec, name, or })
    }

    /// The name of an item that has none.
    fn key_alternative(&mut self, tokens: &mut Tokens) -> Option<String> {
        let at = tokens.span();
        let Some(text) = tokens.eat_text() else {
            let found = tokens.found();
            self.diag.error(
                at,
                format_args!(
                    "a key is a text, as in `member(\"field\") | \"base\"`, found {found}"
                ),
            );
            tokens.skip_to(':');
            return None;
        };
        self.element(&text.value(), at);
        Some(text.value())
    }
}
