//! Rules about headers that have keys of their own.

use crate::diag::Diagnostics;
use crate::model::{HeaderValue, Row, Variant};
use crate::parse::entries::HeaderKeyValue;

/// A redirect is a 3xx, and its target is the only `Location`.
pub(super) fn check_redirect(variant: &Variant, row: &Row, diag: &mut Diagnostics) {
    let Some(redirect) = row.keys.redirect.span() else { return };
    if let Some(status @ (..=299 | 400..)) = row.fixed_status() {
        let remedy = if row.keys.redirect.own_span().is_some() {
            "write it as in `status = 303, any_status`"
        } else {
            "take it away with `header(\"Location\" = none)`"
        };
        diag.error(
            redirect,
            format_args!("`redirect` needs a status from 300 to 399, found {status}; {remedy}"),
        );
    }
    let mut stated = Vec::new();
    for key in &row.keys.headers {
        if key.name == "location" && !key.is_removed() {
            stated.push(key);
        }
    }
    let mut all = 0;
    for header in &row.headers {
        if header.name == "location" && !matches!(header.value, HeaderValue::Removed) {
            all += 1;
        }
    }
    if all > stated.len() {
        diag.error(
            redirect,
            "the type states a `Location`, too; take it away with `header(\"Location\" = none)`",
        );
    }
    let text = "`redirect` is the `Location` itself, and there is one; keep one";
    for header in &stated {
        if !matches!(header.value, HeaderKeyValue::Redirect(_)) {
            diag.conflict(header.name_span, redirect, text);
        }
    }
    for (field, name) in &variant.header_fields() {
        if let ("location", Some(span)) = (name.as_str(), field.header.span()) {
            diag.conflict(span, redirect, text);
        }
    }
}
