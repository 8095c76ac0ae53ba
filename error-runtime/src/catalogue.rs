//! Everything that a type can ever answer.
//!
//! Tests and documentation ask that: with all functions here, and those of
//! `snapshot`, marked `#[inline]`, they are compiled where they are called.

mod entry;

pub use entry::Entry;

use crate::{Declared, Parts, Spec, Table};
use http::StatusCode;
use std::any::TypeId;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// Everything that an error type can ever answer, the types inside its
/// transparent variants included.
///
/// ```no_run
/// # fn show<E: error_runtime::Declared>() {
/// for entry in E::catalogue().iter() {
///     println!("{} {:?}", entry.code(), entry.spec().status);
/// }
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Catalogue {
    root: Table,
    entries: Vec<Entry>,
    open: bool,
}

impl Catalogue {
    /// The catalogue of this type.
    #[inline]
    pub fn of<T: Declared>() -> Self {
        let root = T::table();
        let mut catalogue = Self { root, entries: Vec::new(), open: false };
        catalogue.walk(root, None, root.face(), &mut Walk::default());
        catalogue
    }

    /// Its rows: in the order of declaration, an inner type's where the
    /// variant stands that holds it, and each only once, or once more where
    /// the variant says something beside it.
    #[inline]
    pub fn iter(&self) -> std::slice::Iter<'_, Entry> {
        self.entries.iter()
    }

    /// The type's own table.
    #[inline]
    pub fn table(&self) -> &Table {
        &self.root
    }

    /// Whether the type can also answer what is not known while compiling:
    /// an erased error, or a code that a field gives.
    #[inline]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// The codes as they stand on the wire, each once, in order.
    #[inline]
    pub fn codes(&self) -> Vec<Cow<'static, str>> {
        let mut codes = Vec::new();
        for entry in self {
            let code = entry.code();
            if !code.is_empty() && !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }

    /// The rows that give one code two meanings.
    ///
    /// The rows of one variant may differ, and so may those that are declared
    /// with `shared_code`.
    #[inline]
    pub fn check(&self) -> Vec<Conflict<'_>> {
        let mut codes = Vec::with_capacity(self.entries.len());
        for entry in self {
            codes.push(entry.code());
        }
        let mut conflicts = Vec::new();
        let mut first: HashMap<&str, usize> = HashMap::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if codes[at].is_empty() || entry.spec().dynamic.has(Parts::CODE) {
                continue;
            }
            let other = &self.entries[*first.entry(&codes[at]).or_insert(at)];
            if !other.agrees_with(entry) {
                conflicts.push(Conflict { first: other, second: entry });
            }
        }
        conflicts
    }

    /// Collects the rows of `table`; `over` are the rows of the transparent
    /// variants on the way to it, which are shown on this face.
    #[inline]
    fn walk(&mut self, table: Table, over: Option<&Spec>, face: Option<TypeId>, walk: &mut Walk) {
        let table = table.shown_in(face);
        let face = table.face().or(face);
        let identity = (table.type_name(), face);
        self.open |= table.is_open();
        let plain = over.is_none_or(says_nothing);
        // Types may contain each other. With something said beside it, a type
        // is seen once more; on the way to itself, never.
        if walk.path.contains(&identity) {
            return;
        }
        if plain {
            if walk.seen.contains(&identity) {
                return;
            }
            walk.seen.push(identity);
        }
        walk.path.push(identity);
        for own in table.specs() {
            walk.rows.push(own);
            let spec = over.map_or(*own, |over| over.over(own));
            if let Some(inner) = spec.inner {
                self.walk(inner(), Some(&spec), face, walk);
            } else {
                self.open |= spec.dynamic.has(Parts::CODE);
                let status = spec.status.and_then(|status| StatusCode::from_u16(status).ok());
                let spec = spec.answered(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
                let shape = spec.shape.map_or_else(|| self.root.shape(), |shape| shape());
                self.entries.push(Entry::new(table, &spec, &walk.rows, shape, face));
            }
            walk.rows.pop();
        }
        walk.path.pop();
    }
}

impl<'a> IntoIterator for &'a Catalogue {
    type Item = &'a Entry;
    type IntoIter = std::slice::Iter<'a, Entry>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A type, and the face that it is shown on.
type Identity = (&'static str, Option<TypeId>);

#[derive(Default)]
struct Walk {
    seen: Vec<Identity>,
    path: Vec<Identity>,
    /// The rows on the way, from the outermost.
    rows: Vec<&'static Spec>,
}

/// Whether the rows inside these transparent ones answer as they would alone.
#[inline]
fn says_nothing(over: &Spec) -> bool {
    over.stated.is_none()
        && over.details.is_empty()
        && over.members.is_empty()
        && over.headers.is_empty()
        && over.shape.is_none()
}

/// Two rows that give one code two meanings.
#[derive(Debug, Clone, Copy)]
pub struct Conflict<'a> {
    /// The first.
    pub first: &'a Entry,
    /// The one that differs from it.
    pub second: &'a Entry,
}

impl fmt::Display for Conflict<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, second } = self;
        write!(f, "`{first}` and `{second}` give the code `{}` two meanings", first.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Entry;
    use crate::Nested;
    use crate::{AnyError, ApiError, Catalogue, Code, Declared, Parts, Spec, SubErrors, Table};
    use crate::{FieldSpec, HeaderSpec};
    use std::fmt;

    macro_rules! declare {
        ($($name:ident $specs:expr;)*) => {$(
            #[derive(Debug)]
            struct $name;

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("text")
                }
            }

            impl std::error::Error for $name {}

            impl ApiError for $name {
                fn specs(&self) -> &'static [Spec] {
                    Self::SPECS
                }

                fn row(&self) -> usize {
                    0
                }
            }

            impl Declared for $name {
                const SPECS: &'static [Spec] = $specs;

                fn table() -> Table {
                    Table::of::<Self>()
                }
            }
        )*};
    }

    const fn row(variant: &'static str, code: &'static str, status: u16) -> Spec {
        Spec { variant, code: Code::Text(code), status: Some(status), ..Spec::EMPTY }
    }

    const fn holds(variant: &'static str, inner: fn() -> Table) -> Spec {
        Spec { variant, inner: Some(inner), ..Spec::EMPTY }
    }

    declare! {
        // The two contain each other.
        Outer &[
            row("First", "FIRST", 400),
            holds("Inner", <Inner as Nested>::table_or_open),
            Spec {
                stated: Parts::STATUS,
                status: Some(502),
                ..holds("Again", <Box<Inner> as Nested>::table_or_open)
            },
            row("Last", "LAST", 404),
        ];
        Inner &[row("Own", "OWN", 500), holds("Back", <Outer as Nested>::table_or_open)];
        Adding &[
            holds("Plain", <Full as Nested>::table_or_open),
            Spec {
                details: &[FieldSpec::by_default("b", "outer"), FieldSpec::named("", "map")],
                members: &[FieldSpec::named("m", "outer")],
                headers: &[
                    HeaderSpec::removed("x-B"),
                    HeaderSpec::dynamic("location", ""),
                    HeaderSpec::constant("x-a", "outer"),
                    HeaderSpec::constant("x-gone", "outer"),
                    HeaderSpec::removed("x-gone"),
                ],
                ..holds("More", <Full as Nested>::table_or_open)
            },
            holds("Again", <Full as Nested>::table_or_open),
        ];
        Full &[Spec {
            details: &[FieldSpec::named("a", ""), FieldSpec::named("b", "inner")],
            members: &[FieldSpec::named("n", ""), FieldSpec::named("", "map")],
            headers: &[
                HeaderSpec::constant("x-b", "inner"),
                HeaderSpec::constant("X-A", "inner"),
                HeaderSpec::constant("Location", "/inner"),
            ],
            ..row("Full", "FULL", 400)
        }];
        Erased &[holds("Any", <AnyError as Nested>::table_or_open)];
        Listing &[
            Spec {
                errors: Some(<Vec<Inner> as SubErrors>::table),
                dynamic: Parts::ERRORS,
                ..row("List", "LIST", 422)
            },
            // Its field may leave the code to the error inside.
            Spec {
                stated: Parts::CODE,
                dynamic: Parts::CODE,
                ..holds("Silent", <Two as Nested>::table_or_open)
            },
        ];
        Two &[
            row("A", "SAME", 400),
            row("A", "SAME", 500),
            row("B", "SAME", 400),
            row("C", "SAME", 404),
            Spec { shared_code: true, ..row("D", "SAME", 410) },
            Spec { code: Code::None, ..row("E", "", 400) },
            Spec { code: Code::None, ..row("F", "", 404) },
        ];
    }

    #[test]
    fn nested_types_are_walked_once() {
        let expected = "FIRST\t400\tOuter::First\t-\n\
            OWN\t500\tInner::Own\t-\n\
            OWN\t502\tInner::Own\t-\n\
            LAST\t404\tOuter::Last\t-\n";
        let catalogue = Outer::catalogue();
        assert_eq!(catalogue.snapshot(), expected);
        assert_eq!(catalogue.codes(), ["FIRST", "OWN", "LAST"]);
        assert!(!catalogue.is_open());
        assert!(Catalogue::of::<Erased>().is_open());
    }

    #[test]
    fn what_a_variant_adds_stands_before_what_is_inside() {
        let shown = |entry: &Entry| {
            let field = |field: &FieldSpec| format!("{}:{}", field.name, field.type_name);
            let lists = [
                entry.details().map(field).collect::<Vec<_>>(),
                entry.members().map(field).collect(),
                entry.headers().map(|header| header.name.to_owned()).collect(),
            ];
            lists.map(|list| list.join(" ")).join(" | ")
        };
        let catalogue = Adding::catalogue();
        let entries: Vec<String> = catalogue.iter().map(shown).collect();
        assert_eq!(
            entries,
            [
                "a: b:inner | n: :map | x-b X-A Location",
                "b:outer :map a: | m:outer n: :map | location x-a X-A",
            ]
        );
    }

    #[test]
    fn a_row_tells_of_its_list() {
        let catalogue = Listing::catalogue();
        let errors: Vec<_> = catalogue.iter().filter_map(Entry::errors).collect();
        assert_eq!(errors.iter().map(Table::name).collect::<Vec<_>>(), ["Inner"]);
        // What is in the list is no answer of its own.
        assert_eq!(catalogue.codes(), ["LIST", "SAME"]);
        assert!(catalogue.is_open());
        assert!(!Inner::catalogue().is_open());
    }

    #[test]
    fn one_code_has_one_meaning() {
        let catalogue = Two::catalogue();
        let conflicts: Vec<String> = catalogue.check().iter().map(ToString::to_string).collect();
        assert_eq!(conflicts, ["`Two::A` and `Two::C` give the code `SAME` two meanings"]);
        assert!(Outer::catalogue().check().is_empty());
    }
}
