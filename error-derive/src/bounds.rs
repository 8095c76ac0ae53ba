//! The where clause of the generated impls.
//!
//! Bounds are inferred by use and by field type: a type that mentions a type
//! parameter and is serialized, shown or delegated to gets the bound that this
//! use needs, and no other type gets any. `bound(...)` replaces all of it.

use crate::model::{Entry, HeaderValue, Message, Model, Row, Value, Variant};
use crate::names::{Krate, mentions, quiet};
use crate::parse::field::Field;
use crate::parts::PartValue;
use crate::quoted::{separated, tokens};
use crate::scope::Name;
use crate::template::{Arg, FormatTrait, Template};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Data, DeriveInput, GenericParam, Token, TypeParamBound, WherePredicate};

/// The predicates to add to those that the type itself has.
pub(crate) fn where_clause(model: &Model<'_>) -> TokenStream {
    let mut added = match &model.bound {
        Some(bound) => bound.clone(),
        None => infer(model),
    };
    if let Some(sized) = sized(model.input) {
        added.push(sized);
    }
    let declared = &model.input.generics.where_clause;
    add_predicates(&declared.to_token_stream(), &added)
}

/// The clause with these predicates behind its own.
pub(crate) fn add_predicates(clause: &TokenStream, added: &[TokenStream]) -> TokenStream {
    if added.is_empty() {
        return clause.clone();
    }
    let added = separated(added, ',');
    match clause.clone().into_iter().last() {
        None => tokens!([added] where #added),
        Some(TokenTree::Punct(comma)) if comma.as_char() == ',' => tokens! {
            [clause, added]
            #clause #added
        },
        Some(_) => tokens!([clause, added] #clause, #added),
    }
}

/// `Self: Sized`, for a struct whose last field may have no known size:
/// `Declared` needs one.
pub(crate) fn sized(input: &DeriveInput) -> Option<TokenStream> {
    if !matches!(input.data, Data::Struct(_)) {
        return None;
    }
    let mut may_lack_one = false;
    for param in &input.generics.params {
        if let GenericParam::Type(param) = param {
            may_lack_one |= has_maybe(&param.bounds);
        }
    }
    if let Some(clause) = &input.generics.where_clause {
        for predicate in &clause.predicates {
            if let WherePredicate::Type(predicate) = predicate {
                may_lack_one |= has_maybe(&predicate.bounds);
            }
        }
    }
    may_lack_one.then(|| tokens!([] Self: ::core::marker::Sized))
}

/// Whether `?Sized` is among them.
fn has_maybe(bounds: &Punctuated<TypeParamBound, Token![+]>) -> bool {
    bounds
        .iter()
        .any(|bound| matches!(bound, TypeParamBound::Trait(bound) if bound.maybe.is_some()))
}

fn infer(model: &Model<'_>) -> Vec<TokenStream> {
    let mut params = Vec::new();
    for param in &model.input.generics.params {
        if let GenericParam::Type(param) = param {
            params.push(param.ident.to_string());
        }
    }
    if params.is_empty() {
        return Vec::new();
    }
    let mut inference = Inference {
        krate: &model.krate,
        own: &model.input.ident,
        params,
        seen: Vec::new(),
        predicates: Vec::new(),
    };
    for model in &model.with_faces() {
        for variant in &model.variants {
            inference.variant(variant);
        }
    }
    // `ApiError` is an `Error`: whatever that needs for this type.
    inference.predicates.push(tokens!([] Self: ::core::error::Error));
    inference.predicates
}

struct Inference<'a> {
    krate: &'a Krate,
    own: &'a Ident,
    params: Vec<String>,
    /// What is asked for already, in order.
    seen: Vec<String>,
    predicates: Vec<TokenStream>,
}

impl Inference<'_> {
    fn variant(&mut self, variant: &Variant) {
        let krate = self.krate;
        for field in &variant.fields {
            if field.detail.is_set() || field.member.is_set() {
                self.require(field, &tokens!([krate] #krate::__private::Serialize));
            }
            if field.header.is_set() {
                self.ask(field, "HeaderText");
            }
            if field.message.is_set() || field.hint.is_set() {
                self.ask(field, "PublicText");
            }
            if field.status.is_set() && !field.errors.is_set() {
                self.ask(field, "PublicStatus");
            }
            if field.code.is_set() {
                self.ask(field, "PublicCode");
            }
            if field.errors.is_set() {
                self.ask(field, "SubErrors");
            }
            if field.retry_after.is_set() {
                self.ask(field, "IntoRetryAfter");
            }
        }
        if let Some(inner) = variant.inner {
            self.ask(&variant.fields[inner], "Nested");
        }
        for row in &variant.rows {
            self.row(variant, row);
        }
    }

    fn row(&mut self, variant: &Variant, row: &Row) {
        if let Message::Declared(template) = &row.message {
            self.template(variant, template);
        }
        if let Some(hint) = &row.hint {
            self.template(variant, hint);
        }
        if let Some(docs) = &row.docs {
            self.template(variant, docs);
        }
        for header in &row.headers {
            if let HeaderValue::Dynamic(template) = &header.value {
                self.template(variant, template);
            }
            for value in &header.value.values() {
                match value {
                    PartValue::Text(template) => self.template(variant, template),
                    PartValue::Expr { .. } => {
                        if let Some(index) = value.lone_field() {
                            self.ask(&variant.fields[index], "HeaderText");
                        }
                    }
                    PartValue::Token(_) | PartValue::Slot(_) => {}
                }
            }
        }
        self.entries(variant, &row.details);
        self.entries(variant, &row.members);
    }

    fn entries(&mut self, variant: &Variant, entries: &[Entry]) {
        let krate = self.krate;
        for entry in entries {
            match &entry.value {
                Value::Text(template) => self.template(variant, template),
                Value::Object(inner) => self.entries(variant, inner),
                Value::Null | Value::Constant(_) => {}
                // An expression that is nothing but a field is serialized as it.
                Value::Expr { tokens, uses } => {
                    if let ([(Name::Field(index), _)], 1) =
                        (uses.as_slice(), tokens.clone().into_iter().count())
                    {
                        self.require(
                            &variant.fields[*index],
                            &tokens!([krate] #krate::__private::Serialize),
                        );
                    }
                }
            }
        }
    }

    fn template(&mut self, variant: &Variant, template: &Template) {
        for arg in &template.args {
            if let Arg::Field(index, format) = arg {
                let name = match format {
                    FormatTrait::Display => "Display",
                    FormatTrait::Debug => "Debug",
                    FormatTrait::LowerHex => "LowerHex",
                    FormatTrait::UpperHex => "UpperHex",
                    FormatTrait::Octal => "Octal",
                    FormatTrait::Binary => "Binary",
                    FormatTrait::LowerExp => "LowerExp",
                    FormatTrait::UpperExp => "UpperExp",
                    FormatTrait::Pointer => "Pointer",
                    FormatTrait::Count => continue,
                };
                let name = Ident::new(name, Span::call_site());
                self.require(&variant.fields[*index], &tokens!([name] ::core::fmt::#name));
            }
        }
    }

    /// A trait of the runtime.
    fn ask(&mut self, field: &Field, name: &str) {
        let (krate, name) = (self.krate, Ident::new(name, Span::call_site()));
        self.require(field, &tokens!([krate, name] #krate::#name));
    }

    fn require(&mut self, field: &Field, bound: &TokenStream) {
        let ty = &field.ty;
        // A bound on a type that contains this very type would ask for itself
        // without end; what it needs follows from the other bounds.
        if !self.mentions_param(ty) || self.mentions_own(ty) {
            return;
        }
        let asked = format!("{ty} : {bound}");
        if let Err(at) = self.seen.binary_search(&asked) {
            self.seen.insert(at, asked);
            let ty = quiet(ty);
            self.predicates.push(tokens!([ty, bound] #ty: #bound));
        }
    }

    /// Whether the type contains the one that is being declared. A path that
    /// ends in its name, as `other::Error<T>` in `Error<T>`, is another's.
    fn mentions_own(&self, ty: &TokenStream) -> bool {
        let trees: Vec<TokenTree> = ty.clone().into_iter().collect();
        let is_colon = |at: usize| matches!(&trees[at], TokenTree::Punct(p) if p.as_char() == ':');
        trees.iter().enumerate().any(|(at, tree)| match tree {
            TokenTree::Ident(ident) if ident == "Self" => true,
            TokenTree::Ident(ident) => {
                let in_path = at > 1 && is_colon(at - 1) && is_colon(at - 2);
                let relative =
                    at > 2 && matches!(&trees[at - 3], TokenTree::Ident(i) if i == "self");
                ident == self.own && (!in_path || relative)
            }
            TokenTree::Group(group) => self.mentions_own(&group.stream()),
            _ => false,
        })
    }

    fn mentions_param(&self, ty: &TokenStream) -> bool {
        mentions(ty, &|ident| self.params.contains(&ident.to_string()))
    }
}
