//! Reading token streams without a grammar of expressions: where lists are
//! split, and where `.field` stands for a field.

use crate::diag::Place;
use proc_macro2::{
    Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree, token_stream,
};
use quote::ToTokens;

/// Splits at commas that are not inside a group, the angle brackets of a
/// path, or the parameters of a closure. A trailing comma adds no part.
pub(crate) fn split_commas(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = Vec::new();
    for part in split_trees(tokens.into_iter().collect()) {
        parts.push(TokenStream::from_iter(part));
    }
    parts
}

/// The same for tokens that have been taken out of their stream: each way in
/// and out asks the compiler.
pub(crate) fn split_trees(trees: Vec<TokenTree>) -> Vec<Vec<TokenTree>> {
    let mut parts = Vec::new();
    let mut part: Vec<TokenTree> = Vec::new();
    let mut angles = 0usize;
    let mut closure = false;
    let mut trees = trees.into_iter();
    while let Some(tree) = trees.next() {
        if let TokenTree::Punct(punct) = &tree {
            match punct.as_char() {
                ',' if angles == 0 && !closure => {
                    parts.push(std::mem::take(&mut part));
                    continue;
                }
                '<' if angles > 0 || (opens_angle(&part) && closes_angle(trees.as_slice())) => {
                    angles += 1;
                }
                '>' if angles > 0 && !is_arrow(&part) => angles -= 1,
                '|' if closure => closure = false,
                '|' if angles == 0 && opens_closure(&part) => closure = true,
                _ => {}
            }
        }
        part.push(tree);
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

/// The first part and the others.
pub(crate) fn split_first(trees: Vec<TokenTree>) -> (Vec<TokenTree>, Vec<Vec<TokenTree>>) {
    let mut parts = split_trees(trees);
    let first = if parts.is_empty() { Vec::new() } else { parts.remove(0) };
    (first, parts)
}

/// `<` opens a list after `::`, at the start of an operand, and after a type's
/// name in upper case; elsewhere it compares.
fn opens_angle(before: &[TokenTree]) -> bool {
    match before.last() {
        None => true,
        Some(TokenTree::Punct(punct)) => punct.as_char() != '>' && punct.as_char() != '?',
        Some(TokenTree::Ident(ident)) => starts_upper(&ident.to_string()),
        Some(_) => false,
    }
}

/// Whether a `>` follows: without one, `LIMIT < x` compares.
fn closes_angle(after: &[TokenTree]) -> bool {
    after.iter().any(|tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '>'))
}

fn is_arrow(before: &[TokenTree]) -> bool {
    matches!(before.last(), Some(TokenTree::Punct(p)) if matches!(p.as_char(), '-' | '=') && p.spacing() == Spacing::Joint)
}

fn opens_closure(before: &[TokenTree]) -> bool {
    match before.last() {
        None => true,
        Some(TokenTree::Punct(punct)) => !matches!(punct.as_char(), '|' | '?'),
        Some(TokenTree::Ident(ident)) => ident == "move",
        Some(_) => false,
    }
}

pub(crate) fn starts_upper(text: &str) -> bool {
    text.trim_start_matches("r#").trim_start_matches('_').starts_with(char::is_uppercase)
}

/// A field as an expression names it.
#[derive(Clone)]
pub(crate) enum FieldRef {
    Named(Ident),
    Index(u32, Span),
}

impl FieldRef {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Named(ident) => ident.span(),
            Self::Index(_, span) => *span,
        }
    }
}

/// Replaces every `.field` and `.0` that begins an operand by what `resolve`
/// gives for it, told whether the field is only counted; where it gives
/// nothing, the tokens stay.
pub(crate) fn replace_fields(
    tokens: TokenStream,
    resolve: &mut dyn FnMut(&FieldRef, bool) -> Option<TokenStream>,
) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut trees = tokens.into_iter();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Punct(dot)
                if dot.as_char() == '.'
                    && dot.spacing() == Spacing::Alone
                    && starts_operand(&out) =>
            {
                let mut after = trees.clone();
                let next = after.next();
                let counted = is_counted(after);
                match next {
                    Some(TokenTree::Ident(name)) => {
                        if let Some(with) = resolve(&FieldRef::Named(name), counted) {
                            trees.next();
                            out.extend(with);
                            continue;
                        }
                    }
                    Some(TokenTree::Literal(literal)) => {
                        if let Some((index, rest)) = tuple_index(&literal) {
                            let counted = counted && rest.is_none();
                            let field = FieldRef::Index(index, literal.span());
                            if let Some(with) = resolve(&field, counted) {
                                let span = literal.span();
                                trees.next();
                                out.extend(with);
                                if let Some(rest) = rest {
                                    out.extend(nested_index(rest, span));
                                }
                                continue;
                            }
                        }
                    }
                    _ => {}
                }
                out.push(TokenTree::Punct(dot));
            }
            TokenTree::Group(group) => {
                let stream = replace_fields(group.stream(), resolve);
                let mut new = Group::new(group.delimiter(), stream);
                new.set_span(group.span());
                out.push(TokenTree::Group(new));
            }
            tree => out.push(tree),
        }
    }
    TokenStream::from_iter(out)
}

/// Whether `.len()` or `.is_empty()` follows, and so nothing else is asked.
pub(crate) fn is_counted(mut after: token_stream::IntoIter) -> bool {
    let dot = matches!(after.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '.');
    let method =
        matches!(after.next(), Some(TokenTree::Ident(name)) if name == "len" || name == "is_empty");
    let call = matches!(after.next(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis && group.stream().is_empty());
    dot && method && call
}

/// Whether an operand begins after these tokens: not after another operand.
pub(crate) fn starts_operand(before: &[TokenTree]) -> bool {
    const KEYWORDS: &[&str] = &[
        "as", "become", "break", "const", "do", "else", "if", "in", "match", "move", "mut",
        "return", "while", "yield",
    ];
    let is = |tree: &TokenTree, c| matches!(tree, TokenTree::Punct(p) if p.as_char() == c);
    let joint =
        |tree: &TokenTree| matches!(tree, TokenTree::Punct(p) if p.spacing() == Spacing::Joint);
    match before {
        // `break 'label .0`, `#[attribute] .0`, `.. .0`
        [.., quote, TokenTree::Ident(_)] if is(quote, '\'') => return true,
        [.., hash, TokenTree::Group(_)] if is(hash, '#') => return true,
        [.., first, second] if is(first, '.') && joint(first) && is(second, '.') => return true,
        _ => {}
    }
    match before.last() {
        None => true,
        Some(TokenTree::Ident(ident)) => KEYWORDS.contains(&ident.to_string().as_str()),
        Some(TokenTree::Literal(_)) => false,
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
        Some(TokenTree::Punct(punct)) => !matches!(punct.as_char(), '?' | '.'),
    }
}

/// `0` is field 0; `0.1`, one token to the lexer, is field 1 of field 0.
fn tuple_index(literal: &Literal) -> Option<(u32, Option<u32>)> {
    let text = literal.to_string();
    match text.split_once('.') {
        None => Some((text.parse().ok()?, None)),
        Some((first, second)) => Some((first.parse().ok()?, Some(second.parse().ok()?))),
    }
}

fn nested_index(index: u32, span: Span) -> [TokenTree; 2] {
    let mut literal = Literal::u32_unsuffixed(index);
    literal.set_span(span);
    [TokenTree::Punct(Punct::new('.', Spacing::Alone)), TokenTree::Literal(literal)]
}

/// Whether the tokens name one of these words anywhere, and where.
pub(crate) fn find_ident(tokens: &TokenStream, found: &mut dyn FnMut(&Ident)) {
    for tree in tokens.clone() {
        match tree {
            TokenTree::Ident(ident) => found(&ident),
            TokenTree::Group(group) => find_ident(&group.stream(), found),
            _ => {}
        }
    }
}

/// The names that texts among the tokens may capture, as in `format!("{name}")`.
pub(crate) fn find_captured(tokens: &TokenStream, found: &mut dyn FnMut(&str, Span)) {
    for tree in tokens.clone() {
        match tree {
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                for (open, _) in text.match_indices('{') {
                    let inside = &text[open + 1..];
                    let end = inside.find(|c: char| !(c.is_alphanumeric() || c == '_'));
                    found(&inside[..end.unwrap_or(inside.len())], literal.span());
                }
            }
            TokenTree::Group(group) => find_captured(&group.stream(), found),
            _ => {}
        }
    }
}

/// A stream of these. Of the ways to make one this is compiled already.
pub(crate) fn stream(trees: &[TokenTree]) -> TokenStream {
    TokenStream::from_iter(trees.to_vec())
}

/// What is left of a stream.
pub(crate) fn rest(trees: token_stream::IntoIter) -> TokenStream {
    TokenStream::from_iter(trees.collect::<Vec<_>>())
}

/// The place of a token stream, all of it.
pub(crate) fn place_of(tokens: &TokenStream) -> Option<Place> {
    let mut place: Option<Place> = None;
    for tree in tokens.clone() {
        let last = tree.span();
        place = Some(Place::new(place.map_or(last, |place| place.first), last));
    }
    place
}

/// The place of these tokens, all of them.
pub(crate) fn place_of_trees(trees: &[TokenTree]) -> Option<Place> {
    Some(Place::new(trees.first()?.span(), trees.last()?.span()))
}

/// Takes a value out of the invisible group that `macro_rules!` puts around
/// what it has matched.
pub(crate) fn ungroup(tokens: TokenStream) -> TokenStream {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            ungroup(group.stream())
        }
        _ => tokens,
    }
}

/// The same for tokens that have been taken out of their stream.
pub(crate) fn ungroup_trees(mut trees: Vec<TokenTree>) -> Vec<TokenTree> {
    while let [TokenTree::Group(group)] = trees.as_slice() {
        if group.delimiter() != Delimiter::None {
            break;
        }
        trees = group.stream().into_iter().collect();
    }
    trees
}

/// `name = expr` or `expr`.
pub(crate) fn split_named(trees: Vec<TokenTree>) -> (Option<Ident>, TokenStream) {
    if let [TokenTree::Ident(name), TokenTree::Punct(equals), value @ ..] = trees.as_slice() {
        let compares = match value {
            [TokenTree::Punct(next), ..] => next.as_char() == '=',
            _ => value.is_empty(),
        };
        if equals.as_char() == '=' && !compares {
            return (Some(name.clone()), stream(value));
        }
    }
    (None, TokenStream::from_iter(trees))
}

impl ToTokens for FieldRef {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Named(ident) => ident.to_tokens(tokens),
            Self::Index(index, _) => Literal::u32_unsuffixed(*index).to_tokens(tokens),
        }
    }
}
