//! Header names and constant values, checked by RFC 9110's grammar.

use crate::diag::{Diagnostics, find_letter};
use proc_macro2::Span;
use syn::LitStr;

/// The name in lower case, if it is one.
pub(crate) fn check_name(name: &LitStr, diag: &mut Diagnostics) -> Option<String> {
    let lower = token(name, diag)?;
    if matches!(lower.as_str(), "content-length" | "transfer-encoding") {
        diag.error(name.span(), format_args!("`{lower}` is set by the server, from the body"));
        return None;
    }
    if lower == "content-type" {
        diag.error(name.span(), "the `content-type` is the envelope's; say it in `envelope!`");
        return None;
    }
    if lower == "retry-after" {
        diag.error(name.span(), "`retry-after` has a key of its own, `retry_after`");
        return None;
    }
    Some(lower)
}

/// A token of RFC 9110 in lower case: any header's name.
pub(crate) fn token(name: &LitStr, diag: &mut Diagnostics) -> Option<String> {
    let text = name.value();
    if text.is_empty() {
        diag.error(name.span(), "a header's name cannot be empty");
        return None;
    }
    if !is_token(&text) {
        diag.error(
            name.span(),
            format_args!("`{text}` is not a header name; use letters, digits and `-`"),
        );
        return None;
    }
    Some(text.to_ascii_lowercase())
}

pub(crate) fn is_token(text: &str) -> bool {
    let is_token_char = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty() && find_letter(text, &|c| !is_token_char(c)).is_none()
}

/// Whether a header's value can contain this; complains if not.
pub(crate) fn check_visible(text: &str, at: Span, diag: &mut Diagnostics) -> bool {
    let Some(bad) = find_letter(text, &|c| !c.is_ascii_graphic() && c != ' ') else { return true };
    diag.error(at, format_args!("a header's value is visible ASCII, found {bad:?}"));
    false
}

/// Whether a header can have this constant value; complains if not.
pub(crate) fn check_value(text: &str, at: Span, diag: &mut Diagnostics) -> bool {
    if !check_visible(text, at, diag) {
        return false;
    }
    if text != text.trim() {
        diag.error(at, "a header's value has no space at its ends");
        return false;
    }
    true
}
