//! Values that are no expressions, whatever the fields in them are.
//!
//! There is no grammar of expressions here: only what no expression can be is
//! told, and rustc sees to the rest. What it would say of these is said inside
//! generated code, in words that fit nothing the user wrote.

use crate::diag::Diagnostics;
use crate::parse::parse_with;
use crate::scan;
use proc_macro2::{Ident, Spacing, TokenStream, TokenTree};

/// Complains of the first such place.
pub(crate) fn check(tokens: &TokenStream, diag: &mut Diagnostics) {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    if let Some((at, complaint)) = lone_dot(&trees).or_else(|| outside(&trees)) {
        diag.error(at.span(), complaint);
    }
}

/// A `.` that begins an operand with no field behind it.
fn lone_dot(trees: &[TokenTree]) -> Option<(&TokenTree, String)> {
    for (at, tree) in trees.iter().enumerate() {
        if is(tree, '.')
            && scan::starts_operand(&trees[..at])
            && !trees.get(at + 1).is_some_and(|next| {
                // A second dot makes a range.
                is(next, '.') || matches!(next, TokenTree::Ident(_) | TokenTree::Literal(_))
            })
        {
            return Some((tree, "a field's name follows the `.`, as in `.id`".to_owned()));
        }
    }
    None
}

/// What begins or ends as no expression does, and two values in a row.
fn outside(trees: &[TokenTree]) -> Option<(&TokenTree, String)> {
    let (first, last) = (trees.first()?, trees.last()?);
    if begins_nothing(trees) {
        let text =
            format!("expected a text in quotes or an expression over `.field`s, found `{first}`");
        return Some((first, text));
    }
    for (at, tree) in trees.iter().enumerate() {
        if at > 0 && follows_a_value(&trees[..at], tree) {
            return Some((tree, format!("expected `,`, found `{tree}`")));
        }
    }
    let is_open = match last {
        // A range may be open, and a type's list of parameters closes.
        TokenTree::Punct(sign) if sign.as_char() == '.' => {
            !matches!(trees, [.., before, _] if is(before, '.'))
        }
        TokenTree::Punct(sign) => !matches!(sign.as_char(), '?' | '>'),
        _ => false,
    };
    is_open.then(|| (last, format!("something is missing after `{last}`")))
}

/// A sign that stands between values.
fn begins_nothing(trees: &[TokenTree]) -> bool {
    let TokenTree::Punct(sign) = &trees[0] else { return false };
    match sign.as_char() {
        ':' => !matches!(trees, [first, second, ..] if is_joint(first) && is(second, ':')),
        sign => "/%^+=>?@~;,$".contains(sign),
    }
}

/// Whether a value ends before the token, which begins another.
fn follows_a_value(before: &[TokenTree], token: &TokenTree) -> bool {
    let [.., last] = before else { return false };
    // `'label value`
    if matches!(before, [.., quote, TokenTree::Ident(_)] if is(quote, '\'')) {
        return false;
    }
    let ends = match last {
        TokenTree::Literal(_) => true,
        TokenTree::Ident(word) => !is_keyword(word),
        _ => false,
    };
    match token {
        TokenTree::Literal(_) => ends,
        TokenTree::Ident(word) => ends && !is_keyword(word),
        TokenTree::Group(_) => false,
        TokenTree::Punct(sign) => sign.as_char() == ';',
    }
}

/// Whether syn, which reads no keyword as a name, refuses the word; `true` and
/// `self` are values all the same, but nothing that another can follow.
fn is_keyword(word: &Ident) -> bool {
    parse_with::<Ident>(TokenTree::from(word.clone()).into()).is_err()
}

fn is(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_joint(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint)
}
