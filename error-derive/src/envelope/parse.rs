//! The outer grammar: which envelopes there are, and what belongs to each.

use super::api::{self, Attributes};
use super::policy::{self, Key, Policy};
use super::template::{self, Form, Place};
use super::tokens::Tokens;
use super::value::Value;
use super::xml::{self, Xml};
use crate::diag::Diagnostics;
use crate::names::unraw;
use crate::parse::parse_with;
use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::ToTokens;

/// One declared envelope.
pub(super) struct Envelope {
    pub(super) attributes: Attributes,
    pub(super) vis: TokenStream,
    pub(super) name: Ident,
    /// The heading, where the template is XML.
    pub(super) xml: Option<Xml>,
    pub(super) body: Value,
    pub(super) success: Option<Value>,
    pub(super) policy: Policy,
}

impl Envelope {
    /// Keeps the type and its impls, and nothing that could be wrong.
    pub(super) fn make_trivial(&mut self) {
        self.xml = None;
        self.body = nothing();
        if let Some(success) = &mut self.success {
            *success = nothing();
        }
        self.policy = Policy::default();
    }
}

fn nothing() -> Value {
    Value::Literal("{}".to_owned())
}

/// Reads all envelopes of one call.
pub(super) fn parse(input: TokenStream, diag: &mut Diagnostics) -> Vec<Envelope> {
    let mut tokens = Tokens::new(input);
    let mut envelopes: Vec<Envelope> = Vec::new();
    while !tokens.is_end() {
        let Some(envelope) = envelope(&mut tokens, diag) else {
            // Whatever this is, the next envelope may be read.
            tokens.skip_until(&starts_envelope);
            continue;
        };
        // Under a condition, there may be one of them only.
        let twice = |other: &Envelope| {
            other.name == envelope.name
                && other.attributes.cfgs.is_empty()
                && envelope.attributes.cfgs.is_empty()
        };
        if envelopes.iter().any(twice) {
            let name = unraw(&envelope.name);
            diag.error(envelope.name.span(), format_args!("envelope `{name}` is declared twice"));
        } else {
            envelopes.push(envelope);
        }
    }
    envelopes
}

/// Takes at least one token; gives an envelope as soon as its name is known.
fn envelope(tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<Envelope> {
    let attributes = api::parse(tokens, diag);
    let vis = visibility(tokens);
    let name = name(tokens, diag)?;
    let mut xml = xml::parse(tokens, diag);
    let body = body(&name, &mut xml, tokens, diag);
    let mut envelope = Envelope {
        attributes,
        vis,
        name,
        xml,
        body: body.unwrap_or_else(nothing),
        success: None,
        policy: Policy::default(),
    };
    while !tokens.is_end() && !starts_envelope(tokens) {
        envelope.line(tokens, diag);
    }
    if let (Some(_), Some(at)) = (&envelope.xml, envelope.policy.place_of(policy::Key::Xml)) {
        diag.error(
            at,
            "this envelope is XML itself; `xml` stands on one of JSON and names this one",
        );
        envelope.policy.xml = None;
    }
    if envelope.success.is_none() {
        let remedy = match envelope.xml {
            Some(_) => "an XML template has none; remove this",
            None => "there are none; add `success = { … }`",
        };
        for adapter in &envelope.attributes.adapters {
            diag.error(adapter.key, format_args!("an adapter answers successes, and {remedy}"));
        }
        envelope.attributes.adapters.clear();
    }
    Some(envelope)
}

fn visibility(tokens: &mut Tokens) -> TokenStream {
    if tokens.ident(0).is_none_or(|word| word != "pub") {
        return TokenStream::new();
    }
    let mut vis = tokens.next().map(TokenStream::from).unwrap_or_default();
    if let Some(group) = tokens.eat_group(Delimiter::Parenthesis) {
        group.to_tokens(&mut vis);
    }
    vis
}

fn name(tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<Ident> {
    let at = tokens.span();
    let found = tokens.found();
    let token = tokens.next();
    let name = token.clone().and_then(|tree| parse_with::<Ident>(tree.into()).ok());
    if name.is_none() {
        diag.error(
            at,
            format_args!("expected the name of an envelope, found {found}; write `Name = {{ … }}`"),
        );
        // `struct Name = { … }` still says its name.
        let keyword = matches!(token, Some(proc_macro2::TokenTree::Ident(_)));
        if keyword && tokens.is_punct(1, '=') {
            return tokens.next().and_then(|tree| parse_with::<Ident>(tree.into()).ok());
        }
    }
    name
}

/// `= { … }`, `= [ … ]` or `= errors[ … ]`
fn body(
    name: &Ident,
    xml: &mut Option<Xml>,
    tokens: &mut Tokens,
    diag: &mut Diagnostics,
) -> Option<Value> {
    if !tokens.eat_punct('=') {
        diag.error(
            tokens.span(),
            format_args!(
                "expected `=` after `{name}`, found {}; write `{name} = {{ … }}`",
                tokens.found()
            ),
        );
        // A template without its `=`, or after something else, is read all
        // the same.
        if tokens.ident(0).is_none() && !begins_template(tokens, 0) {
            tokens.skip_until(&|tokens| {
                tokens.is_group(0, Delimiter::Brace) || tokens.is_punct(0, '=')
            });
        }
        if !tokens.eat_punct('=') && !begins_template(tokens, 0) {
            return None;
        }
    }
    if xml.is_none() {
        *xml = xml::misplaced(name, tokens, diag);
    }
    if begins_template(tokens, 0) && !tokens.is_group(0, Delimiter::Brace) {
        if xml.is_some() {
            diag.error(
                tokens.span(),
                "an XML template is an object; a list is a member of it, as in `\"Error\": \
                 errors[{ … }]`",
            );
        }
        return list(tokens, diag);
    }
    let (form, what) = match xml {
        Some(_) => (Form::Xml, "an XML template is an object, `{ … }`"),
        None => (Form::Json, "a template is `{ … }`, `[ … ]` or `errors[ … ]`"),
    };
    object(name.span(), what, Place::Error, form, tokens, diag)
}

/// Whether a template evidently begins `ahead` places from here.
fn begins_template(tokens: &Tokens, ahead: usize) -> bool {
    tokens.is_group(ahead, Delimiter::Brace)
        || tokens.is_group(ahead, Delimiter::Bracket)
        || tokens.is_ident(ahead, "errors")
}

/// A template that is an array, or a list of sub-errors. Nothing closes the
/// latter, so it goes on to where a line begins.
fn list(tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<Value> {
    let ends = |tokens: &Tokens| {
        let first = tokens.is_ident(0, "errors");
        is_line(tokens) || (!first && policy::begins_line(tokens))
    };
    let mut value = Tokens::new(tokens.take_until(&ends));
    let complaints = diag.count();
    let list = template::parse_list(&mut value, diag);
    if !value.is_end() && diag.count() == complaints {
        policy::stray(&mut value, diag);
    }
    list
}

/// The braces of a template.
fn object(
    at: Span,
    what: &str,
    place: Place,
    form: Form,
    tokens: &mut Tokens,
    diag: &mut Diagnostics,
) -> Option<Value> {
    if let Some(group) = tokens.eat_group(Delimiter::Brace) {
        return Some(template::parse(&group, place, form, diag));
    }
    let at = if tokens.is_end() { at } else { tokens.span() };
    diag.error(at, format_args!("{what}, found {}", tokens.found()));
    if !is_line(tokens) {
        tokens.skip(1);
        tokens.skip_until(&is_line);
    }
    None
}

/// Whether a key or an envelope begins here.
fn is_line(tokens: &Tokens) -> bool {
    starts_envelope(tokens) || tokens.ident(0).is_some_and(|word| policy::is_key(&word.to_string()))
}

/// Whether another envelope begins here: by its attributes, its visibility, or
/// a name that is no key, which is one in upper case, or any with a template
/// that is not a misspelt `success`.
fn starts_envelope(tokens: &Tokens) -> bool {
    let Some(word) = tokens.ident(0) else {
        return tokens.is_punct(0, '#');
    };
    let word = unraw(word);
    if word == "pub" {
        return true;
    }
    if policy::is_key(&word) {
        return false;
    }
    let upper = word.starts_with(char::is_uppercase);
    let template = word != "errors" && tokens.is_punct(1, '=') && begins_template(tokens, 2);
    upper || (template && policy::closest_key(&word).is_none())
}

impl Envelope {
    fn line(&mut self, tokens: &mut Tokens, diag: &mut Diagnostics) {
        let at = tokens.span();
        let Some(word) = tokens.ident(0).map(Ident::to_string) else {
            return policy::stray(tokens, diag);
        };
        tokens.skip(1);
        match Key::find(&word) {
            Some(Key::Success) => self.success(at, tokens, diag),
            Some(key) => self.policy.line(key, at, tokens, diag),
            None => {
                diag.error(at, policy::unknown(&word));
                policy::skip_value(tokens);
            }
        }
    }

    fn success(&mut self, at: Span, tokens: &mut Tokens, diag: &mut Diagnostics) {
        let first = self.policy.once(Key::Success, at, diag);
        if let Some(xml) = &self.xml {
            diag.conflict(
                xml.at,
                at,
                "`xml` and `success` cannot be combined; an XML template writes errors only",
            );
        }
        if !tokens.eat_punct('=') {
            diag.error(at, format_args!("`success` is written as `{}`", Key::Success.example()));
        }
        let template = object(
            at,
            "`success` is a JSON object, `{ … }`",
            Place::Success,
            Form::Json,
            tokens,
            diag,
        );
        if first {
            self.success = Some(template.unwrap_or_else(nothing));
        }
    }
}
