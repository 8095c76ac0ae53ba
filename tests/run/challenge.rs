//! `challenge`: how to authenticate, quoted as RFC 9110 section 11 has it.

use crate::support::{Flat, headers, json, pairs};
use error_runtime::{ApiError, Declared, HeaderSpec, HeaderValueSpec, Parts};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 401)]
enum Rows {
    // RFC 6750 section 3.
    #[error("The access token expired")]
    #[api(code = "invalid_token")]
    #[api(challenge("Bearer", realm = "example", error = code, error_description = message))]
    Bearer,
    // RFC 7616 section 3.9.1.
    #[error("m")]
    #[api(challenge(
        "Digest",
        realm = "http-auth@example.org",
        qop = "auth, auth-int",
        algorithm = MD5,
        nonce = .nonce,
        opaque = .opaque.as_str(),
        stale = true
    ))]
    Digest { nonce: String, opaque: String },
    #[error("m")]
    #[api(challenge("Basic"), challenge("Newauth", "title" = "a \"b\" \\ c", max = 5))]
    #[api(header("x-between" = "1"))]
    #[api(challenge("Bearer", scope = .scope, hint = hint))]
    Several { scope: Option<&'static str> },
    #[error("m")]
    #[api(challenge("Bearer", realm = "{0}/{0:?}", "max-age" = "{} s", .1 * 2, error = code))]
    #[api(code = none)]
    Template(&'static str, u8),
    #[error("m")]
    #[api(status = 407, challenge("Basic", realm = "{0}"), challenge("Basic", realm = "proxy"))]
    Proxy(u8),
    #[error("m")]
    #[api(challenge("Bearer", realm = "api", scope = .0))]
    Bytes(&'static str),
}

#[test]
fn the_errors_own_parts_stand_in_it() {
    json(
        &Rows::Bearer,
        401,
        &[(
            "www-authenticate",
            r#"Bearer realm="example", error="invalid_token", error_description="The access token expired""#,
        )],
        r#"{"code":"invalid_token","message":"The access token expired"}"#,
    );
}

#[test]
fn texts_and_fields_are_quoted_and_words_are_not() {
    let nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v".to_owned();
    let opaque = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS".to_owned();
    assert_eq!(
        headers(&Rows::Digest { nonce, opaque }),
        pairs(&[(
            "www-authenticate",
            r#"Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", stale=true"#,
        )])
    );
}

#[test]
fn several_stand_in_their_order() {
    let lines = |last| {
        pairs(&[
            ("www-authenticate", "Basic"),
            ("www-authenticate", r#"Newauth title="a \"b\" \\ c", max=5"#),
            // A map of headers keeps those of one name together.
            ("www-authenticate", last),
            ("x-between", "1"),
        ])
    };
    assert_eq!(headers(&Rows::Several { scope: Some("a b") }), lines(r#"Bearer scope="a b""#));
    // An absent part is left out, and so is the hint that there is none of.
    assert_eq!(headers(&Rows::Several { scope: None }), lines("Bearer"));
}

#[test]
fn texts_have_placeholders_and_arguments() {
    let line = r#"Bearer realm="a\"b/\"a\\\"b\"", max-age="8 s""#;
    assert_eq!(headers(&Rows::Template("a\"b", 4)), pairs(&[("www-authenticate", line)]));
}

#[test]
fn at_407_it_is_the_proxys() {
    assert_eq!(
        headers(&Rows::Proxy(7)),
        pairs(&[
            ("proxy-authenticate", r#"Basic realm="7""#),
            ("proxy-authenticate", r#"Basic realm="proxy""#),
        ])
    );
}

#[test]
fn bytes_that_a_header_cannot_hold_cost_only_their_part() {
    let line = |line| pairs(&[("www-authenticate", line)]);
    assert_eq!(headers(&Rows::Bytes("a\r\nx: y")), line(r#"Bearer realm="api""#));
    assert_eq!(headers(&Rows::Bytes("a\0")), line(r#"Bearer realm="api""#));
    assert_eq!(headers(&Rows::Bytes("ok")), line(r#"Bearer realm="api", scope="ok""#));
}

#[derive(Debug, thiserror::Error)]
#[error("expired")]
enum Token {
    Expired { scope: String },
    Missing,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Wrapped {
    #[error("it broke: {0}")]
    #[api(status = 503, challenge("Bearer", error = code, error_description = message, trace = hint))]
    #[api(
        when(Token::Expired { scope: _ }), status = 401, code = "expired", message = "It expired",
        hint = "Ask again", challenge("Bearer", error = code, hint = hint)
    )]
    Source(#[source] Token),
}

#[test]
fn a_when_row_has_its_own() {
    json(
        &Wrapped::Source(Token::Expired { scope: "a".into() }),
        401,
        &[("www-authenticate", r#"Bearer error="expired", hint="Ask again""#)],
        r#"{"code":"expired","message":"It expired","hint":"Ask again"}"#,
    );
}

#[test]
fn a_hidden_message_stays_hidden_in_it() {
    json(
        &Wrapped::Source(Token::Missing),
        503,
        &[(
            "www-authenticate",
            r#"Bearer error="SOURCE", error_description="Service Unavailable""#,
        )],
        r#"{"code":"SOURCE","message":"Service Unavailable"}"#,
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Bound {
    #[error("m")]
    #[api(status = 400)]
    #[api(when(Some(realm)), status = 401, challenge("Basic", realm = realm, note = "{realm}!"))]
    Realm(Option<String>),
}

#[test]
fn a_binding_is_a_value() {
    assert_eq!(
        headers(&Bound::Realm(Some("r".into()))),
        pairs(&[("www-authenticate", r#"Basic realm="r", note="r!""#)])
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("outside")]
#[api(envelope = Flat, transparent, challenge("Bearer", error = code, error_description = "in {place}: {inner}"))]
struct Outer<P: std::fmt::Display + std::fmt::Debug> {
    #[source]
    inner: Rows,
    place: P,
}

#[test]
fn around_an_inner_error_its_code_is_the_answers() {
    assert_eq!(
        headers(&Outer { inner: Rows::Bearer, place: "here" }),
        pairs(&[
            (
                "www-authenticate",
                r#"Bearer error="invalid_token", error_description="in here: The access token expired""#
            ),
            (
                "www-authenticate",
                r#"Bearer realm="example", error="invalid_token", error_description="The access token expired""#
            ),
        ])
    );
}

#[test]
fn what_never_varies_is_constant() {
    let of = |at: usize| Rows::SPECS[at].headers;
    assert_eq!(of(0), [HeaderSpec::dynamic("www-authenticate", "Bearer")]);
    assert_eq!(of(2)[0], HeaderSpec::constant("www-authenticate", "Basic"));
    let text = r#"Newauth title="a \"b\" \\ c", max=5"#;
    assert_eq!(of(2)[1], HeaderSpec::constant("www-authenticate", text));
    assert_eq!(of(4)[1].value, HeaderValueSpec::Constant(r#"Basic realm="proxy""#));
    let slots = Rows::SPECS.iter().map(|spec| spec.dynamic.has(Parts::SLOTS));
    assert_eq!(slots.collect::<Vec<_>>(), [true, false, true, true, false, false]);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 401, challenge("Digest", realm = "api", algorithm = SHA-256))]
struct Digest;

/// RFC 7616 section 3.9.1: the algorithm stands without quotes.
#[test]
fn tokens_may_be_joined() {
    assert_eq!(
        headers(&Digest),
        pairs(&[("www-authenticate", "Digest realm=\"api\", algorithm=SHA-256")])
    );
}
