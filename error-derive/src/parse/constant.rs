//! Lists of constants, which JSON allows to be of mixed types, and empty.

use super::parse_with;
use crate::diag::Diagnostics;
use crate::envelope::json;
use crate::scan;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{Lit, LitStr};

/// The JSON of a list `[…]` that holds nothing but constants.
pub(super) fn list(tokens: &TokenStream) -> Option<String> {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Bracket => {
            constant(tokens.clone())
        }
        _ => None,
    }
}

fn constant(tokens: TokenStream) -> Option<String> {
    let tokens = scan::ungroup(tokens);
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    match trees.as_slice() {
        [TokenTree::Group(group)] => {
            let is_object = match group.delimiter() {
                Delimiter::Bracket => false,
                Delimiter::Brace => true,
                _ => return None,
            };
            let mut items = Vec::new();
            for part in scan::split_commas(group.stream()) {
                if part.is_empty() {
                    continue;
                }
                items.push(if is_object { member(part)? } else { constant(part)? });
            }
            Some(if is_object { json::object(&items) } else { json::array(&items) })
        }
        [TokenTree::Ident(word)] => {
            let word = word.to_string();
            matches!(word.as_str(), "true" | "false" | "null").then_some(word)
        }
        [TokenTree::Punct(minus), number] if minus.as_char() == '-' => {
            literal(&number.clone().into(), true)
        }
        [_] => literal(&tokens, false),
        _ => None,
    }
}

/// `"name": value`
fn member(tokens: TokenStream) -> Option<String> {
    let mut trees = tokens.into_iter();
    let name: LitStr = parse_with(scan::ungroup(trees.next()?.into())).ok()?;
    match trees.next()? {
        TokenTree::Punct(colon) if colon.as_char() == ':' => {
            Some(json::member(&name.value(), &constant(scan::rest(trees))?))
        }
        _ => None,
    }
}

fn literal(tokens: &TokenStream, negative: bool) -> Option<String> {
    let lit: Lit = parse_with(tokens.clone()).ok()?;
    // A text with a placeholder is none.
    if matches!(&lit, Lit::Str(text) if text.value().contains(['{', '}'])) {
        return None;
    }
    let mut silent = Diagnostics::new();
    let json = json::literal(&lit, negative.then(|| lit.span()), &mut silent);
    silent.finish();
    json
}
