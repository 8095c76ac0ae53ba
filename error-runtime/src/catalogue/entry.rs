//! One row of a catalogue.

use crate::headers::{removes, stands_once};
use crate::{Code, FieldSpec, HeaderSpec, HeaderValueSpec, Shape, Spec, Table};
use std::any::TypeId;
use std::borrow::Cow;
use std::fmt;

/// One row of a catalogue.
#[derive(Debug, Clone)]
pub struct Entry {
    table: Table,
    spec: Spec,
    /// The rows that `spec` is made of: those of transparent variants, from
    /// the outermost, and the declared one.
    rows: Vec<&'static Spec>,
    shape: &'static Shape,
    /// The face that it is answered on, where that is not the first.
    face: Option<TypeId>,
}

impl Entry {
    #[inline]
    pub(super) fn new(
        table: Table,
        spec: &Spec,
        rows: &[&'static Spec],
        shape: &'static Shape,
        face: Option<TypeId>,
    ) -> Self {
        Self { table, spec: *spec, rows: rows.to_vec(), shape, face }
    }

    /// What is declared, with what transparent variants state over it.
    ///
    /// Its lists are those of the outermost row that has any; what all rows
    /// together declare is in [`details`](Self::details),
    /// [`members`](Self::members) and [`headers`](Self::headers).
    #[inline]
    pub fn spec(&self) -> &Spec {
        &self.spec
    }

    /// The table of the type that declares the row.
    #[inline]
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The envelope that it is answered in.
    #[inline]
    pub fn shape(&self) -> &'static Shape {
        self.shape
    }

    /// The table of the sub-errors, where the row has a list of them.
    #[inline]
    pub fn errors(&self) -> Option<Table> {
        self.spec.errors.map(|errors| errors().shown_in(self.face))
    }

    /// The declared entries of `details`: those of the transparent variants
    /// around the row, from the outermost, and its own.
    ///
    /// A name that several declare is the outermost's, as on the wire. A
    /// flattened field has none, and is always there.
    #[inline]
    pub fn details(&self) -> impl Iterator<Item = &'static FieldSpec> + '_ {
        self.fields(|row| row.details)
    }

    /// The declared members beside the envelope's own, in the same order and
    /// under the same rule.
    #[inline]
    pub fn members(&self) -> impl Iterator<Item = &'static FieldSpec> + '_ {
        self.fields(|row| row.members)
    }

    /// The declared headers beside the envelope's own, in the same order.
    ///
    /// A header may stand several times, as on the wire; `Content-Type` and
    /// `Location` are the outermost row's. What a row takes away is not there.
    #[inline]
    pub fn headers(&self) -> impl Iterator<Item = &'static HeaderSpec> + '_ {
        let mut stand: Vec<&HeaderSpec> = Vec::new();
        for (depth, row) in self.rows.iter().enumerate() {
            for (at, header) in row.headers.iter().enumerate() {
                let later = &row.headers[at + 1..];
                let is_removed = header.value == HeaderValueSpec::Removed
                    || removes(later, header.name)
                    || self.rows[..depth].iter().any(|row| removes(row.headers, header.name));
                let is_same = |other: &HeaderSpec| other.name.eq_ignore_ascii_case(header.name);
                // Of one that stands once, a row's last is the one, and the
                // outermost row's.
                let is_replaced = stands_once(header.name)
                    && (later.iter().any(|other| other.name == header.name)
                        || stand.iter().any(|other| is_same(other)));
                if !is_removed && !is_replaced {
                    stand.push(header);
                }
            }
        }
        stand.into_iter()
    }

    /// Each name once, as it stands on the wire.
    #[inline]
    fn fields(
        &self,
        list: fn(&Spec) -> &'static [FieldSpec],
    ) -> impl Iterator<Item = &'static FieldSpec> + '_ {
        let (mut fields, mut names) = (Vec::new(), Vec::new());
        for row in &self.rows {
            for field in list(row) {
                let name = match self.shape.policy.field_case {
                    Some(case) if field.name_by_default => case.convert(field.name),
                    _ => field.name.to_owned(),
                };
                if field.name.is_empty() || !names.contains(&name) {
                    names.push(name);
                    fields.push(field);
                }
            }
        }
        fields.into_iter()
    }

    /// The code as it stands on the wire; empty where there is none.
    #[inline]
    pub fn code(&self) -> Cow<'static, str> {
        match self.spec.code {
            Code::None => Cow::Borrowed(""),
            Code::Text(code) => self.spec.in_case(code, self.shape.policy.code_case),
            Code::Number(number) => Cow::Owned(number.to_string()),
        }
    }

    #[inline]
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        let (a, b) = (&self.spec, &other.spec);
        let same_variant = (a.module, a.variant) == (b.module, b.variant)
            && self.table.type_name() == other.table.type_name();
        same_variant
            || a.shared_code
            || b.shared_code
            || (a.status, a.title, a.message) == (b.status, b.title, b.message)
    }
}

/// `Type::Variant`
impl fmt::Display for Entry {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, variant) = (self.table.name(), self.spec.variant);
        // A struct's only row has its own name.
        if name == variant { f.write_str(name) } else { write!(f, "{name}::{variant}") }
    }
}
