//! Complaints about the lines after a template.

use super::{Case, says};

const CASES: &[Case] = &[
    (r#"keep_null = true docs = "x""#, &[("=", "`keep_null` is a flag and takes no value")]),
    (
        "success = 5 docs = {}",
        &[
            ("5", "`success` is a JSON object, `{ … }`, found `5`"),
            (
                "{",
                r#"`docs` takes a text in quotes, as in `docs = "https://example.com/errors#{code}"`"#,
            ),
        ],
    ),
    (
        r#"on 503 { docs = "x" header = "y" retry_after = 5 } header 5 docs = """#,
        &[
            ("docs", "`docs` is only valid outside of `on`"),
            ("=", r#"`header` takes a name and a value, as in `header("Name" = "value")`"#),
            ("5", r#"`header` takes a name and a value, as in `header("Name" = "value")`"#),
            (r#""""#, "`docs` is empty; leave it out instead"),
        ],
    ),
    (
        r#"code_case = "KEBAB" category = "x""#,
        &[
            (
                r#""KEBAB""#,
                "unknown case `KEBAB`; did you mean `kebab-case`?\nknown cases: SCREAMING_SNAKE_CASE, snake_case, kebab-case, SCREAMING-KEBAB-CASE, camelCase, PascalCase, lowercase, UPPERCASE, dot.case",
            ),
            ("category", "`category` is only valid in `on`, as in `on 500..=599 { … }`"),
        ],
    ),
    (
        r#"internal_mesage = "x""#,
        &[(
            "internal_mesage",
            "unknown `envelope!` key `internal_mesage`; did you mean `internal_message`?\nvalid keys: `success`, `internal_message`, `content_type`, `header`, `type_uri`, `docs`, `code_case`, `field_case`, `keep_null`, `omit_default`, `should_retry`, `event`, `xml` and `on`",
        )],
    ),
    (
        "foo = true docs = 1 frob",
        &[
            (
                "foo",
                "unknown `envelope!` key `foo`\nvalid keys: `success`, `internal_message`, `content_type`, `header`, `type_uri`, `docs`, `code_case`, `field_case`, `keep_null`, `omit_default`, `should_retry`, `event`, `xml` and `on`",
            ),
            (
                "1",
                r#"`docs` takes a text in quotes, as in `docs = "https://example.com/errors#{code}"`"#,
            ),
        ],
    ),
    (r#"docs = "a" docs = "b""#, &[("docs", "`docs` is set twice; it is first set on line 1")]),
    ("docs", &[("docs", r#"`docs` is written as `docs = "https://example.com/errors#{code}"`"#)]),
    (
        "docs =",
        &[(
            "docs",
            r#"`docs` takes a text in quotes, as in `docs = "https://example.com/errors#{code}"`"#,
        )],
    ),
    (
        r#"docs "x""#,
        &[("docs", r#"`docs` is written as `docs = "https://example.com/errors#{code}"`"#)],
    ),
    (r#"docs = """#, &[(r#""""#, "`docs` is empty; leave it out instead")]),
    (
        "docs = X::Y omit_default",
        &[(
            "X",
            r#"`docs` takes a text in quotes, as in `docs = "https://example.com/errors#{code}"`"#,
        )],
    ),
    (
        r#"docs = "{id}" type_uri = "{code:kebap}""#,
        &[
            (
                r#""{id}""#,
                "unknown placeholder `{id}` in a link; an envelope knows `{code}` and the like of `{code:kebab}`",
            ),
            (
                r#""{code:kebap}""#,
                "unknown case `kebap` for the code; did you mean `kebab`?\nknown cases: screaming_snake, snake, kebab, screaming_kebab, camel, pascal, lower, upper, dot",
            ),
        ],
    ),
    (r#"docs = "{""#, &[(r#""{""#, "unmatched `{` in a link; write `%7B` if it is meant")]),
    (r#"docs = "a}b""#, &[(r#""a}b""#, "unmatched `}` in a link; write `%7D` if it is meant")]),
    (r#"docs = "{code""#, &[(r#""{code""#, "unmatched `{` in a link; write `%7B` if it is meant")]),
    (
        r#"content_type = "json""#,
        &[(r#""json""#, "`json` is not a media type; write it as in `application/json`")],
    ),
    (r#"content_type = "é/x""#, &[(r#""é/x""#, "a header's value is visible ASCII, found 'é'")]),
    (
        r#"header("A b" = "c")"#,
        &[(r#""A b""#, "`A b` is not a header name; use letters, digits and `-`")],
    ),
    (
        r#"header("Content-Type" = "c") header("retry-after" = "1") header("Content-Length" = "1")"#,
        &[
            (r#""Content-Type""#, r#"`content-type` is written as `content_type = "…"`"#),
            (r#""retry-after""#, "`retry-after` is written as `on 503 { retry_after = 10 }`"),
            (r#""Content-Length""#, "`content-length` is set by the server, from the body"),
        ],
    ),
    (
        "header",
        &[("header", r#"`header` takes a name and a value, as in `header("Name" = "value")`"#)],
    ),
    (
        r#"header("a")"#,
        &[(")", r#"`header` takes a name and a value, as in `header("Name" = "value")`"#)],
    ),
    (
        r#"header("a" = none)"#,
        &[("none", r#"`header` takes a name and a value, as in `header("Name" = "value")`"#)],
    ),
    (
        r#"header("a" = "b", "c")"#,
        &[(r#""c""#, r#"`header` takes a name and a value, as in `header("Name" = "value")`"#)],
    ),
    (
        r#"header("a" = "é") header("a" = " b")"#,
        &[
            (r#""é""#, "a header's value is visible ASCII, found 'é'"),
            (r#"" b""#, "a header's value has no space at its ends"),
        ],
    ),
    (
        r#"header = "x""#,
        &[("=", r#"`header` takes a name and a value, as in `header("Name" = "value")`"#)],
    ),
    (
        r#"code_case = "kebab""#,
        &[(
            r#""kebab""#,
            "unknown case `kebab`; did you mean `kebab-case`?\nknown cases: SCREAMING_SNAKE_CASE, snake_case, kebab-case, SCREAMING-KEBAB-CASE, camelCase, PascalCase, lowercase, UPPERCASE, dot.case",
        )],
    ),
    (
        r#"field_case = "camelcase""#,
        &[(
            r#""camelcase""#,
            "unknown case `camelcase`; did you mean `camelCase`?\nknown cases: SCREAMING_SNAKE_CASE, snake_case, kebab-case, SCREAMING-KEBAB-CASE, camelCase, PascalCase, lowercase, UPPERCASE, dot.case",
        )],
    ),
    (
        "keep_null omit_default",
        &[
            (
                "keep_null",
                "`keep_null` and `omit_default` cannot be combined; the one keeps what the other leaves out",
            ),
            (
                "omit_default",
                "`keep_null` and `omit_default` cannot be combined; the one keeps what the other leaves out",
            ),
        ],
    ),
    (r#"keep_null = true docs = "x""#, &[("=", "`keep_null` is a flag and takes no value")]),
    (
        "keep_null keep_null",
        &[("keep_null", "`keep_null` is set twice; it is first set on line 1")],
    ),
    (
        r#"should_retry = "a b""#,
        &[(r#""a b""#, "`a b` is not a header name; use letters, digits and `-`")],
    ),
    (r#"event = "a\nb""#, &[(r#""a\nb""#, "the name of an event is one line of text")]),
    (r#"event = "" "#, &[(r#""""#, "`event` is empty; leave it out instead")]),
    ("on 600 { }", &[("600", "a status must be between 100 and 599, found 600")]),
    ("on 5xx { }", &[("5xx", "`5xx` is written as `500..=599`")]),
    (
        "on 500..600 { }",
        &[("..", "a range of statuses includes its end; write it as in `500..=599`")],
    ),
    ("on 599..=500 { }", &[("599..=500", "`599..=500` is empty; write `500..=599`")]),
    ("on { }", &[("{", "`on` takes statuses and a block, as in `on 500..=599 { … }`")]),
    ("on 503", &[("503", "`on` takes statuses and a block, as in `on 500..=599 { … }`")]),
    (
        "on foo { category = 1 }",
        &[
            ("foo", "`on` takes statuses and a block, as in `on 500..=599 { … }`"),
            ("1", r#"`category` takes a text in quotes, as in `category = "api"`"#),
        ],
    ),
    (
        "on 503 { } on 503 { }",
        &[("503", "these statuses have a rule already; put both into one block")],
    ),
    ("on", &[("on", "`on` takes statuses and a block, as in `on 500..=599 { … }`")]),
    ("on 503 { retry_after = 0 }", &[("0", "`retry_after` must be at least 1, found 0")]),
    (
        r#"on 503 { retry_after = "1" }"#,
        &[(r#""1""#, "`retry_after` takes whole seconds, as in `retry_after = 10`")],
    ),
    (
        r#"on 503 { categry = "x" }"#,
        &[(
            "categry",
            "unknown key `categry` in `on`; did you mean `category`?\nvalid keys here: `category`, `retry_after` and `header`",
        )],
    ),
    (
        r#"on 503 { category = "x" category = "y" }"#,
        &[("category", "`category` is set twice in this block")],
    ),
    (
        "on 503 { retry_after, 1 }",
        &[("retry_after", "`retry_after` is written as `retry_after = 10`")],
    ),
    (r#"on 503 { category = "x", }"#, &[(",", "no `,` stands between these lines; remove it")]),
    (r#"on 503 { docs = "x" }"#, &[("docs", "`docs` is only valid outside of `on`")]),
    (
        r#", docs = "x";"#,
        &[
            (",", "no `,` stands between these lines; remove it"),
            (";", "no `;` stands between these lines; remove it"),
        ],
    ),
    (
        r#"success = { "a": code, ..members }"#,
        &[
            (
                "code",
                "slot `code` is not valid in `success`\nvalid slots here: `status`, `reason`, `instance`, `request_id`, `time`, `context` and `data`",
            ),
            ("..members", "`..members` is only valid in the template of errors"),
        ],
    ),
    (
        r#"success = data docs = """#,
        &[
            ("data", "`success` is a JSON object, `{ … }`, found `data`"),
            (r#""""#, "`docs` is empty; leave it out instead"),
        ],
    ),
    (
        "success { } success = { }",
        &[
            ("success", r#"`success` is written as `success = { "data": data }`"#),
            ("success", "`success` is set twice; it is first set on line 1"),
        ],
    ),
    (
        "sucess = { }",
        &[(
            "sucess",
            "unknown `envelope!` key `sucess`; did you mean `success`?\nvalid keys: `success`, `internal_message`, `content_type`, `header`, `type_uri`, `docs`, `code_case`, `field_case`, `keep_null`, `omit_default`, `should_retry`, `event`, `xml` and `on`",
        )],
    ),
    (
        "retry_after = 5",
        &[("retry_after", "`retry_after` is only valid in `on`, as in `on 500..=599 { … }`")],
    ),
    (
        r#"category = "x""#,
        &[("category", "`category` is only valid in `on`, as in `on 500..=599 { … }`")],
    ),
];

#[test]
fn lines_are_checked() {
    for (source, expected) in CASES {
        says(&format!("E = {{}} {source}"), expected);
    }
}
