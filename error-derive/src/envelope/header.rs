//! Header names and values of an envelope, checked by RFC 9110's grammar.

use super::policy::skip_value;
use super::tokens::Tokens;
use crate::diag::Diagnostics;
use crate::parse::header::{check_value, is_token, token};
use crate::placeholder;
use proc_macro2::{Delimiter, Span};
use syn::LitStr;

/// A header with a constant value; the name is in lower case.
pub(super) struct Header {
    pub(super) name: String,
    pub(super) value: String,
}

/// `("Name" = "value")`, after the word `header`.
pub(super) fn parse(at: Span, tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<Header> {
    let parsed = pair(at, tokens, diag);
    if parsed.is_none() {
        skip_value(tokens);
    }
    parsed
}

fn pair(at: Span, tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<Header> {
    let wrong = |at, diag: &mut Diagnostics| {
        diag.error(at, "`header` takes a name and a value, as in `header(\"Name\" = \"value\")`");
        None
    };
    let Some(group) = tokens.eat_group(Delimiter::Parenthesis) else {
        return wrong(if tokens.is_end() { at } else { tokens.span() }, diag);
    };
    let mut inside = Tokens::of(&group);
    let Some(name) = inside.eat_text() else { return wrong(inside.span(), diag) };
    let name = header_name(&name, diag);
    if !inside.eat_punct('=') {
        return wrong(inside.span(), diag);
    }
    let Some(value) = inside.eat_text() else { return wrong(inside.span(), diag) };
    inside.eat_punct(',');
    if !inside.is_end() {
        return wrong(inside.span(), diag);
    }
    placeholder::check("a header of an envelope", &value, diag);
    let value = header_value(&value, diag);
    Some(Header { name: name?, value: value? })
}

fn header_name(lit: &LitStr, diag: &mut Diagnostics) -> Option<String> {
    let name = token(lit, diag)?;
    let whose = match name.as_str() {
        "content-type" => "is written as `content_type = \"…\"`",
        "retry-after" => "is written as `on 503 { retry_after = 10 }`",
        "content-length" | "transfer-encoding" => "is set by the server, from the body",
        _ => return Some(name),
    };
    diag.error(lit.span(), format_args!("`{name}` {whose}"));
    None
}

/// The text of a header's value.
fn header_value(lit: &LitStr, diag: &mut Diagnostics) -> Option<String> {
    let value = lit.value();
    check_value(&value, lit.span(), diag).then_some(value)
}

/// A media type, perhaps with parameters.
pub(super) fn media_type(lit: &LitStr, diag: &mut Diagnostics) -> Option<String> {
    let value = header_value(lit, diag)?;
    let essence = value.split(';').next().unwrap_or_default().trim_end();
    let is_media_type =
        essence.split_once('/').is_some_and(|(kind, sub)| is_token(kind) && is_token(sub));
    if !is_media_type {
        diag.error(
            lit.span(),
            format_args!("`{value}` is not a media type; write it as in `application/json`"),
        );
        return None;
    }
    Some(value)
}
