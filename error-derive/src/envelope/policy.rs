//! The lines after the template: what the API says of all its errors.

use super::header::{self, Header};
use super::rule::{self, Rule};
use super::tokens::Tokens;
use crate::case::Case;
use crate::diag::{Diagnostics, closest, did_you_mean, first_set_at, join, list, meaning, words};
use crate::lists;
use crate::placeholder;
use proc_macro2::Span;
use syn::{LitStr, Path};

#[derive(Default)]
pub(super) struct Policy {
    pub(super) content_type: Option<String>,
    pub(super) internal_message: Option<String>,
    pub(super) type_uri: Option<String>,
    pub(super) docs: Option<String>,
    pub(super) code_case: Option<Case>,
    pub(super) field_case: Option<Case>,
    pub(super) keep: Option<Keep>,
    pub(super) should_retry: Option<String>,
    /// The name of an error's event in a stream.
    pub(super) event: Option<String>,
    pub(super) headers: Vec<Header>,
    pub(super) rules: Vec<Rule>,
    /// The envelope that writes the same as XML.
    pub(super) xml: Option<Path>,
    /// Where each key that may stand once stands.
    set: Vec<(Key, Span)>,
}

/// Which empty values are written.
#[derive(Clone, Copy)]
pub(super) enum Keep {
    Null,
    OmitDefault,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Success,
    InternalMessage,
    ContentType,
    Header,
    TypeUri,
    Docs,
    CodeCase,
    FieldCase,
    KeepNull,
    OmitDefault,
    ShouldRetry,
    Event,
    Xml,
    On,
}

/// Every key by its name, and how it is written.
static KEYS: [(&str, (Key, &str)); 14] = [
    ("success", (Key::Success, "success = { \"data\": data }")),
    ("internal_message", (Key::InternalMessage, "internal_message = \"Something went wrong\"")),
    ("content_type", (Key::ContentType, "content_type = \"application/json\"")),
    ("header", (Key::Header, "header(\"Name\" = \"value\")")),
    ("type_uri", (Key::TypeUri, "type_uri = \"https://example.com/errors/{code:kebab}\"")),
    ("docs", (Key::Docs, "docs = \"https://example.com/errors#{code}\"")),
    ("code_case", (Key::CodeCase, "code_case = \"kebab-case\"")),
    ("field_case", (Key::FieldCase, "field_case = \"camelCase\"")),
    ("keep_null", (Key::KeepNull, "keep_null")),
    ("omit_default", (Key::OmitDefault, "omit_default")),
    ("should_retry", (Key::ShouldRetry, "should_retry = \"x-should-retry\"")),
    ("event", (Key::Event, "event = \"generation_failed\"")),
    ("xml", (Key::Xml, "xml = FaultXml")),
    ("on", (Key::On, "on 500..=599 { … }")),
];

impl Key {
    pub(super) fn find(name: &str) -> Option<Self> {
        meaning(&KEYS, name).map(|(key, _)| *key)
    }

    fn name(self) -> &'static str {
        self.entry().0
    }

    pub(super) fn example(self) -> &'static str {
        self.entry().1.1
    }

    fn entry(self) -> &'static (&'static str, (Self, &'static str)) {
        lists::find(&KEYS, &|(_, (key, _))| *key == self).unwrap_or(&KEYS[0])
    }
}

pub(super) fn is_key(name: &str) -> bool {
    Key::find(name).is_some()
}

/// The key that this word is meant to be, if one is close.
pub(super) fn closest_key(name: &str) -> Option<&'static str> {
    closest(name, &words(&KEYS))
}

/// What is said of a word that is no key.
pub(super) fn unknown(name: &str) -> String {
    if rule::is_key(name) {
        return format!("`{name}` is only valid in `on`, as in `on 500..=599 {{ … }}`");
    }
    let known = words(&KEYS);
    let remedy = did_you_mean(name, &known);
    format!("unknown `envelope!` key `{name}`{remedy}\nvalid keys: {}", list(&known, "and"))
}

impl Policy {
    /// Notes that this key stands here; complains if it has stood before.
    pub(super) fn once(&mut self, key: Key, at: Span, diag: &mut Diagnostics) -> bool {
        if let Some((_, first)) = lists::find(&self.set, &|(other, _)| *other == key) {
            let first = first_set_at(*first);
            diag.error(at, format_args!("`{}` is set twice{first}", key.name()));
            return false;
        }
        self.set.push((key, at));
        true
    }

    /// Reads what follows a key other than `success`.
    pub(super) fn line(&mut self, key: Key, at: Span, tokens: &mut Tokens, diag: &mut Diagnostics) {
        match key {
            Key::Success => {}
            Key::Header => {
                if let Some(header) = header::parse(at, tokens, diag) {
                    self.headers.push(header);
                }
            }
            Key::On => self.rule(at, tokens, diag),
            Key::Xml => self.xml(at, tokens, diag),
            Key::KeepNull => self.keep(key, Keep::Null, at, tokens, diag),
            Key::OmitDefault => self.keep(key, Keep::OmitDefault, at, tokens, diag),
            Key::InternalMessage
            | Key::ContentType
            | Key::TypeUri
            | Key::Docs
            | Key::CodeCase
            | Key::FieldCase
            | Key::ShouldRetry
            | Key::Event => {
                let first = self.once(key, at, diag);
                let lit = text(key.name(), key.example(), at, tokens, diag);
                if let (Some(lit), true) = (lit, first) {
                    self.text(key, &lit, diag);
                }
            }
        }
    }

    fn text(&mut self, key: Key, lit: &LitStr, diag: &mut Diagnostics) {
        match key {
            Key::InternalMessage => {
                placeholder::check("the internal message", lit, diag);
                self.internal_message = Some(lit.value());
            }
            Key::ContentType => self.content_type = header::media_type(lit, diag),
            Key::TypeUri => self.type_uri = link(lit, diag),
            Key::Docs => self.docs = link(lit, diag),
            Key::CodeCase => self.code_case = case(lit, diag),
            Key::FieldCase => self.field_case = case(lit, diag),
            Key::ShouldRetry => self.should_retry = crate::parse::header::token(lit, diag),
            Key::Event => self.event = event(lit, diag),
            _ => {}
        }
    }

    fn keep(
        &mut self,
        key: Key,
        keep: Keep,
        at: Span,
        tokens: &mut Tokens,
        diag: &mut Diagnostics,
    ) {
        if tokens.is_punct(0, '=') {
            diag.error(
                tokens.span(),
                format_args!("`{}` is a flag and takes no value", key.name()),
            );
            tokens.skip(2);
        }
        if !self.once(key, at, diag) {
            return;
        }
        let other = if key == Key::KeepNull { Key::OmitDefault } else { Key::KeepNull };
        if let Some((_, first)) = lists::find(&self.set, &|(set, _)| *set == other) {
            diag.conflict(
                *first,
                at,
                "`keep_null` and `omit_default` cannot be combined; the one keeps what the other \
                 leaves out",
            );
        }
        self.keep = Some(keep);
    }

    fn xml(&mut self, at: Span, tokens: &mut Tokens, diag: &mut Diagnostics) {
        let first = self.once(Key::Xml, at, diag);
        if tokens.is_group(0, proc_macro2::Delimiter::Parenthesis) {
            diag.error(
                at,
                "`xml(…)` stands before the template, as in `Name xml(\"Error\") = { … }`",
            );
            tokens.skip(1);
            return;
        }
        let equals = tokens.eat_punct('=');
        let start = if equals { tokens.span() } else { at };
        let path = tokens.eat_path();
        match path {
            Some(path) if equals && first => self.xml = Some(path),
            Some(_) if equals => {}
            _ => diag.error(
                start,
                format_args!("`xml` names another envelope, as in `{}`", Key::Xml.example()),
            ),
        }
    }

    /// Where this key stands.
    pub(super) fn place_of(&self, key: Key) -> Option<Span> {
        lists::find(&self.set, &|(other, _)| *other == key).map(|(_, at)| *at)
    }

    fn rule(&mut self, at: Span, tokens: &mut Tokens, diag: &mut Diagnostics) {
        let Some((place, rule)) = rule::parse(at, tokens, diag) else { return };
        if self.rules.iter().any(|other| (other.from, other.to) == (rule.from, rule.to)) {
            diag.error(place, "these statuses have a rule already; put both into one block");
            return;
        }
        self.rules.push(rule);
    }
}

/// Complains of a token that begins no line, and goes on to the next word.
pub(super) fn stray(tokens: &mut Tokens, diag: &mut Diagnostics) {
    let at = tokens.span();
    if tokens.is_punct(0, ',') || tokens.is_punct(0, ';') {
        let found = tokens.found();
        diag.error(at, format_args!("no {found} stands between these lines; remove it"));
        tokens.skip(1);
        return;
    }
    diag.error(at, format_args!("expected a key, found {}", tokens.found()));
    tokens.skip(1);
    skip_value(tokens);
}

/// `= "text"`
pub(super) fn text(
    name: &str,
    example: &str,
    at: Span,
    tokens: &mut Tokens,
    diag: &mut Diagnostics,
) -> Option<LitStr> {
    if !tokens.eat_punct('=') {
        diag.error(at, format_args!("`{name}` is written as `{example}`"));
        skip_value(tokens);
        return None;
    }
    let at = if tokens.is_end() { at } else { tokens.span() };
    let Some(lit) = tokens.eat_text() else {
        diag.error(at, format_args!("`{name}` takes a text in quotes, as in `{example}`"));
        skip_value(tokens);
        return None;
    };
    if lit.value().is_empty() {
        diag.error(at, format_args!("`{name}` is empty; leave it out instead"));
        return None;
    }
    Some(lit)
}

/// Goes on after what should have been a value, to where another line begins.
pub(super) fn skip_value(tokens: &mut Tokens) {
    tokens.skip_until(&begins_line);
}

/// Whether a line evidently begins here: with a key, with any word before `=`,
/// or with what stands before an envelope.
pub(super) fn begins_line(tokens: &Tokens) -> bool {
    let Some(word) = tokens.ident(0) else {
        return tokens.is_punct(0, '#');
    };
    let word = word.to_string();
    word == "pub" || is_key(&word) || rule::is_key(&word) || tokens.is_punct(1, '=')
}

/// A link in which only the code can be named.
fn link(lit: &LitStr, diag: &mut Diagnostics) -> Option<String> {
    let text = lit.value();
    let before = diag.count();
    let mut rest = text.as_str();
    while let Some(brace) = rest.find(['{', '}']) {
        let Some((placeholder, after)) = rest[brace..]
            .strip_prefix('{')
            .and_then(|inside| inside.split_once('}'))
            .filter(|(placeholder, _)| !placeholder.contains('{'))
        else {
            let bad = &rest[brace..=brace];
            let remedy = if bad == "{" { "%7B" } else { "%7D" };
            diag.error(
                lit.span(),
                format_args!("unmatched `{bad}` in a link; write `{remedy}` if it is meant"),
            );
            break;
        };
        check_placeholder(placeholder, lit.span(), diag);
        rest = after;
    }
    (diag.count() == before).then_some(text)
}

fn check_placeholder(placeholder: &str, at: Span, diag: &mut Diagnostics) {
    match placeholder.split_once(':') {
        None if placeholder == "code" => {}
        Some(("code", case)) => {
            if Case::by_short_name(case).is_none() {
                let known = words(&Case::SHORT_NAMES);
                let remedy = did_you_mean(case, &known);
                let known = join(&known, ", ");
                diag.error(
                    at,
                    format_args!(
                        "unknown case `{case}` for the code{remedy}\nknown cases: {known}"
                    ),
                );
            }
        }
        _ => diag.error(
            at,
            format_args!(
                "unknown placeholder `{{{placeholder}}}` in a link; an envelope knows `{{code}}` \
                 and the like of `{{code:kebab}}`"
            ),
        ),
    }
}

/// The name of an event: one line.
fn event(lit: &LitStr, diag: &mut Diagnostics) -> Option<String> {
    let name = lit.value();
    if name.contains(['\r', '\n', '\0']) {
        diag.error(lit.span(), "the name of an event is one line of text");
        return None;
    }
    Some(name)
}

/// One of the cases, by name.
fn case(lit: &LitStr, diag: &mut Diagnostics) -> Option<Case> {
    let text = lit.value();
    let found = meaning(&Case::ALL, &text);
    if found.is_none() {
        let known = words(&Case::ALL);
        let remedy = match Case::by_short_name(&text.to_ascii_lowercase()) {
            Some(case) => format!("; did you mean `{}`?", case.name()),
            None => did_you_mean(&text, &known),
        };
        diag.error(
            lit.span(),
            format_args!("unknown case `{text}`{remedy}\nknown cases: {}", join(&known, ", ")),
        );
    }
    found.copied()
}
