//! Literals of attributes. Nearly all values are one, so they are read as the
//! token they are: a parser wants a buffer of its own for each.

use crate::parse::parse_with;
use crate::scan;
use proc_macro2::{Delimiter, Literal, Span, TokenTree};
use std::str::FromStr;
use syn::{Lit, LitInt, LitStr};

/// A text in quotes.
#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) span: Span,
}

impl Text {
    /// The text that these tokens are, and nothing else.
    pub(crate) fn of(trees: &[TokenTree]) -> Option<Self> {
        match trees {
            [TokenTree::Literal(literal)] => Self::of_literal(literal),
            // What `macro_rules!` has matched.
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
                Self::of(&group.stream().into_iter().collect::<Vec<_>>())
            }
            _ => None,
        }
    }

    fn of_literal(literal: &Literal) -> Option<Self> {
        let span = literal.span();
        let token = literal.to_string();
        if !token.ends_with('"') || token.contains('\\') || !token.starts_with('"') {
            let Lit::Str(text) = Lit::new(literal.clone()) else { return None };
            return Some(Self { value: text.value(), span });
        }
        Some(Self { value: token[1..token.len() - 1].to_owned(), span })
    }
}

impl From<LitStr> for Text {
    fn from(text: LitStr) -> Self {
        Self { value: text.value(), span: text.span() }
    }
}

/// The integer that this token is, where it is written in digits alone.
pub(crate) fn plain_integer<T: FromStr>(trees: &[TokenTree]) -> Option<T> {
    match trees {
        [TokenTree::Literal(literal)] => literal.to_string().parse().ok(),
        _ => None,
    }
}

/// The integer that these tokens are.
pub(crate) fn integer(trees: &[TokenTree]) -> Option<LitInt> {
    match trees {
        [TokenTree::Literal(literal)] => match Lit::new(literal.clone()) {
            Lit::Int(number) => Some(number),
            _ => None,
        },
        _ => parse_with(scan::stream(trees)).ok(),
    }
}
