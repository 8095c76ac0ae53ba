//! What is read of the texts of frameworks, and of those that only look like
//! them.

use super::{LONGEST, at, field_error, parameter, shown};
use crate::PathSegment;
use std::fmt::Write as _;

const JSON: &str = "Failed to deserialize the JSON body into the target type: ";
const QUERY: &str = "Failed to deserialize query string: ";

/// The pointer and the message of the field that a text speaks of.
fn told(text: &str) -> Option<(String, String)> {
    field_error(text).map(|field| (field.pointer(), field.to_string()))
}

fn field(pointer: &str, message: &str) -> (String, String) {
    (pointer.to_owned(), message.to_owned())
}

fn json(text: &str) -> Option<(String, String)> {
    told(&format!("{JSON}{text}"))
}

#[test]
fn a_path_leads_to_the_field() {
    let wrong = "invalid type: string \"x: y\", expected u8";
    assert_eq!(
        json(&format!("user.tags[0].x: {wrong} at line 1 column 34")),
        Some(field("#/user/tags/0/x", wrong))
    );
    assert_eq!(json("[3][0]: no"), Some(field("#/3/0", "no")));
    assert_eq!(json("a[1].b-c_d: no"), Some(field("#/a/1/b-c_d", "no")));
    assert_eq!(json("gr\u{f6}\u{df}e: no"), Some(field("#/gr%C3%B6%C3%9Fe", "no")));
    // Of a step that is not known, what is around it.
    assert_eq!(json("a[1].?.b: no"), Some(field("#/a/1", "no")));
    assert_eq!(
        told(
            "Failed to parse the request body as JSON: a[0]: EOF while parsing a value at line 1 column 9"
        ),
        Some(field("#/a/0", "EOF while parsing a value"))
    );
    assert_eq!(
        told(&format!("{QUERY}page: invalid digit")),
        Some(field("#/page", "invalid digit"))
    );
}

#[test]
fn a_text_without_a_path_has_no_field() {
    for text in [
        "missing field `name` at line 1 column 2",
        "invalid type: map, expected a string at line 1 column 0",
        ".: no",
        "?: no",
        "",
        ": no",
        "a",
    ] {
        assert_eq!(json(text), None, "{text}");
    }
    for text in ["", "Not Found", "user.name: an application's own text", JSON, QUERY] {
        assert_eq!(told(text), None, "{text}");
    }
}

#[test]
fn parameters_are_named() {
    for prefix in
        [QUERY, "Query deserialize error: ", "Failed to deserialize form body: ", "url decode: "]
    {
        let missing = told(&format!("{prefix}missing field `id`"));
        assert_eq!(missing, Some(field("#/id", "missing field `id`")), "{prefix}");
    }
    let unknown = "unknown field `a/b`, expected `id` or `page`";
    assert_eq!(told(&format!("{QUERY}{unknown}")), Some(field("#/a~1b", unknown)));
    let twice = format!("{QUERY}duplicate field `id`");
    assert_eq!(told(&twice), Some(field("#/id", "duplicate field `id`")));
    // It may be one inside another.
    assert_eq!(told("missing field `id`"), None);
    assert_eq!(
        told("Parse error: missing field `id`."),
        Some(field("#/id", "missing field `id`."))
    );
    for text in ["missing field ``", "missing field `", "missing field id", "a missing field `id`"]
    {
        assert!(parameter(text).is_none(), "{text}");
    }
}

#[test]
fn parameters_of_paths_are_named() {
    let text = "Cannot parse `id` with value `abc` to a `u32`";
    assert_eq!(told(&format!("Invalid URL: {text}")), Some(field("#/id", text)));
    assert_eq!(told(text), Some(field("#/id", text)));
    let text = "Cannot parse value at index 1 with value `abc` to a `u32`";
    assert_eq!(told(&format!("Invalid URL: {text}")), Some(field("#/1", text)));
    let text = "Cannot parse `id` with value `a`: UUID parsing failed: invalid length";
    assert_eq!(told(&format!("Invalid URL: {text}")), Some(field("#/id", text)));
    assert_eq!(told("Invalid UTF-8 in `id`"), Some(field("#/id", "Invalid UTF-8 in `id`")));
    for text in [
        // The value only: nobody knows whose it is.
        "Invalid URL: Cannot parse `abc` to a `u32`",
        "Invalid URL: Cannot parse value at index -1 with value `a` to a `u32`",
        "Invalid URL: Cannot parse value at index +1 with value `a` to a `u32`",
        "Invalid URL: Cannot parse `a b` with value `a` to a `u32`",
        "Invalid UTF-8 in `",
        "Invalid UTF-8 in ``",
    ] {
        assert_eq!(told(text), None, "{text}");
    }
}

#[test]
fn parts_of_forms_are_named() {
    let text = "field \"photo\" received with incomplete data";
    assert_eq!(told(text), Some(field("#/photo", text)));
    let text = "field \"a b\" exceeded the size limit: 4 bytes";
    assert_eq!(told(text), Some(field("#/a%20b", text)));
    for text in [
        "field \"<unknown>\" received with incomplete data",
        "field \"a\\\"b\" received with incomplete data",
        "field \"\" received with incomplete data",
        "field \"a\" is mine",
    ] {
        assert_eq!(told(text), None, "{text}");
    }
}

/// Keys that the client chose cannot make more of a path than names and
/// places, and what is strange is no path.
#[test]
fn hostile_keys_are_no_paths() {
    for key in [
        "a b",
        "\"a\"",
        "'a'",
        "`a`",
        "a]",
        "a[",
        "a[]",
        "a[x]",
        "a[+1]",
        "a[-1]",
        "a[1]b",
        "a..b",
        ".a",
        "a.",
        "a{b}",
        "<script>",
        "a\nb",
        "a\0b",
        "a\u{7f}b",
        "a\u{202e}b",
        "a\u{1b}[31m",
        "a,b",
        "a;b",
        "a\\b",
        "[99999999999999999999999]",
        "[",
        "]",
        "[]",
    ] {
        assert_eq!(json(&format!("{key}: no")), None, "{key:?}");
    }
    // A dot in a name cannot be told from a step.
    assert_eq!(json("a.b: no"), Some(field("#/a/b", "no")));
    // Nor can the end of a path, where the name has the same characters.
    assert_eq!(json("a: b: no"), Some(field("#/a", "b: no")));
    assert_eq!(json("~/x: no"), Some(field("#/~0~1x", "no")));
    assert_eq!(json("a%2F: no"), None);
}

#[test]
fn long_texts_are_cut() {
    let huge = "x".repeat(1 << 20);
    let shown_text = shown(&format!("a{huge}"));
    assert_eq!(shown_text.len(), LONGEST + '\u{2026}'.len_utf8());
    assert!(shown_text.starts_with("axx") && shown_text.ends_with('\u{2026}'));
    assert_eq!(shown(&"x".repeat(LONGEST)), "x".repeat(LONGEST));
    // Never inside a character.
    let wide = shown(&"\u{20ac}".repeat(LONGEST));
    assert_eq!(wide.chars().filter(|c| *c == '\u{20ac}').count(), LONGEST / 3);

    let (pointer, message) = json(&format!("a[0]: invalid value: string \"{huge}\"")).unwrap();
    assert_eq!(pointer, "#/a/0");
    assert!(message.len() <= LONGEST + 3, "{}", message.len());
    for text in [
        format!("{JSON}{huge}: no"),
        format!("{JSON}{}x: no", "a.".repeat(1 << 19)),
        format!("{JSON}{}: no", "[0]".repeat(1 << 18)),
        format!("{QUERY}missing field `{huge}`"),
        format!("Invalid URL: Cannot parse `{huge}` with value `a` to a `u32`"),
        format!("field \"{huge}\" received with incomplete data"),
        "\u{20ac}".repeat(1 << 18),
        huge,
    ] {
        assert_eq!(told(&text), None);
    }
}

#[test]
fn a_long_way_ends_early() {
    let mut path = String::new();
    (0..500).for_each(|index| write!(path, "[{index}]").unwrap());
    let steps = field_error(&format!("{JSON}{}: no", &path[..801])).map(|f| f.path().len());
    assert_eq!(steps, None, "the path is cut inside a step");
    let deep = format!("{JSON}{}: no", "[1]".repeat(300));
    assert_eq!(field_error(&deep).unwrap().path().len(), super::DEEPEST);

    let names = ["a".to_owned(), "b".repeat(LONGEST), "c".to_owned()].map(PathSegment::from);
    assert_eq!(at(names, String::new()).pointer(), "#/a");
}

#[test]
fn nothing_but_one_line_is_shown() {
    let text = shown(&"a\r\nb\0c\u{1b}[31md\u{85}e\u{7f}\u{fc}\u{1f600}");
    assert_eq!(text, "a  b c [31md e \u{fc}\u{1f600}");
    assert_eq!(json("a: b\r\nc"), Some(field("#/a", "b  c")));
}
