//! One row of the table. Only what differs from an empty row is written:
//! a thousand rows are a thousand times what stands here.

use super::usual;
use crate::model::{Entry, HeaderValue, Message, Model, Row, Variant};
use crate::names::quiet;
use crate::parse::field::{Field, Wire};
use crate::parse::retry::RetryKey;
use crate::parse::row::CodeKey;
use crate::parts::{PartValue, Slot};
use crate::quoted::{slice, some, tokens};
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// The bits of the runtime's `Parts`, which a test holds equal.
pub(crate) mod parts {
    pub(crate) const MESSAGE: u16 = 1;
    pub(crate) const HINT: u16 = 1 << 1;
    pub(crate) const DETAILS: u16 = 1 << 2;
    pub(crate) const MEMBERS: u16 = 1 << 3;
    pub(crate) const HEADERS: u16 = 1 << 4;
    pub(crate) const RETRY_AFTER: u16 = 1 << 5;
    pub(crate) const STATUS: u16 = 1 << 6;
    pub(crate) const CODE: u16 = 1 << 7;
    pub(crate) const DOCS: u16 = 1 << 8;
    pub(crate) const TITLE: u16 = 1 << 9;
    pub(crate) const CATEGORY: u16 = 1 << 10;
    pub(crate) const RETRY: u16 = 1 << 11;
    pub(crate) const LOG: u16 = 1 << 12;
    pub(crate) const DISPLAY: u16 = 1 << 13;
    pub(crate) const ERRORS: u16 = 1 << 14;
    pub(crate) const SLOTS: u16 = 1 << 15;
}

/// Adds what follows the function's name in `row("A", 404, "A", "no {id}", "", 1171457),`,
/// with one call more for each thing that few rows say.
pub(super) fn expand(model: &Model<'_>, variant: &Variant, row: &Row, said: &mut Vec<TokenTree>) {
    let krate = &model.krate;
    said.push(usual::expand(variant, row));
    if let CodeKey::Number(number) = row.code.value {
        let number = Literal::i64_unsuffixed(number);
        say("with_code", tokens!([krate, number] #krate::Code::Number(#number)), said);
    }
    if row.code.by_default && row.code.affixes != (0, 0) {
        let (before, after) = row.code.affixes;
        let before = Literal::usize_unsuffixed(before);
        let after = Literal::usize_unsuffixed(after);
        say("with_code_affixes", tokens!([before, after] #before, #after), said);
    }
    if let Some(title) = &row.title {
        say("with_title", title.to_token_stream(), said);
    }
    if let Some(category) = &row.category {
        say("with_category", category.to_token_stream(), said);
    }
    if let Some(docs) = &row.docs {
        let docs = docs.shown();
        say("with_docs", docs.to_token_stream(), said);
    }
    match &row.retry {
        Some(retry) if !retry.is_plain() => say("with_retry", expand_retry(retry, krate), said),
        _ => {}
    }
    if let Some(seconds) = row.retry_after {
        let seconds = Literal::u64_unsuffixed(seconds);
        say("with_retry_after", seconds.to_token_stream(), said);
    }
    let headers = expand_headers(variant, row, krate);
    if !headers.is_empty() {
        say("with_headers", slice(&headers), said);
    }
    let details = expand_fields(&variant.detail_fields(), &row.details, krate);
    if !details.is_empty() {
        say("with_details", slice(&details), said);
    }
    let members = expand_fields(&variant.member_fields(), &row.members, krate);
    if !members.is_empty() {
        say("with_members", slice(&members), said);
    }
    if let Some(field) = variant.errors_field() {
        let ty = quiet(&field.ty);
        say("with_errors", tokens!([ty, krate] <#ty as #krate::SubErrors>::table), said);
        if field.public.is_set() {
            say("with_public_errors", TokenStream::new(), said);
        }
        if matches!(row.status_field, Some(status) if status.index == field.index) {
            say("with_first_status", TokenStream::new(), said);
        }
    }
    if let Some(log) = row.log {
        let level = Ident::new(log, Span::call_site());
        say("with_log", tokens!([krate, level] #krate::Log::#level), said);
    }
    if let (true, Some(inner)) = (row.transparent, variant.inner) {
        let stated = Literal::u16_unsuffixed(stated(variant, row));
        let ty = quiet(&variant.fields[inner].ty);
        let table = tokens!([ty, krate] <#ty as #krate::Nested>::table_or_open);
        say(
            "with_inner",
            tokens! {
                [table, krate, stated]
                #table, #krate::Parts::from_bits(#stated)
            },
            said,
        );
    }
    if let Some(envelope) = &row.envelope {
        say("with_shape", tokens!([envelope, krate] <#envelope as #krate::Envelope>::shape), said);
    }
    said.push(usual::comma());
}

/// Adds one more call to the row.
fn say(method: &str, argument: TokenStream, said: &mut Vec<TokenTree>) {
    said.push(TokenTree::Punct(Punct::new('.', Spacing::Alone)));
    said.push(TokenTree::Ident(Ident::new(method, Span::call_site())));
    said.push(TokenTree::Group(Group::new(Delimiter::Parenthesis, argument)));
}

/// The parts that this row asks of the value.
pub(super) fn dynamic(variant: &Variant, row: &Row) -> u16 {
    let mut bits = 0;
    let mut add = |holds: bool, part: u16| {
        if holds {
            bits |= part;
        }
    };
    let field_message = variant.message_field().is_some();
    match &row.message {
        Message::Declared(template) => {
            add(!template.is_constant() || field_message, parts::MESSAGE);
        }
        Message::Display => {
            // A constant `Display` is known here; beside a field the whole
            // choice is made in `fill`.
            let constant = variant.display.constant().is_some();
            add(!constant || field_message, parts::MESSAGE);
            add(!constant && !field_message, parts::DISPLAY);
        }
        Message::Hidden | Message::Inner => add(field_message, parts::MESSAGE),
    }
    let hint = matches!(&row.hint, Some(hint) if !hint.is_constant());
    add(hint || variant.hint_field().is_some(), parts::HINT);
    add(matches!(&row.docs, Some(docs) if !docs.is_constant()), parts::DOCS);
    add(!row.details.is_empty() || !variant.detail_fields().is_empty(), parts::DETAILS);
    add(!row.members.is_empty() || !variant.member_fields().is_empty(), parts::MEMBERS);
    let dynamic_header = row.headers.iter().any(|header| header.value.is_dynamic());
    add(dynamic_header || !variant.header_fields().is_empty(), parts::HEADERS);
    add(variant.retry_after_field().is_some(), parts::RETRY_AFTER);
    add(row.status_field.is_some(), parts::STATUS);
    add(row.code_field.is_some(), parts::CODE);
    add(variant.errors_field().is_some(), parts::ERRORS);
    let slots = [Slot::Code, Slot::Message, Slot::Hint];
    add(slots.iter().any(|slot| row.says(*slot)), parts::SLOTS);
    bits
}

/// The parts that a transparent row says itself, by its keys or its fields.
fn stated(variant: &Variant, row: &Row) -> u16 {
    let keys = &row.keys;
    let said = [
        (keys.status.is_set() || row.status_field.is_some(), parts::STATUS),
        (keys.code.is_set() || row.code_field.is_some(), parts::CODE),
        (keys.message.is_set() || variant.message_field().is_some(), parts::MESSAGE),
        (keys.hint.is_set() || variant.hint_field().is_some(), parts::HINT),
        (keys.title.is_set(), parts::TITLE),
        (keys.category.is_set(), parts::CATEGORY),
        (keys.docs.is_set(), parts::DOCS),
        (keys.retry.is_set(), parts::RETRY),
        (keys.retry_after.is_set() || variant.retry_after_field().is_some(), parts::RETRY_AFTER),
        (variant.errors_field().is_some(), parts::ERRORS),
        (keys.log.is_set(), parts::LOG),
    ];
    let mut bits = 0;
    for (is_said, part) in &said {
        bits |= if *is_said { *part } else { 0 };
    }
    bits
}

fn expand_retry(retry: &RetryKey, krate: &crate::names::Krate) -> TokenStream {
    let call_site = Span::call_site();
    let advice = Ident::new(retry.advice, call_site);
    let plain = tokens!([krate, advice] #krate::Retry::new(#krate::Advice::#advice));
    let mut fields = TokenStream::new();
    let mut set = |name: &str, value: TokenStream| {
        let name = Ident::new(name, call_site);
        fields.extend(tokens!([name, value] #name: #value,));
    };
    let duration = |millis: u64| {
        some(&tokens! {
            [millis]
            ::core::time::Duration::from_millis(#millis)
        })
    };
    if retry.maybe {
        set("when", tokens!([krate] #krate::When::Maybe));
    }
    if let Some(base) = retry.base_ms {
        set("base", duration(base));
    }
    if let Some(cap) = retry.cap_ms {
        set("cap", duration(cap));
    }
    if let Some(attempts) = retry.attempts {
        set("attempts", some(&attempts));
    }
    if retry.safe != "Always" {
        let safe = Ident::new(retry.safe, call_site);
        set("safe", tokens!([krate, safe] #krate::Safe::#safe));
    }
    if let Some(token) = &retry.token {
        set("token", some(token));
    }
    if let Some(note) = &retry.note {
        set("note", some(note));
    }
    if fields.is_empty() {
        plain
    } else {
        tokens! {
            [krate, fields, plain]
            #krate::Retry { #fields ..#plain }
        }
    }
}

fn expand_headers(variant: &Variant, row: &Row, krate: &crate::names::Krate) -> Vec<TokenStream> {
    let mut specs = Vec::new();
    for header in &row.headers {
        let name = &header.name;
        let (kind, shown) = match &header.value {
            HeaderValue::Constant(text) => ("constant", Some(text.as_str())),
            HeaderValue::Dynamic(template) => ("dynamic", Some(template.source.as_str())),
            HeaderValue::Challenge { scheme, .. } => ("dynamic", Some(scheme.as_str())),
            HeaderValue::Redirect { target: PartValue::Text(template), .. } => {
                ("dynamic", Some(template.shown()))
            }
            HeaderValue::Redirect { .. } => ("dynamic", Some("")),
            HeaderValue::Removed => ("removed", None),
        };
        let kind = Ident::new(kind, Span::call_site());
        let shown = shown.map(|shown| tokens!([shown] , #shown));
        specs.push(tokens!([krate, kind, name, shown] #krate::HeaderSpec::#kind(#name #shown)));
    }
    for (_, name) in &variant.header_fields() {
        specs.push(tokens!([krate, name] #krate::HeaderSpec::dynamic(#name, "")));
    }
    specs
}

fn expand_fields(
    fields: &[(&Field, &Wire)],
    entries: &[Entry],
    krate: &crate::names::Krate,
) -> Vec<TokenStream> {
    let mut specs = Vec::with_capacity(fields.len() + entries.len());
    for (field, wire) in fields {
        let ty = type_name(field);
        specs.push(match wire {
            Wire::Own(name) => tokens!([krate, name, ty] #krate::FieldSpec::by_default(#name, #ty)),
            Wire::Named(name) => tokens!([krate, name, ty] #krate::FieldSpec::named(#name, #ty)),
            Wire::Flatten => tokens!([krate, ty] #krate::FieldSpec::named("", #ty)),
        });
    }
    for entry in entries {
        let name = &entry.name;
        specs.push(tokens!([krate, name] #krate::FieldSpec::named(#name, "")));
    }
    specs
}

/// The type as written, without the spaces that tokens print with.
fn type_name(field: &Field) -> String {
    let mut text = field.ty.to_string();
    for &(from, to) in &[
        (" :: ", "::"),
        (":: ", "::"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        ("& ", "&"),
    ] {
        text = text.replace(from, to);
    }
    text
}
