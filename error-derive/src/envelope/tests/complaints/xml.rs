//! Complaints about XML templates.

use super::{Case, says};

const ROOT: &str = r#"`xml` takes the name of the root element, as in `xml("Error")`"#;

const CASES: &[Case] = &[
    ("E xml = {}", &[("xml", ROOT)]),
    ("E xml() = {}", &[("xml", ROOT)]),
    ("E xml(5, namespace = \"u\") = {}", &[("5", ROOT)]),
    ("E xml(namespace = \"u\") = {}", &[("namespace", ROOT)]),
    (
        "E xml(Error) = {}",
        &[("Error", r#"the root's name stands in quotes; write `xml("Error")`"#)],
    ),
    (
        r#"E xml("") = {}"#,
        &[(
            r#""""#,
            "`` is no XML name; an element's name begins with a letter or `_` and goes on with letters, digits, `_`, `-` and `.`",
        )],
    ),
    (
        r#"E xml("soap:Fault") = { "a b": code, "-c": { "1d": hint | { "e\n": 1 } } }"#,
        &[
            (
                r#""soap:Fault""#,
                "`soap:Fault` is no XML name; an element's name begins with a letter or `_` and goes on with letters, digits, `_`, `-` and `.`",
            ),
            (
                r#""a b""#,
                "`a b` is no XML name; an element's name begins with a letter or `_` and goes on with letters, digits, `_`, `-` and `.`",
            ),
            (
                r#""-c""#,
                "`-c` is no XML name; an element's name begins with a letter or `_` and goes on with letters, digits, `_`, `-` and `.`",
            ),
            (
                r#""1d""#,
                "`1d` is no XML name; an element's name begins with a letter or `_` and goes on with letters, digits, `_`, `-` and `.`",
            ),
            (
                r#""e\n""#,
                "`e\\n` is no XML name; an element's name begins with a letter or `_` and goes on with letters, digits, `_`, `-` and `.`",
            ),
        ],
    ),
    (
        r#"E xml("A") = { "l": errors{ member("a b") | "a b": hint } }"#,
        &[(
            r#""a b""#,
            "`a b` is no XML name; an element's name begins with a letter or `_` and goes on with letters, digits, `_`, `-` and `.`",
        )],
    ),
    (
        r#"E xml("xml") = { "XmlName": code, "in": { "xML"?: hint }, "l": errors{ code | "xmlns": hint } }"#,
        &[
            (r#""xml""#, "`xml` begins with `xml`, which XML reserves; choose another name"),
            (
                r#""XmlName""#,
                "`XmlName` begins with `xml`, which XML reserves; choose another name",
            ),
            (r#""xML""#, "`xML` begins with `xml`, which XML reserves; choose another name"),
            (r#""xmlns""#, "`xmlns` begins with `xml`, which XML reserves; choose another name"),
        ],
    ),
    (
        r#"E xml("A", ns = "u", namspace = "u", root = "B", "u", 5) = {}"#,
        &[
            (
                "ns",
                "unknown key `ns` in `xml(…)`; it is called `namespace` here\nvalid keys here: `namespace`",
            ),
            (
                "namspace",
                "unknown key `namspace` in `xml(…)`; did you mean `namespace`?\nvalid keys here: `namespace`",
            ),
            ("root", r#"`root` has no key; the root's name stands first, as in `xml("Error")`"#),
            (r#""u""#, r#"expected `namespace`, found `"u"`"#),
            ("5", "expected `namespace`, found `5`"),
        ],
    ),
    (
        r#"E xml("A", namespace, namespace = 5, namespace = "", namespace = "a b") = {}"#,
        &[
            (
                ",",
                r#"`namespace` takes a text in quotes, as in `xml("Error", namespace = "https://example.com/")`"#,
            ),
            (
                "5",
                r#"`namespace` takes a text in quotes, as in `xml("Error", namespace = "https://example.com/")`"#,
            ),
            (r#""""#, "`namespace` is empty; leave it out instead"),
            ("namespace", "`namespace` is set twice"),
            (r#""a b""#, "`a b` is no URI"),
        ],
    ),
    (r#"E xml("A" namespace = "u") = {}"#, &[("namespace", "expected `,`, found `namespace`")]),
    (
        r#"E xlm("A") = { "a b": code }"#,
        &[
            ("xlm", "unknown heading `xlm` of a template; did you mean `xml`?"),
            (
                r#""a b""#,
                "`a b` is no XML name; an element's name begins with a letter or `_` and goes on with letters, digits, `_`, `-` and `.`",
            ),
        ],
    ),
    (
        r#"E = xml("A") { "a": cod }"#,
        &[
            ("xml", r#"`xml` stands before the `=`, as in `E xml("Error") = { … }`"#),
            ("cod", "unknown slot `cod`; did you mean `code`?"),
        ],
    ),
    (r#"E = {} xml = "A""#, &[("\"A\"", "`xml` names another envelope, as in `xml = FaultXml`")]),
    (r#"E xml("A") {}"#, &[("{", "expected `=` after `E`, found `{`; write `E = { … }`")]),
    (
        r#"E xml("A") = [cod]"#,
        &[
            (
                "[",
                r#"an XML template is an object; a list is a member of it, as in `"Error": errors[{ … }]`"#,
            ),
            ("cod", "unknown slot `cod`; did you mean `code`?"),
        ],
    ),
    (
        r#"E xml("A") = errors[code]"#,
        &[(
            "errors",
            r#"an XML template is an object; a list is a member of it, as in `"Error": errors[{ … }]`"#,
        )],
    ),
    (r#"E xml("A") = code"#, &[("code", "an XML template is an object, `{ … }`, found `code`")]),
    (
        r#"E xml("A") = {} success = { "d": data }"#,
        &[
            (
                r#"xml("A")"#,
                "`xml` and `success` cannot be combined; an XML template writes errors only",
            ),
            (
                "success",
                "`xml` and `success` cannot be combined; an XML template writes errors only",
            ),
        ],
    ),
    (
        r#"#[api(axum)] E xml("A") = {}"#,
        &[("axum", "an adapter answers successes, and an XML template has none; remove this")],
    ),
];

#[test]
fn names_beside_the_reserved_ones_are_free() {
    says(r#"E xml("Xm") = { "Xmas": code, "myxml": message, "_xml": hint, "xéml": title }"#, &[]);
    says(r#"E = { "xml": code }"#, &[]);
}

#[test]
fn xml_is_checked() {
    for (source, expected) in CASES {
        says(source, expected);
    }
}
