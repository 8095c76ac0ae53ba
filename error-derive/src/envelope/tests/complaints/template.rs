//! Complaints about templates.

use super::{Case, says};

const CASES: &[Case] = &[
    (r#""a": cod"#, &[("cod", "unknown slot `cod`; did you mean `code`?")]),
    (
        r#""a": error, "b": xml("R"), "c": None"#,
        &[
            ("error", "unknown slot `error`; did you mean `errors`?"),
            (
                "xml",
                "unknown slot `xml`\nvalid slots: `code`, `status`, `reason`, `title`, `message`, `hint`, `details`, `members`, `member`, `category`, `retry`, `retry_after`, `docs`, `type_uri`, `instance`, `request_id`, `time`, `context`, `variant`, `trace`, `data` and `errors`",
            ),
            ("None", "unknown slot `None`; it is called `null` here"),
        ],
    ),
    (
        r#""a": frobnicate"#,
        &[(
            "frobnicate",
            "unknown slot `frobnicate`\nvalid slots: `code`, `status`, `reason`, `title`, `message`, `hint`, `details`, `members`, `member`, `category`, `retry`, `retry_after`, `docs`, `type_uri`, `instance`, `request_id`, `time`, `context`, `variant`, `trace`, `data` and `errors`",
        )],
    ),
    (
        r#""a" = code, "b" => hint"#,
        &[("=", "expected `:` after `a`, found `=`"), ("=", "expected `:` after `b`, found `=`")],
    ),
    (
        "a: code, b?: hint,",
        &[
            ("a", r#"a member's name stands in quotes; write `"a"`"#),
            ("b", r#"a member's name stands in quotes; write `"b"`"#),
        ],
    ),
    (r#""a": code "b": hint"#, &[(r#""b""#, r#"expected `,`, found `"b"`"#)]),
    (
        r#""a": code; "b": hint, "c": cod"#,
        &[(";", "expected `,`, found `;`"), ("cod", "unknown slot `cod`; did you mean `code`?")],
    ),
    (
        r#""a": code, "b": 1, "a": 2, "a": hint"#,
        &[
            (r#""a""#, r#"member `"a"` is written twice in this object; the first is `"a": code`"#),
            (r#""a""#, r#"member `"a"` is written twice in this object; the first is `"a": code`"#),
        ],
    ),
    (
        "..members, ..members",
        &[("..members", "`..members` is written twice; the first takes all that remain")],
    ),
    (
        r#""a": hint |, "b" : [1 2], c = 5, "d": [member], "e": -"#,
        &[
            (",", "expected a value, found `,`; write JSON or a slot"),
            ("2", "expected `,`, found `2`"),
            ("c", r#"a member's name stands in quotes; write `"c"`"#),
            ("=", "expected `:` after `c`, found `=`"),
            ("member", r#"slot `member` takes a name, as in `member("name")`"#),
            ("-", "`-` stands before numbers only"),
        ],
    ),
    ("..member", &[("member", "expected `members` after `..`, found `member`")]),
    (r#""a": data"#, &[("data", "slot `data` is only valid in `success`")]),
    (r#""a"?: null"#, &[("?", "`?` leaves out what is empty, but `null` is always there")]),
    (
        r#""a"?: hint | "x""#,
        &[(
            "?",
            "`?` and `|` cannot be combined; `?` leaves the member out, `|` writes a value instead",
        )],
    ),
    (r#""a": hint | message"#, &[("message", "a constant stands after `|`, found `message`")]),
    (r#""a": hint | { "x": code }"#, &[("{", "a constant stands after `|`, found `{ … }`")]),
    (
        r#""a": message as string, "b": status as number, "c": status as bool, "d": status as , "e": status | 1 as string"#,
        &[
            (
                "string",
                "`as string` is only valid on `code`, `status`, `member`, `retry`, `retry_after` and `context`, not on `message`",
            ),
            (
                "number",
                "`as number` is only valid on `code`, `member` and `context`, not on `status`",
            ),
            ("bool", "unknown type `bool`; write `string` or `number`"),
            (",", "expected `string` or `number` after `as`"),
            ("as", "`as` stands before `|`, as in `status as string | null`"),
        ],
    ),
    (
        r#""a": member, "b": member(), "c": member(""), "d": member(x), "e": code("x"), "f": member("a", "b")"#,
        &[
            ("member", r#"slot `member` takes a name, as in `member("name")`"#),
            (")", r#"slot `member` takes a name, as in `member("name")`"#),
            (r#""""#, r#"slot `member` takes a name, as in `member("name")`"#),
            ("x", r#"slot `member` takes a name, as in `member("name")`"#),
            ("(", "slot `code` takes no name"),
            (r#""b""#, r#"slot `member` takes a name, as in `member("name")`"#),
        ],
    ),
    (
        r#""a": 1u8, "b": 'x', "c": b"x", "d": c"x", "e": -"x", "f": -, "g": 1e999, "h": 99999999999999999999"#,
        &[
            ("1u8", "a JSON literal has no suffix; remove `u8`"),
            ("'x'", r#"JSON has no literal for a character; write a text, `"…"`"#),
            (r#"b"x""#, r#"JSON has no literal for bytes; write a text, `"…"`"#),
            (r#"c"x""#, r#"JSON has no literal for bytes; write a text, `"…"`"#),
            ("-", "`-` stands before numbers only"),
            ("-", "`-` stands before numbers only"),
            ("1e999", "this is not a finite number, and JSON has no other"),
            (
                "99999999999999999999",
                r#"this integer does not fit into 64 bits; write a text, `"…"`"#,
            ),
        ],
    ),
    (
        r#""a": , "b": ?, "c""#,
        &[
            (",", "expected a value, found `,`; write JSON or a slot"),
            ("?", "expected a value, found `?`; write JSON or a slot"),
            ("}", "expected `:` after `c`, found the end"),
        ],
    ),
    (
        r#"5: 1, [1], "x": (1)"#,
        &[
            ("5", r#"expected a member, `"name": value`, found `5`"#),
            ("[", r#"expected a member, `"name": value`, found `[`"#),
            ("(", "expected a value, found `(`; write JSON or a slot"),
        ],
    ),
    (
        r#""a": [code hint], "b": [1, .., 2]"#,
        &[
            ("hint", "expected `,`, found `hint`"),
            (".", "expected a value, found `.`; write JSON or a slot"),
        ],
    ),
    (r#""a": hint | cod"#, &[("cod", "unknown slot `cod`; did you mean `code`?")]),
    (r#""a": ("x")"#, &[("(", "expected a value, found `(`; write JSON or a slot")]),
    (r#""a":"#, &[("}", "expected a value, found the end; write JSON or a slot")]),
    (r#""a": hint |"#, &[("}", "expected a value, found the end; write JSON or a slot")]),
];

#[test]
fn templates_are_checked() {
    for (source, expected) in CASES {
        says(&format!("E = {{ {source} }}"), expected);
    }
}
