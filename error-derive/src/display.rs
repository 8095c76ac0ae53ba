//! What an error's `Display` shows, as far as it can be read: thiserror's
//! `#[error(...)]`.

use crate::diag::{Diagnostics, Place};
use crate::lists;
use crate::names::unraw;
use crate::parse::field::Field;
use crate::scan;
use crate::scope::{Name, Scope};
use crate::template::Template;
use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Attribute, Meta};

/// The `Display` of one variant.
#[derive(Clone)]
pub(crate) enum Display {
    /// `#[error("text {field}")]`
    Text(Template),
    /// `#[error(transparent)]`: the source's own.
    Transparent(Span),
    /// Written by hand, by a function, or by another derive: it may show
    /// every field.
    Unreadable,
}

impl Display {
    /// Reads `#[error(...)]`, or the `#[display(...)]` of `derive_more`, as far
    /// as it is the same; nothing if there is none.
    pub(crate) fn read(attrs: &[Attribute], fields: &[Field]) -> Option<Self> {
        let is_text =
            |attr: &&Attribute| attr.path().is_ident("error") || attr.path().is_ident("display");
        attrs.iter().filter(is_text).find_map(|attr| {
            let Meta::List(list) = &attr.meta else { return None };
            read_tokens(&list.tokens, fields, attr.path().segments[0].ident.span())
        })
    }

    /// The first private field that it shows, and where it says so.
    pub(crate) fn shown_source<'f>(
        &self,
        fields: &'f [Field],
        is_secret: impl Fn(usize) -> bool,
    ) -> Option<(&'f Field, Place)> {
        match self {
            Self::Text(template) => template.uses.iter().find_map(|(name, span)| match name {
                Name::Field(index) if is_secret(*index) => Some((&fields[*index], (*span).into())),
                // How many sub-errors there are is no text of theirs.
                Name::Count(index) if is_secret(*index) && !fields[*index].errors.is_set() => {
                    Some((&fields[*index], (*span).into()))
                }
                _ => None,
            }),
            Self::Transparent(span) => {
                // thiserror's rule: the source, or else the one field.
                let shown =
                    lists::find(fields, &|field| field.source.is_some()).or(fields.first())?;
                (!shown.public.is_set()).then_some((shown, (*span).into()))
            }
            Self::Unreadable => lists::find(fields, &|field| is_secret(field.index))
                .map(|field| (field, field.place())),
        }
    }

    /// The text when it is always the same.
    pub(crate) fn constant(&self) -> Option<&str> {
        match self {
            Self::Text(template) => template.constant.as_deref(),
            _ => None,
        }
    }
}

fn read_tokens(tokens: &TokenStream, fields: &[Field], at: Span) -> Option<Display> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    if let TokenTree::Ident(word) = trees.first()? {
        return match word.to_string().as_str() {
            "transparent" => Some(Display::Transparent(word.span())),
            "fmt" => Some(Display::Unreadable),
            // `#[error(ignore)]` and the like are derive_more's.
            _ => None,
        };
    }
    // Beside the text itself there may be anything.
    let has_arguments = !matches!(trees.as_slice(), [TokenTree::Literal(_)]);
    let mut uses_self = false;
    if has_arguments {
        scan::find_ident(tokens, &mut |ident| uses_self |= ident == "self" || ident == "Self");
    }
    if uses_self {
        return Some(Display::Unreadable);
    }
    // What thiserror would refuse, thiserror refuses: nothing is said here.
    let mut silent = Diagnostics::new();
    let scope = Scope { fields, pattern: None, inner: None, owner: String::new(), span: at };
    let template = Template::parse(trees, &scope, &mut silent);
    let complaints = silent.finish();
    Some(match (template, complaints) {
        (Some(mut template), None) => {
            if has_arguments {
                find_bare_fields(tokens.clone(), fields, &mut template.uses);
            }
            Display::Text(template)
        }
        _ => Display::Unreadable,
    })
}

/// In thiserror's arguments fields are also plain names: `source`, `_0`.
fn find_bare_fields(tokens: TokenStream, fields: &[Field], uses: &mut Vec<(Name, Span)>) {
    let (mut part_of_path, mut colon) = (false, false);
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        match &tree {
            TokenTree::Ident(ident) if !part_of_path => {
                let index = bare_field(&unraw(ident), fields);
                let counted = scan::is_counted(trees.clone());
                let name = if counted { Name::Count } else { Name::Field };
                if let Some(index) = index {
                    uses.push((name(index), ident.span()));
                }
            }
            TokenTree::Group(group) => {
                find_bare_fields(group.stream(), fields, uses);
                // `format!("{source}")`
                scan::find_captured(&group.stream(), &mut |name, at| {
                    if let Some(index) = bare_field(name, fields) {
                        uses.push((Name::Field(index), at));
                    }
                });
            }
            _ => {}
        }
        let is = |c| matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == c);
        part_of_path = is('.') || (colon && is(':'));
        colon = is(':');
    }
}

fn bare_field(name: &str, fields: &[Field]) -> Option<usize> {
    lists::place(fields, &|field| match &field.ident {
        Some(_) => field.is_named(name),
        None => name.strip_prefix('_').is_some_and(|index| field.is_named(index)),
    })
}
