//! What a field may be that is the public text itself.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

/// A type whose values are text that clients may see: `#[api(message)]` and
/// `#[api(hint)]` stand on fields of such types. `None` falls back to what
/// the variant says.
///
/// ```
/// use error_runtime::PublicText;
///
/// assert_eq!("gone".public_text(), Some("gone"));
/// assert_eq!(None::<String>.public_text(), None);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not public text; write the text at the variant, with the field in it",
    label = "this field cannot be the text",
    note = "strings are, and `Option`, `Box`, `Arc` and `Cow` of them; implement `PublicText` for other types"
)]
pub trait PublicText {
    /// The text, if there is any.
    fn public_text(&self) -> Option<&str>;
}

impl PublicText for str {
    fn public_text(&self) -> Option<&str> {
        Some(self)
    }
}

impl PublicText for String {
    fn public_text(&self) -> Option<&str> {
        Some(self)
    }
}

impl<T: PublicText> PublicText for Option<T> {
    fn public_text(&self) -> Option<&str> {
        self.as_ref().and_then(T::public_text)
    }
}

macro_rules! pointers {
    ($([$($generics:tt)*] $ty:ty,)*) => {$(
        impl<$($generics)*> PublicText for $ty {
            fn public_text(&self) -> Option<&str> {
                (**self).public_text()
            }
        }
    )*};
}

pointers! {
    [T: PublicText + ?Sized] &T,
    [T: PublicText + ?Sized] Box<T>,
    [T: PublicText + ?Sized] Rc<T>,
    [T: PublicText + ?Sized] Arc<T>,
    [T: PublicText + ToOwned + ?Sized] Cow<'_, T>,
}
