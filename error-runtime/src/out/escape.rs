//! Text inside a JSON string, escaped as `serde_json` does it.

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

/// Appends `text`, escaped, in runs as long as possible.
pub(crate) fn escape(text: &str, bytes: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let text = text.as_bytes();
    let mut clean = 0;
    for (at, &byte) in text.iter().enumerate() {
        let escape = ESCAPES[usize::from(byte)];
        if escape == 0 {
            continue;
        }
        bytes.extend_from_slice(&text[clean..at]);
        clean = at + 1;
        if escape == b'u' {
            let (high, low) = (usize::from(byte >> 4), usize::from(byte & 15));
            bytes.extend_from_slice(&[b'\\', b'u', b'0', b'0', HEX[high], HEX[low]]);
        } else {
            bytes.extend_from_slice(&[b'\\', escape]);
        }
    }
    bytes.extend_from_slice(&text[clean..]);
}

/// Appends `text` as a JSON string.
pub(crate) fn quote(text: &str, bytes: &mut Vec<u8>) {
    bytes.push(b'"');
    escape(text, bytes);
    bytes.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::quote;

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
    fn runs_equal_serde_json() {
        let hard = "\u{0}a\"b\\c\n\u{7f}\u{80}\u{2028}\u{2029}\u{d7ff}\u{e000}\u{fffd}\u{1f980}\t";
        for text in ["", "plain", "\"", "ends with \\", "\n\n", hard] {
            assert_eq!(ours(text), serde_json::to_vec(text).unwrap(), "{text:?}");
        }
    }
}
