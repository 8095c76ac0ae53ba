//! `on 500..=599 { … }`: what the API says by status.

use super::header::{self, Header};
use super::policy::{begins_line, skip_value, stray, text};
use super::tokens::Tokens;
use crate::diag::{Diagnostics, Place, did_you_mean, list};
use crate::placeholder;
use proc_macro2::{Delimiter, Group, Ident, Span};
use syn::Lit;

/// What holds for a range of statuses.
pub(super) struct Rule {
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) category: Option<String>,
    pub(super) retry_after: Option<u64>,
    pub(super) headers: Vec<Header>,
}

const KEYS: [&str; 3] = ["category", "retry_after", "header"];

pub(super) fn is_key(name: &str) -> bool {
    KEYS.contains(&name)
}

/// Reads what follows the word `on`.
pub(super) fn parse(
    at: Span,
    tokens: &mut Tokens,
    diag: &mut Diagnostics,
) -> Option<(Place, Rule)> {
    let start = if tokens.is_end() { at } else { tokens.span() };
    let range = range(at, tokens, diag);
    let place = tokens.place_from(start);
    let Some(group) = tokens.eat_group(Delimiter::Brace) else {
        if range.is_some() {
            diag.error(place, "`on` takes statuses and a block, as in `on 500..=599 { … }`");
        }
        return None;
    };
    // The block is read even if its statuses are wrong.
    let (from, to) = range.unwrap_or_default();
    let rule = Rule::parse(from, to, &group, diag);
    range.map(|_| (place, rule))
}

impl Rule {
    fn parse(from: u16, to: u16, group: &Group, diag: &mut Diagnostics) -> Self {
        let mut rule = Self { from, to, category: None, retry_after: None, headers: Vec::new() };
        let mut set: Vec<String> = Vec::new();
        let mut tokens = Tokens::of(group);
        while !tokens.is_end() {
            let at = tokens.span();
            let Some(word) = tokens.ident(0).map(Ident::to_string) else {
                stray(&mut tokens, diag);
                continue;
            };
            tokens.skip(1);
            if set.contains(&word) {
                diag.error(at, format_args!("`{word}` is set twice in this block"));
            } else if word != "header" && is_key(&word) {
                set.push(word.clone());
            }
            match word.as_str() {
                "category" => {
                    let example = "category = \"api\"";
                    let lit = text("category", example, at, &mut tokens, diag);
                    rule.category = lit.map(|lit| {
                        placeholder::check("a category by status", &lit, diag);
                        lit.value()
                    });
                }
                "retry_after" => rule.retry_after = seconds(at, &mut tokens, diag),
                "header" => {
                    if let Some(header) = header::parse(at, &mut tokens, diag) {
                        rule.headers.push(header);
                    }
                }
                _ if super::policy::is_key(&word) => {
                    diag.error(at, format_args!("`{word}` is only valid outside of `on`"));
                    skip_value(&mut tokens);
                }
                _ => {
                    let remedy = did_you_mean(&word, &KEYS);
                    let valid = list(&KEYS, "and");
                    diag.error(
                        at,
                        format_args!(
                            "unknown key `{word}` in `on`{remedy}\nvalid keys here: {valid}"
                        ),
                    );
                    skip_value(&mut tokens);
                }
            }
        }
        rule
    }
}

/// `= 10`
fn seconds(at: Span, tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<u64> {
    let example = "retry_after = 10";
    if !tokens.eat_punct('=') {
        diag.error(at, format_args!("`retry_after` is written as `{example}`"));
        skip_value(tokens);
        return None;
    }
    let at = if tokens.is_end() { at } else { tokens.span() };
    let value = match tokens.literal() {
        Some(Lit::Int(int)) if int.suffix().is_empty() => int.base10_parse::<u64>().ok(),
        _ => None,
    };
    if value.is_none() {
        diag.error(at, format_args!("`retry_after` takes whole seconds, as in `{example}`"));
        skip_value(tokens);
        return None;
    }
    tokens.skip(1);
    if value == Some(0) {
        diag.error(at, "`retry_after` must be at least 1, found 0");
        return None;
    }
    value
}

/// `503` or `500..=599`; on a mistake, goes on to the block.
fn range(at: Span, tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<(u16, u16)> {
    let start = if tokens.is_end() { at } else { tokens.span() };
    let range = range_ends(at, tokens, diag);
    if range.is_none() {
        tokens.skip_until(&|tokens| tokens.is_group(0, Delimiter::Brace) || begins_line(tokens));
    }
    let (from, to) = range?;
    if from > to {
        let at = tokens.place_from(start);
        diag.error(at, format_args!("`{from}..={to}` is empty; write `{to}..={from}`"));
        return None;
    }
    Some((from, to))
}

fn range_ends(at: Span, tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<(u16, u16)> {
    let from = status(at, tokens, diag)?;
    if !tokens.are_puncts("..") {
        return Some((from, from));
    }
    if tokens.are_puncts("..=") {
        tokens.skip(3);
        return Some((from, status(at, tokens, diag)?));
    }
    let dots = tokens.span();
    tokens.skip(2);
    let dots = tokens.place_from(dots);
    diag.error(dots, "a range of statuses includes its end; write it as in `500..=599`");
    None
}

fn status(at: Span, tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<u16> {
    let at = if tokens.is_end() { at } else { tokens.span() };
    let Some(Lit::Int(int)) = tokens.literal() else {
        diag.error(at, "`on` takes statuses and a block, as in `on 500..=599 { … }`");
        return None;
    };
    tokens.skip(1);
    let digits = int.base10_digits();
    if int.suffix().eq_ignore_ascii_case("xx") {
        let written = format!("{digits}{}", int.suffix());
        diag.error(at, format_args!("`{written}` is written as `{digits}00..={digits}99`"));
        return None;
    }
    match int.base10_parse::<u16>() {
        Ok(status @ 100..=599) if int.suffix().is_empty() => Some(status),
        _ => {
            diag.error(
                at,
                format_args!("a status must be between 100 and 599, found {}", int.token()),
            );
            None
        }
    }
}
