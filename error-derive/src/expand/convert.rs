//! `From<E> for http::Response<B>`: plain http, hyper, and all that is built
//! on them need no adapter.

use super::Header;
use crate::model::Model;
use crate::names::local;
use proc_macro2::TokenStream;
use quote::quote;

// Expands to:
//
//     impl<B: From<Bytes>> From<E> for http::Response<B> {
//         fn from(error: E) -> Self { ApiError::to_http(&error) }
//     }
pub(super) fn expand(model: &Model<'_>, header: &Header) -> TokenStream {
    let krate = &model.krate;
    let Header { parameters, ty, clause, .. } = header;
    let error = local("error");
    // Mixed-site, so that no parameter of the user's can be this one.
    let body = local("Body");
    let separator = (!parameters.is_empty() && !ends_in_comma(parameters)).then(|| quote!(,));
    let clause = without_self(clause, ty);
    quote! {
        #[automatically_derived]
        impl<#parameters #separator #body: ::core::convert::From<#krate::__private::Bytes>>
            ::core::convert::From<#ty> for #krate::__private::Response<#body> #clause
        {
            fn from(#error: #ty) -> Self {
                #krate::ApiError::to_http(&#error)
            }
        }
    }
}

fn ends_in_comma(parameters: &TokenStream) -> bool {
    matches!(parameters.clone().into_iter().last(), Some(proc_macro2::TokenTree::Punct(p)) if p.as_char() == ',')
}

/// `Self` is another type in this impl: the type is named instead.
pub(super) fn without_self(clause: &TokenStream, ty: &TokenStream) -> TokenStream {
    use proc_macro2::{Group, TokenTree};
    clause
        .clone()
        .into_iter()
        .flat_map(|tree| match tree {
            TokenTree::Ident(ident) if ident == "Self" => ty.clone(),
            TokenTree::Group(group) => {
                let mut new = Group::new(group.delimiter(), without_self(&group.stream(), ty));
                new.set_span(group.span());
                TokenTree::Group(new).into()
            }
            tree => TokenStream::from(tree),
        })
        .collect()
}
