//! The lists of `header(...)`, `detail(...)` and `member(...)`.

use super::item::{Form, Item};
use super::parse_with;
use super::parts::PartsKey;
use super::{constant, header};
use crate::diag::Diagnostics;
use crate::scan;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::TokenStreamExt;
use syn::LitStr;

/// A header that the row states, or takes away.
#[derive(Clone)]
pub(crate) struct HeaderKey {
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) value: HeaderKeyValue,
}

#[derive(Clone)]
pub(crate) enum HeaderKeyValue {
    /// `header("Name" = none)`
    Removed,
    /// `header("Name" = "value {field}")`
    Text(TokenStream),
    Challenge(PartsKey),
    Redirect(PartsKey),
}

impl HeaderKey {
    /// A challenge is the proxy's at a 407, which only the whole row tells.
    pub(crate) fn is_of(&mut self, status: Option<u16>) {
        if let (HeaderKeyValue::Challenge(_), Some(407)) = (&self.value, status) {
            "proxy-authenticate".clone_into(&mut self.name);
        }
    }

    pub(crate) fn is_redirect(&self) -> bool {
        matches!(self.value, HeaderKeyValue::Redirect(_))
    }

    /// Whether the removal is of this header. A challenge goes by either name:
    /// which one it has, the status decides.
    pub(crate) fn takes_away(&self, other: &Self) -> bool {
        let is_challenge = matches!(other.value, HeaderKeyValue::Challenge(_));
        self.name == other.name || (is_challenge && self.name == "proxy-authenticate")
    }

    pub(crate) fn is_removed(&self) -> bool {
        matches!(self.value, HeaderKeyValue::Removed)
    }
}

/// `"key" = expr` inside `detail(...)` and `member(...)`.
#[derive(Clone)]
pub(crate) struct EntryKey {
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) value: EntryValue,
}

#[derive(Clone)]
pub(crate) enum EntryValue {
    /// A text in quotes, perhaps with placeholders and arguments.
    Text(TokenStream),
    Expr(TokenStream),
    /// JSON's `null`, which is written although it is nothing.
    Null,
    /// A list of constants, as JSON.
    Constant(String),
    Object(Vec<EntryKey>),
}

pub(super) fn headers(item: &Item, diag: &mut Diagnostics) -> Vec<HeaderKey> {
    let mut headers = Vec::new();
    for (name, value) in assignments(item, diag) {
        let Some(checked) = header::check_name(&name, diag) else { continue };
        let value = if value.to_string() == "none" {
            HeaderKeyValue::Removed
        } else if begins_with_text(&value) {
            HeaderKeyValue::Text(value)
        } else {
            let at = scan::place_of(&value).unwrap_or(name.span().into());
            diag.error(
                at,
                "a header's value is a text in quotes, or `none`; fields stand in it as `{field}`",
            );
            continue;
        };
        headers.push(HeaderKey { name: checked, name_span: name.span(), value });
    }
    headers
}

pub(crate) fn begins_with_text(tokens: &TokenStream) -> bool {
    let first = scan::split_commas(tokens.clone()).into_iter().next().unwrap_or_default();
    parse_with::<LitStr>(scan::ungroup(first)).is_ok()
}

pub(super) fn entries(item: &Item, diag: &mut Diagnostics) -> Vec<EntryKey> {
    let mut entries = Vec::new();
    for (name, value) in assignments(item, diag) {
        entries.push(entry(&name, value, diag));
    }
    entries
}

fn entry(name: &LitStr, value: TokenStream, diag: &mut Diagnostics) -> EntryKey {
    let value = scan::ungroup(value);
    let value = match object(&value) {
        Some(inside) => {
            let mut members = Vec::new();
            for part in join_arguments(scan::split_commas(inside), ':') {
                if let Some((name, value)) = assignment(&part, ':', "`\"key\": value`", diag) {
                    members.push(entry(&name, value, diag));
                }
            }
            EntryValue::Object(members)
        }
        None if begins_with_text(&value) => EntryValue::Text(value),
        None if value.to_string() == "null" => EntryValue::Null,
        None => match constant::list(&value) {
            Some(json) => EntryValue::Constant(json),
            None => EntryValue::Expr(value),
        },
    };
    EntryKey { name: name.value(), name_span: name.span(), value }
}

/// The inside of `{ "a": … }`; a block of code begins otherwise.
fn object(value: &TokenStream) -> Option<TokenStream> {
    let mut trees = value.clone().into_iter();
    let (Some(TokenTree::Group(group)), None) = (trees.next(), trees.next()) else { return None };
    if group.delimiter() != Delimiter::Brace {
        return None;
    }
    let mut inside = group.stream().into_iter();
    match (inside.next(), inside.next()) {
        (None, _) => Some(TokenStream::new()),
        // With `=` it is an object all the same, which is then complained of.
        (Some(name), Some(TokenTree::Punct(sign))) if matches!(sign.as_char(), ':' | '=') => {
            // A name that `macro_rules!` has matched stands in a group.
            let name = scan::ungroup(name.into()).into_iter().next();
            matches!(name, Some(TokenTree::Literal(_))).then(|| group.stream())
        }
        _ => None,
    }
}

/// The `"name" = value` list of `header(...)`, `detail(...)`, `member(...)`.
fn assignments(item: &Item, diag: &mut Diagnostics) -> Vec<(LitStr, TokenStream)> {
    match &item.form {
        Form::Group(Delimiter::Parenthesis, tokens, _) if !tokens.is_empty() => {
            let mut found = Vec::new();
            for part in join_arguments(scan::split_commas(tokens.clone()), '=') {
                let example = format!("`\"name\" = value`, as in `{}`", item.entry.example);
                if let Some(pair) = assignment(&part, '=', &example, diag) {
                    found.push(pair);
                }
            }
            found
        }
        _ => {
            item.wrong_form(diag);
            Vec::new()
        }
    }
}

/// A part that begins with no `"name" =` belongs to the text before it, as an
/// argument. Behind any other value it stands alone, and is complained of.
fn join_arguments(parts: Vec<TokenStream>, sign: char) -> Vec<TokenStream> {
    let mut joined: Vec<TokenStream> = Vec::new();
    for part in parts {
        match joined.last_mut() {
            Some(last)
                if !assigns(&part, sign)
                    && (!assigns(last, sign) || begins_with_text(&value_of(last))) =>
            {
                let comma = proc_macro2::Punct::new(',', proc_macro2::Spacing::Alone);
                last.append(comma);
                last.extend(part);
            }
            _ => joined.push(part),
        }
    }
    joined
}

/// Whether the part begins as `"name" =` does.
fn assigns(part: &TokenStream, sign: char) -> bool {
    let mut trees = part.clone().into_iter();
    matches!(
        (trees.next(), trees.next()),
        (Some(TokenTree::Literal(_) | TokenTree::Group(_)), Some(TokenTree::Punct(p))) if p.as_char() == sign
    )
}

fn value_of(part: &TokenStream) -> TokenStream {
    let mut trees = part.clone().into_iter();
    trees.next();
    trees.next();
    scan::rest(trees)
}

fn assignment(
    part: &TokenStream,
    sign: char,
    example: &str,
    diag: &mut Diagnostics,
) -> Option<(LitStr, TokenStream)> {
    let mut trees = part.clone().into_iter();
    let name = trees.next().map(TokenStream::from).unwrap_or_default();
    let separator = trees.next();
    let value = scan::rest(trees);
    let name = parse_with::<LitStr>(scan::ungroup(name));
    match (name, separator) {
        (Ok(name), Some(TokenTree::Punct(punct)))
            if punct.as_char() == sign && !value.is_empty() =>
        {
            Some((name, value))
        }
        _ => {
            let at = scan::place_of(part).unwrap_or_else(|| Span::call_site().into());
            diag.error(at, format_args!("expected {example}"));
            None
        }
    }
}
