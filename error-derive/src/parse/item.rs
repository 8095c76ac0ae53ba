//! The items of `#[api(...)]`, before anything is known of their meaning.

use crate::diag::{Diagnostics, Place, first_set_at};
use crate::scan;
use crate::spec::{self, Entry, Key, Level};
use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};
use std::iter::Peekable;
use syn::parse::Parse;
use syn::{Attribute, Meta};

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
    Equals(TokenStream),
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
            Form::Equals(tokens) => scan::place_of(tokens).unwrap_or(self.span().into()),
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
    pub(crate) fn equals(&self, diag: &mut Diagnostics) -> Option<&TokenStream> {
        match &self.form {
            Form::Equals(tokens) if !tokens.is_empty() => Some(tokens),
            _ => {
                self.wrong_form(diag);
                None
            }
        }
    }

    /// The value after `=`, in this grammar; all of it must be used up.
    pub(crate) fn value<T: Parse>(&self, what: &str, diag: &mut Diagnostics) -> Option<T> {
        let tokens = self.equals(diag)?;
        parse_all(tokens, what, &self.name, self.entry.example, diag)
    }
}

/// Parses all of `tokens`, or complains in our words at the first wrong token.
pub(crate) fn parse_all<T: Parse>(
    tokens: &TokenStream,
    what: &str,
    name: &dyn std::fmt::Display,
    example: &str,
    diag: &mut Diagnostics,
) -> Option<T> {
    match syn::parse2::<T>(scan::ungroup(tokens.clone())) {
        Ok(value) => Some(value),
        Err(_) => {
            let at = scan::place_of(tokens).unwrap_or_else(|| Span::call_site().into());
            diag.error(at, format_args!("`{name}` takes {what}, as in `{example}`"));
            None
        }
    }
}

/// All items of one attribute that are known at this level; the others are
/// complained of.
pub(crate) fn parse_items(attr: &Attribute, level: Level, diag: &mut Diagnostics) -> Vec<Item> {
    let tokens = match &attr.meta {
        Meta::List(list) if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) => {
            list.tokens.clone()
        }
        meta => {
            let path = meta.path();
            diag.error(
                path.segments[0].ident.span(),
                "`api` takes a list in parentheses, as in `#[api(status = 404)]`",
            );
            return Vec::new();
        }
    };
    let at = attr.path().segments[0].ident.span();
    items_of(&tokens, diag)
        .into_iter()
        .filter_map(|part| parse_item(part, at, level, diag))
        .collect()
}

/// The items of a list, of which none may be empty.
pub(crate) fn items_of(tokens: &TokenStream, diag: &mut Diagnostics) -> Vec<TokenStream> {
    check_empty_items(tokens, diag);
    split_items(tokens.clone(), diag)
}

/// The items of a list, told apart by commas, forgotten ones among them.
pub(crate) fn split_items(tokens: TokenStream, diag: &mut Diagnostics) -> Vec<TokenStream> {
    scan::split_commas(tokens)
        .into_iter()
        .filter(|part| !part.is_empty())
        .flat_map(|part| split_forgotten_comma(part, diag))
        .collect()
}

fn check_empty_items(tokens: &TokenStream, diag: &mut Diagnostics) {
    let mut after_comma = true;
    for tree in tokens.clone() {
        let comma = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ',');
        if comma && after_comma {
            diag.error(tree.span(), "expected an `api` key, found `,`");
        }
        after_comma = comma;
    }
}

/// `status = 404 code = "X"`: a literal or a name ends the value, so whatever
/// word follows it begins another item.
fn split_forgotten_comma(part: TokenStream, diag: &mut Diagnostics) -> Vec<TokenStream> {
    let mut items = vec![Vec::new()];
    let mut after_operand = false;
    let mut in_guard = false;
    for tree in part {
        let word = matches!(tree, TokenTree::Ident(_));
        // What stands in a guard, rustc reads.
        in_guard |= is_if(&tree) && matches!(items.as_slice(), [only] if begins_guard(only));
        if word && after_operand && !in_guard {
            diag.error(tree.span(), format_args!("expected `,` before `{tree}`"));
            items.push(Vec::new());
        }
        after_operand = !matches!(tree, TokenTree::Punct(_));
        items.last_mut().expect("starts with one").push(tree);
    }
    items.into_iter().map(|item| item.into_iter().collect()).collect()
}

fn is_if(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Ident(word) if word == "if")
}

/// `when(…)` or `when { … }`: a guard may follow.
fn begins_guard(before: &[TokenTree]) -> bool {
    matches!(before, [TokenTree::Ident(word), TokenTree::Group(_)] if word == "when")
}

/// The first word, with what it is joined to by `-` as in other formats.
fn take_name(trees: &mut Peekable<IntoIter>) -> Option<(Ident, Option<String>, Place)> {
    let Some(TokenTree::Ident(name)) = trees.next_if(|tree| matches!(tree, TokenTree::Ident(_)))
    else {
        return None;
    };
    let (mut dashed, mut last) = (name.to_string(), name.span());
    loop {
        let mut ahead = trees.clone();
        let (Some(TokenTree::Punct(dash)), Some(TokenTree::Ident(next))) =
            (ahead.next(), ahead.next())
        else {
            break;
        };
        if dash.as_char() != '-' {
            break;
        }
        dashed = format!("{dashed}-{next}");
        last = next.span();
        *trees = ahead;
    }
    let place = Place::new(name.span(), last);
    let dashed = dashed.contains('-').then_some(dashed);
    Some((name, dashed, place))
}

/// The key of this name. One with `-` in it is known by its name with `_`, and
/// complained of.
fn find_key(
    name: &Ident,
    dashed: Option<String>,
    place: Place,
    level: Level,
    diag: &mut Diagnostics,
) -> Option<&'static Entry> {
    let Some(dashed) = dashed else {
        return match spec::look_up(&name.to_string(), level) {
            Ok(entry) => Some(entry),
            Err(spec::Unknown { message, meant }) => {
                diag.settle(name.span(), message);
                meant
            }
        };
    };
    let known = dashed.replace('-', "_");
    match spec::look_up(&known, level) {
        Ok(entry) => {
            let text =
                format!("unknown `api` key `{dashed}` on {}; did you mean `{known}`?", level.one());
            diag.settle(place, text);
            Some(entry)
        }
        Err(spec::Unknown { message, meant }) => {
            diag.settle(place, message.replacen(&known, &dashed, 1));
            meant
        }
    }
}

/// Reads one item; `at` is where one without any tokens would be.
pub(crate) fn parse_item(
    part: TokenStream,
    at: Span,
    level: Level,
    diag: &mut Diagnostics,
) -> Option<Item> {
    let mut trees = part.into_iter().peekable();
    let Some((name, dashed, place)) = take_name(&mut trees) else {
        let other = trees.next();
        let at = other.map_or(at, |tree| tree.span());
        diag.error(at, "expected an `api` key, as in `status = 404`");
        return None;
    };
    let entry = find_key(&name, dashed, place, level, diag)?;
    let form = match trees.next() {
        None => Form::Flag,
        Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => {
            let value: TokenStream = trees.by_ref().collect();
            // `=>` and `==`
            if let Some(TokenTree::Punct(second)) = value.clone().into_iter().next() {
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
            Form::Equals(value)
        }
        Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::None => {
            let mut tokens = group.stream();
            // A guard behind the pattern is one inside it.
            if let Some(word) = trees.next_if(|tree| entry.key == Key::When && is_if(tree)) {
                if tokens.clone().into_iter().any(|tree| is_if(&tree)) {
                    diag.error(word.span(), "a pattern has one guard; join the two with `&&`");
                    return None;
                }
                if trees.peek().is_none() {
                    diag.error(word.span(), "`if` has no condition after it");
                    return None;
                }
                tokens.extend(std::iter::once(word).chain(trees.by_ref()));
            }
            Form::Group(group.delimiter(), tokens, group.span())
        }
        Some(other) => {
            diag.error(other.span(), format_args!("`{name}` is written as `{}`", entry.example));
            return None;
        }
    };
    if let Some(extra) = trees.next() {
        diag.error(extra.span(), format_args!("expected `,`, found `{extra}`"));
    }
    Some(Item { entry, name, form, level })
}

/// A value that may be set once.
#[derive(Clone)]
pub(crate) struct Once<T> {
    name: &'static str,
    set: Option<(Span, T)>,
    /// Another face says it.
    inherited: bool,
}

impl<T> Once<T> {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, set: None, inherited: false }
    }

    /// Sets it, or complains that it was set before.
    pub(crate) fn set(&mut self, at: Span, value: T, diag: &mut Diagnostics) {
        self.set_as(self.name, at, value, diag);
    }

    /// The same for one of several words with one place.
    pub(crate) fn set_as(&mut self, name: &str, at: Span, value: T, diag: &mut Diagnostics) {
        match &self.set {
            None => self.set = Some((at, value)),
            Some((first, _)) => {
                let first = first_set_at(*first);
                diag.error(at, format_args!("`{name}` is set twice{first}"));
            }
        }
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.set.as_ref().map(|(_, value)| value)
    }

    pub(crate) fn span(&self) -> Option<Span> {
        self.set.as_ref().map(|(span, _)| *span)
    }

    /// Where this face itself says it: what it takes from the first one may
    /// have no effect here.
    pub(crate) fn own_span(&self) -> Option<Span> {
        self.span().filter(|_| !self.inherited)
    }

    pub(crate) fn is_set(&self) -> bool {
        self.set.is_some()
    }
}

impl<T: Clone> Once<T> {
    /// The same, as another face takes it over.
    pub(crate) fn inherit(&self) -> Self {
        Self { inherited: true, ..self.clone() }
    }
}
