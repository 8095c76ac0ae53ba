//! Text inside a JSON string, escaped as `serde_json` does it.

use serde_json::Value;

/// What follows the backslash of each byte; 0 where the byte stands as it is,
/// `u` where only `\u00XX` will do.
const ESCAPES: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = b'u';
        byte += 1;
    }
    table[0x08] = b'b';
    table[0x09] = b't';
    table[0x0A] = b'n';
    table[0x0C] = b'f';
    table[0x0D] = b'r';
    table[b'"' as usize] = b'"';
    table[b'\\' as usize] = b'\\';
    table
};

/// Appends `text`, escaped.
#[inline]
pub(crate) fn escape(text: &str, bytes: &mut Vec<u8>) {
    let text = text.as_bytes();
    let clean = clean_run(text);
    bytes.extend_from_slice(&text[..clean]);
    if clean < text.len() {
        escape_rest(&text[clean..], bytes);
    }
}

/// Escapes what stands there from here on.
#[inline]
pub(crate) fn escape_from(from: usize, bytes: &mut Vec<u8>) {
    let clean = from + clean_run(&bytes[from..]);
    if clean < bytes.len() {
        let rest = bytes.split_off(clean);
        escape_rest(&rest, bytes);
    }
}

/// The same for what does not begin with a clean byte, in runs as long as
/// possible.
#[cold]
fn escape_rest(mut text: &[u8], bytes: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    while let Some((&byte, rest)) = text.split_first() {
        match ESCAPES[usize::from(byte)] {
            b'u' => {
                let (high, low) = (usize::from(byte >> 4), usize::from(byte & 15));
                bytes.extend_from_slice(&[b'\\', b'u', b'0', b'0', HEX[high], HEX[low]]);
            }
            escape => bytes.extend_from_slice(&[b'\\', escape]),
        }
        let clean = clean_run(rest);
        bytes.extend_from_slice(&rest[..clean]);
        text = &rest[clean..];
    }
}

/// Whether there is a text, and it stands as it is.
pub(crate) fn is_clean(text: &str) -> bool {
    !text.is_empty() && clean_run(text.as_bytes()) == text.len()
}

/// How many bytes from the start need no escape: eight at a time, since
/// nearly all text is clean.
fn clean_run(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some((word, _)) = text[at..].split_first_chunk() {
        if !is_clean_word(*word) {
            break;
        }
        at += 8;
    }
    // What is left once more with what stands before it, or in two halves that
    // overlap: the usual end.
    let ends_clean = match (text.last_chunk(), text.first_chunk::<4>(), text.last_chunk::<4>()) {
        (Some(word), ..) => text.len() - at < 8 && is_clean_word(*word),
        (None, Some(first), Some(last)) => {
            let mut word = [0; 8];
            word[..4].copy_from_slice(first);
            word[4..].copy_from_slice(last);
            is_clean_word(word)
        }
        _ => false,
    };
    if ends_clean {
        return text.len();
    }
    while at < text.len() && ESCAPES[usize::from(text[at])] == 0 {
        at += 1;
    }
    at
}

/// Whether none of these bytes needs an escape.
fn is_clean_word(word: [u8; 8]) -> bool {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    let word = u64::from_ne_bytes(word);
    // Each test sets the highest bit of the bytes that meet it, and perhaps of
    // bytes after one that does: enough to know whether there is any.
    let is_zero = |word: u64| word.wrapping_sub(ONES) & !word;
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    let quote = is_zero(word ^ (ONES * 0x22));
    let backslash = is_zero(word ^ (ONES * 0x5C));
    (control | quote | backslash) & HIGH == 0
}

/// Appends `text` as a JSON string.
pub(crate) fn quote(text: &str, bytes: &mut Vec<u8>) {
    bytes.push(b'"');
    escape(text, bytes);
    bytes.push(b'"');
}

/// The text of a JSON string; nothing where this is none. By way of a `Value`,
/// which `serde_json` has compiled itself.
pub(crate) fn unquote(json: &str) -> Option<String> {
    // A `Value` is also what stands behind a name that only `serde_json` knows.
    if !json.starts_with('"') {
        return None;
    }
    match json.parse() {
        Ok(Value::String(text)) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{quote, unquote};

    #[test]
    fn only_a_string_has_a_text() {
        assert_eq!(unquote(r#""a\"\u00e9""#).as_deref(), Some("a\"\u{e9}"));
        let forged = r#"{"$serde_json::private::RawValue":"\"a\""}"#;
        for json in ["", "1", "null", "[]", "{}", "\"a", forged] {
            assert_eq!(unquote(json), None, "{json}");
        }
    }

    fn ours(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        quote(text, &mut bytes);
        bytes
    }

    #[test]
    fn every_character_equals_serde_json() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert_eq!(ours(&text), serde_json::to_vec(&text).unwrap(), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn every_place_of_a_word_is_looked_at() {
        for c in ['"', '\\', '\u{1f}', '\0', '\u{20}', '\u{7f}', '\u{80}', '!', '#', '[', ']'] {
            for at in 0..20 {
                let text = format!("{}{c}{}", "x".repeat(at), "\u{ff}".repeat(9));
                assert_eq!(ours(&text), serde_json::to_vec(&text).unwrap(), "{text:?}");
            }
        }
    }

    #[test]
    fn runs_equal_serde_json() {
        let hard = "\u{0}a\"b\\c\n\u{7f}\u{80}\u{2028}\u{2029}\u{d7ff}\u{e000}\u{fffd}\u{1f980}\t";
        for text in ["", "plain", "\"", "ends with \\", "\n\n", hard] {
            assert_eq!(ours(text), serde_json::to_vec(text).unwrap(), "{text:?}");
        }
    }
}
