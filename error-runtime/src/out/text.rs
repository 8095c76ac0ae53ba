//! Formatting into an answer's text.

use super::escape::escape_from;
use std::fmt;

/// Takes what is formatted as it is, and escapes it at the end, once and not
/// piece by piece: also where that end is a panic, which somebody may catch.
pub(super) struct Text<'a> {
    pub(super) bytes: &'a mut Vec<u8>,
    /// Where the text begins that stands in JSON; nothing of a plain one.
    pub(super) quoted: Option<usize>,
}

impl fmt::Write for Text<'_> {
    // Compiled beside what writes such texts.
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.bytes.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

impl Drop for Text<'_> {
    fn drop(&mut self) {
        if let Some(start) = self.quoted {
            escape_from(start, self.bytes);
        }
    }
}
