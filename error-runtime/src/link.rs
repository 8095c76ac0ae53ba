//! Text that becomes a part of a link, escaped so that it stays that part.

use std::fmt;

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// What RFC 3986 calls unreserved: it means nothing but itself anywhere.
pub(crate) fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// What a URI may hold at all; a `%` is one that escapes already.
fn may_stand(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte)
}

/// What stands for a byte that cannot.
#[inline]
fn escaped(byte: u8) -> [u8; 3] {
    [b'%', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]
}

/// Appends the byte: as it is, if it stays.
pub(crate) fn escape(byte: u8, stays: bool, bytes: &mut Vec<u8>) {
    if stays {
        bytes.push(byte);
    } else {
        bytes.extend_from_slice(&escaped(byte));
    }
}

/// Appends text so that it stands for itself in a path or a query.
#[inline]
pub(crate) fn escape_value(text: &[u8], bytes: &mut Vec<u8>) {
    for &byte in text {
        escape(byte, is_unreserved(byte), bytes);
    }
}

/// A whole link, without bytes that no URI may hold.
pub(crate) fn escape_link(link: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(link.len());
    for &byte in link {
        escape(byte, may_stand(byte), &mut bytes);
    }
    bytes
}

/// Formatted text as one value in a link.
pub(crate) struct LinkValue<'a>(pub(crate) fmt::Arguments<'a>);

impl fmt::Display for LinkValue<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::write(&mut Escaping(f), self.0)
    }
}

struct Escaping<'a, 'f>(&'a mut fmt::Formatter<'f>);

impl fmt::Write for Escaping<'_, '_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for &byte in text.as_bytes() {
            if is_unreserved(byte) {
                self.0.write_char(char::from(byte))?;
            } else {
                for byte in &escaped(byte) {
                    self.0.write_char(char::from(*byte))?;
                }
            }
        }
        Ok(())
    }
}

/// A link that begins with one `/` and a value: it stays a path where the value
/// is empty and another `/` follows, which together would begin a host.
pub(crate) struct LinkPath<'a>(pub(crate) fmt::Arguments<'a>);

impl fmt::Display for LinkPath<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::write(&mut Guarding { out: f, written: 0 }, self.0)
    }
}

struct Guarding<'a, 'f> {
    out: &'a mut fmt::Formatter<'f>,
    /// How many bytes the link has so far.
    written: usize,
}

impl fmt::Write for Guarding<'_, '_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // Where the link's second byte stands, if that is still to come.
        let second = 1usize.checked_sub(self.written);
        self.written += text.len();
        match second {
            // RFC 3986, section 4.2: a dot segment before the second slash.
            Some(at) if text.as_bytes().get(at) == Some(&b'/') => {
                self.out.write_str(&text[..at])?;
                self.out.write_str("./")?;
                self.out.write_str(&text[at + 1..])
            }
            _ => self.out.write_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LinkPath, LinkValue, escape_link};

    #[test]
    fn a_value_is_one_value() {
        let value = |text: &str| LinkValue(format_args!("{text}")).to_string();
        assert_eq!(value("AZaz09-._~"), "AZaz09-._~");
        assert_eq!(value("//evil.example"), "%2F%2Fevil.example");
        assert_eq!(value("a?x=y&z#f"), "a%3Fx%3Dy%26z%23f");
        assert_eq!(value("\r\n\t \0%41\u{e9}"), "%0D%0A%09%20%00%2541%C3%A9");
        assert_eq!(value("!*'();:@+$,[]\\"), "%21%2A%27%28%29%3B%3A%40%2B%24%2C%5B%5D%5C");
        assert_eq!(value(".."), "..");
        assert_eq!(LinkValue(format_args!("{:>3}{:?}", 1, "a")).to_string(), "%20%201%22a%22");
    }

    #[test]
    fn a_path_stays_a_path() {
        let path = |a: &str, b: &str| LinkPath(format_args!("/{a}/{b}")).to_string();
        assert_eq!(path("a", "b"), "/a/b");
        assert_eq!(path("", "b"), "/./b");
        assert_eq!(path("", ""), "/./");
        let path = |a: &str, b: &str| LinkPath(format_args!("/{a}{b}/{a}")).to_string();
        assert_eq!(path("", "b"), "/b/");
        assert_eq!(path("", ""), "/./");
        assert_eq!(path("a", ""), "/a/a");
    }

    #[test]
    fn a_link_keeps_what_a_uri_may_hold() {
        let link = |link: &str| String::from_utf8(escape_link(link.as_bytes())).unwrap();
        let whole = "https://u@h:1/a%20b/;c,d?e=f&g=[h]!$'()*+#i~-._";
        assert_eq!(link(whole), whole);
        assert_eq!(
            link("/\t/h\\\r\n\0\u{7f} \"<>^`{|}\u{e9}"),
            "/%09/h%5C%0D%0A%00%7F%20%22%3C%3E%5E%60%7B%7C%7D%C3%A9"
        );
    }
}
