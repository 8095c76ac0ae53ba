//! Challenges by RFC 9110 section 11, redirects by RFC 3986 and RFC 6749
//! section 4.1.2.1.

use super::Texts;
use crate::{Failure, Headers};
use std::fmt;

struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}

fn shown(write: impl FnOnce(&mut Headers)) -> (Vec<String>, usize) {
    let mut headers = Headers::new(vec![], true);
    headers.texts = Texts {
        code: Some("invalid_token".to_owned()),
        message: Some("a \"b\" \\ c\r\nset-cookie: d".to_owned()),
        hint: None,
    };
    write(&mut headers);
    let mut failures = Vec::new();
    let map = headers.finish(&mut failures);
    assert!(failures.iter().all(|failure| matches!(failure, Failure::Header { .. })));
    let value = |v: &http::HeaderValue| String::from_utf8(v.as_bytes().to_vec()).unwrap();
    (map.values().map(value).collect(), failures.len())
}

fn challenge(write: impl FnOnce(&mut super::HeaderParts<'_>)) -> (Vec<String>, usize) {
    shown(|headers| headers.challenge("www-authenticate", "Bearer", write))
}

fn redirect(target: &str, write: impl FnOnce(&mut super::HeaderParts<'_>)) -> String {
    let (mut lines, failures) = shown(|headers| headers.redirect(target, write));
    assert_eq!((lines.len(), failures), (1, 0));
    lines.remove(0)
}

#[test]
fn a_challenge_quotes_its_parts() {
    let (lines, failures) = challenge(|parts| {
        parts.part("realm", "a \"b\" \\ c");
        parts.part("scope", &None::<&str>);
        parts.token("stale", "true");
        parts.fmt("max", format_args!("{}", 5));
        parts.code("error");
        parts.hint("hint");
        parts.part("empty", "");
    });
    let expected =
        r#"Bearer realm="a \"b\" \\ c", stale=true, max="5", error="invalid_token", empty="""#;
    assert_eq!((lines, failures), (vec![expected.to_owned()], 0));
    assert_eq!(challenge(|_| {}), (vec!["Bearer".to_owned()], 0));
}

#[test]
fn a_bad_part_costs_only_itself() {
    let (lines, failures) = challenge(|parts| {
        parts.part("nul", "a\0b");
        parts.fmt("broken", format_args!("half{Broken}"));
        parts.message("error_description");
        parts.token("stale", "not one");
        parts.part("no name", "x");
        parts.part("del", "\u{7f}");
        parts.part("realm", "caf\u{e9}\tx");
    });
    assert_eq!((lines, failures), (vec!["Bearer realm=\"caf\u{e9}\tx\"".to_owned()], 6));
    let (lines, failures) = shown(|headers| {
        headers.challenge("www-authenticate", "Bear er", |parts| parts.part("realm", "x"));
    });
    assert_eq!((lines, failures), (vec![], 1));
}

#[test]
fn a_redirect_keeps_its_target() {
    let error = |parts: &mut super::HeaderParts<'_>| parts.code("error");
    assert_eq!(redirect("https://x/cb", error), "https://x/cb?error=invalid_token");
    assert_eq!(redirect("https://x/cb?a=1#f", error), "https://x/cb?a=1&error=invalid_token#f");
    assert_eq!(redirect("https://x/cb#f?g", error), "https://x/cb?error=invalid_token#f?g");
    assert_eq!(redirect("https://x/cb?", error), "https://x/cb?error=invalid_token");
    assert_eq!(redirect("https://x/cb?a&", error), "https://x/cb?a&error=invalid_token");
    for target in ["https://x/cb", "https://x/?a=1#f", "/back", "?#"] {
        assert_eq!(redirect(target, |parts| parts.part("state", &None::<u8>)), target);
    }
}

#[test]
fn a_redirect_escapes_its_parts() {
    let location = redirect("/", |parts| {
        parts.message("error_description");
        parts.part("state", "AZaz09-._~ !*'()&=+#%/?\u{e9}");
        parts.token("a b", "c&d");
        parts.fmt("n", format_args!("{}", 1));
    });
    let expected = "/?error_description=a%20%22b%22%20%5C%20c%0D%0Aset-cookie%3A%20d\
        &state=AZaz09-._~%20%21%2A%27%28%29%26%3D%2B%23%25%2F%3F%C3%A9&a%20b=c%26d&n=1";
    assert_eq!(location, expected);
}

#[test]
fn a_bad_target_is_no_header() {
    let none = (vec![], 1);
    let long = "a".repeat(8 << 10);
    assert_eq!(shown(|headers| headers.redirect(&format!("/{long}"), |_| {})), none);
    assert_eq!(shown(|headers| headers.redirect_fmt(format_args!("/{Broken}"), |_| {})), none);
    assert_eq!(shown(|headers| headers.redirect(&None::<&str>, |_| {})), (vec![], 0));
    let formatted = shown(|headers| {
        headers.redirect_fmt(format_args!("/{}?x=1", 7), |parts| {
            parts.fmt("bad", format_args!("{Broken}"));
            parts.part("a", "b");
        });
    });
    assert_eq!(formatted, (vec!["/7?x=1&a=b".to_owned()], 1));
}

#[test]
fn a_target_holds_only_what_a_uri_may() {
    let location = |target: &str| redirect(target, |parts| parts.part("a", "b"));
    assert_eq!(location("/\r\nset-cookie: a"), "/%0D%0Aset-cookie:%20a?a=b");
    assert_eq!(location("/\t/h/%20\u{e9}?q=|#`"), "/%09/h/%20%C3%A9?q=%7C&a=b#%60");
    assert_eq!(location("/\\h"), "/%5Ch?a=b");
}

#[test]
fn what_is_too_long_costs_only_its_part() {
    // With `Bearer ` and `scope=""`, 8 KiB exactly.
    let fits = "s".repeat((8 << 10) - 15);
    let whole = format!("Bearer scope=\"{fits}\"");
    assert_eq!(whole.len(), 8 << 10);
    assert_eq!(challenge(|parts| parts.part("scope", &fits)), (vec![whole.clone()], 0));
    let with = |text: &str| {
        challenge(|parts| {
            parts.part("scope", text);
            parts.code("error");
        })
    };
    let without = vec![r#"Bearer error="invalid_token""#.to_owned()];
    assert_eq!(with(&format!("{fits}s")), (without.clone(), 1));
    // The quotes are escaped, which doubles them.
    assert_eq!(with(&"\"".repeat(5_000)), (without, 1));
    assert_eq!(with(&fits), (vec![whole], 1));
    let (lines, failures) = shown(|headers| {
        headers.redirect("/cb", |parts| {
            parts.part("state", &" ".repeat(3_000));
            parts.code("error");
        });
    });
    assert_eq!((lines, failures), (vec!["/cb?error=invalid_token".to_owned()], 1));
}
