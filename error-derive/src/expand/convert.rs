//! `From<E> for http::Response<B>`: plain http, hyper, and all that is built
//! on them need no adapter.

use super::Header;
use crate::model::Model;
use crate::names::{local, unmentioned};
use crate::quoted::tokens;
use proc_macro2::{Group, Spacing, TokenStream, TokenTree};
use quote::{TokenStreamExt, quote};

// Expands to:
//
//     impl<B: From<Bytes>> From<E> for http::Response<B> {
//         fn from(error: E) -> Self { ApiError::to_http(&error) }
//     }
pub(super) fn expand(model: &Model<'_>, header: &Header) -> TokenStream {
    let krate = &model.krate;
    let Header { parameters, ty, clause, .. } = header;
    let error = local("error");
    let body = unmentioned("Body", &tokens!([parameters, ty, clause] #parameters #ty #clause));
    let separator = (!parameters.is_empty()).then(|| quote!(,));
    let clause = without_self(clause, ty);
    tokens! {
        [parameters, separator, body, krate, ty, clause, error]
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

/// `Self` is another type in this impl: the type is named instead, in angle
/// brackets where something of it is named.
pub(crate) fn without_self(clause: &TokenStream, ty: &TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut trees = clause.clone().into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Ident(ident) if ident == "Self" => match trees.peek() {
                Some(TokenTree::Punct(next))
                    if next.as_char() == ':' && next.spacing() == Spacing::Joint =>
                {
                    out.extend(tokens!([ty] <#ty>));
                }
                _ => out.extend(ty.clone()),
            },
            TokenTree::Group(group) => {
                let mut new = Group::new(group.delimiter(), without_self(&group.stream(), ty));
                new.set_span(group.span());
                out.append(new);
            }
            tree => out.append(tree),
        }
    }
    out
}
