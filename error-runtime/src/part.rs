//! What the renderer asks of an error value.

use crate::{ApiError, Code, Headers, Out, RetryAfter, SubErrors};

/// A part of the answer that depends on the error's value.
///
/// The renderer asks for the parts that the row's
/// [`dynamic`](crate::Spec::dynamic) names, and
/// [`ApiError::fill`] writes each straight into the place where it belongs.
/// Not answering is always allowed: the part is then taken from the row's
/// constants, or left out.
#[derive(Debug)]
#[non_exhaustive]
pub enum Part<'e, 'w> {
    /// The inner error of a `transparent` row.
    Inner(&'w mut Option<&'e (dyn ApiError + 'e)>),
    /// The public message, as text.
    Message(&'w mut Out),
    /// The hint, as text. Nothing written means that there is none.
    Hint(&'w mut Out),
    /// The link to the documentation, as text.
    Docs(&'w mut Out),
    /// The entries of `details`, or by [`Out::value`] all of it.
    Details(&'w mut Out),
    /// The envelope's further members, entry by entry.
    Members(&'w mut Out),
    /// Headers whose value depends on the error's.
    Headers(&'w mut Headers),
    /// The delay before the next attempt.
    RetryAfter(&'w mut Option<RetryAfter>),
    /// The status. One that is not allowed falls back to the row's.
    Status(&'w mut Option<u16>),
    /// The machine code.
    Code(&'w mut Option<Code<'e>>),
    /// The list of sub-errors.
    Errors(&'w mut Option<&'e (dyn SubErrors + 'e)>),
}
