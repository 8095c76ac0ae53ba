//! `impl Declared`: the constant table.

use super::{Header, face, row};
use crate::model::Model;
use proc_macro2::TokenStream;
use quote::quote;

// Expands to:
//
//     impl Declared for E {
//         const SPECS: &'static [Spec] = {
//             const BASE: Spec = Spec { module: module_path!(), ..Spec::EMPTY };
//             &[BASE.row("A", 404, "A").with_hint("…"), …]
//         };
//         fn table() -> Table { Table::of::<Self>().in_envelope(…) }
//     }
pub(super) fn expand(model: &Model<'_>, header: &Header) -> TokenStream {
    let krate = &model.krate;
    let Header { generics, ty, clause, .. } = header;
    let in_envelope = in_envelope(model);
    let specs = expand_specs(model);
    let faces = face::expand_tables(model);
    quote! {
        #[automatically_derived]
        impl #generics #krate::Declared for #ty #clause {
            const SPECS: &'static [#krate::Spec] = #specs;
            fn table() -> #krate::Table {
                #krate::Table::of::<Self>() #in_envelope
            }
            #faces
        }
    }
}

/// The rows, as one constant expression.
pub(super) fn expand_specs(model: &Model<'_>) -> TokenStream {
    let krate = &model.krate;
    let rows: Vec<TokenStream> =
        model.rows().map(|(variant, row)| row::expand(model, variant, row)).collect();
    if rows.is_empty() {
        return quote!(&[]);
    }
    let base = row::base();
    quote!({
        const #base: #krate::Spec =
            #krate::Spec { module: ::core::module_path!(), ..#krate::Spec::EMPTY };
        &[#(#rows),*]
    })
}

/// Without it the catalogue would show another envelope's codes.
pub(super) fn in_envelope(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let envelope = model.envelope.as_ref()?;
    Some(quote!(.in_envelope(<#envelope as #krate::Envelope>::shape)))
}
