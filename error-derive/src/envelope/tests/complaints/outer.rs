//! Complaints about names, visibilities and attributes.

use super::{Case, says};

const CASES: &[Case] = &[
    ("E<T> = {}", &[("<", "expected `=` after `E`, found `<`; write `E = { … }`")]),
    ("E F = {}", &[("F", "expected `=` after `E`, found `F`; write `E = { … }`")]),
    ("E #[x] F = {}", &[("#", "expected `=` after `E`, found `#`; write `E = { … }`")]),
    (
        "E = {} pub(crate) = {}",
        &[("=", "expected the name of an envelope, found `=`; write `Name = { … }`")],
    ),
    (
        "E = {} #[api(x)]",
        &[
            (
                "x",
                "unknown `api` key `x` on an envelope\nvalid keys here: `crate`, `adapter` and `axum`",
            ),
            ("]", "expected the name of an envelope, found the end; write `Name = { … }`"),
        ],
    ),
    (
        r#"E = "text""#,
        &[(r#""text""#, r#"a template is `{ … }`, `[ … ]` or `errors[ … ]`, found `"text"`"#)],
    ),
    (
        "E = message F = {}",
        &[("message", "a template is `{ … }`, `[ … ]` or `errors[ … ]`, found `message`")],
    ),
    (
        "E = [cod] docs = 5",
        &[
            ("cod", "unknown slot `cod`; did you mean `code`?"),
            (
                "5",
                r#"`docs` takes a text in quotes, as in `docs = "https://example.com/errors#{code}"`"#,
            ),
        ],
    ),
    (
        "E [hnt] F = {}",
        &[
            ("[", "expected `=` after `E`, found `[`; write `E = { … }`"),
            ("hnt", "unknown slot `hnt`; did you mean `hint`?"),
        ],
    ),
    (
        r#"E { "a": cod }"#,
        &[
            ("{", "expected `=` after `E`, found `{`; write `E = { … }`"),
            ("cod", "unknown slot `cod`; did you mean `code`?"),
        ],
    ),
    ("E", &[("E", "expected `=` after `E`, found the end; write `E = { … }`")]),
    ("E =", &[("E", "a template is `{ … }`, `[ … ]` or `errors[ … ]`, found the end")]),
    (
        "struct E = {}",
        &[("struct", "expected the name of an envelope, found `struct`; write `Name = { … }`")],
    ),
    ("E<T> = {}", &[("<", "expected `=` after `E`, found `<`; write `E = { … }`")]),
    ("E = {} E = {}", &[("E", "envelope `E` is declared twice")]),
    ("#[api] E = {}", &[("]", "`api` takes a list in parentheses, as in `#[api(axum)]`")]),
    (
        "#[api(axm)] E = {}",
        &[(
            "axm",
            "unknown `api` key `axm` on an envelope; did you mean `axum`?\nvalid keys here: `crate`, `adapter` and `axum`",
        )],
    ),
    (
        "#[api(axum)] E = {}",
        &[("axum", "an adapter answers successes, and there are none; add `success = { … }`")],
    ),
    ("#[api(axum, axum)] E = {} success = {}", &[("axum", "`axum` is set twice to the same path")]),
    (
        "#[api(crate = self::x)] E = {}",
        &[("self", "`crate` cannot be relative; write it from the root, as in `crate = crate::x`")],
    ),
    (
        r#"#[api(crate = "x")] E = {}"#,
        &[(r#""x""#, "`crate` takes a path, as in `crate = my_prelude::error_runtime`")],
    ),
    (
        "#[api(crate)] E = {}",
        &[("crate", "`crate` is written as `crate = my_prelude::error_runtime`")],
    ),
    ("#[api(crate = a, crate = b)] E = {}", &[("crate", "`crate` is set twice")]),
    (
        "#[api(adapter)] E = {}",
        &[("adapter", "`adapter` is written as `adapter = path::to::macro_name`")],
    ),
    (
        r#"#[api(docs = "x")] E = {}"#,
        &[("docs", "`docs` stands after the template, not in `#[api(...)]`")],
    ),
    ("#![api(crate = a)] E = {}", &[("!", "an inner attribute cannot stand here; remove the `!`")]),
    ("# E = {}", &[("#", "expected an attribute, as in `#[api(axum)]`")]),
    (
        "#[api(1, axum = ::a::)] E = {}",
        &[
            ("1", "expected an `api` key, found `1`"),
            (":", "`axum` takes a path, as in `axum = path::to::axum`"),
        ],
    ),
    ("5 E = {}", &[("5", "expected the name of an envelope, found `5`; write `Name = { … }`")]),
    (
        "E = {} Other",
        &[("Other", "expected `=` after `Other`, found the end; write `Other = { … }`")],
    ),
    (
        r#"E = {} F { "a": hnt } "#,
        &[
            ("{", "expected `=` after `F`, found `{`; write `F = { … }`"),
            ("hnt", "unknown slot `hnt`; did you mean `hint`?"),
        ],
    ),
    (
        "#[api(status = 5)] E = {}",
        &[(
            "status",
            "unknown `api` key `status` on an envelope\nvalid keys here: `crate`, `adapter` and `axum`",
        )],
    ),
    ("#[api(axum axum)] E = {} success = {}", &[("axum", "expected `,`, found `axum`")]),
];

#[test]
fn envelopes_are_checked() {
    for (source, expected) in CASES {
        says(source, expected);
    }
}
