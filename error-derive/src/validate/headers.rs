//! Rules about headers that have keys of their own.

use crate::diag::Diagnostics;
use crate::model::{HeaderValue, Row, Variant};
use crate::parse::entries::{HeaderKey, HeaderKeyValue};

/// A redirect is a 3xx, and its target is the only `Location`.
pub(super) fn check_redirect(variant: &Variant, row: &Row, diag: &mut Diagnostics) {
    let Some(redirect) = row.keys.redirect.span() else { return };
    if let Some(status) = row.fixed_status().filter(|status| !(300..=399).contains(status)) {
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
    let is_of_row = |key: &HeaderKey| key.name == "location" && !key.is_removed();
    let stated = row.keys.headers.iter().filter(|key| is_of_row(key)).count();
    let all = row.headers.iter().filter(|header| {
        header.name == "location" && !matches!(header.value, HeaderValue::Removed)
    });
    if all.count() > stated {
        diag.error(
            redirect,
            "the type states a `Location`, too; take it away with `header(\"Location\" = none)`",
        );
    }
    let text = "`redirect` is the `Location` itself, and there is one; keep one";
    let is_other = |value: &HeaderKeyValue| !matches!(value, HeaderKeyValue::Redirect(_));
    let in_row = row.keys.headers.iter().filter(|key| is_of_row(key));
    for header in in_row.filter(|key| is_other(&key.value)) {
        diag.conflict(header.name_span, redirect, text);
    }
    for (field, _) in variant.header_fields().filter(|(_, name)| *name == "location") {
        if let Some(span) = field.header.span() {
            diag.conflict(span, redirect, text);
        }
    }
}
