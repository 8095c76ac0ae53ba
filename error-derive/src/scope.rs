//! What a row's texts and expressions can name: the variant's fields, and the
//! bindings of the row's pattern.

use crate::diag::{Diagnostics, did_you_mean_of, texts};
use crate::lists;
use crate::malformed;
use crate::names::unraw;
use crate::parse::field::{self, Field};
use crate::parse::parse_with;
use crate::pattern::Pattern;
use crate::scan::{self, FieldRef};
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;

/// Something that a text can name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    /// A field, by index.
    Field(usize),
    /// The number of items in a field: `.items.len()`.
    Count(usize),
    /// A binding of the pattern, by index.
    Binding(usize),
    /// `{inner}`: the public message of the transparent row's inner error.
    Inner(usize),
    /// `self` in an expression: whatever its methods and `Display` show.
    Itself,
}

/// The names in force for one row.
pub(crate) struct Scope<'a> {
    pub(crate) fields: &'a [Field],
    pub(crate) pattern: Option<&'a Pattern>,
    /// The inner field of a transparent row.
    pub(crate) inner: Option<usize>,
    /// "on variant `X`", for complaints.
    pub(crate) owner: String,
    pub(crate) span: Span,
}

impl Scope<'_> {
    pub(crate) fn find(&self, name: &str) -> Option<Name> {
        if let (Some(inner), "inner") = (self.inner, name) {
            return Some(Name::Inner(inner));
        }
        self.find_field(name)
            .map(Name::Field)
            .or_else(|| self.find_binding(name).map(Name::Binding))
    }

    fn find_binding(&self, name: &str) -> Option<usize> {
        lists::place(&self.pattern?.bindings, &|binding| unraw(&binding.ident) == name)
    }

    /// A binding by index, as the pattern spells it.
    pub(crate) fn binding(&self, index: usize) -> Option<&Ident> {
        self.pattern?.bindings.get(index).map(|binding| &binding.ident)
    }

    /// Complains of a name in upper case from the pattern: it may be a part of
    /// a source as well as a constant.
    pub(crate) fn check_upper(&self, name: &str, at: Span, diag: &mut Diagnostics) -> bool {
        let is_upper = self
            .pattern
            .is_some_and(|pattern| pattern.upper.iter().any(|ident| unraw(ident) == name));
        if is_upper {
            diag.error(
                at,
                format_args!("`{name}` may be a binding of the pattern or a constant; write a binding in lower case, and a constant in the pattern as a path, as in `self::{name}`"),
            );
        }
        is_upper
    }

    fn find_field(&self, name: &str) -> Option<usize> {
        lists::place(self.fields, &|field| field.is_named(name))
    }

    /// Everything that can be named, for suggestions.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = field::names(self.fields);
        if let Some(pattern) = self.pattern {
            for binding in &pattern.bindings {
                names.push(unraw(&binding.ident));
            }
        }
        if self.inner.is_some() && self.find_field("inner").is_none() {
            names.push("inner".to_owned());
        }
        names
    }

    pub(crate) fn place(&self) -> String {
        format!("on {}", self.owner)
    }

    /// An expression with `.field` replaced by locals; what it reads is added
    /// to `uses`.
    pub(crate) fn expression(
        &self,
        tokens: TokenStream,
        uses: &mut Vec<(Name, Span)>,
        diag: &mut Diagnostics,
    ) -> TokenStream {
        malformed::check(&tokens, diag);
        let mut read = |name: &str, at| {
            self.check_upper(name, at, diag);
            if let Some(index) = self.find_binding(name) {
                uses.push((Name::Binding(index), at));
            } else if name == "self" {
                uses.push((Name::Itself, at));
            }
        };
        scan::find_ident(&tokens, &mut |ident| {
            // A keyword does not name the binding that is called `r#as`.
            let name = unraw(ident);
            let is_bare_binding = *ident == name && self.find_binding(&name).is_some();
            if !is_bare_binding || parse_with::<Ident>(ident.to_token_stream()).is_ok() {
                read(&name, ident.span());
            }
        });
        // `format!("{binding}")` names it, too.
        scan::find_captured(&tokens, &mut read);
        scan::replace_fields(tokens, &mut |field, counted| {
            let name = field_name(field);
            match self.find_field(&name) {
                Some(index) => {
                    let name = if counted { Name::Count } else { Name::Field };
                    uses.push((name(index), field.span()));
                    let mut local = self.fields[index].local();
                    local.set_span(local.span().located_at(field.span()));
                    Some(local.into_token_stream())
                }
                None => {
                    let known = field::names(self.fields);
                    let remedy = did_you_mean_of(&name, &texts(&known), "fields here");
                    diag.error(
                        field.span(),
                        format_args!("there is no field `{name}` {}{remedy}", self.place()),
                    );
                    None
                }
            }
        })
    }
}

fn field_name(field: &FieldRef) -> String {
    match field {
        FieldRef::Named(ident) => unraw(ident),
        FieldRef::Index(index, _) => index.to_string(),
    }
}
