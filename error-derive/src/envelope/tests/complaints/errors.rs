//! Complaints about lists of sub-errors.

use super::{Case, says};

const NEEDS: &str =
    r#"`errors` needs a template for its items, as in `errors[{ "message": message }]`"#;

const CASES: &[Case] = &[
    ("errors", &[("errors", NEEDS)]),
    (
        r#"{ "a": errors, "b"?: errors, "c": cod }"#,
        &[
            ("errors", NEEDS),
            ("errors", NEEDS),
            ("cod", "unknown slot `cod`; did you mean `code`?"),
        ],
    ),
    ("errors | [] docs = \"x\"", &[("errors", NEEDS)]),
    ("errors as string", &[("errors", NEEDS)]),
    ("errors[]", &[("[", NEEDS)]),
    (
        "errors{}",
        &[(
            "{",
            r#"`errors{ … }` needs a key and a template for its items, as in `errors{ member("field"): message }`"#,
        )],
    ),
    (
        r#"{ "a": errors list, "b": errors 5 }"#,
        &[
            (
                "list",
                r#"expected the template of the items after `errors`, found `list`; write `errors[{ "message": message }]`"#,
            ),
            (
                "5",
                r#"expected the template of the items after `errors`, found `5`; write `errors[{ "message": message }]`"#,
            ),
        ],
    ),
    (
        r#"{ "a": errors(message), "b": [errors[code], hnt] }"#,
        &[
            (
                "(",
                r#"the template of the items stands in brackets, as in `errors[{ "message": message }]`"#,
            ),
            ("hnt", "unknown slot `hnt`; did you mean `hint`?"),
        ],
    ),
    (
        r#"{ "a": errors: [hnt] }"#,
        &[
            (":", r#"no `:` stands after `errors`; write `errors[{ "message": message }]`"#),
            ("hnt", "unknown slot `hnt`; did you mean `hint`?"),
        ],
    ),
    (
        "errors = [code]",
        &[("=", r#"no `=` stands after `errors`; write `errors[{ "message": message }]`"#)],
    ),
    ("{ errors: [code] }", &[("errors", r#"a member's name stands in quotes; write `"errors"`"#)]),
    (
        "{ ..errors }",
        &[(
            "..errors",
            r#"`..` takes `members` only; a list of errors is a member, as in `"errors": errors[{ "message": message }]`"#,
        )],
    ),
    (
        r#"{ ..errors[{ "a": code }], "b": cod }"#,
        &[
            (
                "..errors",
                r#"`..` takes `members` only; a list of errors is a member, as in `"errors": errors[{ "message": message }]`"#,
            ),
            ("cod", "unknown slot `cod`; did you mean `code`?"),
        ],
    ),
    (
        r#"errors["message": message]"#,
        &[(
            r#""message""#,
            r#"the members of an item stand in braces, as in `errors[{ "message": message }]`"#,
        )],
    ),
    (
        "errors[message, code]",
        &[("code", "`errors` takes one template for all its items, found `code` after it")],
    ),
    (
        "errors[{} {}]",
        &[("{", "`errors` takes one template for all its items, found `{` after it")],
    ),
    ("errors[?{ \"a\": code }]", &[("?", "every item of a list is written; remove the `?`")]),
    (
        "errors[errors]",
        &[(
            "errors",
            r#"an item is more than its own list; name what it says, as in `{ "message": message, "errors"?: errors }`"#,
        )],
    ),
    (
        r#"errors[{ "a": errors | [], "b": code }]"#,
        &[(
            "|",
            r#"`|` cannot stand after `errors` alone, which is written like the list around it; write `"name"?: errors` to leave out what is no list"#,
        )],
    ),
    (
        r#"errors[{ "a": data, "b": cod, "c": errors as string }]"#,
        &[
            ("data", "slot `data` is only valid in `success`"),
            ("cod", "unknown slot `cod`; did you mean `code`?"),
            (
                "string",
                "`as string` is only valid on `code`, `status`, `member`, `retry`, `retry_after` and `context`, not on `errors`",
            ),
        ],
    ),
    (
        "errors[code] as number",
        &[(
            "number",
            "`as number` is only valid on `code`, `member` and `context`, not on `errors`",
        )],
    ),
    (
        "errors[code] | null as string",
        &[(
            "string",
            "`as string` is only valid on `code`, `status`, `member`, `retry`, `retry_after` and `context`, not on `errors`",
        )],
    ),
    ("errors[code] | message", &[("message", "a constant stands after `|`, found `message`")]),
    (
        "errors[code] | errors[code]",
        &[("errors", "a constant stands after `|`, found `errors[ … ]`")],
    ),
    (
        "errors[code] on_ = 5 [1]",
        &[(
            "on_",
            "unknown `envelope!` key `on_`; did you mean `on`?\nvalid keys: `success`, `internal_message`, `content_type`, `header`, `type_uri`, `docs`, `code_case`, `field_case`, `keep_null`, `omit_default`, `should_retry`, `event`, `xml` and `on`",
        )],
    ),
    ("errors[code] 5", &[("5", "expected a key, found `5`")]),
    (
        r#"{ "a"?: errors[code] | [], "b": hint | errors{ code: hint } }"#,
        &[
            (
                "?",
                "`?` and `|` cannot be combined; `?` leaves the member out, `|` writes a value instead",
            ),
            ("errors", "a constant stands after `|`, found `errors{ … }`"),
        ],
    ),
    (
        "{} success = { \"a\": errors[data], \"b\": errors, \"c\": code }",
        &[
            ("errors", "`errors` is only valid in the template of errors"),
            ("errors", "`errors` is only valid in the template of errors"),
            (
                "code",
                "slot `code` is not valid in `success`\nvalid slots here: `status`, `reason`, `instance`, `request_id`, `time`, `context` and `data`",
            ),
        ],
    ),
    (
        r#"{ ..members, "e": errors[{ ..members, "f": errors[{ ..members }], ..members }] }"#,
        &[("..members", "`..members` is written twice; the first takes all that remain")],
    ),
    (
        r#"{ "e": errors[{ ..members }], ..members, ..members }"#,
        &[("..members", "`..members` is written twice; the first takes all that remain")],
    ),
];

const MAPS: &[Case] = &[
    (
        "errors{ message }",
        &[(
            "}",
            r#"expected `:` after the key, found the end; write `errors{ member("field"): message }`"#,
        )],
    ),
    (
        r#"errors{ "message": message, "code": code }"#,
        &[(
            r#""message""#,
            r#"the key of an item is a slot, as in `errors{ member("field"): message }`, not `"message"`; objects in a list are written as `errors[{ "message": message }]`"#,
        )],
    ),
    (
        "errors{ null: message }",
        &[(
            "null",
            r#"the key of an item is a slot, as in `errors{ member("field"): message }`, not `null`"#,
        )],
    ),
    (
        "errors{ [code]: hnt }",
        &[
            (
                "[",
                r#"the key of an item is a slot, as in `errors{ member("field"): message }`, not `[`"#,
            ),
            ("hnt", "unknown slot `hnt`; did you mean `hint`?"),
        ],
    ),
    ("errors{ cod: message, hint: code }", &[("cod", "unknown slot `cod`; did you mean `code`?")]),
    (
        "errors{ code: message, hint: code }",
        &[(
            "hint",
            r#"`errors{ … }` has one entry, for all its items; objects in a list are written as `errors[{ "message": message }]`"#,
        )],
    ),
    (
        "errors{ code?: message }",
        &[(
            "?",
            r#"every item has a key; say what stands for a missing one, as in `member("field") | "base"`"#,
        )],
    ),
    (
        "errors{ member: message }",
        &[("member", r#"slot `member` takes a name, as in `member("name")`"#)],
    ),
    (
        "errors{ details: message }",
        &[(
            "details",
            "`details` is no key for an item\nvalid keys: `code`, `status`, `reason`, `title`, `message`, `hint`, `member`, `category`, `docs`, `type_uri` and `variant`",
        )],
    ),
    ("errors{ code as string: message }", &[("as", "a key is a text anyway; remove the `as`")]),
    (
        "errors{ code | 5: message }",
        &[("5", r#"a key is a text, as in `member("field") | "base"`, found `5`"#)],
    ),
    (
        "errors{ code | null: [message] }",
        &[("null", r#"a key is a text, as in `member("field") | "base"`, found `null`"#)],
    ),
    ("errors{ code: [] }", &[("[", NEEDS)]),
    ("errors{ code: }", &[("}", "expected a value, found the end; write JSON or a slot")]),
    (
        "errors{ code: [message, hint] }",
        &[("hint", "`errors` takes one template for all its items, found `hint` after it")],
    ),
];

const OPTIONAL: &[Case] = &[
    (
        "[?code, ?, ?[hnt]]",
        &[
            ("?", r#"`?` in an array stands before an object, as in `?{ "hint": hint }`"#),
            ("?", r#"`?` in an array stands before an object, as in `?{ "hint": hint }`"#),
            ("?", r#"`?` in an array stands before an object, as in `?{ "hint": hint }`"#),
            ("hnt", "unknown slot `hnt`; did you mean `hint`?"),
        ],
    ),
    (
        r#"[?{ "a": 1 }, ?{}, ?{ "a": cod }]"#,
        &[
            ("?", "`?` leaves out what is empty, but `{ … }` is always there"),
            ("?", "`?` leaves out what is empty, but `{ … }` is always there"),
            ("cod", "unknown slot `cod`; did you mean `code`?"),
        ],
    ),
    (
        r#"{ "a": ?{ "b": cod } }"#,
        &[
            ("?", r#"`?` stands after a member's name, as in `"name"?: { … }`"#),
            ("cod", "unknown slot `cod`; did you mean `code`?"),
        ],
    ),
    (r#"{ "a"?: { "b": cod } }"#, &[("cod", "unknown slot `cod`; did you mean `code`?")]),
    (r#"?{ "a": code }"#, &[("?", "a template is `{ … }`, `[ … ]` or `errors[ … ]`, found `?`")]),
];

#[test]
fn lists_are_checked() {
    for (source, expected) in CASES.iter().chain(MAPS).chain(OPTIONAL) {
        says(&format!("E = {source}"), expected);
    }
}
