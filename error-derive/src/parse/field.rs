//! One field and its keys.

use super::face::{self, FaceName};
use super::item::{Form, Item, parse_all, parse_items};
use super::once::Once;
use crate::diag::{Diagnostics, Place};
use crate::lists;
use crate::names::{local, unraw};
use crate::spec::{Key, Level};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{LitStr, Meta};

/// A field as declared.
#[derive(Clone)]
pub(crate) struct Field {
    /// Whether anything could not be read: then nothing is missed.
    pub(crate) broken: bool,
    pub(crate) index: usize,
    pub(crate) ident: Option<Ident>,
    pub(crate) ty: TokenStream,
    /// Where it says that it is a source; its text is private.
    pub(crate) source: Option<Span>,
    pub(crate) detail: Once<Wire>,
    pub(crate) member: Once<Wire>,
    pub(crate) header: Once<String>,
    pub(crate) retry_after: Once<Unit>,
    pub(crate) message: Once<()>,
    pub(crate) hint: Once<()>,
    pub(crate) status: Once<()>,
    pub(crate) code: Once<()>,
    pub(crate) errors: Once<()>,
    pub(crate) public: Once<()>,
    pub(crate) keep: Once<Keep>,
    /// What it is on other faces.
    pub(crate) faces: Vec<(FaceName, Field)>,
}

/// The name of an entry on the wire.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Wire {
    /// The field's own, through the envelope's `field_case`.
    Own(String),
    Named(String),
    Flatten,
}

/// What a number in a `retry_after` field counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Seconds,
    Millis,
    HttpDate,
}

/// Which empty values are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    Null,
    OmitDefault,
    Empty,
}

impl Field {
    pub(crate) fn parse(index: usize, field: &syn::Field, diag: &mut Diagnostics) -> Self {
        let before = diag.count();
        let mut parsed = Self::silent(
            index,
            field.ident.clone(),
            field.ty.to_token_stream(),
            source_span(field),
        );
        for attr in field.attrs.iter().filter(|attr| attr.path().is_ident("api")) {
            for item in parse_items(attr, Level::Field, diag) {
                parsed.apply(&item, diag);
            }
        }
        parsed.broken = diag.count() > before;
        parsed
    }

    /// One of which nothing is said.
    fn silent(index: usize, ident: Option<Ident>, ty: TokenStream, source: Option<Span>) -> Self {
        Self {
            broken: false,
            index,
            ident,
            ty,
            source,
            detail: Once::new("detail"),
            member: Once::new("member"),
            header: Once::new("header"),
            retry_after: Once::new("retry_after"),
            message: Once::new("message"),
            hint: Once::new("hint"),
            status: Once::new("status"),
            code: Once::new("code"),
            errors: Once::new("errors"),
            public: Once::new("public"),
            keep: Once::new("keep"),
            faces: Vec::new(),
        }
    }

    /// All fields of a variant, or of a struct. One that has `#[display]`
    /// somewhere is `derive_more`'s, which has a rule of its own for sources.
    pub(crate) fn parse_all(
        fields: &syn::Fields,
        is_derive_more: bool,
        diag: &mut Diagnostics,
    ) -> Vec<Self> {
        let mut parsed = Vec::with_capacity(fields.len());
        for field in fields {
            parsed.push(Self::parse(parsed.len(), field, diag));
        }
        if let (true, [only], Some(field)) =
            (is_derive_more, parsed.as_mut_slice(), fields.iter().next())
        {
            if only.source.is_none() && is_implicit_source(field) {
                let source = Some(syn::spanned::Spanned::span(&field.ty));
                only.source = source;
                only.faces.iter_mut().for_each(|(_, only)| only.source = source);
            }
        }
        parsed
    }

    fn apply(&mut self, item: &Item, diag: &mut Diagnostics) {
        let span = item.span();
        match item.key() {
            Key::Detail => {
                if let Some(wire) = self.wire(item, diag) {
                    self.detail.set(span, wire, diag);
                }
            }
            Key::Member => {
                if let Some(wire) = self.wire(item, diag) {
                    self.member.set(span, wire, diag);
                }
            }
            Key::Header => {
                if let Some(name) = item.value::<LitStr>("a header name", diag) {
                    if let Some(name) = super::header::check_name(&name, diag) {
                        self.header.set(span, name, diag);
                    }
                }
            }
            Key::RetryAfter => {
                if let Some(unit) = unit(item, diag) {
                    self.retry_after.set(span, unit, diag);
                }
            }
            Key::Message => set_itself(&mut self.message, "text", item, diag),
            Key::Hint => set_itself(&mut self.hint, "text", item, diag),
            Key::Status => set_itself(&mut self.status, "status", item, diag),
            Key::Code => set_itself(&mut self.code, "code", item, diag),
            Key::Errors => set_itself(&mut self.errors, "list", item, diag),
            Key::Public => set_flag(&mut self.public, item, diag),
            Key::KeepNull => self.set_keep(Keep::Null, item, diag),
            Key::OmitDefault => self.set_keep(Keep::OmitDefault, item, diag),
            Key::KeepEmpty => self.set_keep(Keep::Empty, item, diag),
            Key::Face => self.face(item, diag),
            _ => item.wrong_form(diag),
        }
    }

    /// `face(Name, …)` says all of what the field is on that face.
    fn face(&mut self, item: &Item, diag: &mut Diagnostics) {
        let Some((name, items)) = face::read(item, diag) else { return };
        let at = lists::place(&self.faces, &|(other, _)| *other == name).unwrap_or_else(|| {
            let Self { index, ident, ty, source, .. } = &*self;
            let silent = Self::silent(*index, ident.clone(), ty.clone(), *source);
            self.faces.push((name, silent));
            self.faces.len() - 1
        });
        for item in &items {
            self.faces[at].1.apply(item, diag);
        }
    }

    fn set_keep(&mut self, keep: Keep, item: &Item, diag: &mut Diagnostics) {
        let span = item.flag(diag);
        match (self.keep.span(), self.keep.get()) {
            (Some(first), Some(known)) if *known != keep => diag.conflict(
                first,
                span,
                "`keep_null`, `omit_default` and `keep_empty` exclude each other; keep one",
            ),
            _ => self.keep.set_as(item.entry.name, span, keep, diag),
        }
    }

    /// `detail`, `detail = "name"` or `detail(flatten)`.
    fn wire(&self, item: &Item, diag: &mut Diagnostics) -> Option<Wire> {
        match &item.form {
            Form::Flag => match &self.ident {
                Some(ident) => Some(Wire::Own(unraw(ident))),
                None => {
                    diag.error(
                        item.span(),
                        format_args!("a tuple field has no name; write `{} = \"name\"`", item.name),
                    );
                    None
                }
            },
            Form::Equals(_) => {
                let tokens = item.equals(diag)?;
                let example = format!("{} = \"name\"", item.name);
                let name: LitStr =
                    parse_all(tokens, "a name in quotes", &item.name, &example, diag)?;
                Some(Wire::Named(name.value()))
            }
            Form::Group(_, tokens, span) => {
                let mut trees = tokens.clone().into_iter();
                match (trees.next(), trees.next()) {
                    (Some(TokenTree::Ident(word)), None) if word == "flatten" => {
                        Some(Wire::Flatten)
                    }
                    _ => {
                        diag.error(
                            *span,
                            format_args!(
                                "on a field write `{0}`, `{0} = \"name\"` or `{0}(flatten)`",
                                item.name
                            ),
                        );
                        None
                    }
                }
            }
        }
    }

    /// The name in texts: `id`, or `0`.
    pub(crate) fn name(&self) -> String {
        match &self.ident {
            Some(ident) => unraw(ident),
            None => self.index.to_string(),
        }
    }

    /// Whether texts call it so.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        match &self.ident {
            Some(ident) => unraw(ident) == name,
            None => self.index.to_string() == name,
        }
    }

    /// The local that holds a reference to it in generated code.
    pub(crate) fn local(&self) -> Ident {
        local(&format!("field{}", self.index))
    }

    /// Where to point at the field.
    pub(crate) fn place(&self) -> Place {
        let ty = || crate::scan::place_of(&self.ty);
        let ident = self.ident.as_ref().map(|ident| ident.span().into());
        ident.or_else(ty).unwrap_or_else(|| Span::call_site().into())
    }

    /// Whether it is a list of errors of which nothing else is said.
    pub(crate) fn is_private_list(&self) -> bool {
        self.errors.is_set() && !self.public.is_set() && !self.broken
    }

    /// Whether its text must stay inside because it is a source.
    pub(crate) fn is_private(&self) -> bool {
        self.source.is_some() && !self.public.is_set() && !self.broken
    }
}

fn set_flag(target: &mut Once<()>, item: &Item, diag: &mut Diagnostics) {
    let span = item.flag(diag);
    target.set(span, (), diag);
}

/// A flag that says that the field is the text, the status, or the like.
fn set_itself(target: &mut Once<()>, what: &str, item: &Item, diag: &mut Diagnostics) {
    if let Form::Flag = item.form {
        target.set(item.span(), (), diag);
    } else {
        let text = format!("on a field `{}` takes no value: the field is the {what}", item.name);
        diag.error(item.value_place(), text);
    }
}

/// `retry_after`, `retry_after(ms)` or `retry_after(http_date)`.
fn unit(item: &Item, diag: &mut Diagnostics) -> Option<Unit> {
    let (tokens, span) = match &item.form {
        Form::Flag => return Some(Unit::Seconds),
        Form::Group(_, tokens, span) => (tokens, *span),
        Form::Equals(_) => {
            diag.error(
                item.value_place(),
                "on a field `retry_after` takes no value: the field is the value",
            );
            return None;
        }
    };
    match tokens.to_string().as_str() {
        "ms" => Some(Unit::Millis),
        "http_date" => Some(Unit::HttpDate),
        "s" | "seconds" => Some(Unit::Seconds),
        _ => {
            diag.error(
                span,
                "`retry_after` knows the units `ms` and `http_date`; seconds need none",
            );
            None
        }
    }
}

/// Whether `derive_more` makes the field a source unasked: the only one of a
/// tuple, where nothing says `#[error(not(source))]` or `#[error(ignore)]`.
fn is_implicit_source(field: &syn::Field) -> bool {
    field.ident.is_none() && !field.attrs.iter().any(|attr| attr.path().is_ident("error"))
}

/// thiserror's rule: `#[from]`, `#[source]`, or the name `source`;
/// `derive_more` says `#[error(source)]`.
fn source_span(field: &syn::Field) -> Option<Span> {
    for attr in &field.attrs {
        let path = attr.path();
        if path.is_ident("from") || path.is_ident("source") {
            return Some(path.segments[0].ident.span());
        }
        if let (true, Meta::List(list)) = (path.is_ident("error"), &attr.meta) {
            // `source`, `source(optional)`, `not(source)`, beside `backtrace`.
            for part in &crate::scan::split_trees(list.tokens.clone().into_iter().collect()) {
                match part.as_slice() {
                    [TokenTree::Ident(word), ..] if word == "source" => {
                        return Some(path.segments[0].ident.span());
                    }
                    [TokenTree::Ident(word), TokenTree::Group(what), ..]
                        if word == "not" && what.stream().to_string() == "source" =>
                    {
                        return None;
                    }
                    _ => {}
                }
            }
        }
    }
    let ident = field.ident.as_ref()?;
    (unraw(ident) == "source").then(|| ident.span())
}

/// The names in texts of all of these.
pub(crate) fn names(fields: &[Field]) -> Vec<String> {
    let mut names = Vec::with_capacity(fields.len());
    for field in fields {
        names.push(field.name());
    }
    names
}
