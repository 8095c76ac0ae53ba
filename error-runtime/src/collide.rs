//! Names that a template gives to members itself, against those that errors
//! declare; asked while compiling.
//!
//! Only constants call these functions: as `#[inline]` they are nowhere
//! compiled to code.

use crate::{Declared, Face, Spec};
use std::marker::PhantomData;

/// Whether an envelope's template gives this name to a member itself.
///
/// Not public API. Used by generated code.
#[inline]
pub const fn collides(names: &[&str], name: &str) -> bool {
    let mut at = 0;
    while at < names.len() {
        if same(names[at], name) {
            return true;
        }
        at += 1;
    }
    false
}

#[inline]
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut same = one.len() == other.len();
    let mut byte = 0;
    while same && byte < one.len() {
        same = one[byte] == other[byte];
        byte += 1;
    }
    same
}

/// A list whose items are of a type that is known while compiling.
///
/// Not public API. Used by generated code.
pub trait Listed {
    /// The items' type.
    type Item;
}

/// The rows of a list's items.
///
/// Not public API. Used by generated code.
#[derive(Debug)]
pub struct Items<L: ?Sized>(PhantomData<L>);

/// The same on a face.
///
/// Not public API. Used by generated code.
#[derive(Debug)]
pub struct ItemsIn<F: ?Sized, L: ?Sized>(PhantomData<F>, PhantomData<L>);

impl<L: Listed + ?Sized> Items<L>
where
    L::Item: Declared,
{
    /// The rows.
    pub const SPECS: Option<&'static [Spec]> = Some(<L::Item as Declared>::SPECS);
}

impl<F, L: Listed + ?Sized> ItemsIn<F, L>
where
    L::Item: Face<F>,
{
    /// The rows.
    pub const SPECS: Option<&'static [Spec]> = Some(<L::Item as Face<F>>::FACE_SPECS);
}

/// What stands in for the rows where they are not known: a constant of the
/// type itself goes before that of a trait.
///
/// Not public API. Used by generated code.
pub trait Unlisted {
    /// None.
    const SPECS: Option<&'static [Spec]> = None;
}

impl<L: ?Sized> Unlisted for Items<L> {}
impl<F: ?Sized, L: ?Sized> Unlisted for ItemsIn<F, L> {}

/// The rows of the items of a list of this type, and on this face, as far as
/// they are known.
// The `use` stands here and not in generated code, where its path would mean
// something else in the 2015 edition.
#[doc(hidden)]
#[macro_export]
macro_rules! __item_specs {
    ($ty:ty) => {{
        use $crate::__private::Unlisted as _;
        <$crate::__private::Items<$ty>>::SPECS
    }};
    ($face:ty, $ty:ty) => {{
        use $crate::__private::Unlisted as _;
        match <$crate::__private::ItemsIn<$face, $ty>>::SPECS {
            ::core::option::Option::None => <$crate::__private::Items<$ty>>::SPECS,
            specs => specs,
        }
    }};
}

/// More than what is said of a collision, but for a very long name.
const ROOM: usize = 512;

/// The names that both the items of a list and their template have, in words.
///
/// Not public API. Used by generated code.
#[derive(Debug)]
pub struct Collision {
    text: [u8; ROOM],
    len: usize,
    found: bool,
}

impl Collision {
    /// Looks for the names of a template among the members of these rows. The
    /// names stand between the two texts.
    #[inline]
    pub const fn find(names: &[&str], items: Option<&[Spec]>, before: &str, after: &str) -> Self {
        let mut found = Self { text: [0; ROOM], len: 0, found: false };
        let items = match items {
            Some(items) => items,
            None => &[],
        };
        let mut at = 0;
        while at < names.len() {
            if declares(items, names[at]) {
                found.push(if found.found { "`, `" } else { before });
                found.push(names[at]);
                found.found = true;
            }
            at += 1;
        }
        if found.found {
            found.push(after);
        }
        found
    }

    /// Whether there are none.
    #[inline]
    pub const fn is_none(&self) -> bool {
        !self.found
    }

    /// What is wrong.
    #[inline]
    pub const fn text(&self) -> &str {
        match std::str::from_utf8(self.text.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    /// Adds this text, if there is room for all of it.
    #[inline]
    const fn push(&mut self, text: &str) {
        let text = text.as_bytes();
        if text.len() > ROOM - self.len {
            return;
        }
        let mut at = 0;
        while at < text.len() {
            self.text[self.len] = text[at];
            self.len += 1;
            at += 1;
        }
    }
}

/// Whether a row has a member of this name.
#[inline]
const fn declares(items: &[Spec], name: &str) -> bool {
    let mut row = 0;
    while row < items.len() {
        let members = items[row].members;
        let mut at = 0;
        while at < members.len() {
            if same(members[at].name, name) {
                return true;
            }
            at += 1;
        }
        row += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Collision, ROOM, collides};
    use crate::{FieldSpec, Spec};

    const ITEMS: &[Spec] = &[
        Spec::EMPTY,
        Spec {
            members: &[FieldSpec::named("", "Map"), FieldSpec::named("a", "u8")],
            ..Spec::EMPTY
        },
        Spec { members: &[FieldSpec::by_default("ab", "u8")], ..Spec::EMPTY },
    ];

    #[test]
    fn whole_names_collide() {
        assert!(collides(&["x", "ab"], "ab"));
        assert!(!collides(&["a", "abc", "Ab"], "ab"));
        assert!(!collides(&[], ""));
    }

    #[test]
    fn all_names_that_collide_are_told_once() {
        let found = |names: &[&str]| {
            let found = Collision::find(names, Some(ITEMS), "say `", "`!");
            (!found.is_none()).then(|| found.text().to_owned())
        };
        assert_eq!(found(&["b", "A"]), None);
        assert_eq!(found(&["ab", "b", "a"]).as_deref(), Some("say `ab`, `a`!"));
        assert!(Collision::find(&["a"], None, "", "").is_none());
    }

    #[test]
    fn what_has_no_room_is_left_out() {
        let long = "\u{e9}".repeat(ROOM);
        let found = Collision::find(&["a"], Some(ITEMS), &long, "!");
        assert!(!found.is_none());
        assert_eq!(found.text(), "a!");
    }
}
