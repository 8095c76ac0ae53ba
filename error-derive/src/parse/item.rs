//! The items of `#[api(...)]`, before anything is known of their meaning.

use super::parse_with;
use crate::diag::{Diagnostics, Place, letters};
use crate::literal::Text;
use crate::scan;
use crate::spec::{self, Entry, Key, Level};
use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::Parse;
use syn::{Attribute, Meta, Path};

/// `key`, `key = value`, `key(...)` or `key { ... }`.
pub(crate) struct Item {
    pub(crate) entry: &'static Entry,
    pub(crate) name: Ident,
    pub(crate) form: Form,
    /// Where it stands.
    pub(crate) level: Level,
}

pub(crate) enum Form {
    Flag,
    Equals(Vec<TokenTree>),
    Group(Delimiter, TokenStream, Span),
}

impl Item {
    pub(crate) fn key(&self) -> Key {
        self.entry.key
    }

    pub(crate) fn span(&self) -> Span {
        self.name.span()
    }

    /// The place of the value, or of the key when there is none.
    pub(crate) fn value_place(&self) -> Place {
        match &self.form {
            Form::Flag => self.span().into(),
            Form::Equals(trees) => scan::place_of_trees(trees).unwrap_or(self.span().into()),
            Form::Group(_, _, span) => (*span).into(),
        }
    }

    /// Says how this key is written.
    pub(crate) fn wrong_form(&self, diag: &mut Diagnostics) {
        diag.error(
            self.span(),
            format_args!("`{}` is written as `{}`", self.name, self.entry.example),
        );
    }

    /// The item as a bare flag. With a value it is one all the same: what it
    /// allows is not complained of, too.
    pub(crate) fn flag(&self, diag: &mut Diagnostics) -> Span {
        if !matches!(self.form, Form::Flag) {
            diag.error(
                self.value_place(),
                format_args!("`{}` is a flag and takes no value", self.name),
            );
        }
        self.span()
    }

    /// The tokens after `=`.
    pub(crate) fn equals(&self, diag: &mut Diagnostics) -> Option<&[TokenTree]> {
        match &self.form {
            Form::Equals(trees) if !trees.is_empty() => Some(trees),
            _ => {
                self.wrong_form(diag);
                None
            }
        }
    }

    /// The value after `=`, in this grammar; all of it must be used up.
    pub(crate) fn value<T: Parse>(&self, what: &str, diag: &mut Diagnostics) -> Option<T> {
        let trees = self.equals(diag)?;
        parse_all(trees, what, &self.name, self.entry.example, diag)
    }

    /// The value after `=`, which is a path: nobody needs more than its tokens.
    pub(crate) fn path(&self, what: &str, diag: &mut Diagnostics) -> Option<TokenStream> {
        Some(self.value::<Path>(what, diag)?.into_token_stream())
    }

    /// The value after `=`, which is a text.
    pub(crate) fn text(&self, what: &str, diag: &mut Diagnostics) -> Option<Text> {
        let trees = self.equals(diag)?;
        let text = Text::of(trees);
        if text.is_none() {
            refuse(trees, what, &self.name, self.entry.example, diag);
        }
        text
    }
}

/// Parses all of the tokens, or complains in our words at the wrong value.
pub(crate) fn parse_all<T: Parse>(
    trees: &[TokenTree],
    what: &str,
    name: &dyn std::fmt::Display,
    example: &str,
    diag: &mut Diagnostics,
) -> Option<T> {
    let tokens = TokenStream::from_iter(scan::ungroup_trees(trees.to_vec()));
    let value = parse_with::<T>(tokens).ok();
    if value.is_none() {
        refuse(trees, what, name, example, diag);
    }
    value
}

fn refuse(
    trees: &[TokenTree],
    what: &str,
    name: &dyn std::fmt::Display,
    example: &str,
    diag: &mut Diagnostics,
) {
    let at = scan::place_of_trees(trees).unwrap_or_else(|| Span::call_site().into());
    diag.error(at, format_args!("`{name}` takes {what}, as in `{example}`"));
}

/// All items of one attribute that are known at this level; the others are
/// complained of.
pub(crate) fn parse_items(attr: &Attribute, level: Level, diag: &mut Diagnostics) -> Vec<Item> {
    let parts = read_items(attr, diag);
    parse_parts(&parts, attr, level, diag)
}

/// The items of one attribute, as tokens.
pub(crate) fn read_items(attr: &Attribute, diag: &mut Diagnostics) -> Vec<Vec<TokenTree>> {
    match &attr.meta {
        Meta::List(list) if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) => {
            items_of(&list.tokens, diag)
        }
        meta => {
            let path = meta.path();
            diag.error(
                path.segments[0].ident.span(),
                "`api` takes a list in parentheses, as in `#[api(status = 404)]`",
            );
            Vec::new()
        }
    }
}

/// Those of these items that are known at this level.
pub(crate) fn parse_parts(
    parts: &[Vec<TokenTree>],
    attr: &Attribute,
    level: Level,
    diag: &mut Diagnostics,
) -> Vec<Item> {
    let at = attr.path().segments[0].ident.span();
    let mut items = Vec::with_capacity(parts.len());
    for part in parts {
        if let Some(item) = parse_item(part, at, level, diag) {
            items.push(item);
        }
    }
    items
}

/// The items of a list, of which none may be empty, told apart by commas,
/// forgotten ones among them.
pub(crate) fn items_of(tokens: &TokenStream, diag: &mut Diagnostics) -> Vec<Vec<TokenTree>> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    check_empty_items(&trees, diag);
    let mut items = Vec::new();
    for part in scan::split_trees(trees) {
        if !part.is_empty() {
            split_forgotten_comma(part, &mut items, diag);
        }
    }
    items
}

fn check_empty_items(trees: &[TokenTree], diag: &mut Diagnostics) {
    let mut after_comma = true;
    for tree in trees {
        let comma = matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ',');
        if comma && after_comma {
            diag.error(tree.span(), "expected an `api` key, found `,`");
        }
        after_comma = comma;
    }
}

/// `status = 404 code = "X"`: a literal or a name ends the value, so whatever
/// word follows it begins another item.
fn split_forgotten_comma(
    part: Vec<TokenTree>,
    items: &mut Vec<Vec<TokenTree>>,
    diag: &mut Diagnostics,
) {
    let mut item = Vec::with_capacity(part.len());
    let mut is_first = true;
    let mut after_operand = false;
    let mut in_guard = false;
    for tree in part {
        let word = matches!(tree, TokenTree::Ident(_));
        // What stands in a guard, rustc reads.
        in_guard |= word && is_first && is_if(&tree) && begins_guard(&item);
        if word && after_operand && !in_guard {
            diag.error(tree.span(), format_args!("expected `,` before `{tree}`"));
            items.push(std::mem::take(&mut item));
            is_first = false;
        }
        after_operand = !matches!(tree, TokenTree::Punct(_));
        item.push(tree);
    }
    items.push(item);
}

fn is_if(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Ident(word) if word == "if")
}

/// `when(…)` or `when { … }`: a guard may follow.
fn begins_guard(before: &[TokenTree]) -> bool {
    matches!(before, [TokenTree::Ident(word), TokenTree::Group(_)] if word == "when")
}

/// The first word, with what it is joined to by `-` as in other formats, taken
/// off the tokens.
fn take_name(trees: &mut &[TokenTree]) -> Option<(Ident, String, Place)> {
    let [TokenTree::Ident(name), rest @ ..] = *trees else { return None };
    *trees = rest;
    let (mut word, mut last) = (name.to_string(), name.span());
    while let [TokenTree::Punct(dash), TokenTree::Ident(next), rest @ ..] = *trees {
        if dash.as_char() != '-' {
            break;
        }
        word = format!("{word}-{next}");
        last = next.span();
        *trees = rest;
    }
    Some((name.clone(), word, Place::new(name.span(), last)))
}

/// The key of this name. One with `-` in it is known by its name with `_`, and
/// complained of.
fn find_key(
    word: &str,
    place: Place,
    level: Level,
    diag: &mut Diagnostics,
) -> Option<&'static Entry> {
    if !word.contains('-') {
        return match spec::look_up(word, level) {
            Ok(entry) => Some(entry),
            Err(spec::Unknown { message, meant }) => {
                diag.settle(place, message);
                meant
            }
        };
    }
    let known = letters(word, &|c| Some(if c == '-' { '_' } else { c }));
    match spec::look_up(&known, level) {
        Ok(entry) => {
            let text =
                format!("unknown `api` key `{word}` on {}; did you mean `{known}`?", level.one());
            diag.settle(place, text);
            Some(entry)
        }
        Err(spec::Unknown { message, meant }) => {
            diag.settle(place, message.replacen(known.as_str(), word, 1));
            meant
        }
    }
}

/// Reads one item; `at` is where one without any tokens would be.
pub(crate) fn parse_item(
    part: &[TokenTree],
    at: Span,
    level: Level,
    diag: &mut Diagnostics,
) -> Option<Item> {
    let mut rest = part;
    let Some((name, word, place)) = take_name(&mut rest) else {
        let at = match rest {
            [first, ..] => first.span(),
            [] => at,
        };
        diag.error(at, "expected an `api` key, as in `status = 404`");
        return None;
    };
    let entry = find_key(&word, place, level, diag)?;
    let form = match rest {
        [] => Form::Flag,
        [TokenTree::Punct(punct), value @ ..] if punct.as_char() == '=' => {
            // `=>` and `==`
            if let [TokenTree::Punct(second), ..] = value {
                if punct.spacing() == Spacing::Joint && matches!(second.as_char(), '>' | '=') {
                    let place = Place::new(punct.span(), second.span());
                    diag.error(place, format_args!("`{name}` is written as `{}`", entry.example));
                    return None;
                }
            }
            if value.is_empty() {
                diag.error(
                    punct.span(),
                    format_args!("`{name}` has no value; write `{}`", entry.example),
                );
                return None;
            }
            rest = &[];
            Form::Equals(value.to_vec())
        }
        [TokenTree::Group(group), after @ ..] if group.delimiter() != Delimiter::None => {
            rest = after;
            let mut tokens = group.stream();
            // A guard behind the pattern is one inside it.
            if let ([word, condition @ ..], Key::When) = (after, entry.key) {
                if is_if(word) {
                    if tokens.clone().into_iter().any(|tree| is_if(&tree)) {
                        diag.error(word.span(), "a pattern has one guard; join the two with `&&`");
                        return None;
                    }
                    if condition.is_empty() {
                        diag.error(word.span(), "`if` has no condition after it");
                        return None;
                    }
                    tokens.extend(scan::stream(after));
                    rest = &[];
                }
            }
            Form::Group(group.delimiter(), tokens, group.span())
        }
        [other, ..] => {
            diag.error(other.span(), format_args!("`{name}` is written as `{}`", entry.example));
            return None;
        }
    };
    if let [extra, ..] = rest {
        diag.error(extra.span(), format_args!("expected `,`, found `{extra}`"));
    }
    Some(Item { entry, name, form, level })
}
