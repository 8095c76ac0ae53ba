//! The entries of details and members as code.

use super::fill::Writer;
use crate::model::{Entry, Value};
use crate::names::{local, quiet};
use crate::parse::field::{Field, Wire};
use crate::quoted::tokens;
use crate::scan;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};

impl Writer<'_> {
    pub(super) fn entries(
        &self,
        part: &str,
        fields: &[(&Field, &Wire)],
        entries: &[Entry],
    ) -> Option<TokenStream> {
        let krate = self.krate;
        if fields.is_empty() && entries.is_empty() {
            return None;
        }
        let out = local("out");
        let is_details = part == "Details";
        let part = Ident::new(part, Span::call_site());
        let mut all = TokenStream::new();
        for (field, wire) in fields {
            let (function, name) = match wire {
                Wire::Own(name) => ("field", Some(name)),
                Wire::Named(name) => ("entry", Some(name)),
                Wire::Flatten if is_details => ("value", None),
                Wire::Flatten => ("flatten", None),
            };
            let function = Ident::new(function, Span::call_site());
            let (ty, value, keep) = (quiet(&field.ty), field.local(), self.keep(field));
            let named = name.map(|name| tokens!([name, keep] #name, #keep,));
            all.extend(tokens! {
                [krate, function, ty, out, named, value]
                #krate::__private::#function::<#ty>(#out, #named #value);
            });
        }
        all.extend(self.expand_entries(entries, &out));
        Some(tokens!([krate, part, out, all] #krate::Part::#part(#out) => { #all }))
    }

    fn expand_entries(&self, entries: &[Entry], out: &Ident) -> TokenStream {
        let krate = self.krate;
        let mut all = TokenStream::new();
        for entry in entries {
            let name = &entry.name;
            all.extend(match &entry.value {
                Value::Text(template) => {
                    let args = self.format_args(template);
                    tokens!([out, name, args] #out.entry_fmt(#name, #args);)
                }
                Value::Expr { tokens, .. } => {
                    let value = by_reference(tokens);
                    tokens! {
                        [krate, out, name, value]
                        #krate::__private::entry(#out, #name, #krate::Keep::Default, #value);
                    }
                }
                Value::Constant(json) => {
                    tokens! {
                        [krate, out, name, json]
                        #krate::__private::constant(#out, #name, #json);
                    }
                }
                Value::Null => {
                    tokens! {
                        [krate, out, name]
                        #krate::__private::entry(#out, #name, #krate::Keep::Null, &());
                    }
                }
                Value::Object(inner) => {
                    let inner = self.expand_entries(inner, out);
                    tokens!([out, name, inner] #out.object(#name, |#out| { #inner });)
                }
            });
        }
        all
    }
}

/// `&(tokens)`, placed where the tokens are, so that rustc complains there.
pub(super) fn by_reference(tokens: &TokenStream) -> TokenStream {
    let place = scan::place_of(tokens).unwrap_or(Span::call_site().into());
    let mut group = Group::new(Delimiter::Parenthesis, tokens.clone());
    group.set_span(place.last.resolved_at(Span::call_site()));
    let first = place.first.resolved_at(Span::call_site());
    tokens!(first => [group] &#group)
}
