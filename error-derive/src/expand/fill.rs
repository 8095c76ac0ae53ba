//! `ApiError::fill`: what a value's fields say, written where it belongs.

use super::error::{expand_pattern, use_all, used_bindings, variant_path};
use crate::model::{Message, Model, Row, Variant};
use crate::names::{Krate, local, quiet, unmentioned};
use crate::parse::field::{Field, Keep, Unit};
use crate::quoted::{separated, some, tokens};
use crate::scope::Name;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Lifetime;

// Expands to:
//
//     fn fill<'e>(&'e self, row: usize, part: Part<'e, '_>) {
//         match self {
//             Self::A { id: field0 } => match part {
//                 Part::Message(out) => out.fmt(format_args!("no {0}", field0)),
//                 Part::Details(out) => entry::<String>(out, "id", …, field0),
//                 _ => {}
//             },
//             Self::B { .. } => {}
//         }
//     }
pub(super) fn expand(model: &Model<'_>, name: &TokenStream) -> TokenStream {
    let krate = &model.krate;
    let row = local("row");
    let part = local("part");
    let mut arms = TokenStream::new();
    let mut silent = Vec::new();
    let mut first = 0usize;
    for variant in &model.variants {
        match expand_variant(model, variant, first, &row, &part) {
            Some(arm) => arms.extend(arm),
            None => {
                let path = variant_path(model, variant);
                silent.push(tokens!([path] #path { .. }));
            }
        }
        first += variant.rows.len();
    }
    if arms.is_empty() {
        return TokenStream::new();
    }
    if !silent.is_empty() {
        let silent = separated(&silent, '|');
        arms.extend(tokens!([silent] #silent => {}));
    }
    let lifetime = lifetime(model);
    // Variants of a single row do not look at it.
    let used_row = model.variants.iter().any(|variant| variant.rows.len() > 1);
    let row_pattern = if used_row { row.to_token_stream() } else { quote!(_) };
    tokens! {
        [name, lifetime, row_pattern, part, krate, arms]
        fn #name<#lifetime>(
            &#lifetime self,
            #row_pattern: ::core::primitive::usize,
            #part: #krate::Part<#lifetime, '_>,
        ) {
            match self { #arms }
        }
    }
}

/// The lifetime of the value, called as no lifetime of the type is.
pub(super) fn lifetime(model: &Model<'_>) -> Lifetime {
    let generics = &model.input.generics;
    let mut mentioned = generics.to_token_stream();
    for variant in &model.variants {
        for field in &variant.fields {
            field.ty.to_tokens(&mut mentioned);
        }
    }
    // A lifetime is a `'` and an identifier.
    let name = unmentioned("error", &mentioned);
    Lifetime { apostrophe: name.span(), ident: name }
}

/// The arm of a variant; nothing when all of its rows are constant.
fn expand_variant(
    model: &Model<'_>,
    variant: &Variant,
    first: usize,
    row_index: &Ident,
    part: &Ident,
) -> Option<TokenStream> {
    let writer = Writer { krate: &model.krate, variant };
    let mut bodies = Vec::with_capacity(variant.rows.len());
    let mut is_constant = true;
    for row in &variant.rows {
        let body = writer.row(model, row, part);
        is_constant &= body.is_none();
        bodies.push(body.unwrap_or_else(|| quote!({})));
    }
    if is_constant {
        return None;
    }
    let mut fields = TokenStream::new();
    for field in &writer.used_fields() {
        let name = member(field);
        let local = field.local();
        fields.extend(tokens!([name, local] #name: #local,));
    }
    let path = variant_path(model, variant);
    let pattern = tokens!([path, fields] #path { #fields .. });
    let plain = bodies.pop()?;
    let body = if bodies.is_empty() {
        plain
    } else {
        let mut arms = TokenStream::new();
        for (at, body) in bodies.into_iter().enumerate() {
            let index = Literal::usize_unsuffixed(first + at);
            arms.extend(tokens!([index, body] #index => #body,));
        }
        tokens!([row_index, arms, plain] match #row_index { #arms _ => #plain })
    };
    Some(tokens!([pattern, body] #pattern => #body,))
}

/// `id`, or `0`.
fn member(field: &Field) -> TokenStream {
    match &field.ident {
        Some(ident) => quiet(ident),
        None => Literal::usize_unsuffixed(field.index).to_token_stream(),
    }
}

pub(super) struct Writer<'a> {
    pub(super) krate: &'a Krate,
    pub(super) variant: &'a Variant,
}

impl Writer<'_> {
    /// The fields that any row of the variant reads.
    fn used_fields(&self) -> Vec<&Field> {
        let fields = &self.variant.fields;
        let mut reads = vec![0_usize; fields.len()];
        if let Some(inner) = self.variant.inner {
            reads[inner] += 1;
        }
        for row in &self.variant.rows {
            row.each_use(&mut |name| {
                if let Name::Field(index) | Name::Count(index) | Name::Inner(index) = name {
                    reads[index] += 1;
                }
            });
        }
        let mut used = Vec::with_capacity(fields.len());
        for f in fields {
            if reads[f.index] > 0
                || f.detail.is_set()
                || f.member.is_set()
                || f.header.is_set()
                || f.retry_after.is_set()
                || f.message.is_set()
                || f.hint.is_set()
                || f.status.is_set()
                || f.code.is_set()
                || f.errors.is_set()
            {
                used.push(f);
            }
        }
        used
    }

    /// `match part { … }` for one row.
    fn row(&self, model: &Model<'_>, row: &Row, part: &Ident) -> Option<TokenStream> {
        let mut arms = TokenStream::new();
        for arm in &[
            self.message(row),
            self.hint(row),
            self.docs(row),
            self.entries("Details", &self.variant.detail_fields(), &row.details),
            self.entries("Members", &self.variant.member_fields(), &row.members),
            self.headers(row),
            self.retry_after(),
            self.status(row),
            self.code(row),
            self.errors(),
            self.inner(row),
        ] {
            arm.to_tokens(&mut arms);
        }
        if arms.is_empty() {
            return None;
        }
        let body = tokens!([part, arms] match #part { #arms _ => {} });
        let Some(pattern) = &row.pattern else { return Some(body) };
        if pattern.bindings.is_empty() {
            return Some(body);
        }
        // The row has been chosen: only the bindings are needed again, so the
        // pattern is matched without its guard. But which of several
        // alternatives it was, the guard alone knows.
        let shape = expand_pattern(model, self.variant, pattern);
        let guard = match &pattern.guard {
            Some(guard) if pattern.has_alternatives() => tokens!([guard] if #guard),
            _ => TokenStream::new(),
        };
        let used = use_all(&used_bindings(row, false));
        Some(tokens! {
            [shape, guard, used, body]
            match self {
                #shape #guard => { #used #body }
                _ => {}
            }
        })
    }

    fn message(&self, row: &Row) -> Option<TokenStream> {
        let krate = self.krate;
        let Some(field) = self.variant.message_field() else {
            let Message::Declared(template) = &row.message else { return None };
            if template.is_constant() {
                return None;
            }
            let out = local("out");
            let text = self.text(template, &out);
            return Some(tokens!([krate, out, text] #krate::Part::Message(#out) => #text,));
        };
        let out = local("out");
        let text = match &row.message {
            Message::Declared(template) => Some(self.text(template, &out)),
            Message::Display => Some(tokens!([out] #out.display(&self))),
            Message::Hidden | Message::Inner => None,
        };
        Some(self.public_text("Message", field, text))
    }

    fn hint(&self, row: &Row) -> Option<TokenStream> {
        let krate = self.krate;
        let field = self.variant.hint_field();
        if field.is_none() && row.hint.as_ref()?.is_constant() {
            return None;
        }
        let out = local("out");
        let text = row.hint.as_ref().map(|template| self.text(template, &out));
        if let Some(field) = field {
            return Some(self.public_text("Hint", field, text));
        }
        Some(tokens!([krate, out, text] #krate::Part::Hint(#out) => #text,))
    }

    /// A field that is the text, else what the row says.
    fn public_text(
        &self,
        part: &str,
        field: &Field,
        otherwise: Option<TokenStream>,
    ) -> TokenStream {
        let krate = self.krate;
        let part = Ident::new(part, Span::call_site());
        let (out, text, field_local) = (local("out"), local("text"), field.local());
        let ty = quiet(&field.ty);
        let otherwise = otherwise.unwrap_or_else(|| quote!({}));
        // What few variants have.
        tokens! {
            [krate, part, out, ty, field_local, text, otherwise]
            #krate::Part::#part(#out) => match <#ty as #krate::PublicText>::public_text(#field_local) {
                ::core::option::Option::Some(#text) => #out.text(#text),
                ::core::option::Option::None => #otherwise,
            },
        }
    }

    fn docs(&self, row: &Row) -> Option<TokenStream> {
        let krate = self.krate;
        let docs = row.docs.as_ref()?;
        if docs.is_constant() {
            return None;
        }
        let out = local("out");
        let args = self.link_args(docs);
        Some(tokens!([krate, out, args] #krate::Part::Docs(#out) => #out.fmt(#args),))
    }

    fn retry_after(&self) -> Option<TokenStream> {
        let krate = self.krate;
        let field = self.variant.retry_after_field()?;
        let (delay, ty, value) = (local("delay"), quiet(&field.ty), field.local());
        let unit = match field.retry_after.get()? {
            Unit::Seconds => "Seconds",
            Unit::Millis => "Millis",
            Unit::HttpDate => "HttpDate",
        };
        let unit = Ident::new(unit, Span::call_site());
        let keep = self.keep(field);
        Some(tokens! {
            [krate, delay, ty, value, unit, keep]
            #krate::Part::RetryAfter(#delay) => {
                *#delay = #krate::__private::retry_after::<#ty>(#value, #krate::Unit::#unit, #keep);
            }
        })
    }

    fn status(&self, row: &Row) -> Option<TokenStream> {
        let krate = self.krate;
        let field = &self.variant.fields[row.status_field?.index];
        let (slot, ty, value) = (local("slot"), quiet(&field.ty), field.local());
        // Of a list, the status is its first item's, which the row says.
        if field.errors.is_set() {
            return None;
        }
        let status = tokens!([krate, ty, value] #krate::__private::status::<#ty>(#value));
        Some(tokens!([krate, slot, status] #krate::Part::Status(#slot) => *#slot = #status,))
    }

    fn code(&self, row: &Row) -> Option<TokenStream> {
        let krate = self.krate;
        let field = &self.variant.fields[row.code_field?];
        let (slot, ty, value) = (local("slot"), quiet(&field.ty), field.local());
        Some(tokens! {
            [krate, slot, ty, value]
            #krate::Part::Code(#slot) => *#slot = #krate::__private::code::<#ty>(#value),
        })
    }

    fn errors(&self) -> Option<TokenStream> {
        let krate = self.krate;
        let field = self.variant.errors_field()?;
        let (slot, ty, value) = (local("slot"), quiet(&field.ty), field.local());
        let list = some(&tokens!([ty, krate, value] <#ty as #krate::SubErrors>::as_list(#value)));
        Some(tokens!([krate, slot, list] #krate::Part::Errors(#slot) => { *#slot = #list; }))
    }

    fn inner(&self, row: &Row) -> Option<TokenStream> {
        let krate = self.krate;
        let field = &self.variant.fields[self.variant.inner?];
        if !row.transparent {
            return None;
        }
        let (inner, ty, value) = (local("inner"), quiet(&field.ty), field.local());
        let error = some(&tokens! {
            [ty, krate, value]
            <#ty as #krate::Nested>::as_api_error(#value)
        });
        Some(tokens!([krate, inner, error] #krate::Part::Inner(#inner) => { *#inner = #error; }))
    }

    pub(super) fn keep(&self, field: &Field) -> TokenStream {
        let krate = self.krate;
        let keep = match field.keep.get() {
            None => "Default",
            Some(Keep::Null) => "Null",
            Some(Keep::OmitDefault) => "OmitDefault",
            Some(Keep::Empty) => "Empty",
        };
        let keep = Ident::new(keep, Span::call_site());
        tokens!([krate, keep] #krate::Keep::#keep)
    }
}
