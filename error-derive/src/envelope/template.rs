//! The grammar of templates: JSON in which slots stand for values.

use super::tokens::Tokens;
use super::value::{Member, Value};
use super::{json, xml};
use crate::diag::Diagnostics;
use proc_macro2::{Delimiter, Group, Ident, Span};
use syn::Lit;

/// Which of an envelope's templates this is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Error,
    Success,
}

/// More levels than any body has, and fewer than JSON readers refuse.
const DEEPEST: usize = 64;

/// How a template is written: as JSON, or as elements.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Json,
    Xml,
}

/// Reads the template in these braces. What is wrong is complained of and
/// left out.
pub(super) fn parse(group: &Group, place: Place, form: Form, diag: &mut Diagnostics) -> Value {
    Parser::new(place, form, diag).object(group)
}

/// Reads a template that is an array, or a list of sub-errors.
pub(super) fn parse_list(tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<Value> {
    Parser::new(Place::Error, Form::Json, diag).value(tokens)
}

pub(super) struct Parser<'d> {
    pub(super) place: Place,
    form: Form,
    depth: usize,
    /// How many templates of items are around this place.
    pub(super) items: usize,
    /// `..members` has been seen in this template.
    pub(super) rest: bool,
    pub(super) diag: &'d mut Diagnostics,
}

impl<'d> Parser<'d> {
    fn new(place: Place, form: Form, diag: &'d mut Diagnostics) -> Self {
        Self { place, form, depth: 0, items: 0, rest: false, diag }
    }
}

impl Parser<'_> {
    fn object(&mut self, group: &Group) -> Value {
        let mut tokens = Tokens::of(group);
        let mut members: Vec<Member> = Vec::new();
        while !tokens.is_end() {
            let before = self.diag.count();
            let member = if tokens.are_puncts("..") {
                self.rest(&mut tokens)
            } else {
                self.member(&mut tokens, &members)
            };
            if let Some(member) = member {
                members.push(member);
            }
            self.comma(&mut tokens, before, begins_member);
        }
        let mut constants = Vec::with_capacity(members.len());
        for member in &members {
            match member {
                Member::Named { name, value: Value::Literal(json), .. } => {
                    constants.push(json::member(name, json));
                }
                _ => return Value::Object(members),
            }
        }
        Value::Literal(json::object(&constants))
    }

    fn array(&mut self, group: &Group) -> Value {
        let mut tokens = Tokens::of(group);
        let mut items = Vec::new();
        while !tokens.is_end() {
            let before = self.diag.count();
            let item = if tokens.is_punct(0, '?') {
                self.optional(&mut tokens)
            } else {
                self.value(&mut tokens)
            };
            if let Some(item) = item {
                items.push(item);
            }
            self.comma(&mut tokens, before, |_| false);
        }
        let mut constants = Vec::with_capacity(items.len());
        for item in &items {
            match item {
                Value::Literal(json) => constants.push(json.clone()),
                _ => return Value::Array(items),
            }
        }
        Value::Literal(json::array(&constants))
    }

    /// `?{ … }` in an array.
    fn optional(&mut self, tokens: &mut Tokens) -> Option<Value> {
        let question = tokens.span();
        tokens.skip(1);
        let before = self.diag.count();
        let is_object = tokens.is_group(0, Delimiter::Brace);
        if !is_object {
            self.diag.error(
                question,
                "`?` in an array stands before an object, as in `?{ \"hint\": hint }`",
            );
            if tokens.is_end() || tokens.is_punct(0, ',') {
                return None;
            }
        }
        let object = self.value(tokens)?;
        if self.diag.count() == before {
            self.check_optional(question, &object);
        }
        is_object.then(|| Value::Optional(Box::new(object)))
    }

    /// The `,` after an item. Without one, the rest up to the next is skipped,
    /// unless a new item evidently begins. An item that has been complained of
    /// need not be whole.
    fn comma(&mut self, tokens: &mut Tokens, complaints: usize, begins: fn(&Tokens) -> bool) {
        if tokens.is_end() || tokens.eat_punct(',') {
            return;
        }
        if self.diag.count() == complaints {
            let found = tokens.found();
            self.diag.error(tokens.span(), format_args!("expected `,`, found {found}"));
        }
        if !begins(tokens) {
            tokens.skip_to(',');
            tokens.eat_punct(',');
        }
    }

    fn rest(&mut self, tokens: &mut Tokens) -> Option<Member> {
        let at = tokens.span();
        tokens.skip(2);
        if tokens.eat_ident("errors").is_some() {
            self.diag.error(
                tokens.place_from(at),
                "`..` takes `members` only; a list of errors is a member, as in `\"errors\": \
                 errors[{ \"message\": message }]`",
            );
            return None;
        }
        let Some(_) = tokens.eat_ident("members") else {
            self.diag.error(
                tokens.span(),
                format_args!("expected `members` after `..`, found {}", tokens.found()),
            );
            return None;
        };
        let at = tokens.place_from(at);
        if self.place == Place::Success {
            self.diag.error(at, "`..members` is only valid in the template of errors");
            return None;
        }
        if std::mem::replace(&mut self.rest, true) {
            self.diag.error(at, "`..members` is written twice; the first takes all that remain");
            return None;
        }
        Some(Member::Rest)
    }

    /// `"name": value` or `"name"?: value`.
    fn member(&mut self, tokens: &mut Tokens, before: &[Member]) -> Option<Member> {
        let at = tokens.span();
        let name = match tokens.eat_text() {
            Some(text) => text.value(),
            None => self.unquoted(tokens)?,
        };
        self.element(&name, at);
        let question = tokens.is_punct(0, '?').then(|| tokens.span());
        tokens.skip(usize::from(question.is_some()));
        if !tokens.eat_punct(':') {
            self.diag.error(
                tokens.span(),
                format_args!("expected `:` after `{name}`, found {}", tokens.found()),
            );
            // `=` and `=>` are other languages' colons.
            if !tokens.eat_punct('=') {
                return None;
            }
            tokens.eat_punct('>');
        }
        let complaints = self.diag.count();
        let value = self.value(tokens)?;
        // What has been complained of may have lost its slots.
        if let (Some(question), true) = (question, self.diag.count() == complaints) {
            self.check_optional(question, &value);
        }
        for member in before {
            match member {
                Member::Named { name: other, value: first, .. } if *other == name => {
                    let (first, name) = (first.describe(), json::string(&name));
                    self.diag.error(
                        at,
                        format_args!(
                            "member `{name}` is written twice in this object; the first is \
                             `{name}: {first}`"
                        ),
                    );
                    return None;
                }
                _ => {}
            }
        }
        Some(Member::Named { name, optional: question.is_some(), value })
    }

    /// A name without quotes is read on, once it has been complained of.
    fn unquoted(&mut self, tokens: &mut Tokens) -> Option<String> {
        let at = tokens.span();
        match tokens.ident(0).map(Ident::to_string) {
            Some(name) if [':', '?', '='].iter().any(|&punct| tokens.is_punct(1, punct)) => {
                tokens.skip(1);
                self.diag.error(
                    at,
                    format_args!("a member's name stands in quotes; write `\"{name}\"`"),
                );
                Some(name)
            }
            _ => {
                self.diag.error(
                    at,
                    format_args!("expected a member, `\"name\": value`, found {}", tokens.found()),
                );
                None
            }
        }
    }

    /// A name that is an element's, where the template is XML.
    pub(super) fn element(&mut self, name: &str, at: Span) {
        if let (Form::Xml, Some(complaint)) = (self.form, xml::no_name(name)) {
            self.diag.error(at, complaint);
        }
    }

    fn check_optional(&mut self, question: Span, value: &Value) {
        match value {
            Value::Literal(_) => self.diag.error(
                question,
                format_args!(
                    "`?` leaves out what is empty, but `{}` is always there",
                    value.describe()
                ),
            ),
            Value::Slot { or: Some(_), .. } => self.both(question),
            Value::Errors(errors) if errors.or.is_some() => self.both(question),
            _ => {}
        }
    }

    fn both(&mut self, question: Span) {
        self.diag.error(
            question,
            "`?` and `|` cannot be combined; `?` leaves the member out, `|` writes a value instead",
        );
    }

    pub(super) fn value(&mut self, tokens: &mut Tokens) -> Option<Value> {
        if let Some(lit) = tokens.literal() {
            tokens.skip(1);
            return json::literal(&lit, None, self.diag).map(Value::Literal);
        }
        if tokens.is_punct(0, '-') {
            let minus = tokens.span();
            tokens.skip(1);
            let Some(lit) = tokens.literal() else {
                self.diag.error(minus, "`-` stands before numbers only");
                return None;
            };
            tokens.skip(1);
            return json::literal(&lit, Some(minus), self.diag).map(Value::Literal);
        }
        if let Some(word) = tokens.ident(0).cloned() {
            tokens.skip(1);
            return match word.to_string().as_str() {
                word @ ("true" | "false" | "null") => Some(Value::Literal(word.to_owned())),
                "errors" => self.errors(&word, tokens),
                _ => self.slot(&word, tokens),
            };
        }
        if let Some(group) = tokens.eat_group(Delimiter::Brace) {
            return self.nested(&group, |parser, group| Some(parser.object(group)));
        }
        if let Some(group) = tokens.eat_group(Delimiter::Bracket) {
            return self.nested(&group, |parser, group| Some(parser.array(group)));
        }
        if tokens.is_punct(0, '?') && tokens.is_group(1, Delimiter::Brace) {
            self.diag
                .error(tokens.span(), "`?` stands after a member's name, as in `\"name\"?: { … }`");
            tokens.skip(1);
            return self.value(tokens);
        }
        self.diag.error(
            tokens.span(),
            format_args!("expected a value, found {}; write JSON or a slot", tokens.found()),
        );
        None
    }

    /// Reads what is one level deeper.
    pub(super) fn nested<T>(
        &mut self,
        group: &Group,
        read: impl FnOnce(&mut Self, &Group) -> Option<T>,
    ) -> Option<T> {
        if self.depth == DEEPEST {
            self.diag
                .error(group.span_open(), format_args!("a template has at most {DEEPEST} levels"));
            return None;
        }
        self.depth += 1;
        let value = read(self, group);
        self.depth -= 1;
        value
    }
}

/// Whether a member evidently begins here: one that is read at least in part,
/// so that reading goes on.
pub(super) fn begins_member(tokens: &Tokens) -> bool {
    let text = matches!(tokens.literal(), Some(Lit::Str(_)));
    tokens.are_puncts("..") || (text && (tokens.is_punct(1, ':') || tokens.is_punct(1, '?')))
}
