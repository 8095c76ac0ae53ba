//! From the model to the impls. Nothing here can fail.

mod adapter;
mod catch;
mod collide;
mod convert;
mod declared;
mod entries;
mod error;
mod face;
pub(crate) mod fallback;
mod fill;
mod headers;
mod link;
pub(crate) mod row;
mod text;
pub(crate) mod usual;

use crate::model::Model;
use crate::quoted::tokens;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

/// All impls of the type.
pub(crate) fn expand(model: &Model<'_>) -> TokenStream {
    let header = Header::new(model);
    let declared = declared::expand(model, &header);
    let error = error::expand(model, &header);
    let convert = convert::expand(model, &header);
    let adapters = adapter::expand(&model.adapters, &header, &model.krate);
    let faces = face::expand(model, &header);
    let catch = catch::expand(model, &header);
    let collisions = collide::expand(model);
    tokens! {
        [declared, error, convert, adapters, faces, catch, collisions]
        #declared #error #convert #adapters #faces #catch #collisions
    }
}

/// What every `impl` of the type begins with.
pub(crate) struct Header {
    /// `<T: Bound, const N: usize>` with the brackets, or nothing.
    pub(crate) generics: TokenStream,
    /// The same without the brackets and without a comma at its end, for a list
    /// that goes on.
    pub(crate) parameters: TokenStream,
    /// `Name<T, N>`
    pub(crate) ty: TokenStream,
    /// `where …`, or nothing.
    pub(crate) clause: TokenStream,
}

impl Header {
    fn new(model: &Model<'_>) -> Self {
        Self::of(model.input, &crate::bounds::where_clause(model))
    }

    /// The header with this where clause.
    pub(crate) fn of(input: &syn::DeriveInput, clause: &TokenStream) -> Self {
        use crate::names::quiet;
        let (generics, arguments, _) = input.generics.split_for_impl();
        let trees = without_attributes(generics.to_token_stream());
        let parameters = match trees.as_slice() {
            [_, inside @ .., TokenTree::Punct(comma), _] if comma.as_char() == ',' => inside,
            [_, inside @ .., _] => inside,
            _ => &[],
        };
        let parameters = crate::scan::stream(parameters);
        let name = quiet(&input.ident);
        Self {
            parameters: quiet(parameters),
            generics: quiet(TokenStream::from_iter(trees)),
            ty: tokens!([name, arguments] #name #arguments),
            clause: clause.clone(),
        }
    }
}

/// Attributes of parameters are not ours to repeat.
fn without_attributes(parameters: TokenStream) -> Vec<TokenTree> {
    let mut trees = Vec::new();
    let mut rest = parameters.into_iter();
    while let Some(tree) = rest.next() {
        match tree {
            TokenTree::Punct(hash) if hash.as_char() == '#' => drop(rest.next()),
            tree => trees.push(tree),
        }
    }
    trees
}
