//! Challenges and redirects with the error's own texts.

use super::*;
use crate::{Case, Context, Failure, Part};
use std::sync::{Arc, Mutex};

#[derive(Debug)]
struct Denied {
    row: usize,
    text: &'static str,
    target: Option<&'static str>,
    inner: Option<AnyError>,
}

const CHALLENGE: usize = 0;
const FAILED: usize = 1;
const REDIRECT: usize = 2;
const AROUND: usize = 3;

const ROW: Spec = Spec {
    variant: "INVALID_TOKEN",
    code: Code::Text("INVALID_TOKEN"),
    code_by_default: true,
    status: Some(401),
    hint: Some("ask again"),
    headers: &[
        HeaderSpec::dynamic("www-authenticate", "Bearer"),
        HeaderSpec::constant("x-between", "1"),
        HeaderSpec::dynamic("www-authenticate", "Basic"),
    ],
    dynamic: Parts::MESSAGE.and(Parts::DISPLAY).and(Parts::HEADERS).and(Parts::SLOTS),
    displayed: true,
    ..Spec::EMPTY
};

error!(
    Denied,
    &[
        ROW,
        Spec { status: Some(500), dynamic: Parts::HEADERS.and(Parts::SLOTS), ..ROW },
        Spec {
            status: Some(302),
            headers: &[HeaderSpec::dynamic("location", "")],
            shape: Some(<crate::Empty as Envelope>::shape),
            ..ROW
        },
        Spec {
            variant: "Around",
            code: Code::Text("outer_code"),
            stated: Parts::CODE,
            inner: Some(Table::open),
            ..Spec::EMPTY
        },
    ]
);

static SHAPE: Shape =
    ruled(slot(Slot::Message), Policy { code_case: Some(Case::Snake), ..Policy::EMPTY });

impl ApiError for Denied {
    by_fields!();

    fn fill<'e>(&'e self, row: usize, part: Part<'e, '_>) {
        match part {
            Part::Headers(headers) if row == REDIRECT => {
                headers.redirect(&self.target, |parts| {
                    parts.code("error");
                    parts.message("error_description");
                });
            }
            Part::Headers(headers) => {
                headers.challenge("www-authenticate", "Bearer", |parts| {
                    parts.code("error");
                    parts.message("error_description");
                    parts.hint("hint");
                });
                headers.challenge("www-authenticate", "Basic", |_| {});
            }
            Part::Inner(inner) => *inner = self.inner.as_ref().map(|inner| &**inner as _),
            _ => {}
        }
    }
}

fn denied(row: usize, text: &'static str) -> Denied {
    Denied { row, text, target: Some("https://x/cb?a=1#f"), inner: None }
}

fn challenge(error: &dyn ApiError) -> String {
    let response = error.response();
    let values = response.headers().get_all("www-authenticate");
    let values: Vec<_> = values.iter().map(|value| value.to_str().unwrap()).collect();
    assert_eq!(values.len(), 2);
    assert_eq!(values[1], "Basic");
    values[0].to_owned()
}

#[test]
fn a_challenge_tells_what_the_body_tells() {
    assert_eq!(
        challenge(&denied(CHALLENGE, "it is \"old\"")),
        r#"Bearer error="invalid_token", error_description="it is \"old\"", hint="ask again""#
    );
    assert_eq!(
        headers(&denied(CHALLENGE, "old")).lines().skip(1).collect::<Vec<_>>(),
        [
            "www-authenticate: Bearer error=\"invalid_token\", error_description=\"old\", \
             hint=\"ask again\"",
            "www-authenticate: Basic",
            "x-between: 1",
        ]
    );
}

#[test]
fn a_challenge_keeps_what_is_private() {
    let text = challenge(&denied(FAILED, "password"));
    assert!(text.contains(r#"error_description="Internal Server Error""#), "{text}");
    let text = challenge(&denied(CHALLENGE, "broken"));
    assert!(text.contains(r#"error_description="Unauthorized""#), "{text}");
    let text = challenge(&denied(CHALLENGE, "a\r\nset-cookie: b"));
    assert_eq!(text, r#"Bearer error="invalid_token", hint="ask again""#);
}

#[test]
fn a_challenge_inside_another_error_has_the_answers_code() {
    let inner = Some(denied(CHALLENGE, "old").into());
    let error = Denied { inner, ..denied(AROUND, "around") };
    assert!(challenge(&error).starts_with(r#"Bearer error="outer_code", error_description="old""#));
}

#[test]
fn a_redirect_carries_the_code() {
    let any = |error: Denied| {
        let response = error.response();
        let location = response.headers().get("location");
        (response.status().as_u16(), location.map(|value| value.to_str().unwrap().to_owned()))
    };
    assert_eq!(
        any(denied(REDIRECT, "a b")),
        (302, Some("https://x/cb?a=1&error=INVALID_TOKEN&error_description=a%20b#f".to_owned()))
    );
    assert_eq!(any(Denied { target: None, ..denied(REDIRECT, "x") }), (302, None));
    assert_eq!(
        any(Denied { target: Some("/\n"), ..denied(REDIRECT, "x") }),
        (302, Some("/%0A?error=INVALID_TOKEN&error_description=x".to_owned()))
    );
}

#[test]
fn what_fails_is_told_once() {
    for (row, expected) in [(CHALLENGE, 1), (REDIRECT, 1)] {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ear = Arc::clone(&heard);
        let context = Context::new()
            .with_hook(move |rendered| ear.lock().unwrap().extend(rendered.failures().to_vec()));
        denied(row, "broken").response_with(&context);
        let failures = heard.lock().unwrap();
        assert_eq!(failures.len(), expected);
        assert_eq!(failures[0], Failure::Display { part: "message".to_owned() });
    }
}
