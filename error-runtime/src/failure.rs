//! What went wrong while an answer was written, although it was written.

use std::fmt;

/// A part of an answer that could not be said as declared.
///
/// Rendering itself cannot fail: the part is left out or replaced, the rest
/// of the answer stands, and the failure goes to the log and to the context's
/// hook.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// A `Display` returned an error; the text falls back or is left out.
    Display {
        /// The part or the entry whose text it is.
        part: String,
    },
    /// A `Serialize` returned an error; the entry is left out.
    Serialize {
        /// The entry; empty for a flattened value.
        name: String,
        /// What it said.
        reason: String,
    },
    /// A flattened value is not an object, or the details are already
    /// something else; it is left out.
    NotAnObject,
    /// The envelope or another entry has this name already; the later one is
    /// left out.
    NameTaken {
        /// The name, as it stands in the JSON.
        name: String,
    },
    /// A header's name or value holds bytes that it may not, the value is
    /// longer than 8 KiB, or there are too many headers; it, or the part of it
    /// that is to blame, is left out.
    Header {
        /// The header.
        name: String,
    },
    /// The error's own status is not allowed here; the row's stands.
    Status {
        /// What the value said.
        status: u16,
    },
    /// More transparent errors than this stand inside one another, or one
    /// stands inside itself; those further in are not asked.
    Chain {
        /// How many were followed.
        followed: usize,
    },
    /// Sub-errors stand inside one another deeper than this, or one stands
    /// inside itself; those further in are left out.
    Depth {
        /// How deep they are written.
        written: usize,
    },
    /// More sub-errors than this stand inside other sub-errors; the rest is
    /// left out.
    Items {
        /// How many are written.
        written: usize,
    },
    /// The error chose a row that its table does not have.
    Row {
        /// The row.
        row: usize,
    },
}

impl fmt::Display for Failure {
    // Only hooks and the log ask for the words.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Display { part } => write!(f, "the `Display` behind `{part}` failed"),
            Self::Serialize { name, reason } if name.is_empty() => {
                write!(f, "a flattened value failed to serialize: {reason}")
            }
            Self::Serialize { name, reason } => write!(f, "`{name}` failed to serialize: {reason}"),
            Self::NotAnObject => f.write_str("a flattened value is not an object"),
            Self::NameTaken { name } => write!(f, "there already is a member `{name}`"),
            Self::Header { name } => write!(f, "the header `{name}` cannot hold its value"),
            Self::Status { status } => write!(f, "{status} is not an allowed status here"),
            Self::Chain { followed } => {
                write!(f, "more than {followed} transparent errors stand inside one another")
            }
            Self::Depth { written } => {
                write!(f, "sub-errors stand more than {written} deep inside one another")
            }
            Self::Items { written } => {
                write!(f, "more than {written} sub-errors stand inside others")
            }
            Self::Row { row } => write!(f, "the table has no row {row}"),
        }
    }
}
