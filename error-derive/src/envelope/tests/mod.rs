//! Expansions of token streams, without a compiler.

mod complaints;
mod lists;
mod output;
mod robust;

use proc_macro2::{Span, TokenStream, TokenTree};

fn tokens(source: &str) -> TokenStream {
    source.parse().expect("the test's source is tokens")
}

fn expand(source: &str) -> TokenStream {
    super::expand(tokens(source))
}

/// The place and the text of every `compile_error!` in an expansion.
fn complaints(expansion: TokenStream) -> Vec<(Span, String)> {
    let trees: Vec<TokenTree> = expansion.into_iter().collect();
    let mut found = Vec::new();
    for window in trees.windows(3) {
        if let [TokenTree::Ident(word), _, TokenTree::Group(group)] = window {
            if word == "compile_error" {
                let text: syn::LitStr = syn::parse2(group.stream()).expect("a text");
                let at = word.span().join(group.span()).unwrap_or(word.span());
                found.push((at, text.value()));
            }
        }
    }
    found
}
