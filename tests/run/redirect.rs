//! `redirect`: the `Location`, with the error in its query.

use crate::support::{Flat, headers, json, pairs};
use error_runtime::{ApiError, Declared, HeaderSpec, Parts};
use http::Uri;

// RFC 6749 section 4.1.2.1.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Authorize {
    #[error("The resource owner denied the request")]
    #[api(status = 302, any_status, code = "access_denied")]
    #[api(redirect(.uri, error = code, error_description = message, state = .state))]
    Denied { uri: &'static str, state: Option<String> },
    #[error("m")]
    #[api(status = FOUND, any_status, code = 17, hint = "a&b")]
    #[api(redirect(
        "https://{host}/cb", error = code, "error hint" = hint, n = 5, at = "{}/{host}", .host.len(),
    ))]
    Template { host: &'static str },
    #[error("m")]
    #[api(status = 307, any_status, redirect("https://example.org/login?a=b#top"))]
    Constant,
    #[error("m")]
    #[api(status = 308, any_status, redirect("/login", state = .0.as_deref()))]
    ConstantTarget(Option<String>),
    #[error("m")]
    #[api(status = 303, any_status, redirect(.0.as_ref().filter(|_| true), error = code))]
    Perhaps(Option<Uri>),
    #[error("m")]
    #[api(any_status, redirect("/somewhere/{0}"))]
    Status(#[api(status)] u16),
    #[error("m")]
    #[api(status = 400)]
    #[api(when(Some(to)), status = 302, any_status, redirect(to, to = to))]
    When(Option<String>),
}

fn denied(uri: &'static str, state: Option<&str>) -> Authorize {
    Authorize::Denied { uri, state: state.map(str::to_owned) }
}

#[track_caller]
fn goes(error: &Authorize, location: &str) {
    assert_eq!(headers(error), pairs(&[("location", location)]));
}

#[test]
fn the_errors_parts_are_in_the_query() {
    json(
        &denied("https://client.example.com/cb", Some("xyz")),
        302,
        &[(
            "location",
            "https://client.example.com/cb?error=access_denied&error_description=The%20resource%20owner%20denied%20the%20request&state=xyz",
        )],
        r#"{"code":"access_denied","message":"The resource owner denied the request"}"#,
    );
}

#[test]
fn values_are_escaped() {
    let denial =
        "error=access_denied&error_description=The%20resource%20owner%20denied%20the%20request";
    goes(
        &denied("https://c.example/", Some("a b&c=d#e?f/\u{e9}+%\"~-._")),
        &format!("https://c.example/?{denial}&state=a%20b%26c%3Dd%23e%3Ff%2F%C3%A9%2B%25%22~-._"),
    );
}

#[test]
fn the_targets_own_query_and_fragment_stay() {
    let denial =
        "error=access_denied&error_description=The%20resource%20owner%20denied%20the%20request";
    goes(&denied("https://c/?a=b", None), &format!("https://c/?a=b&{denial}"));
    goes(&denied("https://c/?", None), &format!("https://c/?{denial}"));
    goes(&denied("https://c/#f?g", None), &format!("https://c/?{denial}#f?g"));
    goes(&denied("https://c/?a#f", Some("")), &format!("https://c/?a&{denial}&state=#f"));
}

#[test]
fn a_target_may_be_a_text() {
    goes(
        &Authorize::Template { host: "h" },
        "https://h/cb?error=17&error%20hint=a%26b&n=5&at=1%2Fh",
    );
    goes(&Authorize::ConstantTarget(Some("s".into())), "/login?state=s");
    goes(&Authorize::ConstantTarget(None), "/login");
    goes(&Authorize::Constant, "https://example.org/login?a=b#top");
}

#[test]
fn without_a_target_there_is_no_header() {
    goes(&Authorize::Perhaps(Some(Uri::from_static("/a?b"))), "/a?b&error=PERHAPS");
    json(&Authorize::Perhaps(None), 303, &[], r#"{"code":"PERHAPS","message":"m"}"#);
}

#[test]
fn a_target_adds_no_header_and_no_host() {
    let denial =
        "error=access_denied&error_description=The%20resource%20owner%20denied%20the%20request";
    goes(&denied("/a\r\nx: y", None), &format!("/a%0D%0Ax:%20y?{denial}"));
    // A browser takes the tab out, and reads `\` as `/`.
    goes(&denied("/\t/evil.example", None), &format!("/%09/evil.example?{denial}"));
    goes(&denied("/\\evil.example", None), &format!("/%5Cevil.example?{denial}"));
    goes(&denied("/%41\u{e9}[x]|'!", None), &format!("/%41%C3%A9[x]%7C'!?{denial}"));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 303, any_status)]
enum Text<'a> {
    #[error("m")]
    #[api(redirect("/{0}"))]
    Path(&'a str),
    #[error("m")]
    #[api(redirect("/{0}/{1}"))]
    Paths(&'a str, &'a str),
    #[error("m")]
    #[api(redirect("//{host}/(a)%7B?q={}#{q}", .q.trim()))]
    Everywhere { host: &'a str, q: &'a str },
    #[error("m")]
    #[api(redirect("/{1}/{0:>1$}/{0:?}/{0}{0}", n = "{0}"))]
    Formats(u8, usize),
}

#[test]
fn a_value_in_a_target_stays_one_part_of_it() {
    for (value, path) in [
        ("a", "/a"),
        ("/evil.example", "/%2Fevil.example"),
        ("\\evil.example", "/%5Cevil.example"),
        ("a?x=y&z#f", "/a%3Fx%3Dy%26z%23f"),
        ("a\r\nset-cookie: b", "/a%0D%0Aset-cookie%3A%20b"),
        ("%2e%2e", "/%252e%252e"),
        ("\u{e9}+'!*()@:;,~_-.", "/%C3%A9%2B%27%21%2A%28%29%40%3A%3B%2C~_-."),
        // As much as a link can say of them: they climb no higher than the host.
        ("..", "/.."),
        ("", "/"),
    ] {
        goes_to(&Text::Path(value), path);
    }
}

#[test]
fn empty_values_begin_no_host() {
    goes_to(&Text::Paths("", "evil.example"), "/./evil.example");
    goes_to(&Text::Paths("", "/evil.example"), "/./%2Fevil.example");
    goes_to(&Text::Paths("a", ""), "/a/");
}

#[test]
fn a_value_may_stand_anywhere_else() {
    let error = Text::Everywhere { host: "h@evil.example:1", q: " a&b=c#d " };
    goes_to(&error, "//h%40evil.example%3A1/(a)%7B?q=a%26b%3Dc%23d#%20a%26b%3Dc%23d%20");
    goes_to(&Text::Formats(7, 3), "/3/%20%207/7/77?n=7");
}

#[track_caller]
fn goes_to(error: &Text<'_>, location: &str) {
    assert_eq!(headers(error), pairs(&[("location", location)]));
}

#[test]
fn the_status_may_be_a_fields() {
    json(
        &Authorize::Status(301),
        301,
        &[("location", "/somewhere/301")],
        r#"{"code":"STATUS","message":"m"}"#,
    );
}

#[test]
fn a_when_row_has_its_own() {
    let there = Authorize::When(Some("/there".into()));
    json(&there, 302, &[("location", "/there?to=%2Fthere")], r#"{"code":"WHEN","message":"m"}"#);
    json(&Authorize::When(None), 400, &[], r#"{"code":"WHEN","message":"m"}"#);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("empty")]
#[api(status = 304, any_status, message = "Said", redirect("/a", m = message))]
struct NoBody;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("generic")]
#[api(status = 302, any_status, envelope = Flat, redirect(.0, state = .1))]
struct Generic<U, S>(U, S);

#[test]
fn it_needs_no_body_and_no_certain_type() {
    assert_eq!(headers(&NoBody), pairs(&[("location", "/a?m=Said")]));
    assert_eq!(headers(&Generic("/g", 3)), pairs(&[("location", "/g?state=3")]));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 400, header("Location" = "/default"))]
enum Default {
    #[error("m")]
    #[api(status = 302, any_status, header("Location" = none), redirect("/own", error = code))]
    Own,
}

#[test]
fn it_replaces_the_types_own() {
    assert_eq!(headers(&Default::Own), pairs(&[("location", "/own?error=OWN")]));
}

#[test]
fn what_never_varies_is_constant() {
    let of = |at: usize| Authorize::SPECS[at].headers;
    assert_eq!(of(0), [HeaderSpec::dynamic("location", "")]);
    assert_eq!(of(1), [HeaderSpec::dynamic("location", "https://{host}/cb")]);
    assert_eq!(of(2), [HeaderSpec::constant("location", "https://example.org/login?a=b#top")]);
    assert!(Authorize::SPECS[2].dynamic.is_none());
    assert!(Authorize::SPECS[0].dynamic.has(Parts::SLOTS.and(Parts::HEADERS)));
    assert!(!Authorize::SPECS[3].dynamic.has(Parts::SLOTS));
}
