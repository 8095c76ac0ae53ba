//! A declared member may not have the name of a member of the envelope.

use crate::model::{Model, Row, Variant};
use crate::parse::field::Wire;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use std::collections::BTreeMap;

// Expands, for each name, at its place, to:
//
//     const _: () = assert!(!collides(<Envelope>::NAMES, "status"), "…");
//
// The envelope is a type of its own that the macro cannot see into; the
// compiler can. One that depends on a parameter is looked at when rendering.
pub(super) fn expand(model: &Model<'_>) -> TokenStream {
    let faces = model.faces.iter().map(|face| &face.model);
    faces
        .chain([model])
        .flat_map(checks)
        // A field stands in every row of its variant.
        .collect::<BTreeMap<String, TokenStream>>()
        .into_values()
        .collect()
}

/// The checks of one face, each with its identity.
fn checks(model: &Model<'_>) -> Vec<(String, TokenStream)> {
    let krate = &model.krate;
    let face = model.face.as_ref().map(|face| face.to_token_stream().to_string().replace(' ', ""));
    model
        .variants
        .iter()
        .flat_map(|variant| variant.rows.iter().map(move |row| (variant, row)))
        .flat_map(|(variant, row)| {
            let envelope = match row.envelope.as_ref().or(model.envelope.as_ref()) {
                Some(path) if super::error::depends_on_parameter(model, path) => return Vec::new(),
                Some(path) => path.to_token_stream(),
                None => quote!(#krate::Problem),
            };
            names(variant, row)
                .into_iter()
                .map(|(name, at)| (format!("{envelope} {name}"), name, at, envelope.clone()))
                .collect()
        })
        .map(|(key, name, at, envelope)| {
            let owned = format!("the envelope has a member `{name}` of its own");
            let text = match &face {
                None => format!("{owned}; give this one another name"),
                Some(face) => format!(
                    "on the face `{face}`: {owned}; give this one another name there, in `face({face}, …)`"
                ),
            };
            let at = at.resolved_at(Span::call_site());
            let check = quote_spanned! {at=>
                const _: () = ::core::assert!(
                    !#krate::__private::collides(<#envelope as #krate::Envelope>::NAMES, #name),
                    "{}",
                    #text
                );
            };
            (key, check)
        })
        .collect()
}

fn names(variant: &Variant, row: &Row) -> Vec<(String, Span)> {
    let from_fields = variant.member_fields().filter_map(|(field, wire)| match wire {
        Wire::Own(name) | Wire::Named(name) => Some((name.clone(), field.member.span()?)),
        Wire::Flatten => None,
    });
    from_fields
        .chain(row.members.iter().map(|entry| (entry.name.clone(), entry.name_span)))
        .collect()
}
