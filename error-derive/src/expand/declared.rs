//! `impl Declared`: the constant table.

use super::{Header, face, row};
use crate::model::Model;
use crate::quoted::tokens;
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

// Expands to:
//
//     impl Rows<(), 7> for E {
//         const MODULE: &'static str = module_path!();
//         const ROWS: [Spec; 7] = [row("A", 404, "A", "no {id}", "", 1171457), …];
//     }
//     impl Declared for E {
//         const SPECS: &'static [Spec] = rows::<(), 7, Self>();
//         fn table() -> Table { Table::of::<Self>().in_envelope(…) }
//     }
pub(super) fn expand(model: &Model<'_>, header: &Header) -> TokenStream {
    let krate = &model.krate;
    let Header { generics, ty, clause, .. } = header;
    let in_envelope = in_envelope(model);
    let first = quote!(());
    let specs = expand_specs(model, &first);
    let rows = expand_rows(model, &first, header);
    let faces = face::expand_tables(model);
    // What rustc says of the rows it says first.
    tokens! {
        [rows, generics, krate, ty, clause, specs, in_envelope, faces]
        #rows
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

/// The rows of this face, as a constant expression.
pub(super) fn expand_specs(model: &Model<'_>, face: &TokenStream) -> TokenStream {
    let krate = &model.krate;
    match model.rows().len() {
        0 => quote!(&[]),
        count => {
            let count = Literal::usize_unsuffixed(count);
            tokens!([krate, face, count] #krate::__private::rows::<#face, #count, Self>())
        }
    }
}

/// `impl Rows`, apart from what refers to it.
pub(super) fn expand_rows(model: &Model<'_>, face: &TokenStream, header: &Header) -> TokenStream {
    let krate = &model.krate;
    let Header { generics, ty, clause, .. } = header;
    let path: Vec<TokenTree> = tokens!([krate] #krate::__private::row).into_iter().collect();
    // As trees: a stream that is put into another one asks the compiler.
    let mut said: Vec<TokenTree> = Vec::new();
    let rows = model.rows();
    for (variant, row) in &rows {
        said.extend(path.iter().cloned());
        row::expand(model, variant, row, &mut said);
    }
    if rows.is_empty() {
        return TokenStream::new();
    }
    let count = Literal::usize_unsuffixed(rows.len());
    let rows = TokenStream::from_iter(said);
    tokens! {
        [generics, krate, face, count, ty, clause, rows]
        #[automatically_derived]
        impl #generics #krate::__private::Rows<#face, #count> for #ty #clause {
            const MODULE: &'static ::core::primitive::str = ::core::module_path!();
            const ROWS: [#krate::Spec; #count] = [#rows];
        }
    }
}

/// Without it the catalogue would show another envelope's codes.
pub(super) fn in_envelope(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let envelope = model.envelope.as_ref()?;
    Some(tokens!([envelope, krate] .in_envelope(<#envelope as #krate::Envelope>::shape)))
}
