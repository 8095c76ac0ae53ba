//! One type's rows, with what the catalogue must know of the type.

use crate::{Declared, Envelope, Face, Problem, Shape, Spec};
use std::any::TypeId;

/// The table of one error type.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    type_name: &'static str,
    specs: &'static [Spec],
    shape: fn() -> &'static Shape,
    open: bool,
    /// The face that it shows, where it is not the first.
    face: Option<TypeId>,
    /// The type's table on another face.
    faces: fn(TypeId) -> Option<Table>,
}

impl Table {
    /// The table of a declared type, in the default envelope.
    pub fn of<T: Declared>() -> Self {
        Self {
            type_name: std::any::type_name::<T>(),
            specs: T::SPECS,
            shape: <Problem as Envelope>::shape,
            open: false,
            face: None,
            faces: T::table_in,
        }
    }

    /// The table of a declared type on this face, in the default envelope.
    pub fn of_face<F: 'static, T: Face<F>>() -> Self {
        Self { specs: T::FACE_SPECS, face: Some(TypeId::of::<F>()), ..Self::of::<T>() }
    }

    /// In this envelope.
    #[inline]
    #[must_use]
    pub const fn in_envelope(self, shape: fn() -> &'static Shape) -> Self {
        Self { shape, ..self }
    }

    /// The table of an erased error: anything may come.
    pub fn open() -> Self {
        Self {
            type_name: "any error",
            specs: &[],
            shape: <Problem as Envelope>::shape,
            open: true,
            face: None,
            faces: |_| None,
        }
    }

    /// The type's full name, as the compiler writes it.
    #[inline]
    pub const fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// The type's own name, without path and parameters.
    #[inline]
    pub fn name(&self) -> &'static str {
        let path = self.type_name.split('<').next().unwrap_or_default();
        path.rsplit("::").next().unwrap_or(path)
    }

    /// The rows.
    #[inline]
    pub const fn specs(&self) -> &'static [Spec] {
        self.specs
    }

    /// The envelope.
    pub fn shape(&self) -> &'static Shape {
        (self.shape)()
    }

    /// The face that it shows, where it is not the first.
    #[inline]
    pub(crate) const fn face(&self) -> Option<TypeId> {
        self.face
    }

    /// The table of the same type as an answer on this face shows it. One that
    /// is on a face of its own stays there.
    pub(crate) fn shown_in(self, face: Option<TypeId>) -> Self {
        match (self.face, face) {
            (None, Some(face)) => (self.faces)(face).unwrap_or(self),
            _ => self,
        }
    }

    /// Whether anything may come, as from an erased error.
    #[inline]
    pub const fn is_open(&self) -> bool {
        self.open
    }
}
