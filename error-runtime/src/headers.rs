//! Writes an answer's headers, in the order of the declaration.

use crate::header_parts::Texts;
use crate::header_text::HeaderBuffer;
use crate::{Failure, HeaderSpec, HeaderValueSpec};
use http::HeaderMap;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue, TRANSFER_ENCODING};
use std::fmt;

/// How long a header's dynamic value may be. Servers and clients refuse a whole
/// answer for one long line; many have a limit of 8 KiB.
pub(crate) const LONGEST: usize = 8 << 10;

/// Where [`ApiError::fill`](crate::ApiError::fill) writes the headers whose
/// value depends on the error's.
///
/// The constant headers of the row stand between them, as declared. A value
/// with bytes that a header may not hold, or of more than 8 KiB, is left out
/// and reported as a [`Failure`].
#[derive(Debug)]
pub struct Headers {
    map: HeaderMap,
    /// The declared headers of all rows in the chain, from the outermost;
    /// rows without any are left out.
    rows: Vec<&'static [HeaderSpec]>,
    /// How many of the rows are written.
    written: usize,
    /// What the row that writes now has still to say.
    declared: &'static [HeaderSpec],
    /// Which row of the chain writes now, counted from 1; 0 is the envelope.
    row: usize,
    /// Which row has said the headers that can stand only once.
    once: Vec<(HeaderName, usize)>,
    /// Whether there is a body to describe.
    has_body: bool,
    /// What the row's headers can say of the error.
    pub(crate) texts: Texts,
    failures: Vec<Failure>,
}

impl Headers {
    /// Adds a header with a formatted value.
    pub fn fmt(&mut self, name: &'static str, value: fmt::Arguments<'_>) {
        let mut buffer = HeaderBuffer::default();
        buffer.fmt(value);
        self.push(name, buffer);
    }

    /// For an answer whose rows declare these headers; rows without any are
    /// not among them. They are known beforehand, since what is to be removed
    /// is never added: taking a header out of the map again would change the
    /// order of the others.
    pub(crate) fn new(rows: Vec<&'static [HeaderSpec]>, has_body: bool) -> Self {
        Self {
            map: HeaderMap::new(),
            rows,
            written: 0,
            declared: &[],
            row: 0,
            once: Vec::new(),
            has_body,
            texts: Texts::default(),
            failures: Vec::new(),
        }
    }

    /// Sets the header that describes the body, if there is one.
    pub(crate) fn content_type(&mut self, value: &HeaderValue) {
        if self.has_body && !self.is_removed("content-type", self.rows.len()) {
            // The first of them: what inserts would look for another.
            self.map.append(CONTENT_TYPE, value.clone());
        }
    }

    /// Adds the headers of the envelope's policy.
    pub(crate) fn policy(&mut self, headers: &'static [HeaderSpec]) {
        for header in headers {
            if let HeaderValueSpec::Constant(value) = header.value {
                if !self.is_removed(header.name, self.rows.len()) {
                    self.constant(header.name, value);
                }
            }
        }
    }

    /// Adds one row's headers; `fill` writes its dynamic ones.
    pub(crate) fn row(&mut self, headers: &'static [HeaderSpec], fill: impl FnOnce(&mut Self)) {
        self.declared = headers;
        self.row += 1;
        fill(self);
        self.catch_up(self.declared.len());
        self.written += usize::from(!headers.is_empty());
    }

    /// Adds a header unless there is one of this name.
    pub(crate) fn fallback(&mut self, name: &'static str, value: &dyn fmt::Display) {
        let Some(key) = name_of(name) else { return self.fail(name) };
        if !self.map.contains_key(&key) {
            self.fmt(name, format_args!("{value}"));
        }
    }

    pub(crate) fn report(&mut self, failures: &mut Vec<Failure>) {
        self.failures.append(failures);
    }

    pub(crate) fn finish(mut self, failures: &mut Vec<Failure>) -> HeaderMap {
        failures.append(&mut self.failures);
        self.map
    }

    /// Adds a dynamic header, after the constant ones that are declared
    /// before it.
    pub(crate) fn push(&mut self, name: &'static str, value: HeaderBuffer) {
        for (place, header) in self.declared.iter().enumerate() {
            let is_dynamic = matches!(header.value, HeaderValueSpec::Dynamic(_));
            if is_dynamic && header.name.eq_ignore_ascii_case(name) {
                self.catch_up(place + 1);
                break;
            }
        }
        match HeaderValue::try_from(value.bytes) {
            Ok(bytes) if !value.broken && bytes.len() <= LONGEST => self.append(name, bytes),
            _ => self.fail(name),
        }
    }

    /// Adds the constant ones of the row's next `count` headers.
    fn catch_up(&mut self, count: usize) {
        for _ in 0..count {
            let Some((header, rest)) = self.declared.split_first() else { return };
            self.declared = rest;
            // A field that has nothing to say leaves its header out.
            if let HeaderValueSpec::Constant(value) = header.value {
                self.constant(header.name, value);
            }
        }
    }

    fn constant(&mut self, name: &'static str, value: &'static str) {
        match value_of(value) {
            Some(value) => self.append(name, value),
            None => self.fail(name),
        }
    }

    fn append(&mut self, name: &'static str, value: HeaderValue) {
        let Some(key) = name_of(name) else { return self.fail(name) };
        if self.is_removed(name, self.written) || removes(self.declared, name) {
            return;
        }
        if key == CONTENT_LENGTH || key == TRANSFER_ENCODING {
            // The server knows these; a wrong one breaks the connection.
            self.fail(name);
        } else if stands_once(name) {
            self.set(name, key, value);
        } else if self.map.try_append(key, value).is_err() {
            self.fail(name);
        }
    }

    /// Whether one of the outermost `count` rows takes the header away.
    fn is_removed(&self, name: &str, count: usize) -> bool {
        for row in self.rows.iter().take(count) {
            if removes(row, name) {
                return true;
            }
        }
        false
    }

    /// Sets a header that can stand only once: the outermost row that says it
    /// has its way.
    fn set(&mut self, name: &'static str, key: HeaderName, value: HeaderValue) {
        if key == CONTENT_TYPE && !self.has_body {
            return;
        }
        let mut is_said = false;
        for (said, row) in &self.once {
            if *said == key {
                if *row < self.row {
                    return;
                }
                is_said = true;
            }
        }
        // What the envelope says gives way to every row.
        if !is_said && self.row > 0 {
            self.once.push((key.clone(), self.row));
        }
        if let Some(there) = self.map.get_mut(&key) {
            *there = value;
        } else if self.map.try_append(key, value).is_err() {
            self.fail(name);
        }
    }

    pub(crate) fn fail(&mut self, name: &str) {
        self.failures.push(Failure::Header { name: name.to_owned() });
    }
}

/// Whether an answer can have no more than one header of this name.
pub(crate) fn stands_once(name: &str) -> bool {
    name.eq_ignore_ascii_case("content-type") || name.eq_ignore_ascii_case("location")
}

/// Whether these declarations take the header away.
pub(crate) fn removes(headers: &[HeaderSpec], name: &str) -> bool {
    for header in headers {
        if matches!(header.value, HeaderValueSpec::Removed)
            && header.name.eq_ignore_ascii_case(name)
        {
            return true;
        }
    }
    false
}

/// The header's name, without copying one that is in lower case already.
pub(crate) fn name_of(name: &'static str) -> Option<HeaderName> {
    let mut is_token = !name.is_empty() && name.len() < 1 << 15;
    for byte in name.as_bytes() {
        is_token &= matches!(
            byte,
            b'a'..=b'z' | b'0'..=b'9' | b'!' | b'#' | b'$' | b'%' | b'&' | b'\'' | b'*' | b'+'
                | b'-' | b'.' | b'^' | b'_' | b'`' | b'|' | b'~'
        );
    }
    // `from_static` panics on anything else.
    if is_token {
        return Some(HeaderName::from_static(name));
    }
    HeaderName::from_bytes(name.as_bytes()).ok()
}

/// The constant value, without copying it.
fn value_of(value: &'static str) -> Option<HeaderValue> {
    // `from_static` panics on anything else.
    for byte in value.as_bytes() {
        if !matches!(byte, b'\t' | b' '..=b'~') {
            return None;
        }
    }
    Some(HeaderValue::from_static(value))
}

#[cfg(test)]
mod tests {
    use super::{HeaderValue, Headers};
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

    const POLICY: &[HeaderSpec] =
        &[HeaderSpec::constant("x-policy", "p"), HeaderSpec::constant("x-all", "a")];
    const OUTER: &[HeaderSpec] =
        &[HeaderSpec::removed("x-a"), HeaderSpec::constant("x-b", "outer")];
    const INNER: &[HeaderSpec] = &[
        HeaderSpec::constant("x-a", "1"),
        HeaderSpec::removed("x-b"),
        HeaderSpec::constant("x-c", "2"),
    ];

    #[test]
    fn declared_order_holds() {
        let mut headers = Headers::new(vec![ROW], true);
        headers.policy(POLICY);
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
        let mut headers = Headers::new(vec![], true);
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
    fn a_long_value_is_left_out() {
        let mut headers = Headers::new(vec![], true);
        let most = "a".repeat(8 << 10);
        headers.row(&[], |headers| {
            headers.header("x-most", &most);
            headers.header("x-more", &format!("{most}a"));
            headers.fmt("x-text", format_args!("{most}b"));
            headers.header("x-list", &[&most, &most]);
        });
        let failed = |name: &str| Failure::Header { name: name.to_owned() };
        assert_eq!(
            shown(headers),
            (format!("x-most: {most}"), ["x-more", "x-text", "x-list"].map(failed).to_vec())
        );
    }

    #[test]
    fn an_outer_row_decides() {
        let mut headers = Headers::new(vec![OUTER, INNER], true);
        headers.row(OUTER, |_| {});
        headers.row(INNER, |_| {});
        assert_eq!(shown(headers).0, "x-b: outer\nx-c: 2");
        let mut headers = Headers::new(vec![INNER], false);
        headers.content_type(&HeaderValue::from_static("text/plain"));
        headers.row(INNER, |headers| headers.header("content-type", "text/html"));
        assert_eq!(shown(headers).0, "x-a: 1\nx-c: 2");
    }

    #[test]
    fn what_can_stand_once_is_the_outermosts() {
        const OUTER: &[HeaderSpec] = &[
            HeaderSpec::dynamic("location", ""),
            HeaderSpec::constant("x-twice", "1"),
            HeaderSpec::constant("content-type", "text/outer"),
        ];
        const INNER: &[HeaderSpec] = &[
            HeaderSpec::constant("Content-Type", "text/inner"),
            HeaderSpec::constant("x-twice", "2"),
            HeaderSpec::dynamic("location", ""),
        ];
        let write = |outer: Option<&str>| {
            let mut headers = Headers::new(vec![OUTER, INNER], true);
            headers.content_type(&HeaderValue::from_static("application/json"));
            headers.policy(const { &[HeaderSpec::constant("location", "/policy")] });
            headers.row(OUTER, |headers| headers.header("location", &outer));
            headers.row(INNER, |headers| headers.redirect("/inner", |_| {}));
            shown(headers).0
        };
        assert_eq!(
            write(Some("/outer")),
            "content-type: text/outer\nlocation: /outer\nx-twice: 1\nx-twice: 2"
        );
        assert!(write(None).contains("location: /inner\n"), "{}", write(None));
        // Of one row, the last: a variant's stands over the type's.
        let mut headers = Headers::new(vec![], true);
        headers.row(&[], |headers| {
            headers.header("location", "/type");
            headers.header("Location", "/variant");
        });
        assert_eq!(shown(headers).0, "location: /variant");
    }

    #[test]
    fn lists_and_pointers_write_themselves() {
        let mut headers = Headers::new(vec![], true);
        headers.row(&[], |headers| {
            headers.header("allow", &[http::Method::GET, http::Method::POST]);
            headers.header("x-box", &Box::new(Some("b")));
            headers.header("x-empty", "");
        });
        assert_eq!(shown(headers).0, "allow: GET, POST\nx-box: b\nx-empty: ");
    }
}
