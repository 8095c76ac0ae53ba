//! Formatting into an answer's text.

use super::Out;
use std::fmt;

/// Formats into the text at hand.
pub(super) struct Text<'a>(pub(super) &'a mut Out);

impl fmt::Write for Text<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.text(text);
        Ok(())
    }
}
