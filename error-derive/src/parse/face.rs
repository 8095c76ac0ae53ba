//! `face(Name, …)`: what another face of the error says otherwise.

use super::container::ContainerKeys;
use super::item::{Form, Item, items_of, parse_item};
use super::parse_with;
use super::row::RowKeys;
use crate::diag::{Diagnostics, Place, without_spaces};
use crate::lists;
use crate::scan;
use crate::spec::{Key, look_up};
use proc_macro2::{Delimiter, Span, TokenStream};
use quote::ToTokens;
use syn::Path;

/// The type that names a face. The same tokens are the same face.
#[derive(Clone)]
pub(crate) struct FaceName {
    pub(crate) path: TokenStream,
    text: String,
    pub(crate) place: Place,
}

/// What the groups of one face say at one place.
#[derive(Clone)]
pub(crate) struct FaceKeys {
    pub(crate) name: FaceName,
    /// Only what stands on the type.
    pub(crate) container: ContainerKeys,
    pub(crate) row: RowKeys,
}

impl FaceName {
    fn new(path: Path, tokens: &TokenStream) -> Self {
        let path = path.into_token_stream();
        let text = without_spaces(&path.to_string()).replace("r#", "");
        let place = scan::place_of(tokens).unwrap_or_else(|| Span::call_site().into());
        Self { path, text, place }
    }

    /// The name as complaints quote it.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

impl PartialEq for FaceName {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl FaceKeys {
    /// Adds a group to those of the same face.
    pub(super) fn apply(faces: &mut Vec<Self>, item: &Item, diag: &mut Diagnostics) {
        let Some((name, items)) = read(item, diag) else { return };
        let at = lists::place(faces, &|face| face.name == name).unwrap_or_else(|| {
            let (container, row) = (ContainerKeys::new(), RowKeys::new());
            faces.push(Self { name, container, row });
            faces.len() - 1
        });
        let Self { container, row, .. } = &mut faces[at];
        for item in &items {
            if !container.apply(item, diag) {
                row.apply(item, diag);
            }
        }
    }
}

/// The face's name and the items of the group.
pub(super) fn read(item: &Item, diag: &mut Diagnostics) -> Option<(FaceName, Vec<Item>)> {
    let Form::Group(Delimiter::Parenthesis, tokens, span) = &item.form else {
        item.wrong_form(diag);
        return None;
    };
    let parts = items_of(tokens, diag);
    let (first, rest) = match parts.as_slice() {
        [first, rest @ ..] => (scan::stream(first), rest),
        [] => (TokenStream::new(), &[][..]),
    };
    let path = parse_with::<Path>(scan::ungroup(first.clone())).ok();
    // `face(strict)`: a key, and no name before it.
    let is_key = |path: &Path| {
        path.get_ident().is_some_and(|ident| look_up(&ident.to_string(), item.level).is_ok())
    };
    let Some(path) = path.filter(|path| !is_key(path)) else {
        let at = scan::place_of(&first).unwrap_or((*span).into());
        diag.error(
            at,
            format_args!(
                "`face` begins with the type that names the face, as in `{}`",
                item.entry.example
            ),
        );
        return None;
    };
    let name = FaceName::new(path, &first);
    let mut items = Vec::with_capacity(rest.len());
    for part in rest {
        match parse_item(part, item.span(), item.level, diag) {
            Some(item) if !is_refused(&item, diag) => items.push(item),
            _ => {}
        }
    }
    Some((name, items))
}

/// Complains of a key that says nothing of a face.
fn is_refused(item: &Item, diag: &mut Diagnostics) -> bool {
    let feature;
    let reason = match item.key() {
        Key::Framework => {
            feature = format!(
                "every face is a response where the feature `{}` of `error-runtime` is turned on",
                item.name
            );
            &feature
        }
        Key::Crate | Key::Bound => "it is a fact of the type, the same on every face",
        Key::When | Key::Transparent => "the rows are the same on every face",
        Key::Catch => "what is caught is made once, for every face",
        Key::Face => "write it beside this one",
        _ => return false,
    };
    diag.error(item.span(), format_args!("`{}` does not stand in a face; {reason}", item.name));
    true
}
