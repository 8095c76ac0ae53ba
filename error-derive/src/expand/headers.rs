//! The headers of a row that its value makes: plain ones, challenges and
//! redirects.

use super::entries::by_reference;
use super::fill::Writer;
use crate::model::{Header, HeaderValue, Row};
use crate::names::{local, quiet};
use crate::parts::{Part, PartValue};
use crate::quoted::tokens;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

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
            all.extend(tokens! {
                [krate, ty, headers, name, value]
                #krate::__private::header::<#ty>(#headers, #name, #value);
            });
        }
        (!all.is_empty()).then(|| {
            tokens! {
                [krate, headers, all]
                #krate::Part::Headers(#headers) => { #all }
            }
        })
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
                Some(tokens!([headers, name, args] #headers.fmt(#name, #args);))
            }
            HeaderValue::Challenge { scheme, parts } => {
                let parts = self.parts(parts);
                Some(tokens! {
                    [headers, name, scheme, parts]
                    #headers.challenge(#name, #scheme, #parts);
                })
            }
            HeaderValue::Redirect { target, parts } => {
                let parts = self.parts(parts);
                Some(match target {
                    PartValue::Text(template) => {
                        let args = self.link_args(template);
                        tokens!([headers, args, parts] #headers.redirect_fmt(#args, #parts);)
                    }
                    target => {
                        let (ty, value) = self.value(target);
                        tokens!([headers, ty, value, parts] #headers.redirect #ty(#value, #parts);)
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
        tokens!([out, calls] |#out| { #calls })
    }

    fn part(&self, part: &Part, out: &Ident) -> TokenStream {
        let name = &part.name;
        match &part.value {
            PartValue::Text(template) => match &template.constant {
                Some(text) => tokens!([out, name, text] #out.part(#name, #text);),
                None => {
                    let args = self.format_args(template);
                    tokens!([out, name, args] #out.fmt(#name, #args);)
                }
            },
            PartValue::Token(token) => tokens!([out, name, token] #out.token(#name, #token);),
            PartValue::Slot(slot) => {
                let slot = Ident::new(slot.name(), Span::call_site());
                tokens!([out, slot, name] #out.#slot(#name);)
            }
            value @ PartValue::Expr { .. } => {
                let (ty, value) = self.value(value);
                tokens!([out, ty, name, value] #out.part #ty(#name, #value);)
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
                (tokens!([ty] ::<#ty>), local.to_token_stream())
            }
            (None, PartValue::Expr { tokens, .. }) => (TokenStream::new(), by_reference(tokens)),
            _ => (TokenStream::new(), TokenStream::new()),
        }
    }
}
