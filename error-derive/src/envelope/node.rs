//! A template as the runtime's constants.

use super::errors::{Errors, Form, Key};
use super::json;
use super::slot::{Kind, SlotSpec};
use super::value::{Member, Value};
use crate::names::Krate;
use crate::quoted::{none, slice, some, tokens};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

pub(super) fn node(value: &Value, krate: &Krate) -> TokenStream {
    match value {
        Value::Literal(json) => tokens!([krate, json] #krate::Node::Literal(#json)),
        Value::Slot { spec, name, or, kind } => {
            let slot = slot(spec, name.as_deref(), krate);
            let or = or.as_deref().unwrap_or("null");
            let kind = match kind {
                Kind::AsIs => quote!(AsIs),
                Kind::String => quote!(String),
                Kind::Number => quote!(Number),
            };
            tokens! {
                [krate, slot, or, kind]
                #krate::Node::Slot { slot: #slot, or: #or, kind: #krate::Kind::#kind }
            }
        }
        Value::Object(members) => {
            let mut all = Vec::with_capacity(members.len());
            for member in members {
                all.push(self::member(member, krate));
            }
            let all = slice(&all);
            tokens!([krate, all] #krate::Node::Object(#all))
        }
        Value::Array(items) => {
            let mut all = Vec::with_capacity(items.len());
            for item in items {
                all.push(node(item, krate));
            }
            let all = slice(&all);
            tokens!([krate, all] #krate::Node::Array(#all))
        }
        Value::Optional(object) => {
            let object = node(object, krate);
            tokens!([krate, object] #krate::Node::Optional(&#object))
        }
        Value::Errors(list) => errors(list, krate),
        Value::Repeat => tokens!([krate] #krate::Node::Repeat),
    }
}

fn slot(spec: &SlotSpec, name: Option<&str>, krate: &Krate) -> TokenStream {
    let variant = Ident::new(spec.variant, Span::call_site());
    let name = name.map(|name| tokens!([name] (#name)));
    tokens!([krate, variant, name] #krate::Slot::#variant #name)
}

fn member(member: &Member, krate: &Krate) -> TokenStream {
    match member {
        Member::Rest => tokens!([krate] #krate::Member::Rest),
        Member::Named { name, optional, value } => {
            let key = format!("{}:", json::string(name));
            let value = node(value, krate);
            tokens! {
                [krate, name, key, optional, value]
                #krate::Member::Named {
                    name: #name,
                    key: #key,
                    optional: #optional,
                    value: #value,
                }
            }
        }
    }
}

fn errors(errors: &Errors, krate: &Krate) -> TokenStream {
    let Errors { item, form, or } = errors;
    let (item, form) = (node(item, krate), self::form(form, krate));
    let or = match or {
        Some(or) => some(or),
        None => none(),
    };
    // A literal of constants is promoted to a static.
    tokens! {
        [krate, item, form, or]
        #krate::Node::Errors(&#krate::Errors { item: #item, form: #form, or: #or })
    }
}

fn form(form: &Form, krate: &Krate) -> TokenStream {
    let (variant, key) = match form {
        Form::Array => return tokens!([krate] #krate::Form::Array),
        Form::Map(key) => (quote!(Map), key),
        Form::Groups(key) => (quote!(Groups), key),
    };
    let Key { spec, name, or } = key;
    let key = slot(spec, name.as_deref(), krate);
    let or = or.as_deref().unwrap_or_default();
    tokens!([krate, variant, key, or] #krate::Form::#variant { key: #key, or: #or })
}
