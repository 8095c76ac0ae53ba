//! What actix-web and poem answer alike: they do not tell where a document is
//! wrong, and name only some of the parameters.

use crate::check::{Answer, answer};

pub const ALIKE: &[Answer] = &[
    answer(
        "json: syntax",
        400,
        "JSON_SYNTAX",
        "The request's body is not valid JSON: expected ident at line 1 column 11",
    ),
    answer(
        "json: end",
        400,
        "JSON_SYNTAX",
        "The request's body is not valid JSON: EOF while parsing an object at line 1 column 23",
    ),
    answer(
        "json: empty",
        400,
        "JSON_SYNTAX",
        "The request's body is not valid JSON: EOF while parsing a value at line 1 column 0",
    ),
    answer(
        "json: trailing",
        400,
        "JSON_SYNTAX",
        "The request's body is not valid JSON: trailing characters at line 1 column 22",
    ),
    answer(
        "json: wrong type",
        400,
        "JSON_DATA",
        "The request's body is not as expected: invalid type: string \"a: b\", expected u8 at line 1 column 36",
    ),
    answer(
        "json: missing inside",
        400,
        "JSON_DATA",
        "The request's body is not as expected: missing field `x` at line 1 column 19",
    ),
    answer(
        "json: missing outside",
        400,
        "JSON_DATA",
        "The request's body is not as expected: missing field `user` at line 1 column 2",
    ),
    answer("json: too large", 413, "PAYLOAD_TOO_LARGE", "The request's body is too large"),
    answer(
        "form: wrong type",
        400,
        "INVALID_FORM",
        "The request's form is not valid: invalid digit found in string",
    ),
    answer(
        "form: missing",
        400,
        "INVALID_FORM",
        "The request's form is not valid: missing field `page`",
    )
    .of("#/page", r#"["page"]"#, "page", "missing field `page`"),
    answer(
        "form: no type",
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        "The request's content type is not supported: expected `application/x-www-form-urlencoded`",
    ),
    answer("form: too large", 413, "PAYLOAD_TOO_LARGE", "The request's body is too large"),
    answer(
        "query: wrong type",
        400,
        "INVALID_QUERY",
        "The request's query is not valid: invalid digit found in string",
    ),
    answer(
        "query: missing",
        400,
        "INVALID_QUERY",
        "The request's query is not valid: missing field `page`",
    )
    .of("#/page", r#"["page"]"#, "page", "missing field `page`"),
    answer(
        "query: twice",
        400,
        "INVALID_QUERY",
        "The request's query is not valid: duplicate field `page`",
    )
    .of("#/page", r#"["page"]"#, "page", "duplicate field `page`"),
    answer("bytes: too large", 413, "PAYLOAD_TOO_LARGE", "The request's body is too large"),
];
