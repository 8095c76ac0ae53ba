//! `strict`: an API's conventions as compile errors.

use crate::diag::{Diagnostics, find_letter};
use crate::display::Display;
use crate::model::{HeaderValue, Message, Model, Row, Variant};
use crate::names::unraw;
use crate::parse::row::CodeKey;

/// The longest constant text of a message.
const LONGEST_MESSAGE: usize = 100;
/// AIP-193's longest reason.
const LONGEST_CODE: usize = 63;

pub(crate) fn check(model: &Model<'_>, diag: &mut Diagnostics) {
    for (variant, row) in &model.rows() {
        if row.keys.broken {
            continue;
        }
        check_owed_headers(variant, row, diag);
        if row.transparent {
            continue;
        }
        check_stated(variant, row, diag);
        check_message(variant, row, diag);
        check_code(model, row, diag);
    }
}

/// Every row states `retry`, a 4xx its hint, a 5xx what it shows.
fn check_stated(variant: &Variant, row: &Row, diag: &mut Diagnostics) {
    let name = unraw(&variant.ident);
    if row.retry.is_none() {
        diag.error(
            row.span,
            format_args!("strict: `{name}` does not state `retry`, as in `retry = \"never\"`"),
        );
    }
    match row.fixed_status() {
        Some(status @ 400..=499) if !row.keys.hint.is_set() && variant.hint_field().is_none() => diag.error(
            row.span,
            format_args!("strict: `{name}` is a {status} without a `hint`; say what the client can do, or `hint = none`"),
        ),
        Some(status @ 500..=599)
            if matches!(row.message, Message::Hidden) && !row.keys.message.is_set() && !row.keys.conceal.is_set() && variant.message_field().is_none() =>
        {
            diag.error(
                row.span,
                format_args!("strict: `{name}` is a {status}, so its `Display` is hidden; say `message = \"…\"`, `expose` or `conceal`"),
            );
        }
        _ => {}
    }
}

/// RFC 9110 makes some statuses owe a header.
fn check_owed_headers(variant: &Variant, row: &Row, diag: &mut Diagnostics) {
    let Some(status @ (401 | 405 | 407 | 426)) = row.fixed_status() else { return };
    let (owed, remedy) = match status {
        401 => ("WWW-Authenticate", "challenge(\"Bearer\")"),
        405 => ("Allow", "header(\"Allow\" = \"…\")"),
        407 => ("Proxy-Authenticate", "challenge(\"Basic\")"),
        _ => ("Upgrade", "header(\"Upgrade\" = \"…\")"),
    };
    let lower = owed.to_ascii_lowercase();
    let from_row = row
        .headers
        .iter()
        .any(|header| header.name == lower && !matches!(header.value, HeaderValue::Removed));
    let from_field = variant.header_fields().iter().any(|(_, name)| **name == lower);
    // Of an answer that is caught, the framework's own headers stay.
    let from_framework = row.keys.catches.iter().any(|key| key.what.is_of(status));
    if !from_row && !from_field && !from_framework {
        diag.error(
            row.span,
            format_args!("strict: a {status} owes the header `{owed}` (RFC 9110); add `{remedy}`"),
        );
    }
}

/// Messages are sentence case and short.
fn check_message(variant: &Variant, row: &Row, diag: &mut Diagnostics) {
    let ((Message::Declared(template), _) | (Message::Display, Display::Text(template))) =
        (&row.message, &variant.display)
    else {
        return;
    };
    let constant = constant_text(&template.source);
    let length = constant.chars().count();
    if length > LONGEST_MESSAGE {
        diag.error(
            template.span,
            format_args!("strict: the message has {length} characters of constant text; keep it to {LONGEST_MESSAGE}"),
        );
    }
    if let Some(word) = wrong_case(&template.source) {
        diag.error(
            template.span,
            format_args!("strict: messages are sentence case; `{word}` is not"),
        );
    }
}

/// The text without its placeholders.
fn constant_text(source: &str) -> String {
    let mut out = String::new();
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' if chars.peek() == Some(&c) => {
                chars.next();
                out.push(c);
            }
            '{' => while chars.next().is_some_and(|c| c != '}') {},
            c => out.push(c),
        }
    }
    out
}

/// The word that breaks sentence case: a first one in lower case, or a later
/// one that is capitalized although an ordinary word. Names, acronyms and
/// what follows a full stop cannot be told from a mistake, so only a text in
/// which every longer word is capitalized counts as title case.
fn wrong_case(source: &str) -> Option<String> {
    let first = source.chars().next()?;
    if first.is_lowercase() {
        return Some(source.split_whitespace().next()?.to_owned());
    }
    let mut words = source.split_whitespace();
    words.next();
    let (mut count, mut later) = (0, None);
    for word in words {
        if word.len() > 3 && find_letter(word, &|c| !c.is_alphabetic()).is_none() {
            if !is_capitalized(word) {
                return None;
            }
            count += 1;
            later = later.or(Some(word));
        }
    }
    if count > 1 { later.map(str::to_owned) } else { None }
}

fn is_capitalized(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.all(char::is_lowercase)
}

/// Codes fit the type's case and AIP-193.
fn check_code(model: &Model<'_>, row: &Row, diag: &mut Diagnostics) {
    let CodeKey::Text(code) = &row.code.value else { return };
    let at = row.code.place;
    // Prefix and suffix are the type's own, in whatever case.
    let name = row.code.made_from_name.as_ref().unwrap_or(code);
    let screaming = model.code_case == crate::case::Case::ScreamingSnake;
    if model.code_case.convert(name) != *name {
        let case = model.code_case.name();
        diag.error(at, format_args!("strict: the code `{code}` is not `{case}`"));
    } else if screaming && !fits_aip_193(code) && (name == code || !fits_aip_193(name)) {
        diag.error(
            at,
            format_args!(
                "strict: the code `{code}` does not match `[A-Z][A-Z0-9_]+[A-Z0-9]` (AIP-193)"
            ),
        );
    } else if code.len() > LONGEST_CODE {
        diag.error(
            at,
            format_args!(
                "strict: the code `{code}` is longer than {LONGEST_CODE} characters (AIP-193)"
            ),
        );
    }
}

fn fits_aip_193(code: &str) -> bool {
    let inner = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    match code.as_bytes() {
        [first, middle @ .., last] => {
            first.is_ascii_uppercase()
                && !middle.is_empty()
                && middle.iter().all(|b| inner(*b))
                && (last.is_ascii_uppercase() || last.is_ascii_digit())
        }
        _ => false,
    }
}
