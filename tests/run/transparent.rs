//! `transparent`: what is not said comes from the inner error.

use crate::support::{Flat, body, headers, json, pairs, problem};
use error_runtime::{Advice, AnyError, ApiError, Declared, Text};
use std::sync::Arc;

#[derive(Debug, thiserror::Error, ApiError)]
enum Auth {
    #[error("A token is needed")]
    #[api(status = 401, hint = "Send it", header("WWW-Authenticate" = "Bearer"), retry = "never")]
    TokenMissing,
    #[error("{user} may not {action}")]
    #[api(status = 403, category = "auth", docs = "https://a.example/{code:kebab}", title = "No")]
    Forbidden {
        #[api(detail)]
        user: String,
        #[api(member, detail = "what", header = "x-action")]
        action: &'static str,
        #[api(retry_after)]
        left: u8,
    },
    #[error("private")]
    #[api(status = 500)]
    Broken,
    #[error("plain")]
    #[api(status = 400, envelope = Text)]
    Plain,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, category = "outer", retry = "now", header("x-outer" = "all"))]
enum Outer {
    #[error(transparent)]
    #[api(transparent)]
    Auth(#[from] Auth),
    #[error(transparent)]
    #[api(transparent)]
    Boxed(Box<Auth>),
    #[error(transparent)]
    #[api(transparent)]
    Shared(Arc<Auth>),
    #[error("x")]
    #[api(transparent)]
    Any(AnyError),
    #[error("x")]
    #[api(transparent)]
    Dyn(Box<dyn ApiError + Send + Sync>),
    #[error("in {place}")]
    #[api(
        transparent, status = 404, code = "OVER", message = "In {place}: {inner}", hint = "Not {place}",
        retry = "poll", retry_after = 60, title = "Outer", docs = "https://o.example", category = "o",
        detail("user" = "outer", "own" = 1), member("added" = true), header("X-Place" = "{place}")
    )]
    Over {
        #[source]
        auth: Auth,
        #[api(detail)]
        place: &'static str,
    },
    #[error(transparent)]
    #[api(transparent, code = "RENAMED")]
    Renamed { source: Auth },
}

fn forbidden() -> Auth {
    Auth::Forbidden { user: "u".to_owned(), action: "write", left: 3 }
}

#[test]
fn the_inner_error_answers_in_the_outermost_envelope() {
    json(
        &Outer::from(Auth::TokenMissing),
        401,
        &[("www-authenticate", "Bearer")],
        r#"{"code":"TOKEN_MISSING","message":"A token is needed","hint":"Send it"}"#,
    );
    json(
        &Outer::Auth(forbidden()),
        403,
        &[("x-action", "write"), ("retry-after", "3")],
        r#"{"code":"FORBIDDEN","message":"u may not write","details":{"user":"u","what":"write"},"action":"write"}"#,
    );
    json(
        &Outer::Auth(Auth::Broken),
        500,
        &[],
        r#"{"code":"BROKEN","message":"Internal Server Error"}"#,
    );
}

#[test]
fn a_row_with_an_envelope_of_its_own_keeps_it() {
    crate::support::answers(&Outer::Auth(Auth::Plain), 400, &[crate::support::TEXT], "plain");
}

#[test]
fn boxes_and_erased_errors_answer_the_same() {
    let expected = body(&Outer::Auth(forbidden()));
    assert_eq!(body(&Outer::Boxed(Box::new(forbidden()))), expected);
    assert_eq!(body(&Outer::Shared(Arc::new(forbidden()))), expected);
    assert_eq!(body(&Outer::Any(forbidden().into())), expected);
    assert_eq!(body(&Outer::Dyn(Box::new(forbidden()))), expected);
}

#[test]
fn the_accessors_look_through() {
    let error = Outer::Auth(forbidden());
    assert_eq!(error.code(), "FORBIDDEN");
    assert_eq!(error.category(), Some("auth"));
    assert_eq!(error.title(), "No");
    assert_eq!(error.docs().as_deref(), Some("https://a.example/forbidden"));
    assert_eq!(error.retry().advice, Advice::Unstated);
    assert_eq!(error.retry_after().map(|after| after.seconds()), Some(3));
    assert_eq!(error.message(), "u may not write");
    assert_eq!(error.spec().variant, "Forbidden");
    assert_eq!(Outer::Auth(Auth::TokenMissing).retry().advice, Advice::Never);
}

#[test]
fn what_is_stated_wins_and_lists_add_up() {
    let error = Outer::Over { auth: forbidden(), place: "here" };
    json(
        &error,
        404,
        &[("x-place", "here"), ("x-action", "write"), ("retry-after", "60")],
        r#"{"code":"OVER","message":"In here: u may not write","hint":"Not here","details":{"place":"here","user":"outer","own":1,"what":"write"},"added":true,"action":"write"}"#,
    );
    assert_eq!(error.retry().advice, Advice::Poll);
    assert_eq!(error.category(), Some("o"));
    assert_eq!(error.title(), "Outer");
    assert_eq!(error.docs().as_deref(), Some("https://o.example"));
    assert_eq!(error.spec().variant, "Over");
}

#[test]
fn a_hidden_inner_text_stays_hidden_in_inner() {
    let error = Outer::Over { auth: Auth::Broken, place: "p" };
    assert_eq!(error.message(), "In p: Internal Server Error");
}

#[test]
fn only_the_code_may_be_another() {
    json(
        &Outer::Renamed { source: Auth::TokenMissing },
        401,
        &[("www-authenticate", "Bearer")],
        r#"{"code":"RENAMED","message":"A token is needed","hint":"Send it"}"#,
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Chain {
    #[error(transparent)]
    #[api(transparent, detail("level" = 2, "chain" = true), header("x-level" = "2", "x-outer" = none))]
    Next(Outer),
    #[error(transparent)]
    #[api(transparent, detail("level" = 1), status = 418)]
    Deeper(Box<Chain>),
}

#[test]
fn chains_are_followed_and_the_outermost_wins() {
    let error = Chain::Deeper(Box::new(Chain::Next(Outer::Over { auth: forbidden(), place: "p" })));
    problem(
        &error,
        418,
        &[("x-level", "2"), ("x-place", "p"), ("x-action", "write"), ("retry-after", "60")],
        r#"{"type":"about:blank","title":"Outer","status":418,"detail":"In p: u may not write","code":"OVER","hint":"Not p","docs":"https://o.example","retry":{"advice":"poll"},"retry_after":60,"details":{"level":1,"chain":true,"place":"p","user":"outer","own":1,"what":"write"},"added":true,"action":"write"}"#,
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Removing {
    #[error(transparent)]
    #[api(transparent, header("WWW-Authenticate" = none, "x-own" = "1"))]
    Quiet(Auth),
    #[error(transparent)]
    #[api(transparent)]
    #[api(when(Auth::TokenMissing), status = 404, code = "HIDDEN", message = "Nothing here")]
    Looked(Auth),
}

#[test]
fn an_outer_row_takes_an_inner_header_away() {
    assert_eq!(headers(&Removing::Quiet(Auth::TokenMissing)), pairs(&[("x-own", "1")]));
}

#[test]
fn a_when_row_answers_in_place_of_the_inner_error() {
    problem(
        &Removing::Looked(Auth::TokenMissing),
        404,
        &[],
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"Nothing here","code":"HIDDEN"}"#,
    );
    assert_eq!(Removing::Looked(Auth::Broken).code(), "BROKEN");
}

#[test]
fn the_catalogue_walks_in() {
    let codes = Outer::catalogue().codes().join(" ");
    assert_eq!(codes, "TOKEN_MISSING FORBIDDEN BROKEN PLAIN OVER RENAMED");
    assert!(Outer::catalogue().is_open());
}
