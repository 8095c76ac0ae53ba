//! `envelope!`: the shape of a body as a constant template, and the policy
//! around it.
//!
//! [`parse`] reads everything and complains of everything; [`expand`] cannot
//! fail. After a complaint the same items are written with a trivial shape,
//! so that uses of the type give no further errors.

mod api;
mod errors;
mod expand;
mod header;
pub(crate) mod json;
mod node;
mod parse;
mod policy;
mod rule;
mod slot;
mod template;
#[cfg(test)]
mod tests;
mod tokens;
mod value;
mod xml;

use crate::diag::Diagnostics;
use proc_macro2::TokenStream;

/// Whether a template knows the word as a slot.
pub(crate) fn is_slot(word: &str) -> bool {
    slot::find(word).is_some()
}

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut diag = Diagnostics::new();
    let mut envelopes = parse::parse(input, &mut diag);
    let complaints = diag.finish();
    if complaints.is_some() {
        for envelope in &mut envelopes {
            envelope.make_trivial();
        }
    }
    let mut tokens = complaints.unwrap_or_default();
    for envelope in &envelopes {
        tokens.extend(expand::expand(envelope));
    }
    tokens
}
