//! The only place where identifiers and spans are made.

use crate::diag::Diagnostics;
use crate::quoted::tokens;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};

/// A local of generated code that no name of the user's can meet: mixed-site
/// hygiene keeps it apart from locals, and the prefix from constants and
/// statics, which a pattern would name whatever its hygiene.
pub(crate) fn local(name: &str) -> Ident {
    Ident::new(&format!("__error_{name}"), Span::mixed_site())
}

/// A name for a parameter of generated code that none of these tokens mention:
/// hygiene keeps locals apart, not types and lifetimes.
pub(crate) fn unmentioned(base: &str, tokens: &TokenStream) -> Ident {
    let mut name = base.to_owned();
    while mentions(tokens, &|ident| unraw(ident) == name) {
        name.push('_');
    }
    Ident::new(&name, Span::call_site())
}

/// Whether any identifier of these tokens is one of those meant.
pub(crate) fn mentions(tokens: &TokenStream, meant: &dyn Fn(&Ident) -> bool) -> bool {
    for tree in tokens.clone() {
        let is_meant = match tree {
            TokenTree::Ident(ident) => meant(&ident),
            TokenTree::Group(group) => mentions(&group.stream(), meant),
            _ => false,
        };
        if is_meant {
            return true;
        }
    }
    false
}

/// The identifier's text without `r#`.
pub(crate) fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    match text.strip_prefix("r#") {
        Some(bare) => bare.to_owned(),
        None => text,
    }
}

/// The name of a generic parameter.
pub(crate) fn of_parameter(param: &syn::GenericParam) -> String {
    match param {
        syn::GenericParam::Type(param) => unraw(&param.ident),
        syn::GenericParam::Const(param) => unraw(&param.ident),
        syn::GenericParam::Lifetime(param) => param.lifetime.ident.to_string(),
    }
}

/// The names of the generic parameters.
pub(crate) fn parameters(generics: &syn::Generics) -> Vec<String> {
    let mut names = Vec::new();
    for param in &generics.params {
        names.push(of_parameter(param));
    }
    names
}

/// The user's tokens at the user's place, but resolved as generated code, so
/// that naming a deprecated item again does not warn again. `$crate` keeps
/// its own resolution: it means nothing anywhere else.
pub(crate) fn quiet(tokens: impl ToTokens) -> TokenStream {
    quiet_stream(tokens.into_token_stream())
}

fn quiet_stream(tokens: TokenStream) -> TokenStream {
    let mut trees = Vec::new();
    for tree in tokens {
        trees.push(quiet_tree(tree));
    }
    TokenStream::from_iter(trees)
}

/// The same for a name.
pub(crate) fn quiet_name(name: &Ident) -> Ident {
    let span = name.span().resolved_at(Span::call_site());
    // A name before the 2024 edition, which is generated code's. What else has
    // become a keyword syn does not read as a name.
    if name == "gen" {
        return Ident::new_raw("gen", span);
    }
    let mut quiet = name.clone();
    quiet.set_span(span);
    quiet
}

fn quiet_tree(tree: TokenTree) -> TokenTree {
    match tree {
        TokenTree::Group(group) => {
            let mut quiet_group =
                proc_macro2::Group::new(group.delimiter(), quiet_stream(group.stream()));
            quiet_group.set_span(group.span().resolved_at(Span::call_site()));
            TokenTree::Group(quiet_group)
        }
        TokenTree::Ident(ident) if ident == "$crate" => TokenTree::Ident(ident),
        TokenTree::Ident(ident) => TokenTree::Ident(quiet_name(&ident)),
        mut tree => {
            tree.set_span(tree.span().resolved_at(Span::call_site()));
            tree
        }
    }
}

/// The path to the runtime crate, for generated code. As trees: a stream that
/// is put into another one asks the compiler.
#[derive(Clone)]
pub(crate) struct Krate(Vec<TokenTree>);

impl Krate {
    /// The path that `crate = …` states. It must mean the same wherever
    /// generated code stands: `self` and `super` do not, in a function's body.
    pub(crate) fn from_path(path: &syn::Path, diag: &mut Diagnostics) -> Option<Self> {
        let (first, last) = (&path.segments.first()?.ident, &path.segments.last()?.ident);
        if path.leading_colon.is_none() && (first == "self" || first == "super") {
            diag.error(
                first.span(),
                format_args!(
                    "`crate` cannot be relative; write it from the root, as in `crate = crate::{last}`"
                ),
            );
            return None;
        }
        Some(Self(path.to_token_stream().into_iter().collect()))
    }
}

impl Default for Krate {
    fn default() -> Self {
        Self(tokens!([] ::error_runtime).into_iter().collect())
    }
}

impl ToTokens for Krate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for tree in &self.0 {
            tokens.append(tree.clone());
        }
    }
}
