//! The pattern of a `when` row: what a match arm says after the variant's
//! name, read as tokens.

use crate::diag::{Diagnostics, did_you_mean_of, texts};
use crate::lists;
use crate::names::{quiet, unraw};
use crate::parse::field::{self, Field};
use crate::scan;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

/// `when(pattern, …)` or `when { field: pattern, .. }`, with its guard.
#[derive(Clone)]
pub(crate) struct Pattern {
    /// The group as written, without the guard: it follows `Self::Variant`.
    pub(crate) group: TokenTree,
    pub(crate) guard: Option<TokenStream>,
    pub(crate) bindings: Vec<Binding>,
    /// Names in upper case, each a binding or a constant: rustc alone knows.
    pub(crate) upper: Vec<Ident>,
    pub(crate) span: Span,
}

/// A name that the pattern binds, and the field in whose pattern it stands.
#[derive(Clone)]
pub(crate) struct Binding {
    pub(crate) ident: Ident,
    pub(crate) field: Option<usize>,
}

impl Pattern {
    /// Reads the group of a `when` key.
    pub(crate) fn parse(
        delimiter: Delimiter,
        tokens: TokenStream,
        span: Span,
        fields: &[Field],
        diag: &mut Diagnostics,
    ) -> Option<Self> {
        let before = diag.count();
        let (pattern, mut guard) = split_guard(tokens);
        guard = guard.map(without_trailing_comma);
        if matches!(&guard, Some(guard) if guard.is_empty()) {
            diag.error(span, "`if` has no condition after it");
        }
        if let Some(guard) = &guard {
            scan::replace_fields(guard.clone(), &mut |field, _| {
                diag.error(
                    field.span(),
                    "a guard names the bindings of its pattern, not fields; bind the field in the pattern",
                );
                None
            });
        }
        let named = matches!(fields, [field, ..] if field.ident.is_some());
        let expected = if named { Delimiter::Brace } else { Delimiter::Parenthesis };
        if fields.is_empty() {
            diag.error(span, "`when` looks into fields, and there are none here");
            return None;
        }
        if delimiter != expected {
            let example = if named { "when { field: pattern, .. }" } else { "when(pattern)" };
            diag.error(
                span,
                format_args!(
                    "the fields here {}; write `{example}`",
                    if named { "have names" } else { "have no names" }
                ),
            );
            return None;
        }
        let mut reader =
            Reader { fields, bindings: Vec::new(), upper: Vec::new(), catches_all: true };
        let parts = scan::split_commas(pattern.clone());
        if named {
            reader.read_named(parts, diag);
        } else {
            reader.read_tuple(parts, span, diag);
        }
        let Reader { bindings, upper, catches_all, .. } = reader;
        if catches_all && guard.is_none() && diag.count() == before {
            diag.error(
                span,
                "this pattern matches everything; say what it looks for, or add an `if` guard",
            );
        }
        for binding in &bindings {
            if fields.iter().any(|field| field.name() == unraw(&binding.ident)) {
                diag.error(
                    binding.ident.span(),
                    format_args!(
                        "the binding `{0}` has the name of a field; call it something else, texts reach the field as `{{{0}}}`",
                        unraw(&binding.ident)
                    ),
                );
            }
        }
        if diag.count() > before {
            return None;
        }
        let pattern = if named { quiet_names(pattern) } else { pattern };
        let mut group = Group::new(delimiter, pattern);
        group.set_span(span);
        Some(Self { group: TokenTree::Group(group), guard, bindings, upper, span })
    }

    /// Whether there is a `|` anywhere in it.
    pub(crate) fn has_alternatives(&self) -> bool {
        fn has_bar(tree: TokenTree) -> bool {
            match tree {
                TokenTree::Group(group) => group.stream().into_iter().any(has_bar),
                tree => is_punct(&tree, '|'),
            }
        }
        has_bar(self.group.clone())
    }
}

struct Reader<'a> {
    fields: &'a [Field],
    bindings: Vec<Binding>,
    upper: Vec<Ident>,
    /// So far nothing has been looked for.
    catches_all: bool,
}

impl Reader<'_> {
    fn read_tuple(&mut self, parts: Vec<TokenStream>, span: Span, diag: &mut Diagnostics) {
        let rest = lists::place(&parts, &is_rest);
        let count = parts.len() - usize::from(rest.is_some());
        if parts.is_empty() {
            diag.error(span, "`when` needs a pattern, as in `when(sqlx::Error::RowNotFound)`");
            return;
        }
        let fits =
            if rest.is_some() { count <= self.fields.len() } else { count == self.fields.len() };
        if !fits {
            diag.error(
                span,
                format_args!(
                    "this pattern has {}, for {}",
                    plural(count, "part"),
                    plural(self.fields.len(), "field")
                ),
            );
            return;
        }
        let total = parts.len();
        for (at, part) in parts.into_iter().enumerate() {
            let field = match rest {
                Some(rest) if at == rest => continue,
                Some(rest) if at > rest => self.fields.len() - (total - at),
                _ => at,
            };
            self.read_part(&part, Some(field), diag);
        }
    }

    fn read_named(&mut self, parts: Vec<TokenStream>, diag: &mut Diagnostics) {
        for part in parts {
            let part = without_attributes(part);
            if is_rest(&part) {
                continue;
            }
            let trees: Vec<TokenTree> = part.clone().into_iter().collect();
            match trees.as_slice() {
                [TokenTree::Ident(name), TokenTree::Punct(colon), ..] if colon.as_char() == ':' => {
                    let field = lists::place(self.fields, &|field| field.name() == unraw(name));
                    if field.is_none() {
                        let known = field::names(self.fields);
                        let remedy = did_you_mean_of(&unraw(name), &texts(&known), "fields here");
                        diag.error(
                            name.span(),
                            format_args!("there is no field `{}` here{remedy}", unraw(name)),
                        );
                    }
                    self.read_part(&scan::stream(&trees[2..]), field, diag);
                }
                _ => self.read_part(&part, None, diag),
            }
        }
    }

    fn read_part(&mut self, part: &TokenStream, field: Option<usize>, diag: &mut Diagnostics) {
        for alternative in split_alternatives(part.clone()) {
            if let Some(name) = lone_ident(&alternative) {
                if scan::starts_upper(&name.to_string()) {
                    diag.error(
                        name.span(),
                        format_args!(
                            "`{name}` alone is a name for any value, so it matches everything; \
                             write its path, as in `Kind::{name}` or `self::{name}`"
                        ),
                    );
                    self.catches_all = false;
                }
            }
        }
        if !split_alternatives(part.clone()).iter().any(is_catch_all) {
            self.catches_all = false;
        }
        self.collect_bindings(part, field);
    }

    /// The names that a pattern binds. Those in upper case are set aside, but
    /// where an `@` follows; taking a constant in lower case for a binding is
    /// harmless, since all we do is mention it.
    fn collect_bindings(&mut self, tokens: &TokenStream, field: Option<usize>) {
        let (bindings, upper) = (&mut self.bindings, &mut self.upper);
        find_names(tokens, &mut |ident, bound| {
            if !bound && scan::starts_upper(&ident.to_string()) {
                upper.push(ident.clone());
            } else if !bindings.iter().any(|binding| binding.ident == *ident) {
                bindings.push(Binding { ident: ident.clone(), field });
            }
        });
    }
}

/// The part of a braced pattern behind its `#[cfg(…)]`s.
fn without_attributes(part: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = part.into_iter().collect();
    let mut rest = trees.as_slice();
    while let [hash, TokenTree::Group(_), after @ ..] = rest {
        if !is_punct(hash, '#') {
            break;
        }
        rest = after;
    }
    scan::stream(rest)
}

/// The pattern with the names of the fields resolved as generated code, since
/// a deprecated one would warn: it is declared right here.
fn quiet_names(pattern: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    let mut trees = pattern.into_iter().peekable();
    let mut starts = true;
    while let Some(tree) = trees.next() {
        // An attribute leaves the start where it is.
        let is_start = is_punct(&tree, ',')
            || (starts && (is_punct(&tree, '#') || matches!(tree, TokenTree::Group(_))));
        match tree {
            TokenTree::Ident(name)
                if starts && matches!(trees.peek(), Some(next) if is_punct(next, ':')) =>
            {
                out.extend(quiet(name));
            }
            tree => out.push(tree),
        }
        starts = is_start;
    }
    TokenStream::from_iter(out)
}

fn plural(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// `..`
pub(crate) fn is_rest(part: &TokenStream) -> bool {
    let trees: Vec<TokenTree> = part.clone().into_iter().collect();
    matches!(trees.as_slice(), [TokenTree::Punct(a), TokenTree::Punct(b)] if a.as_char() == '.' && b.as_char() == '.')
}

/// The identifier, when the pattern is nothing else.
fn lone_ident(part: &TokenStream) -> Option<Ident> {
    let mut trees = strip_modifiers(part.clone()).into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Ident(ident)), None) if !is_literal_word(&ident) => Some(ident),
        (Some(TokenTree::Group(group)), None)
            if matches!(group.delimiter(), Delimiter::Parenthesis | Delimiter::None) =>
        {
            lone_ident(&group.stream())
        }
        _ => None,
    }
}

fn is_literal_word(ident: &Ident) -> bool {
    // Nobody gives another meaning to `None`, which the prelude has.
    ident == "true" || ident == "false" || ident == "None"
}

/// `_`, `x`, `ref x`, `x @ _`, `(x)`, `&x`: whatever the value is.
fn is_catch_all(part: &TokenStream) -> bool {
    let trees: Vec<TokenTree> = strip_modifiers(part.clone()).into_iter().collect();
    match trees.as_slice() {
        [TokenTree::Ident(ident)] => !is_literal_word(ident),
        [TokenTree::Punct(punct)] => punct.as_char() == '_',
        [TokenTree::Group(group)] => match group.delimiter() {
            Delimiter::Parenthesis => {
                let parts = scan::split_commas(group.stream());
                parts.iter().all(|part| {
                    is_rest(part) || split_alternatives(part.clone()).iter().any(is_catch_all)
                })
            }
            Delimiter::None => is_catch_all(&group.stream()),
            _ => false,
        },
        [TokenTree::Ident(_), TokenTree::Punct(at), rest @ ..] if at.as_char() == '@' => {
            is_catch_all(&scan::stream(rest))
        }
        _ => false,
    }
}

/// Takes `&`, `ref` and `mut` off the front.
fn strip_modifiers(part: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = part.into_iter().collect();
    let mut rest = trees.as_slice();
    while let [first, after @ ..] = rest {
        let is_modifier = match first {
            TokenTree::Punct(punct) => punct.as_char() == '&',
            TokenTree::Ident(ident) => ident == "ref" || ident == "mut",
            _ => false,
        };
        if !is_modifier {
            break;
        }
        rest = after;
    }
    scan::stream(rest)
}

fn split_alternatives(part: TokenStream) -> Vec<TokenStream> {
    let mut alternatives = vec![Vec::new()];
    for tree in part {
        match &tree {
            TokenTree::Punct(punct) if punct.as_char() == '|' => alternatives.push(Vec::new()),
            _ => alternatives.last_mut().expect("starts with one").push(tree),
        }
    }
    let mut parts = Vec::with_capacity(alternatives.len());
    for alternative in alternatives {
        if !alternative.is_empty() {
            parts.push(TokenStream::from_iter(alternative));
        }
    }
    parts
}

/// Cuts `pattern if guard` at the `if`.
fn split_guard(tokens: TokenStream) -> (TokenStream, Option<TokenStream>) {
    let mut pattern = Vec::new();
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        match &tree {
            TokenTree::Ident(ident) if ident == "if" => {
                return (TokenStream::from_iter(pattern), Some(scan::rest(trees)));
            }
            _ => pattern.push(tree),
        }
    }
    (TokenStream::from_iter(pattern), None)
}

fn without_trailing_comma(tokens: TokenStream) -> TokenStream {
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    if matches!(trees.last(), Some(last) if is_punct(last, ',')) {
        trees.pop();
    }
    TokenStream::from_iter(trees)
}

/// Identifiers that are no part of a path, no call, no macro, no field's name
/// and no keyword, and whether an `@` follows.
fn find_names(tokens: &TokenStream, found: &mut dyn FnMut(&Ident, bool)) {
    const KEYWORDS: &[&str] = &[
        "ref", "mut", "box", "true", "false", "crate", "self", "super", "_", "const", "as", "dyn",
        "None",
    ];
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for (at, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => find_names(&group.stream(), found),
            TokenTree::Ident(ident) => {
                let is_keyword = KEYWORDS.contains(&ident.to_string().as_str());
                let after_path =
                    at > 1 && is_punct(&trees[at - 1], ':') && is_punct(&trees[at - 2], ':');
                let next = trees.get(at + 1);
                let leads = match next {
                    Some(TokenTree::Group(_)) => true,
                    Some(next) => is_punct(next, ':') || is_punct(next, '!'),
                    None => false,
                };
                if !is_keyword && !after_path && !leads {
                    found(ident, matches!(next, Some(next) if is_punct(next, '@')));
                }
            }
            _ => {}
        }
    }
}

fn is_punct(tree: &TokenTree, c: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == c)
}
