//! The table of slots: what a template can say, where, and as what.

use super::template::{Parser, Place};
use super::tokens::Tokens;
use super::value::Value;
use crate::diag::{did_you_mean, list, meaning};
use crate::lists;
use Place::{Error, Success};
use proc_macro2::{Delimiter, Ident, Span};

/// A slot, by its place in the table.
pub(super) struct SlotSpec {
    /// How the template names it.
    pub(super) name: &'static str,
    /// The runtime's `Slot::…`.
    pub(super) variant: &'static str,
    /// In which templates it may stand.
    pub(super) places: &'static [Place],
    /// Whether it is told by name which value it stands for.
    pub(super) named: bool,
    /// The types that `as` can make of it.
    pub(super) kinds: &'static [Kind],
}

/// The JSON type that a template chooses for a slot.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    AsIs,
    String,
    Number,
}

impl Kind {
    /// The type of this name.
    fn parse(name: &str) -> Option<Self> {
        match name {
            "string" => Some(Self::String),
            "number" => Some(Self::Number),
            _ => None,
        }
    }
}

const ERROR: &[Place] = &[Error];
const BOTH: &[Place] = &[Error, Success];
const AS_IT_COMES: &[Kind] = &[];
const STRING: &[Kind] = &[Kind::String];
const EITHER: &[Kind] = &[Kind::String, Kind::Number];

const fn slot(
    name: &'static str,
    variant: &'static str,
    places: &'static [Place],
    kinds: &'static [Kind],
) -> SlotSpec {
    SlotSpec { name, variant, places, named: false, kinds }
}

const fn named(
    name: &'static str,
    variant: &'static str,
    places: &'static [Place],
    kinds: &'static [Kind],
) -> SlotSpec {
    SlotSpec { named: true, ..slot(name, variant, places, kinds) }
}

/// Every slot.
pub(super) const SLOTS: &[SlotSpec] = &[
    slot("code", "Code", ERROR, EITHER),
    slot("status", "Status", BOTH, STRING),
    slot("reason", "Reason", BOTH, AS_IT_COMES),
    slot("title", "Title", ERROR, AS_IT_COMES),
    slot("message", "Message", ERROR, AS_IT_COMES),
    slot("hint", "Hint", ERROR, AS_IT_COMES),
    slot("details", "Details", ERROR, AS_IT_COMES),
    slot("members", "Members", ERROR, AS_IT_COMES),
    named("member", "Member", ERROR, EITHER),
    slot("category", "Category", ERROR, AS_IT_COMES),
    slot("retry", "Retry", ERROR, STRING),
    slot("retry_after", "RetryAfter", ERROR, STRING),
    slot("docs", "Docs", ERROR, AS_IT_COMES),
    slot("type_uri", "TypeUri", ERROR, AS_IT_COMES),
    slot("instance", "Instance", BOTH, AS_IT_COMES),
    slot("request_id", "RequestId", BOTH, AS_IT_COMES),
    slot("time", "Time", BOTH, AS_IT_COMES),
    named("context", "Context", BOTH, EITHER),
    slot("variant", "Variant", ERROR, AS_IT_COMES),
    slot("trace", "Trace", ERROR, AS_IT_COMES),
    slot("data", "Data", &[Success], AS_IT_COMES),
];

/// Words that people bring from elsewhere, and what they are here.
const HABITS: &[(&str, &str)] = &[
    ("None", "null"),
    ("nil", "null"),
    ("True", "true"),
    ("False", "false"),
    ("timestamp", "time"),
    ("description", "message"),
    ("phrase", "reason"),
    ("link", "docs"),
    ("url", "docs"),
    ("trace_id", "request_id"),
];

/// The slot of this name.
pub(super) fn find(name: &str) -> Option<&'static SlotSpec> {
    lists::find(SLOTS, &|slot| slot.name == name)
}

/// What is said of a word that names no slot.
pub(super) fn unknown(name: &str) -> String {
    if let Some(here) = meaning(HABITS, name) {
        return format!("unknown slot `{name}`; it is called `{here}` here");
    }
    let mut known = names(&|_| true);
    known.extend_from_slice(&["errors", "null", "true", "false"]);
    match did_you_mean(name, &known) {
        remedy if remedy.is_empty() => {
            let slots = list(&known[..=SLOTS.len()], "and");
            format!("unknown slot `{name}`\nvalid slots: {slots}")
        }
        remedy => format!("unknown slot `{name}`{remedy}"),
    }
}

/// The slots that may stand in templates of some place or `as` some kind.
fn names(matches: &dyn Fn(&SlotSpec) -> bool) -> Vec<&'static str> {
    let mut names = Vec::with_capacity(SLOTS.len());
    for slot in SLOTS {
        if matches(slot) {
            names.push(slot.name);
        }
    }
    names
}

impl Parser<'_> {
    /// `slot`, `slot("name")`, `slot as type`, `slot | constant`.
    pub(super) fn slot(&mut self, word: &Ident, tokens: &mut Tokens) -> Option<Value> {
        let Some(spec) = find(&word.to_string()) else {
            self.diag.error(word.span(), unknown(&word.to_string()));
            // What follows belongs to a slot that we do not know.
            tokens.skip_to(',');
            return None;
        };
        let misplaced = !spec.places.contains(&self.place);
        if misplaced {
            self.misplaced(spec, word.span());
        }
        let name = self.slot_name(spec, word.span(), tokens);
        let kind = self.kind(spec.name, spec.kinds, tokens);
        let or = if tokens.eat_punct('|') { self.alternative(tokens) } else { None };
        if tokens.is_ident(0, "as") {
            self.diag.error(
                tokens.span(),
                format_args!("`as` stands before `|`, as in `{} as string | null`", spec.name),
            );
            tokens.skip_to(',');
        }
        if misplaced {
            return None;
        }
        Some(Value::Slot { spec, name, or, kind })
    }

    fn misplaced(&mut self, spec: &SlotSpec, at: Span) {
        let name = spec.name;
        if self.place == Place::Error {
            self.diag.error(at, format_args!("slot `{name}` is only valid in `success`"));
            return;
        }
        let here = list(&names(&|spec| spec.places.contains(&Place::Success)), "and");
        self.diag.error(
            at,
            format_args!("slot `{name}` is not valid in `success`\nvalid slots here: {here}"),
        );
    }

    /// The name in parentheses, where the slot has one.
    pub(super) fn slot_name(
        &mut self,
        spec: &SlotSpec,
        at: Span,
        tokens: &mut Tokens,
    ) -> Option<String> {
        let slot = spec.name;
        let open = tokens.span();
        let group = tokens.eat_group(Delimiter::Parenthesis);
        if !spec.named {
            if group.is_some() {
                self.diag.error(open, format_args!("slot `{slot}` takes no name"));
            }
            return None;
        }
        let mut wrong = at;
        if let Some(group) = group {
            let mut inside = Tokens::of(&group);
            wrong = inside.span();
            let name = inside.eat_text().map(|name| name.value());
            inside.eat_punct(',');
            match name {
                Some(name) if inside.is_end() && !name.is_empty() => return Some(name),
                Some(_) if !inside.is_end() => wrong = inside.span(),
                _ => {}
            }
        }
        self.diag
            .error(wrong, format_args!("slot `{slot}` takes a name, as in `{slot}(\"name\")`"));
        None
    }

    /// `as string` or `as number`, where the slot can be one of these.
    pub(super) fn kind(&mut self, slot: &str, kinds: &[Kind], tokens: &mut Tokens) -> Kind {
        if tokens.eat_ident("as").is_none() {
            return Kind::AsIs;
        }
        let at = tokens.span();
        let Some(word) = tokens.ident(0).map(Ident::to_string) else {
            self.diag.error(at, "expected `string` or `number` after `as`");
            return Kind::AsIs;
        };
        tokens.skip(1);
        match Kind::parse(&word) {
            None => {
                self.diag
                    .error(at, format_args!("unknown type `{word}`; write `string` or `number`"));
                Kind::AsIs
            }
            Some(kind) => {
                if !kinds.contains(&kind) {
                    let able = list(&names(&|spec| spec.kinds.contains(&kind)), "and");
                    self.diag.error(
                        at,
                        format_args!("`as {word}` is only valid on {able}, not on `{slot}`"),
                    );
                }
                kind
            }
        }
    }

    /// The constant after `|`. Slots in it are complained of, whatever they
    /// are otherwise.
    pub(super) fn alternative(&mut self, tokens: &mut Tokens) -> Option<String> {
        let at = tokens.span();
        match self.value(tokens)? {
            Value::Literal(json) => Some(json),
            value => {
                self.diag.error(
                    at,
                    format_args!("a constant stands after `|`, found `{}`", value.describe()),
                );
                None
            }
        }
    }
}
