//! `#[api(...)]` on an envelope, and the attributes that are passed on.

use super::tokens::Tokens;
use crate::diag::{Diagnostics, did_you_mean, list, meaning, words};
use crate::frameworks;
use crate::names::Krate;
use crate::parse::parse_with;
use crate::quoted::tokens;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::ToTokens;
use syn::Path;

/// What stands before an envelope's visibility.
#[derive(Default)]
pub(super) struct Attributes {
    /// The user's own, for the type.
    pub(super) outer: Vec<TokenStream>,
    /// Those of them that decide whether there is a type at all: they hold
    /// for its impls, too.
    pub(super) cfgs: TokenStream,
    /// Whether the type is deprecated.
    pub(super) deprecated: bool,
    /// Whether the user has written documentation.
    pub(super) documented: bool,
    /// The traits that the user derives.
    pub(super) derived: Vec<String>,
    pub(super) krate: Option<Krate>,
    pub(super) adapters: Vec<Adapter>,
    krate_set: bool,
}

/// A macro that makes the success value a framework's response.
pub(super) struct Adapter {
    /// The key, to complain of it.
    pub(super) key: Span,
    pub(super) target: Target,
}

/// Which macro that is.
pub(super) enum Target {
    /// The runtime's own for this framework, with the path to it.
    Ours(Ident, TokenStream),
    /// Somebody's.
    Macro(Path),
}

const KEYS: [(&str, &str); 2] =
    [("crate", "crate = my_prelude::error_runtime"), ("adapter", "adapter = path::to::macro_name")];

/// Reads all attributes that stand here.
pub(super) fn parse(tokens: &mut Tokens, diag: &mut Diagnostics) -> Attributes {
    let mut attributes = Attributes::default();
    while tokens.is_punct(0, '#') {
        let pound = tokens.span();
        tokens.skip(1);
        if tokens.is_punct(0, '!') {
            diag.error(tokens.span(), "an inner attribute cannot stand here; remove the `!`");
            tokens.skip(1);
        }
        match tokens.eat_group(Delimiter::Bracket) {
            Some(group) => attributes.add(&group, pound, diag),
            None => diag.error(pound, "expected an attribute, as in `#[api(axum)]`"),
        }
    }
    attributes
}

impl Attributes {
    fn add(&mut self, group: &Group, pound: Span, diag: &mut Diagnostics) {
        let mut inside = Tokens::of(group);
        let Some(word) = inside.ident(0).map(Ident::to_string) else {
            // Anything but `name` is a path that begins with `::`.
            return self.pass_on(group, pound);
        };
        inside.skip(1);
        match word.as_str() {
            "api" => {
                let at = inside.span();
                match inside.eat_group(Delimiter::Parenthesis) {
                    Some(list) => self.api(Tokens::of(&list), diag),
                    None => {
                        diag.error(at, "`api` takes a list in parentheses, as in `#[api(axum)]`");
                    }
                }
                return;
            }
            "doc" => self.documented |= inside.is_punct(0, '='),
            "deprecated" => self.deprecated = true,
            "cfg" => self.cfgs.extend(tokens!(pound => [group] # #group)),
            "derive" => {
                if let Some(list) = inside.eat_group(Delimiter::Parenthesis) {
                    let mut list = Tokens::of(&list);
                    while let Some(tree) = list.next() {
                        // The last word of each path.
                        if list.is_end() || list.is_punct(0, ',') {
                            self.derived.push(tree.to_string());
                        }
                    }
                }
            }
            _ => {}
        }
        self.pass_on(group, pound);
    }

    fn pass_on(&mut self, group: &Group, pound: Span) {
        self.outer.push(tokens!(pound => [group] # #group));
    }

    fn api(&mut self, mut list: Tokens, diag: &mut Diagnostics) {
        while !list.is_end() {
            self.item(&mut list, diag);
            if !list.is_end() && !list.eat_punct(',') {
                diag.error(list.span(), format_args!("expected `,`, found {}", list.found()));
                list.skip_to(',');
                list.eat_punct(',');
            }
        }
    }

    fn item(&mut self, list: &mut Tokens, diag: &mut Diagnostics) {
        let key = list.span();
        let Some(word) = list.ident(0).cloned() else {
            diag.error(key, format_args!("expected an `api` key, found {}", list.found()));
            return list.skip_to(',');
        };
        list.skip(1);
        let name = word.to_string();
        let framework = frameworks::is_flag(&name).then(|| format!("{name} = path::to::{name}"));
        let known = meaning(&KEYS, &name).copied();
        let Some(example) = framework.as_deref().or(known) else {
            diag.error(key, unknown(&name));
            return list.skip_to(',');
        };
        if framework.is_some() && !frameworks::answers_successes(&name) {
            diag.error(
                key,
                format_args!("`{name}` stands on errors; a success is answered there otherwise"),
            );
            return list.skip_to(',');
        }
        if framework.is_some() && !list.is_punct(0, '=') {
            let at = key.resolved_at(Span::call_site());
            let name = Ident::new(&name, at);
            let path = tokens!(at => [name] ::#name);
            return self.adapt(key, Target::Ours(name, path), diag);
        }
        if !list.eat_punct('=') {
            diag.error(key, format_args!("`{name}` is written as `{example}`"));
            return list.skip_to(',');
        }
        let at = list.span();
        let path = list.take_until(&|tokens| tokens.is_punct(0, ','));
        let Ok(path) = parse_with::<Path>(path) else {
            return diag.error(at, format_args!("`{name}` takes a path, as in `{example}`"));
        };
        match name.as_str() {
            "adapter" => self.adapt(key, Target::Macro(path), diag),
            "crate" => self.set_krate(key, &path, diag),
            _ => self.adapt(key, Target::Ours(word, path.into_token_stream()), diag),
        }
    }

    fn adapt(&mut self, key: Span, target: Target, diag: &mut Diagnostics) {
        if self.adapters.iter().any(|other| other.target.text() == target.text()) {
            let name = match &target {
                Target::Ours(name, _) => name.to_string(),
                Target::Macro(_) => "adapter".to_owned(),
            };
            diag.error(key, format_args!("`{name}` is set twice to the same path"));
        } else {
            self.adapters.push(Adapter { key, target });
        }
    }

    fn set_krate(&mut self, key: Span, path: &Path, diag: &mut Diagnostics) {
        if std::mem::replace(&mut self.krate_set, true) {
            return diag.error(key, "`crate` is set twice");
        }
        self.krate = Krate::from_path(path, diag);
    }
}

impl Target {
    fn text(&self) -> String {
        match self {
            Self::Ours(name, path) => tokens!([name, path] #name = #path).to_string(),
            Self::Macro(path) => tokens!([path] adapter = #path).to_string(),
        }
    }
}

fn unknown(name: &str) -> String {
    if super::policy::is_key(name) {
        return format!("`{name}` stands after the template, not in `#[api(...)]`");
    }
    let mut known = words(&KEYS);
    known.append(&mut frameworks::flags());
    let remedy = did_you_mean(name, &known);
    // The first flag stands for all of them.
    let valid = list(&known[..=KEYS.len()], "and");
    format!("unknown `api` key `{name}` on an envelope{remedy}\nvalid keys here: {valid}")
}
