//! A declared member may not have the name of a member of the envelope, nor
//! that of an item the name of one in the items' template.

use crate::diag::without_spaces;
use crate::model::{Model, Row, Variant};
use crate::names::{local, mentions, parameters, quiet, unraw};
use crate::parse::field::{Field, Wire};
use crate::quoted::tokens;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

// Expands, for each name, at its place, to:
//
//     const _: () = assert!(!collides(<Envelope>::NAMES, "status"), "…");
//
// The envelope is a type of its own that the macro cannot see into; the
// compiler can. One that depends on a parameter is looked at when rendering.
pub(super) fn expand(model: &Model<'_>) -> TokenStream {
    let mut checks = Checks(Vec::new());
    for face in &model.faces {
        add_checks(&face.model, &mut checks);
    }
    add_checks(model, &mut checks);
    let mut tokens = TokenStream::new();
    for (_, check) in checks.0 {
        tokens.extend(check);
    }
    tokens
}

/// The checks in the order of their identities. A field stands in every row of
/// its variant.
struct Checks(Vec<(String, TokenStream)>);

impl Checks {
    fn add(&mut self, (key, check): (String, TokenStream)) {
        match self.0.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(at) => self.0[at] = (key, check),
            Err(at) => self.0.insert(at, (key, check)),
        }
    }
}

/// The checks of one face.
fn add_checks(model: &Model<'_>, checks: &mut Checks) {
    let face = model.face.as_ref().map(|face| without_spaces(&face.to_string()));
    for (variant, row) in &model.rows() {
        let envelope = row.envelope.as_ref().or(model.envelope.as_ref());
        if matches!(envelope, Some(path) if super::error::depends_on_parameter(model, path)) {
            continue;
        }
        for (name, at) in &names(variant, row) {
            checks.add(check_name(model, envelope, face.as_deref(), name, *at));
        }
        // The default one has no place for a list.
        if let (Some(envelope), Some(field)) = (envelope, variant.errors_field()) {
            if let Some(check) = check_items(model, envelope, face.as_deref(), field) {
                checks.add(check);
            }
        }
    }
}

fn check_name(
    model: &Model<'_>,
    envelope: Option<&TokenStream>,
    face: Option<&str>,
    name: &str,
    at: Span,
) -> (String, TokenStream) {
    let krate = &model.krate;
    let owned = match envelope {
        Some(_) => format!("the envelope has a member `{name}` of its own"),
        None => format!("the default envelope `Problem` has a member `{name}` of its own"),
    };
    let text = match (face, envelope) {
        (None, Some(_)) => format!("{owned}; give this one another name"),
        (None, None) => {
            format!(
                "{owned}; give this one another name, or say `envelope = …` if it stands in another"
            )
        }
        (Some(face), _) => format!(
            "on the face `{face}`: {owned}; give this one another name there, in `face({face}, …)`"
        ),
    };
    let envelope = match envelope {
        Some(envelope) => envelope.clone(),
        None => tokens!([krate] #krate::Problem),
    };
    let at = at.resolved_at(Span::call_site());
    let check = tokens! {
        at => [krate, envelope, name, text]
        const _: () = ::core::assert!(
            !#krate::__private::collides(<#envelope as #krate::Envelope>::NAMES, #name),
            "{}",
            #text
        );
    };
    (format!("{envelope} {name}"), check)
}

// Expands to:
//
//     const _: () = match Collision::find(<Envelope>::ITEM_NAMES, __item_specs!(Vec<Item>), …) {
//         found => assert!(Collision::is_none(&found), "{}", Collision::text(&found)),
//     };
//
// Which members the items have is known to the compiler alone, too. It looks
// at their rows and not at what these contain, so types may contain each other.
fn check_items(
    model: &Model<'_>,
    envelope: &TokenStream,
    face: Option<&str>,
    field: &Field,
) -> Option<(String, TokenStream)> {
    let krate = &model.krate;
    let ty = standing_alone(model, field.ty.clone())?;
    let key = format!("{envelope} [{ty}]");
    let place = face.map(|face| format!("on the face `{face}`: ")).unwrap_or_default();
    let before = format!(
        "{place}the envelope's `errors` has members of its own that these items have, too: `"
    );
    let after = "`; give them other names in one of the two";
    let face = model.face.as_ref().map(|face| tokens!([face] #face,));
    let found = local("found");
    let at = field.errors.span()?.resolved_at(Span::call_site());
    let collision = tokens!([krate] #krate::__private::Collision);
    // As functions: a method may be anybody's.
    let check = tokens! {
        at => [collision, envelope, krate, face, ty, before, after, found]
        const _: () = match <#collision>::find(
            <#envelope as #krate::Envelope>::ITEM_NAMES,
            #krate::__item_specs!(#face #ty),
            #before,
            #after,
        ) {
            #found => ::core::assert!(
                <#collision>::is_none(&#found),
                "{}",
                <#collision>::text(&#found)
            ),
        };
    };
    Some((key, check))
}

/// The type as it is called outside of the impls; nothing where it depends on
/// a parameter.
fn standing_alone(model: &Model<'_>, ty: TokenStream) -> Option<TokenStream> {
    let params = parameters(&model.input.generics);
    let is_self = |ident: &Ident| ident == "Self";
    let depends = mentions(&ty, &|ident| params.contains(&unraw(ident)))
        || (!params.is_empty() && mentions(&ty, &is_self));
    (!depends).then(|| quiet(without_self(ty, &model.input.ident)))
}

fn without_self(ty: TokenStream, name: &Ident) -> TokenStream {
    let mut trees = Vec::new();
    for tree in ty {
        trees.push(match tree {
            TokenTree::Ident(ident) if ident == "Self" => {
                let mut name = name.clone();
                name.set_span(ident.span());
                TokenTree::Ident(name)
            }
            TokenTree::Group(group) => {
                let inside = without_self(group.stream(), name);
                let mut new = Group::new(group.delimiter(), inside);
                new.set_span(group.span());
                TokenTree::Group(new)
            }
            tree => tree,
        });
    }
    TokenStream::from_iter(trees)
}

fn names(variant: &Variant, row: &Row) -> Vec<(String, Span)> {
    let mut names = Vec::new();
    for (field, wire) in &variant.member_fields() {
        if let (Wire::Own(name) | Wire::Named(name), Some(at)) = (wire, field.member.span()) {
            names.push((name.clone(), at));
        }
    }
    for entry in &row.members {
        names.push((entry.name.clone(), entry.name_span));
    }
    names
}
