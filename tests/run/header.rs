//! `header`: constant, dynamic, from a field, repeated, taken away.

use crate::support::{headers, pairs};
use error_runtime::{ApiError, Declared, HeaderSpec, envelope};
use http::{HeaderValue, Method};
use std::num::NonZeroU8;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 400, header("X-All" = "every", "x-gone" = "here"))]
enum Rows {
    #[error("m")]
    #[api(header("WWW-Authenticate" = "Basic realm=\"a\""), header("Www-Authenticate" = "Bearer"))]
    Repeated,
    #[error("m")]
    #[api(header("X-First" = "1", "X-Id" = "{id}/{id:03}", "X-Last" = "{{3}}"))]
    Order {
        id: u8,
        #[api(header = "X-Field")]
        field: &'static str,
    },
    #[error("m")]
    #[api(header("X-Gone" = none, "x-all" = none, "X-ALL" = "again"))]
    Removed,
}

#[test]
fn the_types_headers_come_first_and_all_add_up() {
    assert_eq!(
        headers(&Rows::Repeated),
        pairs(&[
            ("x-all", "every"),
            ("x-gone", "here"),
            ("www-authenticate", "Basic realm=\"a\""),
            ("www-authenticate", "Bearer"),
        ])
    );
}

#[test]
fn declared_order_holds_for_constant_and_dynamic_ones() {
    assert_eq!(
        headers(&Rows::Order { id: 7, field: "f" }),
        pairs(&[
            ("x-all", "every"),
            ("x-gone", "here"),
            ("x-first", "1"),
            ("x-id", "7/007"),
            ("x-last", "{3}"),
            ("x-field", "f"),
        ])
    );
}

#[test]
fn none_takes_one_away() {
    assert_eq!(headers(&Rows::Removed), pairs(&[("x-all", "again")]));
}

#[test]
fn the_table_has_them() {
    assert_eq!(
        Rows::SPECS[1].headers,
        [
            HeaderSpec::constant("x-all", "every"),
            HeaderSpec::constant("x-gone", "here"),
            HeaderSpec::constant("x-first", "1"),
            HeaderSpec::dynamic("x-id", "{id}/{id:03}"),
            HeaderSpec::constant("x-last", "{3}"),
            HeaderSpec::dynamic("x-field", ""),
        ]
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 405)]
struct Types {
    #[api(header = "Allow")]
    allow: Vec<Method>,
    #[api(header = "x-text")]
    text: String,
    #[api(header = "x-number")]
    number: i128,
    #[api(header = "x-float")]
    float: f32,
    #[api(header = "x-bool")]
    bool: bool,
    #[api(header = "x-raw")]
    raw: HeaderValue,
    #[api(header = "x-some")]
    some: Option<NonZeroU8>,
    #[api(header = "x-none")]
    none: Option<String>,
    #[api(header = "x-list")]
    list: Vec<Option<&'static str>>,
    #[api(header = "x-empty")]
    empty: &'static str,
}

#[test]
fn fields_write_themselves() {
    let error = Types {
        allow: vec![Method::GET, Method::HEAD],
        text: "a b".to_owned(),
        number: -1,
        float: 0.5,
        bool: true,
        raw: HeaderValue::from_bytes(b"caf\xe9").unwrap(),
        some: NonZeroU8::new(3),
        none: None,
        list: vec![Some("a"), None, Some("b")],
        empty: "",
    };
    assert_eq!(
        headers(&error),
        pairs(&[
            ("allow", "GET, HEAD"),
            ("x-text", "a b"),
            ("x-number", "-1"),
            ("x-float", "0.5"),
            ("x-bool", "true"),
            ("x-raw", "caf\u{fffd}"),
            ("x-some", "3"),
            ("x-list", "a, b"),
            ("x-empty", ""),
        ])
    );
}

/// RFC 9110, 10.2.1: an empty `Allow` says that no method is.
#[test]
fn an_empty_list_is_an_empty_value() {
    let error = Allow { allow: Vec::new() };
    assert_eq!(headers(&error), pairs(&[("allow", "")]));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 405)]
struct Allow {
    #[api(header = "Allow")]
    allow: Vec<Method>,
}

envelope! {
    /// Headers of the whole API and of some statuses.
    Api = { "m": message }
    header("X-Api" = "1")
    header("x-version" = "2")
    on 500..=599 { header("x-server" = "yes") }
    on 503 { header("x-down" = "yes") }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Api)]
enum InApi {
    #[error("m")]
    #[api(status = 400, header("x-own" = "3"))]
    Client,
    #[error("m")]
    #[api(status = 503, header("x-version" = none, "x-server" = none))]
    Server,
}

#[test]
fn the_envelopes_come_before() {
    assert_eq!(
        headers(&InApi::Client),
        pairs(&[("x-api", "1"), ("x-version", "2"), ("x-own", "3")])
    );
}

#[test]
fn a_row_takes_the_envelopes_away() {
    let mut found = headers(&InApi::Server);
    found.sort();
    assert_eq!(found, pairs(&[("x-api", "1"), ("x-down", "yes")]));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Api, status = 400, header("x-version" = none), header("x-version" = "3"))]
struct Newer;

#[test]
fn a_row_replaces_the_envelopes() {
    assert_eq!(headers(&Newer), pairs(&[("x-api", "1"), ("x-version", "3")]));
}
