//! One declared error as data: the row that everything else is read from.

use crate::{Retry, Shape, Table};
use std::fmt;

/// One constant row of an error type's table.
///
/// The derive writes one for every variant, and one more for every `when`
/// attribute. Rows are data: what depends on a value's fields is written by
/// [`ApiError::fill`](crate::ApiError::fill), and [`dynamic`](Self::dynamic)
/// says for which parts that is.
///
/// A hand-written row fills in what it has and takes the rest from
/// [`Spec::EMPTY`]:
///
/// ```
/// use error_runtime::{Code, Spec};
///
/// const GONE: Spec = Spec {
///     variant: "Gone",
///     code: Code::Text("GONE"),
///     status: Some(410),
///     message: Some("It is gone"),
///     ..Spec::EMPTY
/// };
/// assert_eq!(GONE.code, "GONE");
/// ```
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Spec {
    /// The variant's name (the type's own, for a struct), without `r#`.
    pub variant: &'static str,
    /// The module that declares it.
    pub module: &'static str,
    /// The HTTP status; `None` where the inner error says it, and where a
    /// sub-error has that of the answer it stands in.
    pub status: Option<u16>,
    /// A status from 200 up may come from the value's field, too.
    pub any_status: bool,
    /// The machine code as declared.
    pub code: Code<'static>,
    /// The code is the variant's name in the default case, so that an
    /// envelope's `code_case` may write it in another one.
    pub code_by_default: bool,
    /// How many bytes before the name and after it are the type's
    /// `code_prefix` and `code_suffix`, which no case changes. Only of a code
    /// by default.
    pub code_affixes: (u32, u32),
    /// The same code may stand at other rows with another meaning.
    pub shared_code: bool,
    /// The title, where one is declared.
    pub title: Option<&'static str>,
    /// The public message, or its template when [`dynamic`](Self::dynamic)
    /// has [`Parts::MESSAGE`]; `None` when the envelope's internal message
    /// stands for it, or when only `Display` knows it.
    pub message: Option<&'static str>,
    /// The public message is the error's `Display`, which this row's own
    /// status under 500 shows. It is hidden where the answer is a 5xx all the
    /// same, because an error around this one says so.
    pub displayed: bool,
    /// `Display` is shown although the status, which only the value knows,
    /// may be a 5xx.
    pub exposed: bool,
    /// The hint, or its template.
    pub hint: Option<&'static str>,
    /// The coarse class beside the code.
    pub category: Option<&'static str>,
    /// The link to this error's documentation, or its template.
    pub docs: Option<&'static str>,
    /// What the declaration says of trying again.
    pub retry: Retry,
    /// Constant seconds for `Retry-After`.
    pub retry_after: Option<u64>,
    /// Headers: those with a constant value, those whose value a field gives
    /// ([`HeaderValueSpec::Dynamic`]), and those that are taken away again.
    pub headers: &'static [HeaderSpec],
    /// The entries of `details`.
    pub details: &'static [FieldSpec],
    /// The further members of the envelope.
    pub members: &'static [FieldSpec],
    /// The table of the sub-errors, of a row that has a list of them.
    pub errors: Option<fn() -> Table>,
    /// The texts of foreign errors in the list may leave: see
    /// [`SubErrors::each_public`](crate::SubErrors::each_public).
    pub public_errors: bool,
    /// The list's first item gives the status. Stands beside
    /// [`Parts::STATUS`], which is then not asked of `fill`.
    pub first_status: bool,
    /// The level of the one event that an answered error gives.
    pub log: Log,
    /// The parts that the value's fields give: they are asked of
    /// [`ApiError::fill`](crate::ApiError::fill).
    pub dynamic: Parts,
    /// Of a row with an inner error: the parts that this row says itself.
    /// Everything else comes from the inner error.
    pub stated: Parts,
    /// The tables of the inner error, for the catalogue; set on every row
    /// that is `transparent`.
    pub inner: Option<fn() -> Table>,
    /// The row's own envelope, where it is not the type's.
    pub shape: Option<fn() -> &'static Shape>,
}

impl Spec {
    /// A row that says nothing: the base for hand-written ones.
    pub const EMPTY: Self = Self {
        variant: "",
        module: "",
        status: None,
        any_status: false,
        code: Code::None,
        code_by_default: false,
        code_affixes: (0, 0),
        shared_code: false,
        title: None,
        message: None,
        displayed: false,
        exposed: false,
        hint: None,
        category: None,
        docs: None,
        retry: Retry::UNSTATED,
        retry_after: None,
        headers: &[],
        details: &[],
        members: &[],
        errors: None,
        public_errors: false,
        first_status: false,
        log: Log::Default,
        dynamic: Parts::NONE,
        stated: Parts::NONE,
        inner: None,
        shape: None,
    };
}

/// The machine code of an error.
///
/// Compares with text and with integers:
///
/// ```
/// use error_runtime::Code;
///
/// assert_eq!(Code::Text("PROJECT_LOCKED"), "PROJECT_LOCKED");
/// assert_eq!(Code::Number(0), 0);
/// assert_eq!(Code::Number(1042).to_string(), "1042");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code<'a> {
    /// There is none.
    None,
    /// A word.
    Text(&'a str),
    /// A number, written as one.
    Number(i64),
}

impl fmt::Display for Code<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Text(text) => f.pad(text),
            Self::Number(number) => number.fmt(f),
        }
    }
}

impl<'a> From<&'a str> for Code<'a> {
    #[inline]
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Code<'_> {
    #[inline]
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl PartialEq<str> for Code<'_> {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        matches!(self, Self::Text(text) if *text == other)
    }
}

impl PartialEq<&str> for Code<'_> {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl PartialEq<i64> for Code<'_> {
    #[inline]
    fn eq(&self, other: &i64) -> bool {
        matches!(self, Self::Number(number) if number == other)
    }
}

/// A set of the parts of an answer.
///
/// ```
/// use error_runtime::Parts;
///
/// let parts = Parts::MESSAGE.and(Parts::DETAILS);
/// assert!(parts.has(Parts::DETAILS));
/// assert!(!parts.has(Parts::HINT));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Parts(u16);

impl Parts {
    /// No part.
    pub const NONE: Self = Self(0);
    /// The public message.
    pub const MESSAGE: Self = Self(1);
    /// The hint.
    pub const HINT: Self = Self(1 << 1);
    /// The entries of `details`.
    pub const DETAILS: Self = Self(1 << 2);
    /// The envelope's further members.
    pub const MEMBERS: Self = Self(1 << 3);
    /// Headers.
    pub const HEADERS: Self = Self(1 << 4);
    /// The delay before the next attempt.
    pub const RETRY_AFTER: Self = Self(1 << 5);
    /// The HTTP status.
    pub const STATUS: Self = Self(1 << 6);
    /// The machine code.
    pub const CODE: Self = Self(1 << 7);
    /// The link to the documentation.
    pub const DOCS: Self = Self(1 << 8);
    /// The title.
    pub const TITLE: Self = Self(1 << 9);
    /// The category.
    pub const CATEGORY: Self = Self(1 << 10);
    /// The retry advice.
    pub const RETRY: Self = Self(1 << 11);
    /// The log level.
    pub const LOG: Self = Self(1 << 12);
    /// The message is what the error's `Display` writes: it is not asked of
    /// `fill`. Stands beside [`Parts::MESSAGE`].
    pub const DISPLAY: Self = Self(1 << 13);

    /// The list of sub-errors.
    pub const ERRORS: Self = Self(1 << 14);
    /// The row's headers contain the error's own code, message or hint. Stands
    /// beside [`Parts::HEADERS`].
    pub const SLOTS: Self = Self(1 << 15);

    /// The parts that each row states for itself or leaves to an inner error.
    pub(crate) const ALL: [Self; 14] = [
        Self::MESSAGE,
        Self::HINT,
        Self::DETAILS,
        Self::MEMBERS,
        Self::HEADERS,
        Self::RETRY_AFTER,
        Self::STATUS,
        Self::CODE,
        Self::DOCS,
        Self::TITLE,
        Self::CATEGORY,
        Self::RETRY,
        Self::LOG,
        Self::ERRORS,
    ];

    /// Generated code states its sets as numbers, to stay small.
    #[inline]
    #[doc(hidden)]
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    /// Both sets together.
    #[inline]
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `other` is in this set.
    #[inline]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is in this set.
    #[inline]
    pub(crate) const fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the set is empty.
    #[inline]
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// A header of a row or of an envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeaderSpec {
    /// Its name, in lower case.
    pub name: &'static str,
    /// Where its value comes from.
    pub value: HeaderValueSpec,
}

/// Where a header's value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderValueSpec {
    /// It is always this.
    Constant(&'static str),
    /// The value's fields say; this is the template, empty if there is none.
    Dynamic(&'static str),
    /// The header is left out, whatever the type or the envelope says.
    Removed,
}

impl HeaderSpec {
    /// A header with a constant value.
    #[inline]
    pub const fn constant(name: &'static str, value: &'static str) -> Self {
        Self { name, value: HeaderValueSpec::Constant(value) }
    }

    /// A header whose value the error's fields give.
    #[inline]
    pub const fn dynamic(name: &'static str, template: &'static str) -> Self {
        Self { name, value: HeaderValueSpec::Dynamic(template) }
    }

    /// The absence of a header that the type or the envelope states.
    #[inline]
    pub const fn removed(name: &'static str) -> Self {
        Self { name, value: HeaderValueSpec::Removed }
    }
}

/// One declared entry of `details`, or one declared member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldSpec {
    /// The name as declared; empty for a flattened field.
    pub name: &'static str,
    /// The Rust type as written; empty for text and expressions.
    pub type_name: &'static str,
    /// The name is a field's own, so that an envelope's `field_case` applies.
    pub name_by_default: bool,
}

impl FieldSpec {
    /// An entry whose wire name is stated.
    #[inline]
    pub const fn named(name: &'static str, type_name: &'static str) -> Self {
        Self { name, type_name, name_by_default: false }
    }

    /// An entry that goes by its field's name.
    #[inline]
    pub const fn by_default(name: &'static str, type_name: &'static str) -> Self {
        Self { name, type_name, name_by_default: true }
    }
}

/// The level of the event that an answered error gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Log {
    /// By status: `error` from 500 up, `info` below.
    Default,
    /// No event.
    Off,
    /// `debug`
    Debug,
    /// `info`
    Info,
    /// `warn`
    Warn,
    /// `error`
    Error,
}
