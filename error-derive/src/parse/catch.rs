//! `catch = 404`, `catch("panic", "5xx")`: what a variant stands for that the
//! framework would answer itself.

use super::item::{Form, Item, items_of};
use super::status;
use crate::diag::{Diagnostics, Place, did_you_mean, list, meaning, words};
use crate::lists;
use crate::literal::Text;
use crate::scan;
use proc_macro2::{Delimiter, TokenTree};

/// One thing that is caught.
#[derive(Clone)]
pub(crate) struct CatchKey {
    pub(crate) what: Catch,
    pub(crate) place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Catch {
    Panic,
    Timeout,
    Status(u16),
    /// `"4xx"`, by its first digit.
    Class(u16),
    /// What nothing else catches.
    Any,
}

const WORDS: &[(&str, Catch)] = &[
    ("panic", Catch::Panic),
    ("timeout", Catch::Timeout),
    ("4xx", Catch::Class(4)),
    ("5xx", Catch::Class(5)),
];

impl Catch {
    /// Whether an answer of the framework's with this status may be meant.
    pub(crate) fn is_of(self, status: u16) -> bool {
        match self {
            Self::Status(caught) => caught == status,
            Self::Class(class) => class == status / 100,
            Self::Any => true,
            Self::Panic | Self::Timeout => false,
        }
    }

    /// As it is written.
    pub(crate) fn text(self) -> String {
        match self {
            Self::Status(status) => status.to_string(),
            Self::Any => "catch".to_owned(),
            word => {
                let known = lists::find(WORDS, &|(_, what)| *what == word);
                known.map_or_else(String::new, |(word, _)| format!("\"{word}\""))
            }
        }
    }
}

pub(super) fn parse(item: &Item, diag: &mut Diagnostics) -> Vec<CatchKey> {
    match &item.form {
        Form::Flag => vec![CatchKey { what: Catch::Any, place: item.span().into() }],
        Form::Equals(trees) if !trees.is_empty() => {
            one(item, trees, diag).map_or_else(Vec::new, |key| vec![key])
        }
        Form::Group(Delimiter::Parenthesis, tokens, _) if !tokens.is_empty() => {
            let mut keys = Vec::new();
            for part in &items_of(tokens, diag) {
                if let Some(key) = one(item, part, diag) {
                    keys.push(key);
                }
            }
            keys
        }
        _ => {
            item.wrong_form(diag);
            Vec::new()
        }
    }
}

fn one(item: &Item, trees: &[TokenTree], diag: &mut Diagnostics) -> Option<CatchKey> {
    let place = scan::place_of_trees(trees).unwrap_or(item.span().into());
    let what = match Text::of(trees) {
        Some(word) => by_word(&word, diag)?,
        None => by_status(&scan::ungroup_trees(trees.to_vec()), place, diag)?,
    };
    Some(CatchKey { what, place })
}

fn by_word(word: &Text, diag: &mut Diagnostics) -> Option<Catch> {
    let text = &word.value;
    let known = meaning(WORDS, text);
    if known.is_none() {
        let names = words(WORDS);
        diag.error(
            word.span,
            format_args!(
                "`catch` takes statuses and the words {}, not `{text}`{}",
                list(&names, "and"),
                did_you_mean(text, &names)
            ),
        );
    }
    known.copied()
}

fn by_status(trees: &[TokenTree], place: Place, diag: &mut Diagnostics) -> Option<Catch> {
    let status = status::read("catch", trees, place, diag)?;
    if !(400..=599).contains(&status) {
        diag.error(
            place,
            format_args!(
                "`{status}` is no error; a framework's answers are caught from 400 to 599"
            ),
        );
        return None;
    }
    Some(Catch::Status(status))
}
