//! The grammar of templates: JSON in which slots stand for values.

use super::json;
use super::slot::{Kind, SlotSpec};
use super::tokens::Tokens;
use crate::diag::Diagnostics;
use proc_macro2::{Delimiter, Group, Ident, Span};
use syn::Lit;

/// Which of an envelope's templates this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Error,
    Success,
}

/// One value of a template.
pub(super) enum Value {
    /// A constant, as JSON text. All that is constant is one of these.
    Literal(String),
    Slot {
        spec: &'static SlotSpec,
        /// Which member or context value.
        name: Option<String>,
        /// What stands there when there is nothing to say, as JSON text.
        or: Option<String>,
        kind: Kind,
    },
    Object(Vec<Member>),
    Array(Vec<Value>),
}

/// One member of an object.
pub(super) enum Member {
    Named { name: String, optional: bool, value: Value },
    Rest,
}

/// More levels than any body has, and fewer than JSON readers refuse.
const DEEPEST: usize = 64;

/// Reads the template in these braces. What is wrong is complained of and
/// left out.
pub(super) fn parse(group: &Group, place: Place, diag: &mut Diagnostics) -> Value {
    Parser { place, depth: 0, rest: false, diag }.object(group)
}

impl Value {
    /// The names that stand beside `..members`, save those of members that
    /// are only put in their place: a declared member cannot be called so.
    pub(super) fn names_beside_rest(&self) -> Vec<&str> {
        let values: Vec<&Self> = match self {
            Self::Object(members) => {
                if members.iter().any(|member| matches!(member, Member::Rest)) {
                    return members.iter().filter_map(Member::own_name).collect();
                }
                members.iter().filter_map(Member::value).collect()
            }
            Self::Array(items) => items.iter().collect(),
            Self::Literal(_) | Self::Slot { .. } => return Vec::new(),
        };
        values.into_iter().flat_map(Self::names_beside_rest).collect()
    }

    /// As it is named in complaints.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Literal(json) if json.starts_with('{') => "{ … }".to_owned(),
            Self::Literal(json) if json.starts_with('[') => "[ … ]".to_owned(),
            Self::Literal(json) => json.clone(),
            Self::Slot { spec, name: Some(name), .. } => {
                format!("{}({})", spec.name, json::string(name))
            }
            Self::Slot { spec, .. } => spec.name.to_owned(),
            Self::Object(_) => "{ … }".to_owned(),
            Self::Array(_) => "[ … ]".to_owned(),
        }
    }
}

impl Member {
    fn value(&self) -> Option<&Value> {
        match self {
            Self::Named { value, .. } => Some(value),
            Self::Rest => None,
        }
    }

    fn own_name(&self) -> Option<&str> {
        match self {
            Self::Named { name, value: Value::Slot { spec, name: Some(member), .. }, .. }
                if spec.name == "member" && member == name =>
            {
                None
            }
            Self::Named { name, .. } => Some(name),
            Self::Rest => None,
        }
    }
}

pub(super) struct Parser<'d> {
    pub(super) place: Place,
    depth: usize,
    /// `..members` has been seen.
    rest: bool,
    pub(super) diag: &'d mut Diagnostics,
}

impl Parser<'_> {
    fn object(&mut self, group: &Group) -> Value {
        let mut tokens = Tokens::of(group);
        let mut members: Vec<Member> = Vec::new();
        while !tokens.is_end() {
            let before = self.diag.count();
            if tokens.are_puncts("..") {
                members.extend(self.rest(&mut tokens));
            } else {
                members.extend(self.member(&mut tokens, &members));
            }
            self.comma(&mut tokens, before, begins_member);
        }
        let constants: Option<Vec<(&str, &str)>> = members
            .iter()
            .map(|member| match member {
                Member::Named { name, value: Value::Literal(json), .. } => {
                    Some((name.as_str(), json.as_str()))
                }
                _ => None,
            })
            .collect();
        match constants {
            Some(constants) => Value::Literal(json::object(constants.into_iter())),
            None => Value::Object(members),
        }
    }

    fn array(&mut self, group: &Group) -> Value {
        let mut tokens = Tokens::of(group);
        let mut items = Vec::new();
        while !tokens.is_end() {
            let before = self.diag.count();
            items.extend(self.value(&mut tokens));
            self.comma(&mut tokens, before, |_| false);
        }
        let constants: Option<Vec<&str>> = items
            .iter()
            .map(|item| match item {
                Value::Literal(json) => Some(json.as_str()),
                _ => None,
            })
            .collect();
        match constants {
            Some(constants) => Value::Literal(json::array(constants.into_iter())),
            None => Value::Array(items),
        }
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
            tokens.skip_until(|tokens| tokens.is_punct(0, ','));
            tokens.eat_punct(',');
        }
    }

    fn rest(&mut self, tokens: &mut Tokens) -> Option<Member> {
        let at = tokens.span();
        tokens.skip(2);
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
        let value = self.value(tokens)?;
        if let Some(question) = question {
            self.check_optional(question, &value);
        }
        let first = before.iter().find_map(|member| match member {
            Member::Named { name: other, value, .. } if *other == name => Some(value),
            _ => None,
        });
        if let Some(first) = first {
            let (first, name) = (first.describe(), json::string(&name));
            self.diag.error(
                at,
                format_args!(
                    "member `{name}` is written twice in this object; the first is `{name}: \
                     {first}`"
                ),
            );
            return None;
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

    fn check_optional(&mut self, question: Span, value: &Value) {
        match value {
            Value::Literal(_) => self.diag.error(
                question,
                format_args!(
                    "`?` leaves out what is empty, but `{}` is always there",
                    value.describe()
                ),
            ),
            Value::Slot { or: Some(_), .. } => self.diag.error(
                question,
                "`?` and `|` cannot be combined; `?` leaves the member out, `|` writes a value \
                 instead",
            ),
            _ => {}
        }
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
                _ => self.slot(&word, tokens),
            };
        }
        for (delimiter, read) in [
            (Delimiter::Brace, Self::object as fn(&mut Self, &Group) -> Value),
            (Delimiter::Bracket, Self::array),
        ] {
            if let Some(group) = tokens.eat_group(delimiter) {
                return self.nested(&group, read);
            }
        }
        self.diag.error(
            tokens.span(),
            format_args!("expected a value, found {}; write JSON or a slot", tokens.found()),
        );
        None
    }

    fn nested(&mut self, group: &Group, read: fn(&mut Self, &Group) -> Value) -> Option<Value> {
        if self.depth == DEEPEST {
            self.diag
                .error(group.span_open(), format_args!("a template has at most {DEEPEST} levels"));
            return None;
        }
        self.depth += 1;
        let value = read(self, group);
        self.depth -= 1;
        Some(value)
    }
}

/// Whether a member evidently begins here: one that is read at least in part,
/// so that reading goes on.
fn begins_member(tokens: &Tokens) -> bool {
    let text = matches!(tokens.literal(), Some(Lit::Str(_)));
    tokens.are_puncts("..") || (text && (tokens.is_punct(1, ':') || tokens.is_punct(1, '?')))
}
