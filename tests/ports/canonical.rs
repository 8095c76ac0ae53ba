//! Examples without their layout, to compare them byte for byte.

/// JSON without white space between its tokens and with `\/` as `/`; members
/// stay in their order, which a parsed value would not tell.
pub(crate) fn canonical(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut inside = false;
    let mut chars = json.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('/') => out.push('/'),
                Some(escaped) => out.extend(['\\', escaped]),
                None => out.push('\\'),
            },
            '"' => {
                inside = !inside;
                out.push('"');
            }
            c if inside || !c.is_ascii_whitespace() => out.push(c),
            _ => {}
        }
    }
    out
}

/// XML without the white space that only lays out its elements.
pub(crate) fn canonical_xml(xml: &str) -> String {
    xml.lines().map(str::trim).collect()
}

#[test]
fn only_the_layout_goes() {
    assert_eq!(canonical(" { \"b\" : \"x y\",\n\t\"a\":[ 1 ] } "), r#"{"b":"x y","a":[1]}"#);
    assert_eq!(canonical(r#"{ "q": "\"  \\", "s": "a\/b" }"#), r#"{"q":"\"  \\","s":"a/b"}"#);
    assert_ne!(canonical(r#"{"a":1,"b":2}"#), canonical(r#"{"b":2,"a":1}"#));
    assert_eq!(canonical_xml("<A>\n  <B>x y</B>\n</A>\n"), "<A><B>x y</B></A>");
}
