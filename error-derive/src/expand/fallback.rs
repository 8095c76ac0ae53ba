//! What stands for the real impls when the attributes are wrong, so that one
//! mistake gives one error and not one at every use of the type.

use super::convert::without_self;
use super::{Header, adapter, catch, face};
use crate::model::Model;
use crate::names::{local, unmentioned};
use crate::quoted::tokens;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

// The same impls as the real ones, with the same generics, and bodies that
// nobody will run: the crate does not compile. Adapters are asked for by name,
// so that theirs meet no hand-written ones, either.
pub(crate) fn expand(model: &Model<'_>) -> TokenStream {
    let Model { input, krate, .. } = model;
    let declared = &input.generics.where_clause;
    let predicates = declared.as_ref().map(|clause| &clause.predicates);
    let clause = if input.generics.params.is_empty() {
        declared.to_token_stream()
    } else {
        let separator =
            predicates.filter(|p| !p.is_empty() && !p.trailing_punct()).map(|_| quote!(,));
        let sized = crate::bounds::sized(input);
        tokens! {
            [predicates, separator, sized]
            where #predicates #separator Self: ::core::error::Error, #sized
        }
    };
    let header = Header::of(input, &clause);
    let adapters = adapter::expand(&model.adapters, &header, krate);
    let faces = face::expand_fallback(model, &header);
    let catch = catch::expand_fallback(model, &header);
    let Header { generics, parameters, ty, clause } = header;
    let error = local("error");
    let body = unmentioned("Body", &tokens!([parameters, ty, clause] #parameters #ty #clause));
    let separator = (!parameters.is_empty()).then(|| quote!(,));
    let named = without_self(&clause, &ty);
    // Mentioned, or their imports would seem unused.
    let mut mentions = TokenStream::new();
    for model in &model.with_faces() {
        for envelope in &model.envelopes() {
            mentions.extend(tokens! {
                [envelope, krate]
                let _ = <#envelope as #krate::Envelope>::shape;
            });
        }
    }
    tokens! {
        [generics, krate, ty, clause, mentions, parameters, separator, body, error, named,
         adapters, faces, catch]
        #[automatically_derived]
        impl #generics #krate::Declared for #ty #clause {
            const SPECS: &'static [#krate::Spec] = &[];
            fn table() -> #krate::Table {
                ::core::unreachable!()
            }
        }
        #[automatically_derived]
        impl #generics #krate::ApiError for #ty #clause {
            fn specs(&self) -> &'static [#krate::Spec] {
                ::core::unreachable!()
            }
            fn row(&self) -> ::core::primitive::usize {
                #mentions
                ::core::unreachable!()
            }
        }
        #[automatically_derived]
        impl<#parameters #separator #body: ::core::convert::From<#krate::__private::Bytes>>
            ::core::convert::From<#ty> for #krate::__private::Response<#body> #named
        {
            fn from(#error: #ty) -> Self {
                let _ = #error;
                ::core::unreachable!()
            }
        }
        #adapters
        #faces
        #catch
    }
}
