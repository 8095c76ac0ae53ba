//! A second answer of the same errors, for clients that know another API.

use crate::cell::Cell;
use crate::{ApiError, Declared, Envelope, Part, Problem, Shape, Spec, Table};
use bytes::Bytes;
use http::Response;
use std::any::TypeId;
use std::error::Error;
use std::fmt;
use std::marker::PhantomData;

/// A second wire face of an error, `F`: other codes, statuses, texts or
/// members, or another envelope, for clients that know another API.
///
/// `face(F, …)` in `#[api(...)]` declares it, on the type, a variant, a `when`
/// row or a field; what it does not say is taken from the first face. `F` is
/// any type of the user's that names the face.
///
/// ```
/// use error_runtime::{ApiError, Declared, Faced, envelope};
///
/// envelope! {
///     /// What clients of version 1 know; it names the face, too.
///     pub V1 = { "error": code, "reason": message, ..members }
/// }
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(face(V1, envelope = V1, code_case = "kebab-case"))]
/// enum QuotaError {
///     #[error("No project '{id}'")]
///     #[api(status = 404, face(V1, status = 400, code = "bad-project"))]
///     NoSuchProject {
///         #[api(detail, face(V1, member = "project"))]
///         id: String,
///     },
///     #[error("The quota is used up")]
///     #[api(status = 429)]
///     QuotaExceeded,
/// }
///
/// let error = QuotaError::NoSuchProject { id: "p1".to_owned() };
/// assert_eq!(error.status(), 404);
/// assert_eq!(error.code(), "NO_SUCH_PROJECT");
///
/// let old = error.face::<V1>();
/// assert_eq!(old.status(), 400);
/// assert_eq!(
///     old.in_envelope().to_string(),
///     r#"{"error":"bad-project","reason":"No project 'p1'","project":"p1"}"#
/// );
///
/// assert_eq!(Faced::<V1, QuotaError>::catalogue().codes(), ["bad-project", "quota-exceeded"]);
/// ```
///
/// What stands inside a `transparent` variant is shown in the same face, if
/// its type has that one, else in its first.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no face `{F}`",
    label = "no such face is declared for this error",
    note = "declare it with `face({F}, …)` in an `#[api(...)]` of the type, a variant or a field"
)]
pub trait Face<F>: Declared {
    /// The rows on this face: as many as [`Declared::SPECS`], in their order.
    const FACE_SPECS: &'static [Spec];

    /// The type's table on this face.
    fn face_table() -> Table;

    /// The envelope of this face.
    fn face_shape() -> &'static Shape {
        <Problem as Envelope>::shape()
    }

    /// Writes one dynamic part of the answer on this face: what
    /// [`ApiError::fill`] is on the first.
    fn face_fill<'e>(&'e self, row: usize, part: Part<'e, '_>) {
        let _ = (row, part);
    }

    /// Not public API. Used by generated code.
    #[doc(hidden)]
    fn face_cells() -> &'static [Cell] {
        &[]
    }
}

/// An error seen by its face `F`: an [`ApiError`] with that face's answer.
///
/// [`ApiError::face`] borrows the error, [`ApiError::into_face`] takes it.
/// The error itself converts into it, so that `?` works in handlers of the
/// face; what converts into the error does by `.map_err(MyError::from)?`:
///
/// ```
/// use error_runtime::{ApiError, Faced};
///
/// /// The partners' API.
/// struct Partner;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("It is closed")]
/// #[api(status = 409, face(Partner, status = 503, code = "E-17"))]
/// struct Closed;
///
/// fn open() -> Result<(), Closed> {
///     Err(Closed)
/// }
///
/// fn for_partners() -> Result<(), Faced<Partner, Closed>> {
///     open()?;
///     Ok(())
/// }
///
/// let error = for_partners().unwrap_err();
/// assert_eq!(error.status(), 503);
/// assert_eq!(error.code(), "E-17");
/// ```
///
/// Its `Debug`, `Display` and sources are the error's own. It converts into
/// `http::Response`, and with a framework's feature it is a response there.
pub struct Faced<F, E> {
    error: E,
    /// The face is a name: nothing of its type is held.
    face: PhantomData<fn() -> F>,
}

impl<F, E> Faced<F, E> {
    /// The error itself.
    pub const fn get_ref(&self) -> &E {
        &self.error
    }

    /// The error itself.
    pub fn into_inner(self) -> E {
        self.error
    }
}

impl<F, E: Face<F>> From<E> for Faced<F, E> {
    fn from(error: E) -> Self {
        Self { error, face: PhantomData }
    }
}

impl<F, E: Clone> Clone for Faced<F, E> {
    fn clone(&self) -> Self {
        Self { error: self.error.clone(), face: PhantomData }
    }
}

impl<F, E: fmt::Debug> fmt::Debug for Faced<F, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl<F, E: fmt::Display> fmt::Display for Faced<F, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl<F, E: Error> Error for Faced<F, E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}

impl<F: 'static, E: Face<F>> ApiError for Faced<F, E> {
    fn specs(&self) -> &'static [Spec] {
        E::FACE_SPECS
    }

    fn row(&self) -> usize {
        self.error.row()
    }

    fn shape(&self) -> &'static Shape {
        E::face_shape()
    }

    fn fill<'e>(&'e self, row: usize, part: Part<'e, '_>) {
        self.error.face_fill(row, part);
    }

    fn cells(&self) -> &'static [Cell] {
        E::face_cells()
    }

    fn shown_face(&self) -> Option<TypeId> {
        Some(TypeId::of::<F>())
    }
}

impl<F: 'static, E: Face<F>> Declared for Faced<F, E> {
    const SPECS: &'static [Spec] = E::FACE_SPECS;

    fn table() -> Table {
        E::face_table()
    }
}

impl<F: 'static, E: Face<F>, B: From<Bytes>> From<Faced<F, E>> for Response<B> {
    fn from(error: Faced<F, E>) -> Self {
        error.to_http()
    }
}
