//! Header names and constant values, checked by RFC 9110's grammar.

use crate::diag::Diagnostics;
use syn::LitStr;

/// The name in lower case, if it is one.
pub(crate) fn check_name(name: &LitStr, diag: &mut Diagnostics) -> Option<String> {
    let text = name.value();
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    if text.is_empty() {
        diag.error(name.span(), "a header's name cannot be empty");
        return None;
    }
    if !text.chars().all(is_token) {
        diag.error(
            name.span(),
            format_args!("`{text}` is not a header name; use letters, digits and `-`"),
        );
        return None;
    }
    let lower = text.to_ascii_lowercase();
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

/// Complains of characters that a header's value cannot hold.
pub(crate) fn check_value(text: &str, at: proc_macro2::Span, diag: &mut Diagnostics) {
    if let Some(bad) = text.chars().find(|c| !(c.is_ascii_graphic() || *c == ' ' || *c == '\t')) {
        diag.error(
            at,
            format_args!("a header's value is visible ASCII, found {bad:?}"),
        );
    } else if text != text.trim() {
        diag.error(at, "a header's value has no space at its ends");
    }
}
