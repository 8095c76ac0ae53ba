//! The values of `challenge(...)` and `redirect(...)`, resolved: what they
//! read, and whether they are always the same.

use crate::diag::{Diagnostics, did_you_mean};
use crate::link::check_target;
use crate::model::HeaderValue;
use crate::names::unraw;
use crate::parse::entries::begins_with_text;
use crate::parse::header;
use crate::parse::parse_with;
use crate::parse::parts::{PartKey, PartsKey};
use crate::scan;
use crate::scope::{Name, Scope};
use crate::spec;
use crate::template::Template;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{LitInt, LitStr};

/// A named part.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) value: PartValue,
}

pub(crate) enum PartValue {
    /// A text in quotes.
    Text(Template),
    /// An expression over the fields.
    Expr { tokens: TokenStream, uses: Vec<(Name, Span)> },
    /// A word or an integer, as it stands.
    Token(String),
    /// What the error says itself.
    Slot(Slot),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    Code,
    Message,
    Hint,
}

impl Slot {
    const NAMES: [&str; 3] = ["code", "message", "hint"];

    fn by_name(name: &str) -> Option<Self> {
        match name {
            "code" => Some(Self::Code),
            "message" => Some(Self::Message),
            "hint" => Some(Self::Hint),
            _ => None,
        }
    }

    /// The method that writes it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Message => "message",
            Self::Hint => "hint",
        }
    }
}

/// What is being made of parts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Challenge,
    Redirect,
}

/// A challenge; as a constant where nothing in it varies.
pub(crate) fn resolve_challenge(
    key: &PartsKey,
    scope: &Scope<'_>,
    diag: &mut Diagnostics,
) -> Option<HeaderValue> {
    let parts = resolve_parts(&key.parts, Kind::Challenge, scope, diag);
    let scheme = parse_with::<LitStr>(key.first.clone()).ok()?.value();
    Some(match constant(&scheme, &parts) {
        Some(text) => HeaderValue::Constant(text),
        None => HeaderValue::Challenge { scheme, parts },
    })
}

/// A redirect; as a constant where it is nothing but a constant target.
pub(crate) fn resolve_redirect(
    key: &PartsKey,
    scope: &Scope<'_>,
    diag: &mut Diagnostics,
) -> Option<HeaderValue> {
    let parts = resolve_parts(&key.parts, Kind::Redirect, scope, diag);
    let target = resolve_target(&key.first, scope, diag)?;
    Some(match &target {
        PartValue::Text(Template { constant: Some(text), .. }) if parts.is_empty() => {
            HeaderValue::Constant(text.clone())
        }
        _ => HeaderValue::Redirect { target, parts },
    })
}

fn resolve_parts(
    keys: &[PartKey],
    kind: Kind,
    scope: &Scope<'_>,
    diag: &mut Diagnostics,
) -> Vec<Part> {
    let mut parts = Vec::with_capacity(keys.len());
    for key in keys {
        if let Some(value) = resolve_value(&key.value, kind, scope, diag) {
            parts.push(Part { name: key.name.clone(), value });
        }
    }
    parts
}

fn resolve_value(
    tokens: &TokenStream,
    kind: Kind,
    scope: &Scope<'_>,
    diag: &mut Diagnostics,
) -> Option<PartValue> {
    if begins_with_text(tokens) {
        let template = Template::parse(tokens.clone().into_iter().collect(), scope, diag)?;
        if let (Kind::Challenge, Some(text)) = (kind, &template.constant) {
            // A quoted string can hold spaces at its ends, too.
            header::check_visible(text, template.span, diag);
        }
        return Some(PartValue::Text(template));
    }
    if let Ok(number) = parse_with::<LitInt>(tokens.clone()) {
        return Some(PartValue::Token(number.base10_digits().to_owned()));
    }
    if let (Kind::Challenge, Some(token)) = (kind, joined(tokens, scope)) {
        return Some(PartValue::Token(token));
    }
    match word(tokens) {
        Some(word) => resolve_word(&word, kind, scope, diag),
        None => Some(expression(tokens, scope, diag)),
    }
}

/// `SHA-256`: words and numbers that `-` joins, none of them a binding.
fn joined(tokens: &TokenStream, scope: &Scope<'_>) -> Option<String> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let is_dash = |tree: &TokenTree| matches!(tree, TokenTree::Punct(p) if p.as_char() == '-');
    let is_word = |tree: &TokenTree| match tree {
        TokenTree::Ident(word) => scope.find(&unraw(word)).is_none(),
        TokenTree::Literal(number) => {
            parse_with::<LitInt>(TokenTree::from(number.clone()).into()).is_ok()
        }
        _ => false,
    };
    let mut text = String::new();
    for (at, tree) in trees.iter().enumerate() {
        let alternates = if at % 2 == 1 { is_dash(tree) } else { is_word(tree) };
        if !alternates {
            return None;
        }
        text.push_str(&tree.to_string());
    }
    let is_named = matches!(trees.first(), Some(TokenTree::Ident(_)));
    (is_named && trees.len() > 1 && trees.len() % 2 == 1).then_some(text)
}

/// A word: one of the error's own texts, a binding, or itself.
fn resolve_word(
    word: &Ident,
    kind: Kind,
    scope: &Scope<'_>,
    diag: &mut Diagnostics,
) -> Option<PartValue> {
    let name = unraw(word);
    let found = scope.find(&name);
    match (Slot::by_name(&name), found) {
        (Some(_), Some(Name::Binding(_))) => {
            diag.error(
                word.span(),
                format_args!("`{name}` is the error's own here, and a binding of the pattern; give the binding another name"),
            );
            return None;
        }
        (Some(slot), _) => return Some(PartValue::Slot(slot)),
        (None, Some(Name::Binding(_))) => {
            return Some(expression(&TokenTree::from(word.clone()).into(), scope, diag));
        }
        (None, Some(Name::Field(_))) => {
            diag.error(
                word.span(),
                format_args!("`{word}` is a field; write `.{word}` for its value, or `\"{word}\"` for the word"),
            );
            return None;
        }
        (None, Some(Name::Inner(_))) => {
            diag.error(
                word.span(),
                "`inner` is the inner error's message; write it as `\"{inner}\"`",
            );
            return None;
        }
        _ => {}
    }
    if scope.check_upper(&name, word.span(), diag) {
        return None;
    }
    if let Some(complaint) = check_word(&name, kind) {
        diag.error(word.span(), complaint);
        return None;
    }
    Some(PartValue::Token(name))
}

/// What is wrong with a word that is nothing of the error's own: one that is
/// meant for something else would go to clients as it stands.
fn check_word(name: &str, kind: Kind) -> Option<String> {
    let meant = did_you_mean(name, &Slot::NAMES);
    if name.eq_ignore_ascii_case("none") || name == "null" {
        return Some(format!("`{name}` is no value here; leave the part out"));
    }
    if kind == Kind::Redirect {
        let remedy = if meant.is_empty() {
            "; write a text in quotes, an expression over `.field`s, or `code`, `message` or `hint`"
        } else {
            &meant
        };
        return Some(format!("`{name}` is no value here{remedy}"));
    }
    if !header::is_token(name) {
        return Some(format!("`{name}` cannot stand without quotes; write it as a text"));
    }
    if !meant.is_empty() {
        return Some(format!("`{name}` is no value here{meant} for the word write `\"{name}\"`"));
    }
    spec::is_key(name).then(|| {
        format!("`{name}` is no value here; of the error's own there are `code`, `message` and `hint`; for the word write `\"{name}\"`")
    })
}

fn resolve_target(
    tokens: &TokenStream,
    scope: &Scope<'_>,
    diag: &mut Diagnostics,
) -> Option<PartValue> {
    if begins_with_text(tokens) {
        let template = Template::parse(tokens.clone().into_iter().collect(), scope, diag)?;
        check_target(&template, scope, diag);
        return Some(PartValue::Text(template));
    }
    if let Some(word) = word(tokens) {
        let name = unraw(&word);
        let complaint = match scope.find(&name) {
            Some(Name::Field(_)) => format!("`{word}` is a field; write `.{word}` for its value"),
            // A constant may be in scope, and nothing else that has a value.
            None if !scan::starts_upper(&name) && name != "self" => {
                format!(
                    "`{word}` is no target; write a text in quotes, or an expression over `.field`s"
                )
            }
            _ => String::new(),
        };
        if !complaint.is_empty() {
            diag.error(word.span(), complaint);
            return None;
        }
    }
    Some(expression(tokens, scope, diag))
}

fn expression(tokens: &TokenStream, scope: &Scope<'_>, diag: &mut Diagnostics) -> PartValue {
    let mut uses = Vec::new();
    let tokens = scope.expression(tokens.clone(), &mut uses, diag);
    PartValue::Expr { tokens, uses }
}

/// The one word that the value is.
fn word(tokens: &TokenStream) -> Option<Ident> {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Ident(word)), None) => Some(word),
        _ => None,
    }
}

/// The challenge as it stands on the wire, if nothing in it varies.
fn constant(scheme: &str, parts: &[Part]) -> Option<String> {
    let mut out = scheme.to_owned();
    for (at, Part { name, value }) in parts.iter().enumerate() {
        out.push_str(if at == 0 { " " } else { ", " });
        out.push_str(name);
        out.push('=');
        match value {
            PartValue::Token(token) => out.push_str(token),
            PartValue::Text(Template { constant: Some(text), .. }) => {
                out.push('"');
                for c in text.chars() {
                    if matches!(c, '"' | '\\') {
                        out.push('\\');
                    }
                    out.push(c);
                }
                out.push('"');
            }
            _ => return None,
        }
    }
    Some(out)
}

impl PartValue {
    /// The field that the expression is, when it is nothing else.
    pub(crate) fn lone_field(&self) -> Option<usize> {
        let Self::Expr { tokens, uses } = self else { return None };
        match (uses.as_slice(), tokens.clone().into_iter().count()) {
            ([(Name::Field(index), _)], 1) => Some(*index),
            _ => None,
        }
    }
}

impl HeaderValue {
    /// Whether the error's value makes it.
    pub(crate) fn is_dynamic(&self) -> bool {
        !matches!(self, Self::Constant(_) | Self::Removed)
    }

    /// What it is called in complaints about its texts.
    pub(crate) fn what(&self) -> &'static str {
        match self {
            Self::Challenge { .. } => "challenge",
            Self::Redirect { .. } => "redirect",
            _ => "header",
        }
    }

    /// Every value in it but a plain header's text.
    pub(crate) fn values(&self) -> Vec<&PartValue> {
        let (mut values, parts) = match self {
            Self::Challenge { parts, .. } => (Vec::new(), parts.as_slice()),
            Self::Redirect { target, parts } => (vec![target], parts.as_slice()),
            _ => (Vec::new(), [].as_slice()),
        };
        for part in parts {
            values.push(&part.value);
        }
        values
    }

    /// Whether this text of the error itself stands in it.
    pub(crate) fn says(&self, slot: Slot) -> bool {
        self.values().iter().any(|value| matches!(value, PartValue::Slot(said) if *said == slot))
    }
}
