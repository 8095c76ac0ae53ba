//! `impl Face<F>` for each further face, and the way to it for errors around
//! this one, which know the face only by its id.

use super::convert::without_self;
use super::{Header, adapter, declared, error, fill};
use crate::model::{Face, Model};
use crate::names::local;
use crate::quoted::tokens;
use proc_macro2::TokenStream;
use quote::quote;

// Expands, for each face, to:
//
//     impl Face<Legacy> for E {
//         const FACE_SPECS: &'static [Spec] = …;
//         fn face_table() -> Table { Table::of_face::<Legacy, Self>().in_envelope(…) }
//         fn face_shape() -> &'static Shape { <Envelope as …>::shape() }
//         fn face_fill(&self, row: usize, part: Part<'_, '_>) { match self { … } }
//         fn face_cells() -> &'static [Cell] { static CELLS: …; &CELLS }
//     }
//     path::to::adapter! { error [T: Bound] [Faced<Legacy, E<T>>] [where …] }
pub(super) fn expand(model: &Model<'_>, header: &Header) -> TokenStream {
    let mut impls = TokenStream::new();
    for face in &model.faces {
        impls.extend(expand_one(model, face, header));
    }
    impls
}

fn expand_one(model: &Model<'_>, face: &Face<'_>, header: &Header) -> TokenStream {
    let krate = &model.krate;
    let Header { generics, ty, clause, .. } = header;
    let Face { path, model: shown, .. } = face;
    let specs = declared::expand_specs(shown, path);
    let rows = declared::expand_rows(shown, path, header);
    let in_envelope = declared::in_envelope(shown);
    let shape = shown.envelope.as_ref().map(|envelope| {
        tokens! {
            [krate, envelope]
            fn face_shape() -> &'static #krate::Shape {
                <#envelope as #krate::Envelope>::shape()
            }
        }
    });
    let fill = fill::expand(shown, &quote!(face_fill));
    let cells = error::expand_cells(shown, &tokens!([] face_cells()));
    let adapters = expand_adapters(model, face, header);
    tokens! {
        [rows, generics, krate, path, ty, clause, specs, in_envelope, shape, fill, cells, adapters]
        #rows
        #[automatically_derived]
        impl #generics #krate::Face<#path> for #ty #clause {
            const FACE_SPECS: &'static [#krate::Spec] = #specs;
            fn face_table() -> #krate::Table {
                #krate::Table::of_face::<#path, Self>() #in_envelope
            }
            #shape
            #fill
            #cells
        }
        #adapters
    }
}

fn expand_adapters(model: &Model<'_>, face: &Face<'_>, header: &Header) -> TokenStream {
    let krate = &model.krate;
    let Header { generics, parameters, ty, clause } = header;
    let path = &face.path;
    let header = Header {
        generics: generics.clone(),
        parameters: parameters.clone(),
        ty: tokens!([krate, path, ty] #krate::Faced<#path, #ty>),
        clause: without_self(clause, ty),
    };
    adapter::expand(&face.adapters, &header, krate)
}

// Expands, in `impl ApiError`, to:
//
//     fn specs_in(&self, face: TypeId) -> Option<&'static [Spec]> {
//         if is_face::<Legacy>(face) { Some(<Self as Face<Legacy>>::FACE_SPECS) } else { None }
//     }
//     fn fill_in(&self, face: TypeId, row: usize, part: Part<'_, '_>) { … }
pub(super) fn expand_dispatch(model: &Model<'_>) -> TokenStream {
    if model.faces.is_empty() {
        return TokenStream::new();
    }
    let krate = &model.krate;
    let (face, row, part) = (local("face"), local("row"), local("part"));
    let specs = chain(&model.faces, &|path| {
        tokens! {
            [krate, path, face]
            if #krate::__private::is_face::<#path>(#face) {
                ::core::option::Option::Some(#krate::__private::face_specs::<#path, Self>())
            }
        }
    });
    let fill = chain(&model.faces, &|path| {
        tokens! {
            [krate, path, face, row, part]
            if #krate::__private::is_face::<#path>(#face) {
                <Self as #krate::Face<#path>>::face_fill(self, #row, #part)
            }
        }
    });
    let lifetime = fill::lifetime(model);
    tokens! {
        [face, krate, specs, lifetime, row, part, fill]
        fn specs_in(
            &self,
            #face: ::core::any::TypeId,
        ) -> ::core::option::Option<&'static [#krate::Spec]> {
            #specs else { ::core::option::Option::None }
        }
        fn fill_in<#lifetime>(
            &#lifetime self,
            #face: ::core::any::TypeId,
            #row: ::core::primitive::usize,
            #part: #krate::Part<#lifetime, '_>,
        ) {
            #fill
        }
    }
}

// Expands, in `impl Declared`, to:
//
//     fn table_in(face: TypeId) -> Option<Table> {
//         if is_face::<Legacy>(face) { Some(<Self as Face<Legacy>>::face_table()) } else { None }
//     }
pub(super) fn expand_tables(model: &Model<'_>) -> TokenStream {
    if model.faces.is_empty() {
        return TokenStream::new();
    }
    let krate = &model.krate;
    let face = local("face");
    let tables = chain(&model.faces, &|path| {
        tokens! {
            [krate, path, face]
            if #krate::__private::is_face::<#path>(#face) {
                ::core::option::Option::Some(<Self as #krate::Face<#path>>::face_table())
            }
        }
    });
    tokens! {
        [face, krate, tables]
        fn table_in(#face: ::core::any::TypeId) -> ::core::option::Option<#krate::Table> {
            #tables else { ::core::option::Option::None }
        }
    }
}

/// `if …` for each face, joined by `else`.
fn chain(faces: &[Face<'_>], one: &dyn Fn(&TokenStream) -> TokenStream) -> TokenStream {
    let mut chain = TokenStream::new();
    for Face { path, .. } in faces {
        if !chain.is_empty() {
            chain.extend(quote!(else));
        }
        chain.extend(one(path));
    }
    chain
}

/// What stands for the impls when the attributes are wrong.
pub(super) fn expand_fallback(model: &Model<'_>, header: &Header) -> TokenStream {
    let krate = &model.krate;
    let Header { generics, ty, clause, .. } = header;
    let mut impls = TokenStream::new();
    for face in &model.faces {
        let path = &face.path;
        let adapters = expand_adapters(model, face, header);
        impls.extend(tokens! {
            [generics, krate, path, ty, clause, adapters]
            #[automatically_derived]
            impl #generics #krate::Face<#path> for #ty #clause {
                const FACE_SPECS: &'static [#krate::Spec] = &[];
                fn face_table() -> #krate::Table {
                    ::core::unreachable!()
                }
            }
            #adapters
        });
    }
    impls
}
