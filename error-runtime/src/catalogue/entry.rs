//! One row of a catalogue.

use crate::headers::{removes, stands_once};
use crate::{Code, FieldSpec, HeaderSpec, HeaderValueSpec, Shape, Spec, Table};
use std::any::TypeId;
use std::borrow::Cow;
use std::collections::HashSet;
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
    pub fn spec(&self) -> &Spec {
        &self.spec
    }

    /// The table of the type that declares the row.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The envelope that it is answered in.
    pub fn shape(&self) -> &'static Shape {
        self.shape
    }

    /// The table of the sub-errors, where the row has a list of them.
    pub fn errors(&self) -> Option<Table> {
        self.spec.errors.map(|errors| errors().shown_in(self.face))
    }

    /// The declared entries of `details`: those of the transparent variants
    /// around the row, from the outermost, and its own.
    ///
    /// A name that several declare is the outermost's, as on the wire. A
    /// flattened field has none, and is always there.
    pub fn details(&self) -> impl Iterator<Item = &'static FieldSpec> + '_ {
        self.fields(|row| row.details)
    }

    /// The declared members beside the envelope's own, in the same order and
    /// under the same rule.
    pub fn members(&self) -> impl Iterator<Item = &'static FieldSpec> + '_ {
        self.fields(|row| row.members)
    }

    /// The declared headers beside the envelope's own, in the same order.
    ///
    /// A header may stand several times, as on the wire; `Content-Type` and
    /// `Location` are the outermost row's. What a row takes away is not there.
    pub fn headers(&self) -> impl Iterator<Item = &'static HeaderSpec> + '_ {
        let mut once = HashSet::new();
        let headers = self.rows.iter().enumerate().flat_map(|(depth, row)| {
            row.headers.iter().enumerate().map(move |(at, header)| (depth, at, header))
        });
        headers.filter_map(move |(depth, at, header)| {
            let outer = self.rows[..depth].iter().flat_map(|row| row.headers);
            let later = &self.rows[depth].headers[at + 1..];
            // Of one that stands once, a row's last is the one.
            let replaced =
                stands_once(header.name) && later.iter().any(|other| other.name == header.name);
            let stands = !replaced
                && header.value != HeaderValueSpec::Removed
                && !removes(outer.chain(later), header.name)
                && (!stands_once(header.name) || once.insert(header.name.to_ascii_lowercase()));
            stands.then_some(header)
        })
    }

    /// Each name once, as it stands on the wire.
    fn fields(
        &self,
        list: fn(&Spec) -> &'static [FieldSpec],
    ) -> impl Iterator<Item = &'static FieldSpec> + '_ {
        let mut names = HashSet::new();
        self.rows.iter().flat_map(move |row| list(row)).filter(move |field| {
            let case = self.shape.policy.field_case.filter(|_| field.name_by_default);
            let name = || match case {
                Some(case) => Cow::Owned(case.convert(field.name)),
                None => Cow::Borrowed(field.name),
            };
            field.name.is_empty() || names.insert(name())
        })
    }

    /// The code as it stands on the wire; empty where there is none.
    pub fn code(&self) -> Cow<'static, str> {
        match self.spec.code {
            Code::None => Cow::Borrowed(""),
            Code::Text(code) => self.spec.in_case(code, self.shape.policy.code_case),
            Code::Number(number) => Cow::Owned(number.to_string()),
        }
    }

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
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, variant) = (self.table.name(), self.spec.variant);
        // A struct's only row has its own name.
        if name == variant { f.write_str(name) } else { write!(f, "{name}::{variant}") }
    }
}
