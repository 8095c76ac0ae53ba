//! A template as code: its text, or the `format_args!` that makes it.

use super::fill::Writer;
use crate::names::{local, quiet};
use crate::quoted::{none, separated, some, tokens};
use crate::template::{Arg, FormatTrait, Template};
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::LitStr;

impl Writer<'_> {
    /// Writes a template's text.
    pub(super) fn text(&self, template: &Template, out: &Ident) -> TokenStream {
        match &template.constant {
            Some(text) => tokens!([out, text] #out.text(#text)),
            None => {
                let args = self.format_args(template);
                tokens!([out, args] #out.fmt(#args))
            }
        }
    }

    /// `format_args!(…)`, placed at the user's text.
    pub(super) fn format_args(&self, template: &Template) -> TokenStream {
        let format = literal(&template.format, template);
        let args = self.arguments(template);
        let args = separated(&args, ',');
        tokens!([format, args] ::core::format_args!(#format, #args))
    }

    /// What stands in a template's places.
    pub(super) fn arguments(&self, template: &Template) -> Vec<TokenStream> {
        let krate = self.krate;
        let mut arguments = Vec::with_capacity(template.args.len());
        for arg in &template.args {
            arguments.push(match arg {
                Arg::Expr(tokens) => tokens.clone(),
                Arg::Field(index, format) => {
                    let mut local = self.variant.fields[*index].local();
                    local.set_span(local.span().located_at(template.span));
                    if *format == FormatTrait::Count {
                        tokens!([local] *#local)
                    } else {
                        local.to_token_stream()
                    }
                }
                Arg::Binding(name, FormatTrait::Count) => tokens!([name] *#name),
                Arg::Binding(name, _) => name.to_token_stream(),
                Arg::Code(case) => {
                    let out = local("out");
                    let case = match case {
                        Some(case) => {
                            let case = Ident::new(&format!("{case:?}"), Span::call_site());
                            some(&tokens!([krate, case] #krate::Case::#case))
                        }
                        None => none(),
                    };
                    tokens!([out, case] #out.link_code(#case))
                }
                Arg::Inner(index) => {
                    let field = &self.variant.fields[*index];
                    let (ty, value) = (quiet(&field.ty), field.local());
                    tokens!([krate, ty, value] #krate::__private::inner_message::<#ty>(#value))
                }
            });
        }
        arguments
    }
}

/// A text of generated code, placed at the user's.
pub(super) fn literal(text: &str, template: &Template) -> LitStr {
    LitStr::new(text, template.span.resolved_at(Span::call_site()))
}
