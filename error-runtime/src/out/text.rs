//! Formatting into an answer's text.

use std::fmt;

/// Appends what is formatted, as it is.
pub(super) struct Text<'a>(pub(super) &'a mut Vec<u8>);

impl fmt::Write for Text<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}
