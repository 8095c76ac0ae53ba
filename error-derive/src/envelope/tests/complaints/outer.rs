//! Complaints about names, visibilities and attributes.

use super::says;

#[test]
fn envelopes() {
    says("E<T> = {}", &[("<", "expected `=` after `E`, found `<`; write `E = { … }`")]);
    says("E F = {}", &[("F", "expected `=` after `E`, found `F`; write `E = { … }`")]);
    says("E #[x] F = {}", &[("#", "expected `=` after `E`, found `#`; write `E = { … }`")]);
    says(
        "E = {} pub(crate) = {}",
        &[("=", "expected the name of an envelope, found `=`; write `Name = { … }`")],
    );
    says(
        "E = {} #[api(x)]",
        &[
            (
                "x",
                "unknown `api` key `x` on an envelope\nvalid keys here: `crate`, `axum` and `adapter`",
            ),
            ("]", "expected the name of an envelope, found the end; write `Name = { … }`"),
        ],
    );
    says(
        r#"E = "text""#,
        &[(r#""text""#, r#"a template is a JSON object, `{ … }`, found `"text"`"#)],
    );
    says("E = [code]", &[("[", "a template is a JSON object, `{ … }`, found `[`")]);
    says(
        r#"E { "a": cod }"#,
        &[
            ("{", "expected `=` after `E`, found `{`; write `E = { … }`"),
            ("cod", "unknown slot `cod`; did you mean `code`?"),
        ],
    );
    says("E", &[("E", "expected `=` after `E`, found the end; write `E = { … }`")]);
    says("E =", &[("E", "a template is a JSON object, `{ … }`, found the end")]);
    says(
        "struct E = {}",
        &[("struct", "expected the name of an envelope, found `struct`; write `Name = { … }`")],
    );
    says("E<T> = {}", &[("<", "expected `=` after `E`, found `<`; write `E = { … }`")]);
    says("E = {} E = {}", &[("E", "envelope `E` is declared twice")]);
    says("#[api] E = {}", &[("]", "`api` takes a list in parentheses, as in `#[api(axum)]`")]);
    says(
        "#[api(axm)] E = {}",
        &[(
            "axm",
            "unknown `api` key `axm` on an envelope; did you mean `axum`?\nvalid keys here: `crate`, `axum` and `adapter`",
        )],
    );
    says(
        "#[api(axum)] E = {}",
        &[("axum", "an adapter answers successes, and there are none; add `success = { … }`")],
    );
    says(
        "#[api(axum, axum)] E = {} success = {}",
        &[("axum", "`axum` is set twice to the same path")],
    );
    says(
        "#[api(crate = self::x)] E = {}",
        &[("self", "`crate` cannot be relative; write it from the root, as in `crate = crate::x`")],
    );
    says(
        r#"#[api(crate = "x")] E = {}"#,
        &[(r#""x""#, "`crate` takes a path, as in `crate = my_prelude::error_runtime`")],
    );
    says(
        "#[api(crate)] E = {}",
        &[("crate", "`crate` is written as `crate = my_prelude::error_runtime`")],
    );
    says("#[api(crate = a, crate = b)] E = {}", &[("crate", "`crate` is set twice")]);
    says(
        "#[api(adapter)] E = {}",
        &[("adapter", "`adapter` is written as `adapter = path::to::macro_name`")],
    );
    says(
        r#"#[api(docs = "x")] E = {}"#,
        &[("docs", "`docs` stands after the template, not in `#[api(...)]`")],
    );
    says(
        "#![api(crate = a)] E = {}",
        &[("!", "an inner attribute cannot stand here; remove the `!`")],
    );
    says("# E = {}", &[("#", "expected an attribute, as in `#[api(axum)]`")]);
    says(
        "#[api(1, axum = ::a::)] E = {}",
        &[
            ("1", "expected an `api` key, found `1`"),
            (":", "`axum` takes a path, as in `axum = path::to::axum`"),
        ],
    );
    says("5 E = {}", &[("5", "expected the name of an envelope, found `5`; write `Name = { … }`")]);
    says(
        "E = {} Other",
        &[("Other", "expected `=` after `Other`, found the end; write `Other = { … }`")],
    );
    says(
        r#"E = {} F { "a": hnt } "#,
        &[
            ("{", "expected `=` after `F`, found `{`; write `F = { … }`"),
            ("hnt", "unknown slot `hnt`; did you mean `hint`?"),
        ],
    );
    says(
        "#[api(status = 5)] E = {}",
        &[(
            "status",
            "unknown `api` key `status` on an envelope\nvalid keys here: `crate`, `axum` and `adapter`",
        )],
    );
    says("#[api(axum axum)] E = {} success = {}", &[("axum", "expected `,`, found `axum`")]);
}
