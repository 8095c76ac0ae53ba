//! The named parts of `challenge(...)` and `redirect(...)`: a first value, then
//! `name = value`, as tokens.

use super::entries::{HeaderKey, HeaderKeyValue, begins_with_text};
use super::header::is_token;
use super::item::{Form, Item};
use super::parse_with;
use crate::diag::{Diagnostics, first_set_at};
use crate::lists;
use crate::names::unraw;
use crate::scan;
use proc_macro2::{Delimiter, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::TokenStreamExt;
use syn::LitStr;

/// What stands between the parentheses.
#[derive(Clone)]
pub(crate) struct PartsKey {
    /// The scheme of a challenge, the target of a redirect.
    pub(crate) first: TokenStream,
    pub(crate) parts: Vec<PartKey>,
}

/// `name = value`
#[derive(Clone)]
pub(crate) struct PartKey {
    pub(crate) name: String,
    name_span: Span,
    pub(crate) value: TokenStream,
}

/// `challenge("Bearer", realm = "api", scope = .scope, error = code)`
pub(super) fn challenge(item: &Item, diag: &mut Diagnostics) -> Option<HeaderKey> {
    let key = named_parts(item, "its scheme in quotes", false, diag)?;
    match parse_with::<LitStr>(key.first.clone()) {
        Ok(scheme) if is_token(&scheme.value()) => {}
        Ok(scheme) => {
            let text = scheme.value();
            diag.error(
                scheme.span(),
                format_args!("`{text}` is no scheme; use letters, digits and `-`"),
            );
        }
        Err(_) => {
            let at = scan::place_of(&key.first).unwrap_or(item.span().into());
            diag.error(at, begins_with(item, "its scheme in quotes"));
        }
    }
    for part in &key.parts {
        let name = &part.name;
        if !name.is_empty() && !is_token(name) {
            diag.error(
                part.name_span,
                format_args!("`{name}` cannot name a part; use letters, digits, `-` and `_`"),
            );
        }
    }
    check_names(&key.parts, &str::eq_ignore_ascii_case, diag);
    // At a 407 it is the proxy's, which the row's status tells.
    let name = "www-authenticate".to_owned();
    Some(HeaderKey { name, name_span: item.span(), value: HeaderKeyValue::Challenge(key) })
}

/// `redirect(.uri, error = code, state = .state)`
pub(super) fn redirect(item: &Item, diag: &mut Diagnostics) -> Option<HeaderKey> {
    let key = named_parts(item, "its target", true, diag)?;
    check_names(&key.parts, &|one, other| one == other, diag);
    let name = "location".to_owned();
    Some(HeaderKey { name, name_span: item.span(), value: HeaderKeyValue::Redirect(key) })
}

fn begins_with(item: &Item, first: &str) -> String {
    format!("`{}` begins with {first}, as in `{}`", item.name, item.entry.example)
}

fn check_names(parts: &[PartKey], same: &dyn Fn(&str, &str) -> bool, diag: &mut Diagnostics) {
    for (at, part) in parts.iter().enumerate() {
        if part.name.is_empty() {
            diag.error(part.name_span, "the name of a part cannot be empty");
            continue;
        }
        if let Some(first) = lists::find(&parts[..at], &|known| same(&known.name, &part.name)) {
            let first = first_set_at(first.name_span);
            let name = &part.name;
            diag.error(part.name_span, format_args!("the part `{name}` is set twice{first}"));
        }
    }
}

/// `what` begins the list, as a text with arguments or as something else.
fn named_parts(
    item: &Item,
    what: &str,
    takes_arguments: bool,
    diag: &mut Diagnostics,
) -> Option<PartsKey> {
    let Form::Group(Delimiter::Parenthesis, tokens, _) = &item.form else {
        item.wrong_form(diag);
        return None;
    };
    let mut given = scan::split_commas(tokens.clone()).into_iter();
    let Some(first) = given.next() else {
        item.wrong_form(diag);
        return None;
    };
    if first.is_empty() || name_of(&first).is_some() {
        let at = scan::place_of(&first).unwrap_or(item.span().into());
        diag.error(at, begins_with(item, what));
        return None;
    }
    let mut key = PartsKey { first: scan::ungroup(first), parts: Vec::new() };
    for part in given {
        if let Some((name, name_span, value)) = name_of(&part) {
            let value = scan::ungroup(value);
            key.parts.push(PartKey { name, name_span, value });
            continue;
        }
        // Behind a text it is an argument of that text.
        let before = match key.parts.last_mut() {
            Some(part) => Some(&mut part.value),
            None if takes_arguments => Some(&mut key.first),
            None => None,
        };
        match before {
            Some(before) if begins_with_text(before) && !part.is_empty() => {
                before.append(Punct::new(',', Spacing::Alone));
                before.extend(part);
            }
            _ => {
                let at = scan::place_of(&part).unwrap_or(item.span().into());
                let example = item.entry.example;
                diag.error(at, format_args!("expected `name = value`, as in `{example}`"));
            }
        }
    }
    Some(key)
}

/// `name = value`, the name as a word or in quotes.
fn name_of(part: &TokenStream) -> Option<(String, Span, TokenStream)> {
    let mut trees = part.clone().into_iter();
    let name = scan::ungroup(trees.next()?.into());
    let TokenTree::Punct(equals) = trees.next()? else { return None };
    let value = scan::rest(trees);
    let compares =
        |tree: TokenTree| matches!(tree, TokenTree::Punct(p) if matches!(p.as_char(), '=' | '>'));
    if equals.as_char() != '=' || value.clone().into_iter().next().is_none_or(compares) {
        return None;
    }
    let first = name.clone().into_iter().next()?;
    let text = match &first {
        TokenTree::Ident(word) => unraw(word),
        _ => parse_with::<LitStr>(name).ok()?.value(),
    };
    Some((text, first.span(), value))
}
