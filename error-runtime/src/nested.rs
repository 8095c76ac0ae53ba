//! What may stand inside a transparent variant.

use crate::{AnyError, ApiError, Declared, Table};
use std::sync::Arc;

/// An error that a `transparent` variant may hold.
///
/// Every type with `#[derive(ApiError)]` is one, and so are the erased ones,
/// of which the catalogue cannot know what they answer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not declare its answers; add `#[derive(ApiError)]` to it",
    label = "this is not an `ApiError` of the application",
    note = "an error of another crate is declared at the variant that holds it: `status = …`, and `when(…)` for its cases"
)]
pub trait Nested {
    /// The error.
    fn as_api_error(&self) -> &(dyn ApiError + '_);

    /// Its table, where its type is known while compiling.
    fn tables() -> Option<Table>;

    /// Its table, or the one of anything that may come.
    fn table_or_open() -> Table {
        Self::tables().unwrap_or_else(Table::open)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Declared> Nested for T {
    fn as_api_error(&self) -> &(dyn ApiError + '_) {
        self
    }

    fn tables() -> Option<Table> {
        Some(T::table())
    }
}

macro_rules! erased {
    ($($ty:ty,)*) => {$(
        impl Nested for $ty {
            fn as_api_error(&self) -> &(dyn ApiError + '_) {
                &**self
            }

            fn tables() -> Option<Table> {
                None
            }
        }
    )*};
}

erased! {
    AnyError,
    Box<dyn ApiError>,
    Box<dyn ApiError + Send>,
    Box<dyn ApiError + Send + Sync>,
    Arc<dyn ApiError>,
    Arc<dyn ApiError + Send + Sync>,
}

impl Nested for Box<AnyError> {
    fn as_api_error(&self) -> &(dyn ApiError + '_) {
        (**self).as_api_error()
    }

    fn tables() -> Option<Table> {
        None
    }
}
