//! Writes an answer's headers, in the order of the declaration.

use crate::header_text::HeaderBuffer;
use crate::{Failure, HeaderSpec, HeaderValueSpec};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue, TRANSFER_ENCODING};
use http::HeaderMap;
use std::fmt;

/// Where [`ApiError::fill`](crate::ApiError::fill) writes the headers whose
/// value depends on the error's.
///
/// The constant headers of the row stand between them, as declared. A value
/// with bytes that a header may not hold is left out.
#[derive(Debug)]
pub struct Headers {
    map: HeaderMap,
    /// What the row that writes now has still to say.
    declared: &'static [HeaderSpec],
    /// The headers of the rows around it.
    outer: Vec<&'static [HeaderSpec]>,
    failures: Vec<Failure>,
}

impl Headers {
    /// Adds a header with a formatted value.
    pub fn fmt(&mut self, name: &'static str, value: fmt::Arguments<'_>) {
        let mut buffer = HeaderBuffer::default();
        buffer.fmt(value);
        self.push(name, buffer);
    }

    pub(crate) fn new() -> Self {
        Self { map: HeaderMap::new(), declared: &[], outer: Vec::new(), failures: Vec::new() }
    }

    /// Sets the header that describes the body.
    pub(crate) fn content_type(&mut self, value: HeaderValue) {
        self.map.insert(CONTENT_TYPE, value);
    }

    /// Adds the headers of the envelope's policy.
    pub(crate) fn policy(&mut self, headers: &'static [HeaderSpec]) {
        for header in headers {
            self.declared_header(header);
        }
    }

    /// Adds one row's headers; `fill` writes its dynamic ones.
    pub(crate) fn row(&mut self, headers: &'static [HeaderSpec], fill: impl FnOnce(&mut Self)) {
        self.declared = headers;
        fill(self);
        for header in std::mem::take(&mut self.declared) {
            self.declared_header(header);
        }
        if !headers.is_empty() {
            self.outer.push(headers);
        }
    }

    /// Adds a header unless there is one of this name.
    pub(crate) fn fallback(&mut self, name: &'static str, value: impl fmt::Display) {
        let Some(key) = name_of(name) else { return self.fail(name) };
        if !self.map.contains_key(&key) {
            self.fmt(name, format_args!("{value}"));
        }
    }

    pub(crate) fn finish(self, failures: &mut Vec<Failure>) -> HeaderMap {
        failures.extend(self.failures);
        self.map
    }

    /// Adds a dynamic header, after the constant ones that are declared
    /// before it.
    pub(crate) fn push(&mut self, name: &'static str, value: HeaderBuffer) {
        let place = self.declared.iter().position(|header| {
            matches!(header.value, HeaderValueSpec::Dynamic(_))
                && header.name.eq_ignore_ascii_case(name)
        });
        if let Some(place) = place {
            let (before, after) = self.declared.split_at(place);
            self.declared = &after[1..];
            for header in before {
                self.declared_header(header);
            }
        }
        match HeaderValue::try_from(value.bytes) {
            Ok(bytes) if !value.broken => self.append(name, bytes),
            _ => self.fail(name),
        }
    }

    fn declared_header(&mut self, header: &HeaderSpec) {
        match header.value {
            // A field that has nothing to say leaves its header out.
            HeaderValueSpec::Dynamic(_) => {}
            HeaderValueSpec::Constant(value) => match value_of(value) {
                Some(value) => self.append(header.name, value),
                None => self.fail(header.name),
            },
            HeaderValueSpec::Removed => {
                // An outer row's own header is not an inner one's to remove.
                if !self.outer_has(header.name, |value| value != HeaderValueSpec::Removed) {
                    self.map.remove(header.name);
                }
            }
        }
    }

    fn append(&mut self, name: &'static str, value: HeaderValue) {
        let Some(key) = name_of(name) else { return self.fail(name) };
        if self.outer_has(name, |value| value == HeaderValueSpec::Removed) {
            return;
        }
        if key == CONTENT_LENGTH || key == TRANSFER_ENCODING {
            // The server knows these; a wrong one breaks the connection.
            self.fail(name);
        } else if key == CONTENT_TYPE {
            self.map.insert(key, value);
        } else if self.map.try_append(key, value).is_err() {
            self.fail(name);
        }
    }

    fn outer_has(&self, name: &str, wanted: impl Fn(HeaderValueSpec) -> bool) -> bool {
        let mut outer = self.outer.iter().copied().flatten();
        outer.any(|header| wanted(header.value) && header.name.eq_ignore_ascii_case(name))
    }

    fn fail(&mut self, name: &str) {
        self.failures.push(Failure::Header { name: name.to_owned() });
    }
}

/// The header's name, without copying one that is in lower case already.
fn name_of(name: &'static str) -> Option<HeaderName> {
    let is_token = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"!#$%&'*+-.^_`|~".contains(&byte)
    };
    // `from_static` panics on anything else.
    if !name.is_empty() && name.len() < 1 << 15 && name.bytes().all(is_token) {
        return Some(HeaderName::from_static(name));
    }
    HeaderName::from_bytes(name.as_bytes()).ok()
}

/// The constant value, without copying it.
fn value_of(value: &'static str) -> Option<HeaderValue> {
    // `from_static` panics on anything else.
    let allowed = value.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~'));
    allowed.then(|| HeaderValue::from_static(value))
}

#[cfg(test)]
mod tests {
    use super::Headers;
    use crate::{Failure, HeaderSpec};

    fn shown(headers: Headers) -> (String, Vec<Failure>) {
        let mut failures = Vec::new();
        let map = headers.finish(&mut failures);
        let lines = map.iter().map(|(n, v)| format!("{n}: {}", v.to_str().unwrap_or("?")));
        (lines.collect::<Vec<_>>().join("\n"), failures)
    }

    const ROW: &[HeaderSpec] = &[
        HeaderSpec::constant("x-first", "1"),
        HeaderSpec::dynamic("x-second", "{n}"),
        HeaderSpec::removed("x-policy"),
        HeaderSpec::constant("x-third", "3"),
        HeaderSpec::dynamic("x-second", "{n}"),
    ];

    #[test]
    fn declared_order_holds() {
        let mut headers = Headers::new();
        headers.policy(&[HeaderSpec::constant("x-policy", "p"), HeaderSpec::constant("x-all", "a")]);
        headers.row(ROW, |headers| {
            headers.fmt("x-second", format_args!("{}", 2));
            headers.header("x-second", &Some("4"));
            headers.header("x-absent", &None::<u8>);
        });
        let (lines, failures) = shown(headers);
        assert_eq!(lines, "x-all: a\nx-first: 1\nx-second: 2\nx-second: 4\nx-third: 3");
        assert_eq!(failures, []);
    }

    #[test]
    fn bad_bytes_are_left_out() {
        let mut headers = Headers::new();
        headers.row(&[], |headers| {
            headers.header("x-split", "a\r\nset-cookie: b");
            headers.header("x-nul", "\0");
            headers.header("content-length", &5);
            headers.header("Bad Name", "x");
            headers.header("X-Upper", "kept");
            headers.header("x-text", "caf\u{e9}");
        });
        let (lines, failures) = shown(headers);
        assert_eq!(lines, "x-upper: kept\nx-text: ?");
        assert_eq!(failures.len(), 4);
    }

    #[test]
    fn an_outer_row_decides() {
        let mut headers = Headers::new();
        headers.row(&[HeaderSpec::removed("x-a"), HeaderSpec::constant("x-b", "outer")], |_| {});
        headers.row(
            &[
                HeaderSpec::constant("x-a", "1"),
                HeaderSpec::removed("x-b"),
                HeaderSpec::constant("x-c", "2"),
            ],
            |_| {},
        );
        assert_eq!(shown(headers).0, "x-b: outer\nx-c: 2");
    }

    #[test]
    fn lists_and_pointers_write_themselves() {
        let mut headers = Headers::new();
        headers.row(&[], |headers| {
            headers.header("allow", &[http::Method::GET, http::Method::POST]);
            headers.header("x-box", &Box::new(Some("b")));
            headers.header("x-empty", "");
        });
        assert_eq!(shown(headers).0, "allow: GET, POST\nx-box: b\nx-empty: ");
    }
}
