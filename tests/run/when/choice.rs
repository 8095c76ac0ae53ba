//! How a row is chosen: in order, and each guard once.

use crate::support::{Flat, json, seen};
use error_runtime::{ApiError, Context};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Counts how often it is asked.
#[derive(Debug, Default, Clone)]
struct Asked(Arc<AtomicUsize>);

impl Asked {
    fn is(&self, answer: bool) -> bool {
        self.0.fetch_add(1, Ordering::SeqCst);
        answer
    }

    fn times(&self) -> usize {
        self.0.swap(0, Ordering::SeqCst)
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Guarded {
    #[error("{n}")]
    #[api(status = 400, hint = "Plain {n}")]
    #[api(
        when { asked: a, n: found @ 1..=2 if a.is(*found == 2) },
        status = 404,
        message = "Found {found}", hint = "h {found}", header("x-n" = "{found}"),
        detail("n" = found), member("m" = found + 1), docs = "https://d.example/{found}"
    )]
    #[api(when { n: 1 | 2, .. }, status = 409, message = "Second row")]
    #[api(when { n: 3.., .. }, status = 410, message = "Third row")]
    Counted { asked: Asked, n: u8 },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Outer {
    #[error("around")]
    #[api(transparent, hint = "From {n}: {inner}", header("x-outer" = "{n}"))]
    #[api(
        when { asked: a, n: 100.., .. if a.is(true) },
        status = 418, code = "TEA", message = "Tea"
    )]
    Around { source: Guarded, asked: Asked, n: u8 },
    #[error(transparent)]
    #[api(transparent)]
    Boxed(Box<Outer>),
}

fn counted(n: u8) -> (Guarded, Asked) {
    let asked = Asked::default();
    (Guarded::Counted { asked: asked.clone(), n }, asked)
}

#[test]
fn the_first_match_wins() {
    let (error, _) = counted(2);
    json(
        &error,
        404,
        &[("x-n", "2")],
        r#"{"code":"COUNTED","message":"Found 2","hint":"h 2","details":{"n":2},"m":3}"#,
    );
    json(&counted(1).0, 409, &[], r#"{"code":"COUNTED","message":"Second row"}"#);
    json(&counted(3).0, 410, &[], r#"{"code":"COUNTED","message":"Third row"}"#);
    json(&counted(0).0, 400, &[], r#"{"code":"COUNTED","message":"0","hint":"Plain 0"}"#);
}

#[test]
fn a_guard_runs_once_for_an_answer() {
    for (n, status) in [(2, 404), (1, 409)] {
        let (error, asked) = counted(n);
        assert_eq!(seen(error.to_http::<Vec<u8>>()).status, status);
        assert_eq!(asked.times(), 1, "to_http");
        drop(error.response_with(&Context::new().with_request_id("r").with_hook(|_| {})));
        assert_eq!(asked.times(), 1, "response_with, a hook");
        drop(error.in_envelope());
        assert_eq!(asked.times(), 1, "in_envelope");
        assert_eq!(error.status().as_u16(), status);
        assert_eq!(asked.times(), 1, "status");
        drop(error.message());
        assert_eq!(asked.times(), 1, "message");
        let _ = error.code();
        assert_eq!(asked.times(), 1, "code");
        let _ = error.spec();
        assert_eq!(asked.times(), 1, "spec");
    }
}

#[test]
fn no_guard_runs_where_its_pattern_does_not_match() {
    let (error, asked) = counted(7);
    drop(error.response());
    assert_eq!(asked.times(), 0);
}

#[test]
fn a_guard_runs_once_inside_transparent_variants() {
    let (source, inner) = counted(2);
    let outer = Asked::default();
    let error = Outer::Around { source, asked: outer.clone(), n: 5 };
    let error = Outer::Boxed(Box::new(Outer::Boxed(Box::new(error))));
    let answer = seen(error.to_http::<Vec<u8>>());
    assert_eq!((inner.times(), outer.times()), (1, 0));
    assert_eq!(answer.status, 404);
    assert_eq!(
        answer.body,
        r#"{"code":"COUNTED","message":"Found 2","hint":"From 5: Found 2","details":{"n":2},"m":3}"#
    );
}

#[test]
fn a_row_of_a_transparent_variant_stops_at_itself() {
    let (source, inner) = counted(2);
    let outer = Asked::default();
    let error = Outer::Boxed(Box::new(Outer::Around { source, asked: outer.clone(), n: 100 }));
    let answer = seen(error.to_http::<Vec<u8>>());
    assert_eq!((inner.times(), outer.times()), (0, 1));
    assert_eq!((answer.status, answer.body.as_str()), (418, r#"{"code":"TEA","message":"Tea"}"#));
}

/// What a guard says may change: the row that it chose stays chosen.
#[test]
fn a_guard_that_changes_its_mind_does_no_harm() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("m")]
    #[api(envelope = Flat, status = 400)]
    #[api(
        when(asked if asked.0.fetch_add(1, Ordering::SeqCst) == 0),
        status = 404, message = "First", detail("n" = asked.0.load(Ordering::SeqCst))
    )]
    struct Once(Asked);

    let error = Once(Asked::default());
    let answer = seen(error.to_http::<Vec<u8>>());
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (404, r#"{"code":"ONCE","message":"First","details":{"n":1}}"#)
    );
    assert_eq!(error.status().as_u16(), 400);
}

/// An adapter logs and answers with one choice.
#[test]
fn a_guard_runs_once_for_an_adapter() {
    use axum::response::IntoResponse as _;

    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("m")]
    #[api(status = 400, axum)]
    #[api(when(asked if asked.is(true)), status = 404)]
    struct Adapted(Asked);

    let asked = Asked::default();
    let response = Adapted(asked.clone()).into_response();
    assert_eq!((response.status().as_u16(), asked.times()), (404, 1));
    let response = error_runtime::AnyError::from(Adapted(asked.clone())).into_response();
    assert_eq!((response.status().as_u16(), asked.times()), (404, 1));
}

#[test]
fn also_inside_transparent_variants() {
    use axum::response::IntoResponse as _;

    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("around")]
    #[api(transparent, axum, message = "Around: {inner}")]
    struct Around(Box<Outer>);

    let (source, inner) = counted(2);
    let asked = Asked::default();
    let error = Around(Box::new(Outer::Around { source, asked: asked.clone(), n: 1 }));
    let response = error.into_response();
    assert_eq!((response.status().as_u16(), inner.times(), asked.times()), (404, 1, 0));
}
