//! Where tokens stand, which compilers tell macros from 1.88 on.

use proc_macro2::Span;

/// Line and column; zeros where nobody tells them.
pub(crate) type Location = (usize, usize);

/// What an older compiler says. In a newer one spans have methods of these
/// names themselves, which come first.
#[allow(dead_code)]
trait Untold: Copy {
    fn line(&self) -> usize {
        0
    }

    fn column(&self) -> usize {
        0
    }

    fn end(&self) -> Self {
        *self
    }
}

impl Untold for proc_macro::Span {}

/// Where this begins, and where it ends.
#[cfg(not(test))]
#[allow(clippy::incompatible_msrv, unstable_name_collisions)]
pub(crate) fn ends(span: Span) -> [Location; 2] {
    let start = span.unwrap();
    let end = start.end();
    [(start.line(), start.column()), (end.line(), end.column())]
}

/// The tokens of tests are no compiler's.
#[cfg(test)]
pub(crate) fn ends(span: Span) -> [Location; 2] {
    let (start, end) = (span.start(), span.end());
    [(start.line, start.column), (end.line, end.column)]
}
