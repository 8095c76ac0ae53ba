//! The headers of a row that its value makes: plain ones, challenges and
//! redirects.

use super::entries::by_reference;
use super::fill::Writer;
use crate::model::{Header, HeaderValue, Row};
use crate::names::{local, quiet};
use crate::parts::{Part, PartValue};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

impl Writer<'_> {
    pub(super) fn headers(&self, row: &Row) -> Option<TokenStream> {
        let krate = self.krate;
        if row.headers.is_empty() && self.variant.header_fields().is_empty() {
            return None;
        }
        let headers = local("headers");
        let mut all = TokenStream::new();
        for header in &row.headers {
            if let Some(header) = self.header(header, &headers) {
                all.extend(header);
            }
        }
        for (field, name) in &self.variant.header_fields() {
            let (ty, value) = (quiet(&field.ty), field.local());
            all.extend(quote!(#krate::__private::header::<#ty>(#headers, #name, #value);));
        }
        (!all.is_empty()).then(|| quote!(#krate::Part::Headers(#headers) => { #all }))
    }

    /// The statement that writes the header; nothing for a constant one.
    // Expands to, for a challenge:
    //
    //     headers.challenge("www-authenticate", "Bearer", |parts| {
    //         parts.part::<String>("scope", field0);
    //         parts.code("error");
    //     });
    fn header(&self, header: &Header, headers: &Ident) -> Option<TokenStream> {
        let name = &header.name;
        match &header.value {
            HeaderValue::Dynamic(template) => {
                let args = self.format_args(template);
                Some(quote!(#headers.fmt(#name, #args);))
            }
            HeaderValue::Challenge { scheme, parts } => {
                let parts = self.parts(parts);
                Some(quote!(#headers.challenge(#name, #scheme, #parts);))
            }
            HeaderValue::Redirect { target, parts } => {
                let parts = self.parts(parts);
                Some(match target {
                    PartValue::Text(template) => {
                        let args = self.link_args(template);
                        quote!(#headers.redirect_fmt(#args, #parts);)
                    }
                    target => {
                        let (ty, value) = self.value(target);
                        quote!(#headers.redirect #ty(#value, #parts);)
                    }
                })
            }
            HeaderValue::Constant(_) | HeaderValue::Removed => None,
        }
    }

    /// The closure that writes the parts.
    fn parts(&self, parts: &[Part]) -> TokenStream {
        if parts.is_empty() {
            return quote!(|_| {});
        }
        let out = local("parts");
        let mut calls = TokenStream::new();
        for part in parts {
            calls.extend(self.part(part, &out));
        }
        quote!(|#out| { #calls })
    }

    fn part(&self, part: &Part, out: &Ident) -> TokenStream {
        let name = &part.name;
        match &part.value {
            PartValue::Text(template) => match &template.constant {
                Some(text) => quote!(#out.part(#name, #text);),
                None => {
                    let args = self.format_args(template);
                    quote!(#out.fmt(#name, #args);)
                }
            },
            PartValue::Token(token) => quote!(#out.token(#name, #token);),
            PartValue::Slot(slot) => {
                let slot = Ident::new(slot.name(), Span::call_site());
                quote!(#out.#slot(#name);)
            }
            value @ PartValue::Expr { .. } => {
                let (ty, value) = self.value(value);
                quote!(#out.part #ty(#name, #value);)
            }
        }
    }

    /// The value by reference, and the type if it is a field's: rustc then
    /// complains of the field and not of the attribute.
    fn value(&self, value: &PartValue) -> (TokenStream, TokenStream) {
        match (value.lone_field(), value) {
            (Some(index), _) => {
                let field = &self.variant.fields[index];
                let (ty, local) = (quiet(&field.ty), field.local());
                (quote!(::<#ty>), quote!(#local))
            }
            (None, PartValue::Expr { tokens, .. }) => (TokenStream::new(), by_reference(tokens)),
            _ => (TokenStream::new(), TokenStream::new()),
        }
    }
}
