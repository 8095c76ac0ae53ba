//! `retry = "poll"` and `retry(exponential, base = "200ms", …)`.

use super::item::{Form, Item};
use super::once::Once;
use super::parse_with;
use crate::diag::{Diagnostics, did_you_mean, did_you_mean_of, meaning, words};
use crate::lists;
use crate::scan;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{LitInt, LitStr};

/// What a row says of retrying.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct RetryKey {
    /// The advice's name in the runtime: `Exponential`.
    pub(crate) advice: &'static str,
    pub(crate) maybe: bool,
    pub(crate) base_ms: Option<u64>,
    pub(crate) cap_ms: Option<u64>,
    pub(crate) attempts: Option<u32>,
    /// The name in the runtime: `Idempotent`.
    pub(crate) safe: &'static str,
    pub(crate) token: Option<String>,
    pub(crate) note: Option<String>,
}

const ADVICE: &[(&str, &str)] = &[
    ("never", "Never"),
    ("now", "Now"),
    ("poll", "Poll"),
    ("linear", "Linear"),
    ("exponential", "Exponential"),
];
const WHEN: &[(&str, &str)] = &[("yes", "Yes"), ("maybe", "Maybe")];
const SAFE: &[(&str, &str)] =
    &[("always", "Always"), ("idempotent", "Idempotent"), ("never", "Never")];
/// The further keys, and how they are written.
const KEYS: &[(&str, &str)] = &[
    ("when", "when = \"maybe\""),
    ("base", "base = \"200ms\""),
    ("cap", "cap = \"30s\""),
    ("attempts", "attempts = 5"),
    ("safe", "safe = \"idempotent\""),
    ("token", "token = \"Replay-Nonce\""),
    ("note", "note = \"…\""),
];

pub(crate) fn parse(item: &Item, diag: &mut Diagnostics) -> Option<RetryKey> {
    match &item.form {
        Form::Equals(_) => {
            let word = item.text("a word in quotes", diag)?;
            let advice = choose(ADVICE, "retry", &word.value, word.span, diag)?;
            Some(RetryKey::new(advice))
        }
        Form::Group(_, tokens, span) => parse_group(tokens.clone(), *span, diag),
        Form::Flag => {
            item.wrong_form(diag);
            None
        }
    }
}

impl RetryKey {
    fn new(advice: &'static str) -> Self {
        Self {
            advice,
            maybe: false,
            base_ms: None,
            cap_ms: None,
            attempts: None,
            safe: "Always",
            token: None,
            note: None,
        }
    }
}

fn parse_group(tokens: TokenStream, span: Span, diag: &mut Diagnostics) -> Option<RetryKey> {
    let (first, parts) = scan::split_first(tokens.into_iter().collect());
    let first = TokenStream::from_iter(first);
    let advice = match parse_with::<Ident>(first.clone()) {
        Ok(word) => choose(ADVICE, "retry", &word.to_string(), word.span(), diag),
        Err(_) => match parse_with::<LitStr>(scan::ungroup(first.clone())) {
            Ok(word) => choose(ADVICE, "retry", &word.value(), word.span(), diag),
            Err(_) => {
                diag.error(
                    scan::place_of(&first).unwrap_or(span.into()),
                    "`retry(...)` begins with the advice, as in `retry(exponential, attempts = 5)`",
                );
                None
            }
        },
    };
    let mut retry = RetryKey::new(advice.unwrap_or("Never"));
    let mut seen = Vec::with_capacity(KEYS.len());
    for (key, _) in KEYS {
        seen.push(Once::new(key));
    }
    for part in parts {
        let [TokenTree::Ident(key), TokenTree::Punct(equals), value @ ..] = part.as_slice() else {
            let at = scan::place_of_trees(&part).unwrap_or(span.into());
            diag.error(at, "expected `key = value`, as in `attempts = 5`");
            continue;
        };
        let text = key.to_string();
        let Some(at) = lists::place(KEYS, &|(known, _)| *known == text) else {
            let remedy = did_you_mean_of(&text, &words(KEYS), "valid keys here");
            diag.error(key.span(), format_args!("unknown `retry` key `{text}`{remedy}"));
            continue;
        };
        if equals.as_char() != '=' || value.is_empty() {
            diag.error(key.span(), format_args!("`{text}` has no value; write `{}`", KEYS[at].1));
            continue;
        }
        seen[at].set(key.span(), (), diag);
        retry.set(KEYS[at], &scan::ungroup(scan::stream(value)), key.span(), diag);
    }
    advice.map(|_| retry)
}

impl RetryKey {
    /// Whether it says nothing but the advice.
    pub(crate) fn is_plain(&self) -> bool {
        *self == Self::new(self.advice)
    }

    fn set(
        &mut self,
        (key, example): (&str, &str),
        value: &TokenStream,
        at: Span,
        diag: &mut Diagnostics,
    ) {
        if key == "attempts" {
            match parse_with::<LitInt>(value.clone()).map(|n| n.base10_parse::<u32>()) {
                Ok(Ok(attempts)) if attempts > 0 => self.attempts = Some(attempts),
                _ => diag.error(
                    scan::place_of(value).unwrap_or(at.into()),
                    "`attempts` takes a whole number from 1 up",
                ),
            }
            return;
        }
        let Ok(text) = parse_with::<LitStr>(value.clone()) else {
            let at = scan::place_of(value).unwrap_or(at.into());
            diag.error(at, format_args!("`{key}` takes a text in quotes, as in `{example}`"));
            return;
        };
        let word = text.value();
        match key {
            "when" => self.maybe = choose(WHEN, key, &word, text.span(), diag) == Some("Maybe"),
            "safe" => self.safe = choose(SAFE, key, &word, text.span(), diag).unwrap_or(self.safe),
            "base" => self.base_ms = duration(&text, diag),
            "cap" => self.cap_ms = duration(&text, diag),
            "token" => self.token = super::header::check_name(&text, diag).map(|_| word),
            _ => self.note = Some(word),
        }
        if let (Some(base), Some(cap)) = (self.base_ms, self.cap_ms) {
            if base > cap && (key == "base" || key == "cap") {
                diag.error(text.span(), "`base` is longer than `cap`");
            }
        }
    }
}

/// `"200ms"`, `"30s"`, `"5m"` or `"1h"` in milliseconds.
fn duration(text: &LitStr, diag: &mut Diagnostics) -> Option<u64> {
    let value = text.value();
    let unit_at = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    let (number, unit) = value.split_at(unit_at);
    let factor = match unit.trim() {
        "ms" => Some(1),
        "s" => Some(1000),
        "m" | "min" => Some(60_000),
        "h" => Some(3_600_000),
        _ => None,
    };
    let parsed = number.parse::<u64>().ok().zip(factor).and_then(|(n, f)| n.checked_mul(f));
    if parsed.is_none() {
        diag.error(
            text.span(),
            "a duration is a number and a unit, as in `\"200ms\"`, `\"30s\"` or `\"5m\"`",
        );
    }
    parsed
}

/// One of a few words.
pub(crate) fn choose(
    table: &[(&'static str, &'static str)],
    key: &str,
    word: &str,
    at: Span,
    diag: &mut Diagnostics,
) -> Option<&'static str> {
    if let Some(value) = meaning(table, word) {
        return Some(value);
    }
    let known = words(table);
    let remedy = did_you_mean(word, &known);
    diag.error(
        at,
        format_args!("`{key}` is one of {}, not `{word}`{remedy}", crate::diag::list(&known, "or")),
    );
    None
}
