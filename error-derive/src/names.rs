//! The only place where identifiers and spans are made.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

/// A local of generated code that no name of the user's can meet: mixed-site
/// hygiene keeps fields, constants and statics of the same name apart from it.
pub(crate) fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// The identifier's text without `r#`.
pub(crate) fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    match text.strip_prefix("r#") {
        Some(bare) => bare.to_owned(),
        None => text,
    }
}

/// The user's tokens at the user's place, but resolved as generated code, so
/// that naming a deprecated item again does not warn again. `$crate` keeps
/// its own resolution: it means nothing anywhere else.
pub(crate) fn quiet(tokens: impl ToTokens) -> TokenStream {
    tokens.into_token_stream().into_iter().map(quiet_tree).collect()
}

fn quiet_tree(tree: TokenTree) -> TokenTree {
    match tree {
        TokenTree::Group(group) => {
            let mut quiet_group = proc_macro2::Group::new(group.delimiter(), quiet(group.stream()));
            quiet_group.set_span(group.span().resolved_at(Span::call_site()));
            TokenTree::Group(quiet_group)
        }
        TokenTree::Ident(ident) if ident == "$crate" => TokenTree::Ident(ident),
        mut tree => {
            tree.set_span(tree.span().resolved_at(Span::call_site()));
            tree
        }
    }
}

/// The path to the runtime crate, for generated code.
#[derive(Clone)]
pub(crate) struct Krate(TokenStream);

impl Krate {
    pub(crate) fn from_path(path: &syn::Path) -> Self {
        Self(quote!(#path))
    }
}

impl Default for Krate {
    fn default() -> Self {
        Self(quote!(::error_runtime))
    }
}

impl ToTokens for Krate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
