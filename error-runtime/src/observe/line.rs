//! Text that is safe in a log.

use crate::ApiError;
use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Write as _};

/// A text in which no control character can fake a line of the log. Where
/// its `Display` fails, it ends.
pub(crate) struct OneLine<T>(pub(crate) T);

impl<T: fmt::Display> fmt::Display for OneLine<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut escaped = Escaped { to: f, result: Ok(()) };
        let _ = write!(escaped, "{}", self.0);
        escaped.result
    }
}

/// The same of a text that is there, which is seldom changed.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(is_odd) { Cow::Owned(OneLine(text).to_string()) } else { Cow::Borrowed(text) }
}

/// What may begin a line, or turn one round.
fn is_odd(c: char) -> bool {
    let turns =
        matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || turns || matches!(c, '\u{2028}' | '\u{2029}')
}

struct Escaped<'a, 'f> {
    to: &'a mut fmt::Formatter<'f>,
    result: fmt::Result,
}

impl fmt::Write for Escaped<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for piece in text.split_inclusive(is_odd) {
            let clean = piece.trim_end_matches(is_odd);
            self.result = self.to.write_str(clean);
            for c in piece[clean.len()..].chars() {
                self.result = self.result.and_then(|()| write!(self.to, "{}", c.escape_default()));
            }
            self.result?;
        }
        Ok(())
    }
}

/// The sources of an error, from the nearest.
pub(crate) struct Sources<'a>(pub(crate) &'a dyn ApiError);

impl fmt::Display for Sources<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut next = Error::source(self.0);
        let mut first = true;
        while let Some(source) = next {
            if !first {
                f.write_str(": ")?;
            }
            first = false;
            write!(f, "{}", OneLine(source))?;
            next = source.source();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{OneLine, one_line};
    use std::borrow::Cow;

    #[test]
    fn control_characters_are_escaped() {
        let text = OneLine("a\nb\r\u{1b}[31m\u{85}c").to_string();
        assert_eq!(text, "a\\nb\\r\\u{1b}[31m\\u{85}c");
        assert_eq!(OneLine("a\u{2028}b\u{202e}c").to_string(), "a\\u{2028}b\\u{202e}c");
        assert_eq!(one_line("a\nb\r\u{1b}[31m\u{85}c"), text);
        assert!(matches!(one_line("a é b"), Cow::Borrowed("a é b")));
    }
}
