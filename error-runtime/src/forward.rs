//! References and boxes of errors are errors, too.

use crate::cell::Cell;
use crate::{
    ApiError, Code, Context, Declared, Event, Face, InEnvelope, Part, Retry, RetryAfter, Shape,
    Spec, Table,
};
use bytes::Bytes;
use http::{Response, StatusCode};
use std::any::TypeId;
use std::borrow::Cow;
use std::sync::Arc;

// Everything is forwarded, also what has a default: the defaults go through a
// reference to `Self`, and for references that would never end.
macro_rules! forward {
    ($([$($generics:tt)*] $ty:ty,)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> ApiError for $ty {
            fn specs(&self) -> &'static [Spec] {
                (**self).specs()
            }
            fn row(&self) -> usize {
                (**self).row()
            }
            fn shape(&self) -> &'static Shape {
                (**self).shape()
            }
            fn fill<'e>(&'e self, row: usize, part: Part<'e, '_>) {
                (**self).fill(row, part);
            }
            fn cells(&self) -> &'static [Cell] {
                (**self).cells()
            }
            fn specs_in(&self, face: TypeId) -> Option<&'static [Spec]> {
                (**self).specs_in(face)
            }
            fn fill_in<'e>(&'e self, face: TypeId, row: usize, part: Part<'e, '_>) {
                (**self).fill_in(face, row, part);
            }
            fn shown_face(&self) -> Option<TypeId> {
                (**self).shown_face()
            }
            fn spec(&self) -> Spec {
                (**self).spec()
            }
            fn status(&self) -> StatusCode {
                (**self).status()
            }
            fn code(&self) -> Code<'_> {
                (**self).code()
            }
            fn category(&self) -> Option<&'static str> {
                (**self).category()
            }
            fn title(&self) -> Cow<'static, str> {
                (**self).title()
            }
            fn message(&self) -> Cow<'static, str> {
                (**self).message()
            }
            fn hint(&self) -> Option<Cow<'static, str>> {
                (**self).hint()
            }
            fn docs(&self) -> Option<Cow<'static, str>> {
                (**self).docs()
            }
            fn retry(&self) -> Retry {
                (**self).retry()
            }
            fn retry_after(&self) -> Option<RetryAfter> {
                (**self).retry_after()
            }
            fn in_envelope(&self) -> InEnvelope {
                (**self).in_envelope()
            }
            fn in_envelope_with(&self, context: &Context) -> InEnvelope {
                (**self).in_envelope_with(context)
            }
            fn response(&self) -> Response<Bytes> {
                (**self).response()
            }
            fn response_with(&self, context: &Context) -> Response<Bytes> {
                (**self).response_with(context)
            }
            fn event(&self) -> Event {
                (**self).event()
            }
            fn event_with(&self, context: &Context) -> Event {
                (**self).event_with(context)
            }
        }
    )*};
}

forward! {
    [E: ApiError + ?Sized] &E,
    [E: ApiError] Box<E>,
    [E: ApiError + ?Sized] Arc<E>,
}

macro_rules! declared {
    ($($ty:ty,)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<E: Declared> Declared for $ty {
            const SPECS: &'static [Spec] = E::SPECS;
            fn table() -> Table {
                E::table()
            }
            fn table_in(face: TypeId) -> Option<Table> {
                E::table_in(face)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<F, E: Face<F>> Face<F> for $ty {
            const FACE_SPECS: &'static [Spec] = E::FACE_SPECS;
            fn face_table() -> Table {
                E::face_table()
            }
            fn face_shape() -> &'static Shape {
                E::face_shape()
            }
            fn face_fill<'e>(&'e self, row: usize, part: Part<'e, '_>) {
                (**self).face_fill(row, part);
            }
            fn face_cells() -> &'static [Cell] {
                E::face_cells()
            }
        }
    )*};
}

declared! { &E, Box<E>, Arc<E>, }
