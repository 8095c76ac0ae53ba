//! Rules over more than one key. Each says in a sentence what it holds.

mod headers;

use crate::diag::{Diagnostics, Place, first_set_at};
use crate::display::Display;
use crate::lists;
use crate::model::{Entry, Message, Model, Row, Variant};
use crate::names::unraw;
use crate::parse::catch::CatchKey;
use crate::parse::field::{Field, Keep, Wire};
use crate::parse::row::{CodeKey, RowKeys};
use crate::parts::Slot;
use proc_macro2::Span;

pub(crate) fn check(model: &Model<'_>, diag: &mut Diagnostics) {
    check_codes(model, diag);
    check_catches(model, diag);
    for variant in &model.variants {
        check_single_fields(variant, diag);
        check_body_fields(variant, diag);
        for field in &variant.fields {
            check_field(field, variant, diag);
        }
        for row in &variant.rows {
            check_visibility(model, row, diag);
            check_transparent(row, diag);
            check_body(row, diag);
            headers::check_redirect(variant, row, diag);
            check_details(variant, row, diag);
            check_members(variant, row, diag);
            check_inner(variant, row, diag);
        }
    }
    crate::privacy::check(model, diag);
    if model.strict {
        crate::strict::check(model, diag);
    }
}

/// A code belongs to one variant, but for those that say that they share it.
fn check_codes(model: &Model<'_>, diag: &mut Diagnostics) {
    // Sorted by the code.
    let mut owners: Vec<(String, usize, Place)> = Vec::new();
    for (index, variant) in model.variants.iter().enumerate() {
        for row in &variant.rows {
            if row.shared_code {
                continue;
            }
            let code = match &row.code.value {
                CodeKey::Text(text) if !text.is_empty() => text.clone(),
                CodeKey::Number(number) => number.to_string(),
                _ => continue,
            };
            match owners.binary_search_by(|(owned, ..)| owned.cmp(&code)) {
                Ok(at) if owners[at].1 != index => diag.conflict(
                    owners[at].2,
                    row.code.place,
                    format_args!("the code `{code}` stands for two variants; make them differ, or say `shared_code`"),
                ),
                Ok(_) => {}
                Err(at) => owners.insert(at, (code, index, row.code.place)),
            }
        }
    }
}

/// One variant stands for one thing.
fn check_catches(model: &Model<'_>, diag: &mut Diagnostics) {
    let mut owners: Vec<&CatchKey> = Vec::new();
    for (_, row) in &model.rows() {
        for key in &row.keys.catches {
            match lists::find(&owners, &|owner| owner.what == key.what) {
                Some(first) => diag.conflict(
                    first.place,
                    key.place,
                    format_args!("`{}` is caught twice", key.what.text()),
                ),
                None => owners.push(key),
            }
        }
    }
}

/// One field gives the message, one the hint, one the delay, and so on.
fn check_single_fields(variant: &Variant, diag: &mut Diagnostics) {
    let mut only_one = |key: &str, spans: Vec<Span>| {
        if let [first, rest @ ..] = spans.as_slice() {
            for other in rest {
                diag.conflict(
                    *first,
                    *other,
                    format_args!("two fields cannot both be the `{key}`"),
                );
            }
        }
    };
    let spans = |get: &dyn Fn(&Field) -> Option<Span>| {
        let mut spans = Vec::new();
        for field in &variant.fields {
            if let Some(span) = get(field) {
                spans.push(span);
            }
        }
        spans
    };
    only_one("message", spans(&|field| field.message.span()));
    only_one("hint", spans(&|field| field.hint.span()));
    only_one("retry_after", spans(&|field| field.retry_after.span()));
    only_one("status", spans(&|field| field.status.span()));
    only_one("code", spans(&|field| field.code.span()));
    only_one("errors", spans(&|field| field.errors.span()));
}

/// A modifier stands beside what it modifies.
fn check_field(field: &Field, variant: &Variant, diag: &mut Diagnostics) {
    let written = field.detail.is_set() || field.member.is_set();
    if field.broken {
        return;
    }
    if let (Some(span), Some(keep)) = (field.keep.span(), field.keep.get()) {
        let delay = field.retry_after.is_set() && *keep == Keep::OmitDefault;
        if !written && !delay {
            let word = match keep {
                Keep::Null => "keep_null",
                Keep::OmitDefault => "omit_default",
                Keep::Empty => "keep_empty",
            };
            let places = if *keep == Keep::OmitDefault {
                "`detail`, `member` or `retry_after`"
            } else {
                "`detail` or `member`"
            };
            diag.error(
                span,
                format_args!("`{word}` has no effect here; it stands beside {places}"),
            );
        }
    }
    let is_inner = variant.inner == Some(field.index);
    if let Some(span) = field.public.own_span() {
        let is_shown = matches!(variant.display, Display::Transparent(_));
        if field.source.is_none() && !field.errors.is_set() && !is_inner && !is_shown {
            let remedy = if written { "" } else { "; to send it, say `detail` or `member`" };
            diag.error(
                span,
                format_args!(
                    "`public` has no effect: the field `{}` is no source{remedy}",
                    field.name()
                ),
            );
        }
    }
}

/// `message`, `expose` and `conceal` are three answers to one question.
fn check_visibility(model: &Model<'_>, row: &Row, diag: &mut Diagnostics) {
    let keys = &row.keys;
    for (word, flag) in &[("expose", &keys.expose), ("conceal", &keys.conceal)] {
        if let (Some(message), Some(span)) = (keys.message.span(), flag.span()) {
            diag.conflict(
                message,
                span,
                format_args!("`message` and `{word}` cannot be combined; the message is public, and `Display` is not shown"),
            );
        }
    }
    if let (Some(one), Some(other)) = (keys.expose.span(), keys.conceal.span()) {
        diag.conflict(one, other, "`expose` and `conceal` cannot be combined; keep one");
        return;
    }
    match (row.fixed_status(), keys.expose.own_span(), keys.conceal.own_span()) {
        (Some(status), Some(span), _) if status < 500 => diag.error(
            span,
            format_args!(
                "`expose` has no effect: below 500 `Display` is shown anyway, and this is {status}"
            ),
        ),
        // `strict` wants it said, and against the type's `expose` it has one.
        (Some(status), _, Some(span))
            if status >= 500 && !row.transparent && !model.strict && !model.expose =>
        {
            diag.error(
                span,
                format_args!("`conceal` has no effect: a {status} hides `Display` anyway"),
            );
        }
        _ => {}
    }
}

/// A transparent variant shows its inner error's message, not a `Display`.
fn check_transparent(row: &Row, diag: &mut Diagnostics) {
    let Some(transparent) = row.keys.transparent.span() else { return };
    for (word, flag) in &[("expose", &row.keys.expose), ("conceal", &row.keys.conceal)] {
        if let Some(span) = flag.span() {
            diag.conflict(
                transparent,
                span,
                format_args!("`transparent` and `{word}` cannot be combined; the message is the inner error's, or say `message`"),
            );
        }
    }
    if let Some(span) = row.keys.shared_code.span() {
        if !row.keys.code.is_set() {
            diag.conflict(
                transparent,
                span,
                "`transparent` and `shared_code` cannot be combined; the code comes from the inner error",
            );
        }
    }
}

/// 204, 205 and 304 send no body, so nothing can be declared for it.
fn check_body(row: &Row, diag: &mut Diagnostics) {
    let Some(status @ (204 | 205 | 304)) = row.fixed_status() else { return };
    let RowKeys { message, hint, envelope, inherited, .. } = &row.keys;
    // A header may say them all the same.
    let spans = [
        if row.says(Slot::Message) { None } else { message.own_span() },
        if row.says(Slot::Hint) { None } else { hint.own_span() },
        envelope.own_span(),
    ];
    let mut complain = |span| {
        diag.error(span, format_args!("a {status} has no body, so this is never sent"));
    };
    for span in &spans {
        let Some(span) = span else { continue };
        complain(*span);
    }
    for (entries, inherited) in
        &[(&row.details, inherited.details), (&row.members, inherited.members)]
    {
        for entry in *entries {
            if !*inherited {
                complain(entry.name_span);
            }
        }
    }
}

/// The same for fields, which are every row's.
fn check_body_fields(variant: &Variant, diag: &mut Diagnostics) {
    let has_none = |row: &Row| matches!(row.fixed_status(), Some(204 | 205 | 304));
    let [.., plain] = variant.rows.as_slice() else { return };
    let Some(status) = plain.status else { return };
    if !variant.rows.iter().all(has_none) {
        return;
    }
    let said = |slot| variant.rows.iter().any(|row| row.says(slot));
    for field in &variant.fields {
        let spans = [
            field.detail.own_span(),
            field.member.own_span(),
            field.errors.own_span(),
            if said(Slot::Message) { None } else { field.message.own_span() },
            if said(Slot::Hint) { None } else { field.hint.own_span() },
        ];
        for span in &spans {
            let Some(span) = span else { continue };
            diag.error(*span, format_args!("a {status} has no body, so this is never sent"));
        }
    }
}

/// The details have one entry of each name, or are one value.
fn check_details(variant: &Variant, row: &Row, diag: &mut Diagnostics) {
    let (mut flat, mut beside) = (Vec::new(), Vec::new());
    for (field, wire) in &variant.detail_fields() {
        let spans = if **wire == Wire::Flatten { &mut flat } else { &mut beside };
        if let Some(span) = field.detail.span() {
            spans.push(span);
        }
    }
    for entry in &row.details {
        beside.push(entry.name_span);
    }
    if let [first, others @ ..] = flat.as_slice() {
        for other in others.iter().chain(&beside) {
            diag.conflict(
                *first,
                *other,
                "`detail(flatten)` is the whole of the details; nothing can stand beside it",
            );
        }
        return;
    }
    check_names(
        "detail",
        &variant.detail_fields(),
        &row.details,
        &|field| field.detail.span(),
        diag,
    );
}

/// The members have one entry of each name.
fn check_members(variant: &Variant, row: &Row, diag: &mut Diagnostics) {
    check_names(
        "member",
        &variant.member_fields(),
        &row.members,
        &|field| field.member.span(),
        diag,
    );
}

fn check_names(
    what: &str,
    fields: &[(&Field, &Wire)],
    entries: &[Entry],
    span: &dyn Fn(&Field) -> Option<Span>,
    diag: &mut Diagnostics,
) {
    let mut names: Vec<(&str, Span)> = Vec::with_capacity(fields.len() + entries.len());
    for (field, wire) in fields {
        if let (Wire::Own(name) | Wire::Named(name), Some(at)) = (wire, span(field)) {
            names.push((name, at));
        }
    }
    for entry in entries {
        names.push((&entry.name, entry.name_span));
    }
    for (index, (name, at)) in names.iter().enumerate() {
        // The last one before it.
        if let Some((_, first)) = names[..index].iter().rfind(|(before, _)| before == name) {
            let first = first_set_at(*first);
            diag.error(*at, format_args!("the {what} `{name}` is set twice{first}"));
        }
    }
    for entry in entries {
        if let crate::model::Value::Object(inner) = &entry.value {
            check_names(what, &[], inner, &|_| None, diag);
        }
    }
}

/// The inner error says its own details; its field cannot be one, too.
fn check_inner(variant: &Variant, row: &Row, diag: &mut Diagnostics) {
    let Some(inner) = variant.inner else { return };
    if !row.transparent {
        return;
    }
    let field = &variant.fields[inner];
    for span in &[
        field.detail.span(),
        field.member.span(),
        field.message.span(),
        field.hint.span(),
        field.header.span(),
        field.retry_after.span(),
        field.status.span(),
        field.code.span(),
        field.errors.span(),
    ] {
        let Some(span) = span else { continue };
        diag.error(
            *span,
            format_args!(
                "the field `{}` is the inner error, which answers for itself",
                field.name()
            ),
        );
    }
    if matches!(row.message, Message::Display) {
        debug_assert!(
            false,
            "a transparent row takes the inner message: {}",
            unraw(&variant.ident)
        );
    }
}
