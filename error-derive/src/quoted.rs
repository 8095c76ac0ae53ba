//! Pieces of generated code that stand in many places.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// `Some(value)`
pub(crate) fn some(value: &dyn ToTokens) -> TokenStream {
    quote!(::core::option::Option::Some(#value))
}

/// `None`
pub(crate) fn none() -> TokenStream {
    quote!(::core::option::Option::None)
}

/// `&[one, two]`
pub(crate) fn slice(items: &[TokenStream]) -> TokenStream {
    quote!(&[#(#items),*])
}
