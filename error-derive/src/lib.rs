//! The macros of `error-runtime`, which re-exports and documents them.
//! Depend on that crate; this one holds no stable interface of its own.

mod bounds;
// Shared with the runtime, where these items are public.
#[allow(unreachable_pub)]
mod case;
mod diag;
mod display;
mod envelope;
mod expand;
mod face;
mod frameworks;
mod link;
mod lists;
mod literal;
mod location;
mod malformed;
mod model;
mod names;
mod parse;
mod parts;
mod pattern;
mod placeholder;
mod privacy;
mod quoted;
mod resolve;
mod scan;
mod scope;
mod spec;
mod strict;
mod template;
#[cfg(test)]
mod tests;
mod validate;

use proc_macro::TokenStream;
use syn::DeriveInput;

/// Declares an error's answers. See `error_runtime::ApiError`.
#[proc_macro_derive(ApiError, attributes(api))]
pub fn derive_api_error(input: TokenStream) -> TokenStream {
    match syn::parse::<DeriveInput>(input) {
        Ok(input) => derive(&input).into(),
        Err(error) => error.into_compile_error().into(),
    }
}

#[doc = include_str!("envelope/docs.md")]
#[proc_macro]
pub fn envelope(input: TokenStream) -> TokenStream {
    envelope::expand(input.into()).into()
}

/// parse → resolve → validate → expand; complaints come with fallback impls.
fn derive(input: &DeriveInput) -> proc_macro2::TokenStream {
    let mut diag = diag::Diagnostics::new();
    let Some(raw) = parse::parse(input, &mut diag) else {
        return diag.finish().unwrap_or_default();
    };
    let faces = face::split(&raw, &mut diag);
    let mut model = model::Model::resolve(raw, &mut diag);
    validate::check(&model, &mut diag);
    model.faces = face::resolve(faces, &mut diag);
    match diag.finish() {
        None => expand::expand(&model),
        Some(mut errors) => {
            errors.extend(expand::fallback::expand(&model));
            errors
        }
    }
}
