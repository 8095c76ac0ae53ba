//! What may stand in a field of sub-errors.

#[cfg(feature = "garde")]
mod garde;
#[cfg(feature = "serde_path_to_error")]
pub(crate) mod serde_path_to_error;
#[cfg(feature = "validator")]
mod validator;

use crate::collide::Listed;
use crate::render::Chosen;
use crate::{ApiError, Nested, Table};
use std::any::TypeId;
use std::cell::Cell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

/// A list of errors that one answer holds: `#[api(errors)]` stands on fields
/// of such types.
///
/// `Vec`, slices, arrays and `VecDeque` of errors are lists, and so are
/// `Option`, `&`, `Box`, `Rc` and `Arc` of lists. An empty list is a list;
/// `None` is none. Under the features of these names the `ValidationErrors` of
/// `validator` 0.21, the `Report` of `garde` 0.23 and the `Error` of
/// `serde_path_to_error` 0.1 are lists of [`FieldError`](crate::FieldError)s.
///
/// Of `validator` and `garde` the messages are those of the rules, which the
/// type that is validated states. `serde_path_to_error` gives the place, and
/// what kind of mistake it is in a sentence of ours: the text itself is the
/// format's and may contain what has been sent, or the names of types. It shows
/// where the field is `#[api(errors, public)]`.
///
/// ```
/// use error_runtime::{AnyError, SubErrors};
/// use http::StatusCode;
///
/// let list = vec![AnyError::new(StatusCode::CONFLICT, "BUSY", "It is busy")];
/// let mut codes = Vec::new();
/// list.each(&mut |error| codes.push(error.code().to_string()));
/// assert_eq!(codes, ["BUSY"]);
/// assert!(!None::<Vec<AnyError>>.is_list());
/// ```
///
/// Whatever can hand out errors is one, too:
///
/// ```
/// use error_runtime::{AnyError, ApiError, SubErrors};
///
/// struct Batch { first: AnyError, rest: Vec<AnyError> }
///
/// impl SubErrors for Batch {
///     fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
///         item(&*self.first);
///         self.rest.each(item);
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no list of errors; its items need `#[derive(ApiError)]`",
    label = "this field cannot be `errors`",
    note = "those of other crates are the errors of `validator` 0.21, `garde` 0.23 and `serde_path_to_error` 0.1, under features of these names"
)]
pub trait SubErrors {
    /// Hands out each error of the list, in order.
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError));

    /// The same for a field that is `public`: an item that is made from an
    /// error of another crate has that error's own text as its message.
    fn each_public(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        self.each(item);
    }

    /// Whether there is a list at all; an empty one is one.
    fn is_list(&self) -> bool {
        true
    }

    /// The table of the items.
    fn table() -> Table
    where
        Self: Sized,
    {
        Table::open()
    }

    /// The list, whatever its type. Not public API. Used by generated code.
    // As a method, so that a type that is none gives one error and not one at
    // each use.
    #[doc(hidden)]
    fn as_list(&self) -> &dyn SubErrors
    where
        Self: Sized,
    {
        self
    }
}

impl std::fmt::Debug for dyn SubErrors + '_ {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SubErrors")
    }
}

macro_rules! lists {
    ($([$($generics:tt)*] $ty:ty,)*) => {$(
        impl<T: Nested, $($generics)*> SubErrors for $ty {
            fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
                for error in self.iter() {
                    item(error.as_api_error());
                }
            }

            fn table() -> Table {
                T::table_or_open()
            }
        }

        impl<T, $($generics)*> Listed for $ty {
            type Item = T;
        }
    )*};
}

lists! {
    [] Vec<T>,
    [] VecDeque<T>,
    [const N: usize] [T; N],
    [] &[T],
    [] Box<[T]>,
    [] Rc<[T]>,
    [] Arc<[T]>,
}

impl<L: SubErrors> SubErrors for Option<L> {
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        if let Some(list) = self {
            list.each(item);
        }
    }

    fn each_public(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        if let Some(list) = self {
            list.each_public(item);
        }
    }

    fn is_list(&self) -> bool {
        self.as_ref().is_some_and(L::is_list)
    }

    fn table() -> Table {
        L::table()
    }
}

impl<L: Listed> Listed for Option<L> {
    type Item = L::Item;
}

macro_rules! pointers {
    ($([$($generics:tt)*] $ty:ty, $table:expr;)*) => {$(
        impl<$($generics)*> SubErrors for $ty {
            fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
                (**self).each(item);
            }

            fn each_public(&self, item: &mut dyn FnMut(&dyn ApiError)) {
                (**self).each_public(item);
            }

            fn is_list(&self) -> bool {
                (**self).is_list()
            }

            fn table() -> Table {
                $table
            }
        }
    )*};
}

pointers! {
    [L: SubErrors] &L, L::table();
    [L: SubErrors] Box<L>, L::table();
    [L: SubErrors] Rc<L>, L::table();
    [L: SubErrors] Arc<L>, L::table();
    [] Box<dyn SubErrors>, Table::open();
    [] Box<dyn SubErrors + Send + Sync>, Table::open();
    [] Arc<dyn SubErrors + Send + Sync>, Table::open();
}

macro_rules! listed_pointers {
    ($($ty:ty,)*) => {$(
        impl<L: Listed> Listed for $ty {
            type Item = L::Item;
        }
    )*};
}

listed_pointers! {
    &L,
    Box<L>,
    Rc<L>,
    Arc<L>,
}

/// How deep first items are asked for their own first item's status: a list
/// that contains itself has no end.
const DEEPEST: usize = 32;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// The status of the first error of a list on this face, if that has one of
/// its own.
pub(crate) fn first_status(list: &dyn SubErrors, face: Option<TypeId>) -> Option<u16> {
    let deeper = Deeper::enter()?;
    let (mut asked, mut status) = (false, None);
    list.each(&mut |error| {
        if !asked {
            asked = true;
            status = Chosen::own_status(error, face);
        }
    });
    drop(deeper);
    status
}

/// One level deeper, until it is dropped.
struct Deeper;

impl Deeper {
    fn enter() -> Option<Self> {
        // A thread past its locals goes without.
        let depth = DEPTH.try_with(|depth| depth.replace(depth.get() + 1));
        let deeper = Self;
        if matches!(depth, Ok(DEEPEST..)) { None } else { Some(deeper) }
    }
}

impl Drop for Deeper {
    fn drop(&mut self) {
        let _ = DEPTH.try_with(|depth| depth.set(depth.get().saturating_sub(1)));
    }
}

/// The text of a foreign error; one whose `Display` fails says nothing.
#[cfg(feature = "serde_path_to_error")]
fn displayed(error: &dyn std::fmt::Display) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    match write!(text, "{error}") {
        Ok(()) => text,
        Err(_) => String::new(),
    }
}

/// The text without ` at line 1 column 2` at its end, which `serde_json`
/// adds.
#[inline]
pub(crate) fn without_position(mut message: String) -> String {
    let position = message.rsplit_once(" at line ").filter(|(_, position)| {
        let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        position.split_once(" column ").is_some_and(|(line, column)| number(line) && number(column))
    });
    if let Some(end) = position.map(|(before, _)| before.len()) {
        message.truncate(end);
    }
    message
}

#[cfg(test)]
mod tests;
