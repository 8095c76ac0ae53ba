//! The keys that only the type itself can have.

use super::item::{Form, Item, parse_all};
use super::once::Once;
use super::read_all;
use crate::case::Case;
use crate::diag::{Diagnostics, did_you_mean, join, meaning, words};
use crate::frameworks;
use crate::names::Krate;
use crate::quoted::tokens;
use crate::scan;
use crate::spec::Key;
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{LitStr, Path, Token, WherePredicate};

#[derive(Clone)]
pub(crate) struct ContainerKeys {
    pub(crate) adapters: Vec<Adapter>,
    pub(crate) code_case: Once<Case>,
    pub(crate) code_prefix: Once<String>,
    pub(crate) code_suffix: Once<String>,
    pub(crate) strict: Once<()>,
    pub(crate) krate: Once<Krate>,
    pub(crate) bound: Once<Vec<TokenStream>>,
}

/// One adapter that the user asks for.
#[derive(Clone)]
pub(crate) enum Adapter {
    /// One of ours, by its flag, with the path to its framework.
    Ours { macro_name: String, framework: TokenStream },
    /// Anybody's.
    Macro(TokenStream),
}

impl ContainerKeys {
    pub(crate) fn new() -> Self {
        Self {
            adapters: Vec::new(),
            code_case: Once::new("code_case"),
            code_prefix: Once::new("code_prefix"),
            code_suffix: Once::new("code_suffix"),
            strict: Once::new("strict"),
            krate: Once::new("crate"),
            bound: Once::new("bound"),
        }
    }

    /// Takes the item if it is one of these keys.
    pub(crate) fn apply(&mut self, item: &Item, diag: &mut Diagnostics) -> bool {
        let span = item.span();
        match item.key() {
            Key::Framework => {
                let adapter = framework(item, diag);
                self.adapt(item, adapter, diag);
            }
            Key::Adapter => {
                let path = item.path("the path of a macro, without `!`", diag);
                self.adapt(item, path.map(Adapter::Macro), diag);
            }
            Key::CodeCase => {
                if let Some(case) = case(item, diag) {
                    self.code_case.set(span, case, diag);
                }
            }
            Key::CodePrefix => {
                if let Some(text) = item.value::<LitStr>("a text in quotes", diag) {
                    self.code_prefix.set(span, text.value(), diag);
                }
            }
            Key::CodeSuffix => {
                if let Some(text) = item.value::<LitStr>("a text in quotes", diag) {
                    self.code_suffix.set(span, text.value(), diag);
                }
            }
            Key::Strict => {
                let span = item.flag(diag);
                self.strict.set(span, (), diag);
            }
            Key::Crate => {
                if let Some(krate) = krate(item, diag) {
                    self.krate.set(span, krate, diag);
                }
            }
            Key::Bound => {
                if let Some(bound) = bound(item, diag) {
                    self.bound.set(span, bound, diag);
                }
            }
            _ => return false,
        }
        true
    }

    fn adapt(&mut self, item: &Item, adapter: Option<Adapter>, diag: &mut Diagnostics) {
        let Some(adapter) = adapter else { return };
        if self.adapters.iter().any(|other| other.text() == adapter.text()) {
            diag.error(item.span(), format_args!("`{}` is set twice to the same path", item.name));
        } else {
            self.adapters.push(adapter);
        }
    }
}

impl Adapter {
    fn text(&self) -> String {
        match self {
            Self::Ours { macro_name, framework } => format!("{macro_name} {framework}"),
            Self::Macro(path) => path.to_string(),
        }
    }
}

/// `axum` or `axum = path`. The path carries the place of the user's word, so
/// that a missing framework is reported there.
fn framework(item: &Item, diag: &mut Diagnostics) -> Option<Adapter> {
    // Of a word that is none it has been said already which one is meant.
    let flag = frameworks::meant(&item.name.to_string())?;
    let framework = match &item.form {
        Form::Flag => {
            let span = item.span().resolved_at(Span::call_site());
            let name = proc_macro2::Ident::new(flag, span);
            tokens!(span => [name] ::#name)
        }
        Form::Equals(tokens) => {
            let example = format!("{0} = ::{0}", item.name);
            parse_all::<Path>(tokens, "a path", &item.name, &example, diag)?.into_token_stream()
        }
        Form::Group(..) => {
            diag.error(
                item.span(),
                format_args!("`{0}` is written as `{0}` or `{0} = ::{0}`", item.name),
            );
            return None;
        }
    };
    Some(Adapter::Ours { macro_name: format!("__adapter_{flag}"), framework })
}

fn case(item: &Item, diag: &mut Diagnostics) -> Option<Case> {
    let word: LitStr = item.value("a case in quotes", diag)?;
    let text = word.value();
    let known = meaning(&Case::ALL, &text);
    if known.is_none() {
        let names = words(&Case::ALL);
        let remedy = did_you_mean(&text, &names);
        diag.error(
            word.span(),
            format_args!("unknown case `{text}`{remedy}\nknown cases: {}", join(&names, ", ")),
        );
    }
    known.copied()
}

fn krate(item: &Item, diag: &mut Diagnostics) -> Option<Krate> {
    let path: Path = item.value("a path", diag)?;
    Krate::from_path(&path, diag)
}

fn bound(item: &Item, diag: &mut Diagnostics) -> Option<Vec<TokenStream>> {
    let Form::Group(_, tokens, span) = &item.form else {
        item.wrong_form(diag);
        return None;
    };
    let mut predicates = Vec::new();
    let read = read_all(tokens.clone(), &mut |input| {
        while !input.is_empty() {
            predicates.push(input.parse::<WherePredicate>()?.into_token_stream());
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    });
    if read.is_err() {
        let at = scan::place_of(tokens).unwrap_or((*span).into());
        diag.error(
            at,
            "`bound` takes the predicates of a where clause, as in `bound(T: serde::Serialize)`",
        );
        return None;
    }
    Some(predicates)
}
