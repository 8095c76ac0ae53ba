//! From syn's tree to keys with spans. Nothing is inherited or combined yet.

pub(crate) mod catch;
mod constant;
pub(crate) mod container;
pub(crate) mod entries;
pub(crate) mod face;
pub(crate) mod field;
pub(crate) mod header;
pub(crate) mod item;
pub(crate) mod once;
pub(crate) mod parts;
pub(crate) mod retry;
pub(crate) mod row;
pub(crate) mod status;

use crate::diag::Diagnostics;
use crate::display::Display;
use crate::pattern::Pattern;
use crate::spec::{Key, Level, look_up};
use container::ContainerKeys;
use field::Field;
use item::{Form, Item, parse_parts, read_items};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use row::RowKeys;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Data, DeriveInput, Fields, GenericParam};

/// The whole input, read.
pub(crate) struct Raw<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) container: ContainerKeys,
    /// An enum's defaults; empty for a struct.
    pub(crate) defaults: RowKeys,
    pub(crate) variants: Vec<RawVariant>,
    pub(crate) is_enum: bool,
}

/// A variant, or a struct as its own single variant.
pub(crate) struct RawVariant {
    pub(crate) ident: Ident,
    /// It is deprecated itself, or has a deprecated field or type.
    pub(crate) deprecated: bool,
    pub(crate) fields: Vec<Field>,
    pub(crate) display: Display,
    pub(crate) keys: RowKeys,
    pub(crate) whens: Vec<RawWhen>,
}

/// A `when` attribute: its pattern and its row.
pub(crate) struct RawWhen {
    pub(crate) pattern: Pattern,
    pub(crate) keys: RowKeys,
    pub(crate) span: Span,
}

/// Reads the input; nothing for a union, of which nothing can be said.
pub(crate) fn parse<'a>(input: &'a DeriveInput, diag: &mut Diagnostics) -> Option<Raw<'a>> {
    let mut container = ContainerKeys::new();
    let mut defaults = RowKeys::new();
    check_parameters(input, diag);
    match &input.data {
        Data::Union(data) => {
            diag.error(data.union_token.span, "`ApiError` needs an enum or a struct, not a union");
            None
        }
        Data::Struct(data) => {
            let fields = Field::parse_all(&data.fields, has_display(&input.attrs), diag);
            let display = Display::read(&input.attrs, &fields).unwrap_or(Display::Unreadable);
            let (keys, whens) =
                parse_rows(&input.attrs, Level::Struct, &fields, &mut container, diag);
            let deprecated = is_deprecated(&input.attrs, &data.fields);
            let ident = input.ident.clone();
            let variant = RawVariant { ident, deprecated, fields, display, keys, whens };
            Some(Raw { input, container, defaults, variants: vec![variant], is_enum: false })
        }
        Data::Enum(data) => {
            for attr in &api_attrs(&input.attrs) {
                let parts = read_items(attr, diag);
                let has_when = has_when(&parts);
                let items = parse_parts(&parts, attr, Level::Enum, diag);
                // A row has strayed here: its keys are no defaults.
                for item in items {
                    if !has_when && !container.apply(&item, diag) {
                        defaults.apply(&item, diag);
                    }
                }
            }
            defaults.broken = diag.count() > 0;
            let is_derive_more = has_display(&input.attrs);
            let all_deprecated = is_deprecated(&input.attrs, &Fields::Unit);
            let mut variants = Vec::with_capacity(data.variants.len());
            for variant in &data.variants {
                let is_derive_more = is_derive_more || has_display(&variant.attrs);
                let fields = Field::parse_all(&variant.fields, is_derive_more, diag);
                let display = Display::read(&variant.attrs, &fields)
                    .or_else(|| Display::read(&input.attrs, &fields))
                    .unwrap_or(Display::Unreadable);
                let (keys, whens) =
                    parse_rows(&variant.attrs, Level::Variant, &fields, &mut container, diag);
                let deprecated = all_deprecated || is_deprecated(&variant.attrs, &variant.fields);
                let ident = variant.ident.clone();
                variants.push(RawVariant { ident, deprecated, fields, display, keys, whens });
            }
            Some(Raw { input, container, defaults, variants, is_enum: true })
        }
    }
}

/// `syn::parse2`, of which most is then compiled once for all grammars.
pub(crate) fn parse_with<T: Parse>(tokens: TokenStream) -> syn::Result<T> {
    let mut value = None;
    read_all(tokens, &mut |input| {
        value = Some(input.parse()?);
        Ok(())
    })?;
    value.ok_or_else(|| syn::Error::new(Span::call_site(), "nothing has been read"))
}

/// Reads all of the tokens in this grammar.
pub(crate) fn read_all(
    tokens: TokenStream,
    read: &mut dyn FnMut(ParseStream<'_>) -> syn::Result<()>,
) -> syn::Result<()> {
    Parser::parse2(|input: ParseStream<'_>| read(input), tokens)
}

/// The attributes of a parameter.
fn attributes_of(param: &GenericParam) -> &[Attribute] {
    match param {
        GenericParam::Type(param) => &param.attrs,
        GenericParam::Lifetime(param) => &param.attrs,
        GenericParam::Const(param) => &param.attrs,
    }
}

fn check_parameters(input: &DeriveInput, diag: &mut Diagnostics) {
    for param in &input.generics.params {
        for attr in &api_attrs(attributes_of(param)) {
            diag.error(
                attr.path().segments[0].ident.span(),
                "`api` does not stand on a parameter; it stands on the type, its variants and its fields",
            );
        }
    }
}

fn has_display(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident("display"))
}

fn api_attrs(attrs: &[Attribute]) -> Vec<&Attribute> {
    let mut ours = Vec::new();
    for attr in attrs {
        if attr.path().is_ident("api") {
            ours.push(attr);
        }
    }
    ours
}

/// Whether these attributes, or those of any of these fields, say so.
fn is_deprecated(attrs: &[Attribute], fields: &Fields) -> bool {
    let says_so = |attrs: &[Attribute]| attrs.iter().any(|attr| attr.path().is_ident("deprecated"));
    says_so(attrs) || fields.iter().any(|field| says_so(&field.attrs))
}

/// The plain row of a variant or struct, and its `when` rows.
fn parse_rows(
    attrs: &[Attribute],
    level: Level,
    fields: &[Field],
    container: &mut ContainerKeys,
    diag: &mut Diagnostics,
) -> (RowKeys, Vec<RawWhen>) {
    let before = diag.count();
    let mut keys = RowKeys::new();
    let mut whens = Vec::new();
    for attr in &api_attrs(attrs) {
        let parts = read_items(attr, diag);
        if has_when(&parts) {
            if let Some(when) = parse_when(&parts, attr, fields, diag) {
                whens.push(when);
            }
            continue;
        }
        for item in parse_parts(&parts, attr, level, diag) {
            if !container.apply(&item, diag) {
                keys.apply(&item, diag);
            }
        }
    }
    keys.broken = diag.count() > before || fields.iter().any(|field| field.broken);
    (keys, whens)
}

/// Whether the attribute is a `when` row, so that its keys are the row's.
fn has_when(parts: &[Vec<TokenTree>]) -> bool {
    parts
        .iter()
        .any(|part| matches!(part.first(), Some(TokenTree::Ident(word)) if means_when(word)))
}

/// A misspelt `when` makes a row, too: its keys are not the variant's.
fn means_when(word: &Ident) -> bool {
    let entry = match look_up(&word.to_string(), Level::When) {
        Ok(entry) => Some(entry),
        Err(unknown) => unknown.meant,
    };
    matches!(entry, Some(entry) if entry.key == Key::When)
}

fn parse_when(
    parts: &[Vec<TokenTree>],
    attr: &Attribute,
    fields: &[Field],
    diag: &mut Diagnostics,
) -> Option<RawWhen> {
    let before = diag.count();
    let mut keys = RowKeys::new();
    let mut pattern = None;
    let mut span = attr.path().segments[0].ident.span();
    let mut seen: Option<Span> = None;
    for item in parse_parts(parts, attr, Level::When, diag) {
        if item.key() != Key::When {
            keys.apply(&item, diag);
            continue;
        }
        if seen.is_some() {
            diag.error(
                item.span(),
                "one `when` to an attribute; write another `#[api(when(...), ...)]`",
            );
            continue;
        }
        span = item.span();
        seen = Some(span);
        pattern = parse_pattern(&item, fields, diag);
    }
    keys.broken = diag.count() > before || fields.iter().any(|field| field.broken);
    pattern.map(|pattern| RawWhen { pattern, keys, span })
}

fn parse_pattern(item: &Item, fields: &[Field], diag: &mut Diagnostics) -> Option<Pattern> {
    match &item.form {
        Form::Group(delimiter, tokens, span) => {
            Pattern::parse(*delimiter, tokens.clone(), *span, fields, diag)
        }
        _ => {
            item.wrong_form(diag);
            None
        }
    }
}
