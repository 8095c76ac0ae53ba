//! Texts that are sent as they stand, although they look like one with a value
//! in it.

use crate::diag::{Diagnostics, find_letter};
use std::fmt::Display;
use syn::LitStr;

/// What stands in the first braces that name something, as in `{id}` or
/// `{0:?}`. Other braces are anybody's: JSON in a header, or a name in its
/// namespace.
pub(crate) fn find(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let (inside, _) = after.split_once('}')?;
        let (name, format) = inside.split_once(':').unwrap_or((inside, ""));
        let in_format = |c: char| c.is_alphanumeric() || "_?#<>^.+-$".contains(c);
        if !name.is_empty()
            && find_letter(name, &|c| c != '_' && !c.is_alphanumeric()).is_none()
            && find_letter(format, &|c| !in_format(c)).is_none()
        {
            return Some(inside);
        }
        rest = after;
    }
    None
}

/// Complains of a placeholder in a text that an envelope says of all errors.
pub(crate) fn check(what: impl Display, text: &LitStr, diag: &mut Diagnostics) {
    if let Some(inside) = find(&text.value()) {
        diag.error(
            text.span(),
            format_args!("{what} is the same for all errors, so it takes no placeholders, found `{{{inside}}}`; state at the errors what differs"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn only_names_are_placeholders() {
        let found = [("{id}", "id"), ("a{0:?}", "0:?"), ("{} {a_b:>08.2}", "a_b:>08.2")];
        for (text, inside) in found {
            assert_eq!(find(text), Some(inside), "{text}");
        }
        let none = [
            "",
            "{",
            "}{",
            "{}",
            "{id",
            "id}",
            "{a b}",
            "{:?}",
            "{http://ns.example}Fault",
            r#"{"group":"a","n":{"x":1}}"#,
            "{a,b}",
        ];
        for text in none {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
