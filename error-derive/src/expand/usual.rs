//! The one call that says what most rows say.

use super::row::dynamic;
use crate::model::{Message, Row, Variant};
use crate::names::unraw;
use crate::parse::row::CodeKey;
use crate::template::Template;
use proc_macro2::{Delimiter, Group, Literal, Punct, Spacing, TokenStream, TokenTree};

/// What is true of a row, beside the parts it asks of the value: the bits of
/// the runtime's `Facts`, which a test holds equal.
pub(crate) mod facts {
    pub(crate) const CODE: u32 = 1 << 16;
    pub(crate) const CODE_BY_DEFAULT: u32 = 1 << 17;
    pub(crate) const SHARED_CODE: u32 = 1 << 18;
    pub(crate) const ANY_STATUS: u32 = 1 << 19;
    pub(crate) const MESSAGE: u32 = 1 << 20;
    pub(crate) const DISPLAYED: u32 = 1 << 21;
    pub(crate) const EXPOSED: u32 = 1 << 22;
    pub(crate) const HINT: u32 = 1 << 23;
    /// Where the number of the advice begins.
    pub(crate) const ADVICE: u32 = 24;
}

/// Advice by its number.
pub(crate) const ADVICE: [&str; 6] = ["", "Never", "Now", "Poll", "Linear", "Exponential"];

/// `("A", 404, "A", "no {id}", "", 1171457)`
pub(super) fn expand(variant: &Variant, row: &Row) -> TokenTree {
    let message = message_text(variant, row);
    // The `Display` of a 5xx is shown because it is exposed.
    let is_server = matches!(row.fixed_status(), Some(500..));
    let by_display = matches!(row.message, Message::Display);
    let code = match &row.code.value {
        CodeKey::Text(code) => Some(code.as_str()),
        CodeKey::None | CodeKey::Number(_) => None,
    };
    let hint = row.hint.as_ref().map(Template::shown);
    let mut bits = u32::from(dynamic(variant, row)) | advice(row) << facts::ADVICE;
    for (fact, holds) in &[
        (facts::CODE, code.is_some()),
        (facts::CODE_BY_DEFAULT, row.code.by_default),
        (facts::SHARED_CODE, row.shared_code),
        (facts::ANY_STATUS, matches!(row.status_field, Some(field) if field.any)),
        (facts::MESSAGE, message.is_some()),
        (facts::DISPLAYED, message.is_some() && by_display && !is_server),
        (facts::EXPOSED, row.status_field.is_some() && row.exposed && by_display),
        (facts::HINT, hint.is_some()),
    ] {
        bits |= if *holds { *fact } else { 0 };
    }
    let arguments = [
        Literal::string(&unraw(&variant.ident)),
        Literal::u16_unsuffixed(row.status.unwrap_or(0)),
        Literal::string(code.unwrap_or_default()),
        Literal::string(message.unwrap_or_default()),
        Literal::string(hint.unwrap_or_default()),
        Literal::u32_unsuffixed(bits),
    ];
    let mut trees = Vec::with_capacity(2 * arguments.len());
    for literal in &arguments {
        trees.push(TokenTree::Literal(literal.clone()));
        trees.push(comma());
    }
    TokenTree::Group(Group::new(Delimiter::Parenthesis, TokenStream::from_iter(trees)))
}

pub(super) fn comma() -> TokenTree {
    TokenTree::Punct(Punct::new(',', Spacing::Alone))
}

/// The number of the advice, of a row that says nothing else of retrying.
fn advice(row: &Row) -> u32 {
    match &row.retry {
        Some(retry) if retry.is_plain() => {
            let number = ADVICE.iter().position(|known| *known == retry.advice);
            number.map_or(0, |number| u32::try_from(number).unwrap_or(0))
        }
        _ => 0,
    }
}

/// The message as the catalogue knows it.
fn message_text<'r>(variant: &'r Variant, row: &'r Row) -> Option<&'r str> {
    match &row.message {
        Message::Declared(template) => Some(template.shown()),
        Message::Display => match &variant.display {
            crate::display::Display::Text(template) => Some(template.shown()),
            _ => None,
        },
        Message::Hidden | Message::Inner => None,
    }
}
