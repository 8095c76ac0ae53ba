//! The impl that says which of a framework's answers the type stands for.

use super::Header;
use super::error::variant_path;
use crate::bounds::add_predicates;
use crate::model::{Model, Variant};
use crate::names::{local, mentions, of_parameter, quiet, unraw};
use crate::parse::catch::{Catch, CatchKey};
use crate::quoted::{none, slice, some, tokens};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::GenericParam;
use syn::spanned::Spanned;

// Expands to:
//
//     impl<T> Fallback for E<T> where … {
//         type Envelope = …;
//         fn catch(caught: &Caught) -> Option<Self> {
//             match __private::choose(caught, &[Catch::Status(404), …]) {
//                 Some(0) => Some(Self::NoRoute {}),
//                 …
//                 _ => None,
//             }
//         }
//     }
pub(super) fn expand(model: &Model<'_>, header: &Header) -> TokenStream {
    let krate = &model.krate;
    let caught = local("caught");
    let mut catches = Vec::new();
    let mut arms = TokenStream::new();
    for variant in &model.variants {
        for key in &keys(variant) {
            let at = Literal::usize_unsuffixed(catches.len());
            catches.push(constant(key.what, krate));
            let made = made(model, variant, &caught);
            let (chosen, made) = (some(&at), some(&made));
            arms.extend(tokens!([chosen, made] #chosen => #made,));
        }
    }
    let (catches, none) = (slice(&catches), none());
    let body = tokens! {
        [krate, caught, catches, arms, none]
        match #krate::__private::choose(#caught, #catches) {
            #arms
            _ => #none,
        }
    };
    wrap(model, header, &caught, &body)
}

/// The impl with a body that nobody will run: see `fallback.rs`.
pub(super) fn expand_fallback(model: &Model<'_>, header: &Header) -> TokenStream {
    let caught = local("caught");
    wrap(model, header, &caught, &tokens!([caught] { let _ = #caught; ::core::unreachable!() }))
}

fn wrap(model: &Model<'_>, header: &Header, caught: &Ident, body: &TokenStream) -> TokenStream {
    if model.variants.iter().all(|variant| keys(variant).is_empty()) {
        return TokenStream::new();
    }
    let krate = &model.krate;
    let Header { generics, ty, .. } = header;
    let clause = clause(model, header);
    let envelope = match &model.envelope {
        Some(envelope) => quiet(envelope),
        None => tokens!([krate] #krate::Problem),
    };
    tokens! {
        [generics, krate, ty, clause, envelope, caught, body]
        #[automatically_derived]
        impl #generics #krate::Fallback for #ty #clause {
            type Envelope = #envelope;
            fn catch(#caught: &#krate::Caught) -> ::core::option::Option<Self> {
                #body
            }
        }
    }
}

fn keys(variant: &Variant) -> Vec<&CatchKey> {
    let mut keys = Vec::new();
    for row in &variant.rows {
        for key in &row.keys.catches {
            keys.push(key);
        }
    }
    keys
}

fn constant(what: Catch, krate: &crate::names::Krate) -> TokenStream {
    let what = match what {
        Catch::Panic => quote!(Panic),
        Catch::Timeout => quote!(Timeout),
        Catch::Any => quote!(Any),
        Catch::Status(status) => {
            let status = Literal::u16_unsuffixed(status);
            tokens!([status] Status(#status))
        }
        Catch::Class(class) => {
            let class = Literal::u16_unsuffixed(class);
            tokens!([class] Class(#class))
        }
    };
    tokens!([krate, what] #krate::__private::Catch::#what)
}

/// The variant, each of its fields made of what was caught.
fn made(model: &Model<'_>, variant: &Variant, caught: &Ident) -> TokenStream {
    let krate = &model.krate;
    let path = variant_path(model, variant);
    let mut fields = TokenStream::new();
    for field in &variant.fields {
        let name = match &field.ident {
            Some(ident) => quiet(ident),
            None => Literal::usize_unsuffixed(field.index).to_token_stream(),
        };
        let ty = quiet(&field.ty);
        let at = field.ty.span().resolved_at(Span::call_site());
        // The complaint of a type that cannot be made stands at the type.
        let made = tokens! {
            at => [name, ty, krate, caught]
            #name: <#ty as #krate::FromCaught>::from_caught(#caught),
        };
        fields.extend(made);
    }
    tokens!([path, fields] #path { #fields })
}

/// With what the fields of generic types must be made of.
fn clause(model: &Model<'_>, header: &Header) -> TokenStream {
    let krate = &model.krate;
    let mut params = Vec::new();
    for param in &model.input.generics.params {
        if !matches!(param, GenericParam::Const(_)) {
            params.push(of_parameter(param));
        }
    }
    let mut added = Vec::new();
    for variant in &model.variants {
        if keys(variant).is_empty() {
            continue;
        }
        for field in &variant.fields {
            if mentions(&field.ty, &|ident| params.contains(&unraw(ident))) {
                let ty = quiet(&field.ty);
                added.push(tokens!([ty, krate] #ty: #krate::FromCaught));
            }
        }
    }
    add_predicates(&header.clause, &added)
}
