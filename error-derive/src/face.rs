//! From the keys of the first face to those of the others. What a face does
//! not say is taken from the first, key by key; from there on each face is
//! resolved and checked as if it were the only one.

use crate::diag::{Diagnostics, closest, letters};
use crate::lists;
use crate::model::{Face, Model};
use crate::names::{mentions, unraw};
use crate::parse::container::{Adapter, ContainerKeys};
use crate::parse::entries::HeaderKey;
use crate::parse::face::{FaceKeys, FaceName};
use crate::parse::field::Field;
use crate::parse::once::Once;
use crate::parse::row::{Inherited, RowKeys};
use crate::parse::{Raw, RawVariant, RawWhen};
use crate::validate;

/// One face, not yet resolved.
pub(crate) struct RawFace<'a> {
    name: FaceName,
    adapters: Vec<Adapter>,
    raw: Raw<'a>,
}

/// The faces beside the first, in the order in which they are named.
pub(crate) fn split<'a>(raw: &Raw<'a>, diag: &mut Diagnostics) -> Vec<RawFace<'a>> {
    let mut found: Vec<Found> = Vec::new();
    let mut add =
        |name: &FaceName, on_type: bool| match found.iter_mut().find(|found| found.name == *name) {
            Some(found) => found.places += 1,
            None => found.push(Found { name: name.clone(), on_type, places: 1 }),
        };
    for face in of_type(raw) {
        add(&face.name, true);
    }
    for variant in &raw.variants {
        // A struct's own keys are the type's.
        if raw.is_enum {
            for face in &variant.keys.faces {
                add(&face.name, false);
            }
        }
        for when in &variant.whens {
            for face in &when.keys.faces {
                add(&face.name, false);
            }
        }
        for field in &variant.fields {
            for (name, _) in &field.faces {
                add(name, false);
            }
        }
    }
    check_names(&found, raw, diag);
    let mut faces = Vec::with_capacity(found.len());
    for Found { name, .. } in &found {
        faces.push(RawFace::new(raw, name.clone()));
    }
    faces
}

/// Resolves and checks each face.
pub(crate) fn resolve<'a>(faces: Vec<RawFace<'a>>, diag: &mut Diagnostics) -> Vec<Face<'a>> {
    let mut resolved = Vec::with_capacity(faces.len());
    for RawFace { name, adapters, raw } in faces {
        diag.begin_face(name.text());
        let mut model = Model::resolve(raw, diag);
        model.face = Some(name.path.clone());
        validate::check(&model, diag);
        diag.end_face();
        resolved.push(Face { path: name.path, adapters, model });
    }
    resolved
}

/// A face by its name, and how often it is named.
struct Found {
    name: FaceName,
    on_type: bool,
    places: usize,
}

/// A name that is likely another one with a typo, where rustc would only say
/// that there is no such type; and one that differs for each of the type's
/// instances.
fn check_names(found: &[Found], raw: &Raw<'_>, diag: &mut Diagnostics) {
    for Found { name, on_type, places } in found {
        let mut others = Vec::new();
        for other in found {
            let other = other.name.text();
            // `V1` and `V2` are two faces.
            if other != name.text() && without_digits(other) != without_digits(name.text()) {
                others.push(other);
            }
        }
        if let (false, 1, Some(near)) = (on_type, places, closest(name.text(), &others)) {
            diag.error(
                name.place,
                format_args!(
                    "the face `{0}` is named only here; did you mean `{near}`? if it is one of its own, name it on the type, too, as in `#[api(face({0}))]`",
                    name.text()
                ),
            );
        }
        let mut names = crate::names::parameters(&raw.input.generics);
        names.push("Self".to_owned());
        if mentions(&name.path, &|ident| names.contains(&unraw(ident))) {
            diag.error(
                name.place,
                "a face has the same name for every instance of the type, so it mentions neither `Self` nor a parameter",
            );
        }
    }
}

fn without_digits(name: &str) -> String {
    letters(name, &|c| (!c.is_ascii_digit()).then_some(c))
}

/// The groups on the type itself.
fn of_type<'r>(raw: &'r Raw<'_>) -> &'r [FaceKeys] {
    if raw.is_enum { &raw.defaults.faces } else { &raw.variants[0].keys.faces }
}

fn find<'f>(faces: &'f [FaceKeys], name: &FaceName) -> Option<&'f FaceKeys> {
    lists::find(faces, &|face| face.name == *name)
}

impl<'a> RawFace<'a> {
    fn new(first: &Raw<'a>, name: FaceName) -> Self {
        let Raw { input, container, defaults, variants, is_enum } = first;
        let on_type = find(of_type(first), &name);
        let adapters = on_type.map(|face| face.container.adapters.clone()).unwrap_or_default();
        let mut on_face = Vec::with_capacity(variants.len());
        for variant in variants {
            on_face.push(variant.on_face(&name));
        }
        let raw = Raw {
            input,
            container: container.on_face(on_type.map(|face| &face.container)),
            defaults: defaults.on_face(&name),
            variants: on_face,
            is_enum: *is_enum,
        };
        Self { name, adapters, raw }
    }
}

impl ContainerKeys {
    fn on_face(&self, own: Option<&Self>) -> Self {
        let nothing = Self::new();
        let own = own.unwrap_or(&nothing);
        let Self { adapters: _, code_case, code_prefix, code_suffix, strict, krate, bound } = self;
        Self {
            // The face has a list of its own.
            adapters: Vec::new(),
            code_case: own.code_case.or(code_case),
            code_prefix: own.code_prefix.or(code_prefix),
            code_suffix: own.code_suffix.or(code_suffix),
            strict: own.strict.or(strict),
            krate: krate.clone(),
            bound: bound.clone(),
        }
    }
}

impl RawVariant {
    fn on_face(&self, name: &FaceName) -> Self {
        let Self { ident, deprecated, fields, display, keys, whens } = self;
        let mut whens_there = Vec::with_capacity(whens.len());
        for RawWhen { pattern, keys, span } in whens {
            let (pattern, keys) = (pattern.clone(), keys.on_face(name));
            whens_there.push(RawWhen { pattern, keys, span: *span });
        }
        let mut fields_there = Vec::with_capacity(fields.len());
        for field in fields {
            fields_there.push(field.on_face(name));
        }
        Self {
            ident: ident.clone(),
            deprecated: *deprecated,
            fields: fields_there,
            display: display.clone(),
            keys: keys.on_face(name),
            whens: whens_there,
        }
    }
}

impl Field {
    /// A group says all of what the field is on its face. Without one it is
    /// what it is on the first.
    fn on_face(&self, name: &FaceName) -> Self {
        for (other, own) in &self.faces {
            if other == name {
                return Self { broken: self.broken, faces: Vec::new(), ..own.clone() };
            }
        }
        Self {
            broken: self.broken,
            index: self.index,
            ident: self.ident.clone(),
            ty: self.ty.clone(),
            source: self.source,
            detail: self.detail.inherit(),
            member: self.member.inherit(),
            header: self.header.inherit(),
            retry_after: self.retry_after.inherit(),
            status: self.status.inherit(),
            code: self.code.inherit(),
            errors: self.errors.inherit(),
            message: self.message.inherit(),
            hint: self.hint.inherit(),
            public: self.public.inherit(),
            keep: self.keep.inherit(),
            faces: Vec::new(),
        }
    }
}

impl RowKeys {
    fn on_face(&self, name: &FaceName) -> Self {
        let nothing = Self::new();
        let own = match find(&self.faces, name) {
            Some(face) => &face.row,
            None => &nothing,
        };
        let Self {
            broken,
            status,
            any_status,
            code,
            code_place,
            shared_code,
            message: _,
            title,
            hint,
            category,
            docs,
            retry,
            retry_after,
            headers,
            details,
            members,
            envelope,
            expose: _,
            conceal: _,
            log,
            transparent,
            redirect,
            catches: _,
            inherited: _,
            faces: _,
        } = self;
        // Three answers to one question: the face's own stands alone.
        let answers = own.message.is_set() || own.expose.is_set() || own.conceal.is_set();
        let of_first = if answers { &nothing } else { self };
        let headers = merge(headers, own);
        let redirects = headers.iter().any(HeaderKey::is_redirect);
        let inherited =
            Inherited { details: own.details.is_empty(), members: own.members.is_empty() };
        Self {
            broken: *broken,
            status: own.status.or(status),
            any_status: own.any_status.or(any_status),
            code: own.code.or(code),
            code_place: own.code_place.or(*code_place),
            shared_code: own.shared_code.or(shared_code),
            message: own.message.or(&of_first.message),
            title: own.title.or(title),
            hint: own.hint.or(hint),
            category: own.category.or(category),
            docs: own.docs.or(docs),
            retry: own.retry.or(retry),
            retry_after: own.retry_after.or(retry_after),
            redirect: if redirects { own.redirect.or(redirect) } else { Once::new("redirect") },
            headers,
            details: if inherited.details { details } else { &own.details }.clone(),
            members: if inherited.members { members } else { &own.members }.clone(),
            envelope: own.envelope.or(envelope),
            expose: own.expose.or(&of_first.expose),
            conceal: own.conceal.or(&of_first.conceal),
            log: own.log.or(log),
            transparent: transparent.clone(),
            catches: Vec::new(),
            inherited,
            faces: Vec::new(),
        }
    }
}

/// Headers add up, but for the one `Location`. One that the first face states and
/// this one takes away is gone; the other way round, only what is said of it
/// elsewhere is.
fn merge(first: &[HeaderKey], own: &RowKeys) -> Vec<HeaderKey> {
    let mut headers = Vec::with_capacity(first.len() + own.headers.len());
    for header in first {
        let is_replaced = |by: &HeaderKey| {
            // There is one place to go to.
            let moved = header.name == "location" && by.name == "location";
            moved || (by.is_removed() && by.takes_away(header))
        };
        if header.is_removed() || !own.headers.iter().any(is_replaced) {
            headers.push(header.clone());
        }
    }
    headers.extend_from_slice(&own.headers);
    headers
}

impl<T: Clone> Once<T> {
    /// This, or else what the first face says.
    fn or(&self, first: &Self) -> Self {
        if self.is_set() { self.clone() } else { first.inherit() }
    }
}
