//! `impl ApiError`: which row a value has, and where its parts come from.

use super::usual::comma;
use super::{Header, face, fill};
use crate::lists;
use crate::model::{Model, Row, Variant};
use crate::names::{mentions, parameters, quiet_name, unraw};
use crate::pattern::{Pattern, is_rest};
use crate::quoted::tokens;
use crate::scan;
use proc_macro2::{Delimiter, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

// Expands to:
//
//     impl ApiError for E {
//         fn specs(&self) -> &'static [Spec] { specs::<Self>() }
//         fn row(&self) -> usize { match self { Self::A { .. } => 0, … } }
//         fn shape(&self) -> &'static Shape { <Envelope as …>::shape() }
//         fn fill(&self, row: usize, part: Part<'_, '_>) { match self { … } }
//         fn cells(&self) -> &'static [Cell] { static CELLS: …; &CELLS }
//     }
pub(super) fn expand(model: &Model<'_>, header: &Header) -> TokenStream {
    let krate = &model.krate;
    let Header { generics, ty, clause, .. } = header;
    let row = expand_row(model);
    let shape = model.envelope.as_ref().map(|envelope| {
        tokens! {
            [krate, envelope]
            fn shape(&self) -> &'static #krate::Shape {
                <#envelope as #krate::Envelope>::shape()
            }
        }
    });
    let fill = fill::expand(model, &quote!(fill));
    let cells = expand_cells(model, &tokens!([] cells(&self)));
    let faces = face::expand_dispatch(model);
    tokens! {
        [generics, krate, ty, clause, row, shape, fill, cells, faces]
        #[automatically_derived]
        impl #generics #krate::ApiError for #ty #clause {
            fn specs(&self) -> &'static [#krate::Spec] {
                #krate::__private::specs::<Self>()
            }
            #row
            #shape
            #fill
            #cells
            #faces
        }
    }
}

fn expand_row(model: &Model<'_>) -> TokenStream {
    let mut next = 0usize;
    // As trees: a stream that is put into another one asks the compiler.
    let mut arms: Vec<TokenTree> = Vec::new();
    let list = |tokens: TokenStream| -> Vec<TokenTree> { tokens.into_iter().collect() };
    let (before, after) = (list(quote!(Self::)), list(tokens!([] { .. } =>)));
    for variant in &model.variants {
        for row in &variant.rows {
            let index = Literal::usize_unsuffixed(next);
            next += 1;
            if row.pattern.is_some() {
                arms.extend(when_arm(model, variant, row, &index));
                continue;
            }
            if model.is_enum {
                arms.extend(before.iter().cloned());
                arms.push(TokenTree::Ident(quiet_name(&variant.ident)));
            } else {
                arms.extend(quote!(Self));
            }
            arms.extend(after.iter().cloned());
            arms.push(TokenTree::Literal(index));
            arms.push(comma());
        }
    }
    let arms = TokenStream::from_iter(arms);
    let body = match (model.is_enum, next) {
        (_, 0) => tokens!([] match *self {}),
        (false, 1) => quote!(0),
        _ => tokens!([arms] match self { #arms }),
    };
    tokens! {
        [body]
        fn row(&self) -> ::core::primitive::usize {
            #body
        }
    }
}

/// The arm of a `when` row.
fn when_arm(model: &Model<'_>, variant: &Variant, row: &Row, index: &Literal) -> TokenStream {
    let Some(pattern) = &row.pattern else { return TokenStream::new() };
    let shape = expand_pattern(model, variant, pattern);
    let guard = pattern.guard.as_ref().map(|guard| tokens!([guard] if #guard));
    // Bindings that only texts use would warn here as unused.
    let used = used_bindings(row, true);
    if used.is_empty() {
        tokens!([shape, guard, index] #shape #guard => #index,)
    } else {
        let used = use_all(&used);
        tokens!([shape, guard, used, index] #shape #guard => { #used #index })
    }
}

/// `Self::Variant(pattern)`, at the pattern's place: as the user's own, so that
/// rustc itself reports a row that can never be chosen, and there. But names of
/// what is deprecated stand as generated code, or they would be reported, too.
pub(super) fn expand_pattern(
    model: &Model<'_>,
    variant: &Variant,
    pattern: &Pattern,
) -> TokenStream {
    let at = pattern.span;
    let head = if model.is_enum {
        let mut ident = variant.ident.clone();
        ident.set_span(at.resolved_at(Span::call_site()));
        tokens!(at => [ident] Self::#ident)
    } else {
        tokens!(at => [] Self)
    };
    let group = match &pattern.group {
        TokenTree::Group(group)
            if variant.deprecated && group.delimiter() == Delimiter::Parenthesis =>
        {
            by_index(group.stream(), variant.fields.len())
        }
        group => group.to_token_stream(),
    };
    tokens!([head, group] #head #group)
}

/// `{ 0: a, 2: c, .. }` for `(a, .., c)`, where the indices are ours.
fn by_index(pattern: TokenStream, fields: usize) -> TokenStream {
    let parts = scan::split_commas(pattern);
    let (count, rest) = (parts.len(), lists::place(&parts, &is_rest));
    let mut named = TokenStream::new();
    for (at, part) in parts.into_iter().enumerate() {
        let index = match rest {
            Some(rest) if at == rest => continue,
            Some(rest) if at > rest => fields - (count - at),
            _ => at,
        };
        let index = Literal::usize_unsuffixed(index);
        named.extend(tokens!([index, part] #index: #part,));
    }
    tokens!([named] { #named .. })
}

/// Each of these is used once, whatever else becomes of it.
pub(super) fn use_all(names: &[TokenStream]) -> TokenStream {
    let mut all = TokenStream::new();
    for name in names {
        all.extend(tokens!([name] &#name,));
    }
    tokens!([all] let _ = (#all);)
}

/// The bindings of a `when` row that anything of the row mentions; the others
/// are left to rustc's own warning.
pub(super) fn used_bindings(row: &Row, only_mentioned: bool) -> Vec<TokenStream> {
    let Some(pattern) = &row.pattern else { return Vec::new() };
    let mut mentioned = vec![!only_mentioned; pattern.bindings.len()];
    row.each_use(&mut |name| {
        if let crate::scope::Name::Binding(index) = name {
            mentioned[index] = true;
        }
    });
    if let Some(guard) = &pattern.guard {
        scan::find_ident(guard, &mut |ident| {
            if let Some(index) = lists::place(&pattern.bindings, &|b| b.ident == *ident) {
                mentioned[index] = true;
            }
        });
    }
    let mut used = Vec::new();
    for (index, binding) in pattern.bindings.iter().enumerate() {
        if mentioned[index] {
            used.push(binding.ident.to_token_stream());
        }
    }
    used
}

/// `Self::Variant`, or `Self` for a struct.
pub(super) fn variant_path(model: &Model<'_>, variant: &Variant) -> TokenStream {
    if model.is_enum {
        let ident = quiet_name(&variant.ident);
        tokens!([ident] Self::#ident)
    } else {
        quote!(Self)
    }
}

/// The constant bodies' place. One static serves all instances of a generic
/// type, so there is none when an envelope depends on a parameter.
pub(super) fn expand_cells(model: &Model<'_>, head: &TokenStream) -> TokenStream {
    let krate = &model.krate;
    for envelope in &model.envelopes() {
        if depends_on_parameter(model, envelope) {
            return TokenStream::new();
        }
    }
    let count = model.rows().len();
    if count == 0 {
        return TokenStream::new();
    }
    let count = Literal::usize_unsuffixed(count);
    tokens! {
        [head, krate, count]
        fn #head -> &'static [#krate::__private::Cell] {
            static CELLS: [#krate::__private::Cell; #count] = [const { <#krate::__private::Cell>::new() }; #count];
            &CELLS
        }
    }
}

/// Whether the path mentions a generic parameter of the type.
pub(super) fn depends_on_parameter(model: &Model<'_>, path: &TokenStream) -> bool {
    let params = parameters(&model.input.generics);
    mentions(path, &|ident| params.contains(&unraw(ident)))
}
