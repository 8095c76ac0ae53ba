//! What may stand in a field of sub-errors.

use crate::{ApiError, Nested, Table};
use std::sync::Arc;

/// A list of errors that one answer holds: `#[api(errors)]` stands on fields
/// of such types.
///
/// `Vec`, slices, arrays, `Option`, `Box` and `Arc` of errors are lists.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no list of errors; its items need `#[derive(ApiError)]`",
    label = "this field cannot be `errors`"
)]
pub trait SubErrors {
    /// Hands out each error of the list, in order.
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError));

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
}

impl std::fmt::Debug for dyn SubErrors + '_ {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SubErrors")
    }
}

impl<T: Nested> SubErrors for Vec<T> {
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        self.iter().for_each(|error| item(error.as_api_error()));
    }

    fn table() -> Table {
        T::table_or_open()
    }
}

impl<T: Nested, const N: usize> SubErrors for [T; N] {
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        self.iter().for_each(|error| item(error.as_api_error()));
    }

    fn table() -> Table {
        T::table_or_open()
    }
}

impl<L: SubErrors> SubErrors for Option<L> {
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        if let Some(list) = self {
            list.each(item);
        }
    }

    fn is_list(&self) -> bool {
        self.as_ref().is_some_and(L::is_list)
    }

    fn table() -> Table {
        L::table()
    }
}

macro_rules! pointers {
    ($($ty:ty,)*) => {$(
        impl<L: SubErrors> SubErrors for $ty {
            fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
                (**self).each(item);
            }

            fn is_list(&self) -> bool {
                (**self).is_list()
            }

            fn table() -> Table {
                L::table()
            }
        }
    )*};
}

pointers! {
    &L,
    Box<L>,
    Arc<L>,
}
