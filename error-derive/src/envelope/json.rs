//! Constants as JSON text, byte for byte as `serde_json` writes them.

use crate::diag::{Diagnostics, join, texts};
use proc_macro2::Span;
use std::fmt::Write;
use syn::{Lit, LitFloat, LitInt};

/// `text` as a JSON string, with its quotes.
pub(crate) fn string(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            c if c < ' ' => {
                // Writing to a `String` cannot fail.
                let _ = write!(json, "\\u{:04x}", u32::from(c));
            }
            c => json.push(c),
        }
    }
    json.push('"');
    json
}

/// The constants between the brackets of an array.
pub(crate) fn array(items: &[String]) -> String {
    format!("[{}]", join(&texts(items), ","))
}

/// The constants between the braces of an object.
pub(crate) fn object(members: &[String]) -> String {
    format!("{{{}}}", join(&texts(members), ","))
}

/// A member of an object.
pub(crate) fn member(name: &str, value: &str) -> String {
    format!("{}:{value}", string(name))
}

/// A literal as JSON; `minus` is the place of the sign before it.
pub(crate) fn literal(lit: &Lit, minus: Option<Span>, diag: &mut Diagnostics) -> Option<String> {
    if let Some(suffix) = suffix(lit) {
        diag.error(lit.span(), format_args!("a JSON literal has no suffix; remove `{suffix}`"));
        return None;
    }
    match (lit, minus) {
        (Lit::Int(int), _) => integer(int, minus.is_some(), diag),
        (Lit::Float(float), _) => number(float, minus.is_some(), diag),
        (_, Some(minus)) => {
            diag.error(minus, "`-` stands before numbers only");
            None
        }
        (Lit::Str(text), None) => Some(string(&text.value())),
        (Lit::Char(_), None) => not_json(lit, "a character", diag),
        (Lit::Byte(_) | Lit::ByteStr(_) | Lit::CStr(_), None) => not_json(lit, "bytes", diag),
        _ => not_json(lit, "this", diag),
    }
}

fn not_json(lit: &Lit, what: &str, diag: &mut Diagnostics) -> Option<String> {
    diag.error(lit.span(), format_args!("JSON has no literal for {what}; write a text, `\"…\"`"));
    None
}

fn suffix(lit: &Lit) -> Option<&str> {
    let suffix = match lit {
        Lit::Str(lit) => lit.suffix(),
        Lit::Int(lit) => lit.suffix(),
        Lit::Float(lit) => lit.suffix(),
        _ => "",
    };
    (!suffix.is_empty()).then_some(suffix)
}

fn integer(lit: &LitInt, negative: bool, diag: &mut Diagnostics) -> Option<String> {
    let value = lit.base10_parse::<i128>().ok().map(|value| if negative { -value } else { value });
    match value {
        Some(value) if value >= i128::from(i64::MIN) && value <= i128::from(u64::MAX) => {
            Some(value.to_string())
        }
        _ => {
            diag.error(lit.span(), "this integer does not fit into 64 bits; write a text, `\"…\"`");
            None
        }
    }
}

fn number(lit: &LitFloat, negative: bool, diag: &mut Diagnostics) -> Option<String> {
    let value = lit.base10_parse::<f64>().ok().filter(|value| value.is_finite());
    let Some(value) = value else {
        diag.error(lit.span(), "this is not a finite number, and JSON has no other");
        return None;
    };
    let value = if negative { -value } else { value };
    // `serde_json` turns to exponents one place later than `Debug` does, and
    // gives a positive one its sign.
    if (1e-5..1e-4).contains(&value.abs()) {
        return Some(value.to_string());
    }
    let text = format!("{value:?}");
    Some(match text.split_once('e') {
        Some((digits, exponent)) if !exponent.starts_with('-') => format!("{digits}e+{exponent}"),
        _ => text,
    })
}
