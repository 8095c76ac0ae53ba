//! HTTP statuses by number and by name.

use super::item::Item;
use crate::diag::{Diagnostics, Place, did_you_mean, meaning, words};
use crate::literal;
use crate::scan;
use proc_macro2::{Ident, TokenTree};

/// The names that `http::StatusCode` has for them.
const NAMES: &[(&str, u16)] = &[
    ("CONTINUE", 100),
    ("SWITCHING_PROTOCOLS", 101),
    ("PROCESSING", 102),
    ("EARLY_HINTS", 103),
    ("OK", 200),
    ("CREATED", 201),
    ("ACCEPTED", 202),
    ("NON_AUTHORITATIVE_INFORMATION", 203),
    ("NO_CONTENT", 204),
    ("RESET_CONTENT", 205),
    ("PARTIAL_CONTENT", 206),
    ("MULTI_STATUS", 207),
    ("ALREADY_REPORTED", 208),
    ("IM_USED", 226),
    ("MULTIPLE_CHOICES", 300),
    ("MOVED_PERMANENTLY", 301),
    ("FOUND", 302),
    ("SEE_OTHER", 303),
    ("NOT_MODIFIED", 304),
    ("USE_PROXY", 305),
    ("TEMPORARY_REDIRECT", 307),
    ("PERMANENT_REDIRECT", 308),
    ("BAD_REQUEST", 400),
    ("UNAUTHORIZED", 401),
    ("PAYMENT_REQUIRED", 402),
    ("FORBIDDEN", 403),
    ("NOT_FOUND", 404),
    ("METHOD_NOT_ALLOWED", 405),
    ("NOT_ACCEPTABLE", 406),
    ("PROXY_AUTHENTICATION_REQUIRED", 407),
    ("REQUEST_TIMEOUT", 408),
    ("CONFLICT", 409),
    ("GONE", 410),
    ("LENGTH_REQUIRED", 411),
    ("PRECONDITION_FAILED", 412),
    ("PAYLOAD_TOO_LARGE", 413),
    ("CONTENT_TOO_LARGE", 413),
    ("URI_TOO_LONG", 414),
    ("UNSUPPORTED_MEDIA_TYPE", 415),
    ("RANGE_NOT_SATISFIABLE", 416),
    ("EXPECTATION_FAILED", 417),
    ("IM_A_TEAPOT", 418),
    ("MISDIRECTED_REQUEST", 421),
    ("UNPROCESSABLE_ENTITY", 422),
    ("UNPROCESSABLE_CONTENT", 422),
    ("LOCKED", 423),
    ("FAILED_DEPENDENCY", 424),
    ("TOO_EARLY", 425),
    ("UPGRADE_REQUIRED", 426),
    ("PRECONDITION_REQUIRED", 428),
    ("TOO_MANY_REQUESTS", 429),
    ("REQUEST_HEADER_FIELDS_TOO_LARGE", 431),
    ("UNAVAILABLE_FOR_LEGAL_REASONS", 451),
    ("INTERNAL_SERVER_ERROR", 500),
    ("NOT_IMPLEMENTED", 501),
    ("BAD_GATEWAY", 502),
    ("SERVICE_UNAVAILABLE", 503),
    ("GATEWAY_TIMEOUT", 504),
    ("HTTP_VERSION_NOT_SUPPORTED", 505),
    ("VARIANT_ALSO_NEGOTIATES", 506),
    ("INSUFFICIENT_STORAGE", 507),
    ("LOOP_DETECTED", 508),
    ("NOT_EXTENDED", 510),
    ("NETWORK_AUTHENTICATION_REQUIRED", 511),
];

/// `409`, `CONFLICT`, or `StatusCode::CONFLICT`.
pub(crate) fn parse(item: &Item, diag: &mut Diagnostics) -> Option<u16> {
    let trees = scan::ungroup_trees(item.equals(diag)?.to_vec());
    read("status", &trees, item.value_place(), diag)
}

/// The same among other values, of another key.
pub(super) fn read(
    key: &str,
    trees: &[TokenTree],
    place: Place,
    diag: &mut Diagnostics,
) -> Option<u16> {
    if let Some(status @ 100..=999) = literal::plain_integer(trees) {
        return Some(status);
    }
    if let Some(number) = literal::integer(trees) {
        return match number.base10_parse::<u16>() {
            Ok(status @ 100..=999) => Some(status),
            _ => {
                diag.error(number.span(), format_args!("`{number}` is not an HTTP status"));
                None
            }
        };
    }
    match last_ident(trees) {
        Some(name) => by_name(&name, diag),
        None => {
            diag.error(
                place,
                format_args!(
                    "`{key}` takes a number or a constant's name, as in `409` or `CONFLICT`"
                ),
            );
            None
        }
    }
}

fn by_name(name: &Ident, diag: &mut Diagnostics) -> Option<u16> {
    let text = name.to_string();
    let known = meaning(NAMES, &text);
    if known.is_none() {
        let mut remedy = did_you_mean(&text, &words(NAMES));
        if remedy.is_empty() {
            remedy.push_str("; write its number, as in `status = 409`");
        }
        diag.error(name.span(), format_args!("there is no status `{text}`{remedy}"));
    }
    known.copied()
}

/// The name at the end of a path; nothing for anything else.
fn last_ident(trees: &[TokenTree]) -> Option<Ident> {
    let mut last = None;
    for tree in trees {
        match tree {
            TokenTree::Ident(ident) => last = Some(ident.clone()),
            TokenTree::Punct(punct) if punct.as_char() == ':' => {}
            _ => return None,
        }
    }
    last
}
