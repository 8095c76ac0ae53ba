//! Takes a JSON object apart into its entries, without building a map, and an
//! array into its items.

/// The entries of a JSON object: each name as it stands between its quotes,
/// and each value. `None` when the text is no object.
///
/// The text is valid JSON, since a serializer has just written it; should it
/// not be, the entries end early.
pub(crate) fn entries(json: &[u8]) -> Option<Entries<'_>> {
    let json = json.trim_ascii();
    let inside = json.strip_prefix(b"{")?.strip_suffix(b"}")?;
    Some(Entries { rest: inside })
}

#[derive(Clone)]
pub(crate) struct Entries<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Entries<'a> {
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let quoted = self.rest.trim_ascii_start().strip_prefix(b"\"")?;
        let end = string_end(quoted)?;
        let name = &quoted[..end];
        let value = quoted[end + 1..].trim_ascii_start().strip_prefix(b":")?;
        let end = value_end(value);
        self.rest = value.get(end + 1..).unwrap_or_default();
        Some((name, value[..end].trim_ascii()))
    }
}

/// The items of a JSON array; `None` when the text is no array.
pub(crate) fn items(json: &[u8]) -> Option<Items<'_>> {
    let json = json.trim_ascii();
    let inside = json.strip_prefix(b"[")?.strip_suffix(b"]")?.trim_ascii();
    Some(Items { rest: inside })
}

#[derive(Clone)]
pub(crate) struct Items<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Items<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let end = value_end(self.rest);
        let item = self.rest[..end].trim_ascii();
        self.rest = self.rest.get(end + 1..).unwrap_or_default();
        Some(item)
    }
}

/// Where the string ends whose opening quote stands before `text`.
fn string_end(text: &[u8]) -> Option<usize> {
    let mut escaped = false;
    for (at, &byte) in text.iter().enumerate() {
        if byte == b'"' && !escaped {
            return Some(at);
        }
        escaped = byte == b'\\' && !escaped;
    }
    None
}

/// Where the value ends: at the comma that belongs to no nested value, or at
/// the end of the text.
fn value_end(text: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'"' => match string_end(&text[at + 1..]) {
                Some(end) => at += end + 1,
                None => return text.len(),
            },
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => return at,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{entries, items};

    #[test]
    fn takes_arrays_apart() {
        let all = |json: &'static str| Some(items(json.as_bytes())?.collect::<Vec<_>>());
        let expected: Vec<&[u8]> = vec![b"1", b"[2,\"]\"]", b"{\"a\":[3]}", b"\",\""];
        assert_eq!(all("[1,[2,\"]\"],{\"a\":[3]},\",\"]"), Some(expected.clone()));
        assert_eq!(all(" [ 1 , [2,\"]\"] ,{\"a\":[3]}, \",\" ] "), Some(expected));
        assert_eq!(all("[]"), Some(vec![]));
        assert_eq!(all("[ ]"), Some(vec![]));
        assert_eq!(all("{}"), None);
    }

    fn all(json: &str) -> Option<Vec<(String, String)>> {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Some(entries(json.as_bytes())?.map(|(name, value)| (text(name), text(value))).collect())
    }

    #[test]
    fn takes_objects_apart() {
        let json = r#"{"a":1,"b\"c":"x,}\\","n":{"a":[1,{"b":2}]},"e":""}"#;
        let pairs =
            [("a", "1"), ("b\\\"c", r#""x,}\\""#), ("n", r#"{"a":[1,{"b":2}]}"#), ("e", "\"\"")];
        let expected: Vec<_> =
            pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        assert_eq!(all(json), Some(expected));
    }

    #[test]
    fn tolerates_white_space() {
        let pair = |n: &str, v: &str| (n.to_owned(), v.to_owned());
        assert_eq!(
            all(" { \"a\" : [ 1 , 2 ] , \"b\" :\nnull } "),
            Some(vec![pair("a", "[ 1 , 2 ]"), pair("b", "null"),])
        );
    }

    #[test]
    fn knows_what_is_no_object() {
        assert_eq!(all("{}"), Some(vec![]));
        for json in ["[]", "null", "1", "\"{}\"", ""] {
            assert_eq!(all(json), None, "{json}");
        }
    }

    #[test]
    fn survives_what_is_no_json() {
        for json in ["{\"a}", "{\"a\":}", "{\"a\":\"}", "{a}", "{\"a\" 1}", "{\"a\":1,}", "{]}"] {
            let _ = all(json);
        }
    }
}
