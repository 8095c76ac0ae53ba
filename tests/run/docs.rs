//! `docs`: a link, in which `{code}` is the code.

use crate::support::json;
use error_runtime::{ApiError, Declared, envelope};

envelope! {
    /// Links of the API's own where a row has none.
    Linked = { "docs"?: docs }
    docs = "https://api.example/errors#{code:lower}"
}

envelope! {
    /// No links.
    Bare = { "docs"?: docs }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Linked, status = 400)]
enum Links {
    #[error("m")]
    #[api(docs = "https://docs.example/fixed")]
    Fixed,
    #[error("m")]
    #[api(docs = "https://docs.example/{code}/{code:kebab}/{code:camel}")]
    OfTheCode,
    #[error("m")]
    #[api(docs = "https://docs.example/{code:kebab}?id={id}")]
    WithField { id: u8 },
    #[error("m")]
    FromEnvelope,
    #[error("m")]
    #[api(code = none)]
    Codeless,
    #[error("m")]
    #[api(code = "a b/\u{e9}?#\"")]
    Strange,
    #[error("m")]
    #[api(code = "A b/\u{e9}{}?", docs = "https://docs.example/{code}/{code:lower}?{{{id}}}")]
    StrangeWithField { id: u8 },
    #[error("m")]
    #[api(code = none, docs = "https://docs.example/{code}?id={id}")]
    CodelessWithField { id: u8 },
    #[error("m")]
    #[api(code = none, docs = "https://docs.example/?id={id}")]
    WithFieldAlone { id: u8 },
    #[error("m")]
    #[api(docs("https://docs.example/{code:kebab}/{}/{n}", .id + 1, n = .id))]
    WithArguments { id: u8 },
    #[error("m")]
    #[api(transparent, docs = "https://docs.example/{code:kebab}#{line}")]
    Inner {
        #[source]
        inner: OfType,
        line: u32,
    },
}

envelope! {
    /// Codes in a case of its own.
    Cased = { "code": code, "docs"?: docs }
    code_case = "camelCase"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Cased, status = 400)]
enum InCase {
    #[error("m")]
    #[api(docs = "https://docs.example/{code}?id={0}")]
    WithField(u8),
    #[error("m")]
    #[api(docs = "https://docs.example/{code}")]
    Constant,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Bare, status = 400, docs = "https://docs.example/{code:kebab}")]
enum OfType {
    #[error("m")]
    ProjectGone,
    #[error("m")]
    #[api(docs = "https://other.example")]
    Own,
    #[error("m")]
    #[api(code = 7)]
    Seven,
}

#[test]
fn it_is_fixed_or_made_from_the_code() {
    json(&Links::Fixed, 400, &[], r#"{"docs":"https://docs.example/fixed"}"#);
    json(
        &Links::OfTheCode,
        400,
        &[],
        r#"{"docs":"https://docs.example/OF_THE_CODE/of-the-code/ofTheCode"}"#,
    );
    json(
        &Links::WithField { id: 3 },
        400,
        &[],
        r#"{"docs":"https://docs.example/with-field?id=3"}"#,
    );
}

#[test]
fn beside_fields_the_code_is_the_one_on_the_wire() {
    let docs = |error: &dyn ApiError| error.docs().map(std::borrow::Cow::into_owned);
    let strange = Links::StrangeWithField { id: 3 };
    let link = "https://docs.example/A%20b/%C3%A9%7B%7D%3F/ab/%C3%A9%7B%7D%3F?{3}";
    assert_eq!(docs(&strange).as_deref(), Some(link));
    json(&strange, 400, &[], &format!(r#"{{"docs":"{link}"}}"#));
    // A link that needs a code is nothing without it.
    assert_eq!(docs(&Links::CodelessWithField { id: 3 }), None);
    json(&Links::CodelessWithField { id: 3 }, 400, &[], "{}");
    let alone = Links::WithFieldAlone { id: 3 };
    assert_eq!(docs(&alone).as_deref(), Some("https://docs.example/?id=3"));
    let arguments = Links::WithArguments { id: 3 };
    assert_eq!(docs(&arguments).as_deref(), Some("https://docs.example/with-arguments/4/3"));
    let inner = Links::Inner { inner: OfType::ProjectGone, line: 7 };
    assert_eq!(docs(&inner).as_deref(), Some("https://docs.example/project-gone#7"));
    json(
        &InCase::WithField(3),
        400,
        &[],
        r#"{"code":"withField","docs":"https://docs.example/withField?id=3"}"#,
    );
    json(
        &InCase::Constant,
        400,
        &[],
        r#"{"code":"constant","docs":"https://docs.example/constant"}"#,
    );
}

#[test]
fn the_envelope_says_it_where_no_row_does() {
    json(&Links::FromEnvelope, 400, &[], r#"{"docs":"https://api.example/errors#fromenvelope"}"#);
    json(&Links::Codeless, 400, &[], "{}");
}

#[test]
fn a_code_cannot_change_the_link_around_it() {
    json(&Links::Strange, 400, &[], r#"{"docs":"https://api.example/errors#ab/%C3%A9%3F%23%22"}"#);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Linked, status = 400)]
enum Given {
    #[error("m")]
    #[api(docs = "https://docs.example/{code}/{code:lower}?{id}")]
    Link {
        #[api(code)]
        code: &'static str,
        id: &'static str,
    },
    #[error("m")]
    #[api(docs = "/{0}/{1}")]
    Path(&'static str, &'static str),
    #[error("m")]
    FromEnvelope(#[api(code)] Option<&'static str>),
    #[error("m")]
    #[api(docs = "{code}/{code}")]
    Constant(#[api(code)] &'static str),
}

#[test]
fn a_value_stays_one_part_of_the_link() {
    let docs = |error: &Given, link: &str| {
        assert_eq!(error.docs().as_deref(), Some(link));
        let body = serde_json::to_value(error.in_envelope()).expect("it is JSON");
        assert_eq!(body["docs"], link);
    };
    docs(
        &Given::Link { code: "x/A?b", id: "x&y=z#\r\n\u{e9}\"" },
        "https://docs.example/x%2FA%3Fb/x%2Fa%3Fb?x%26y%3Dz%23%0D%0A%C3%A9%22",
    );
    docs(&Given::Path("", "evil.example"), "/./evil.example");
    docs(&Given::Path("/evil.example", ".."), "/%2Fevil.example/..");
    // A code that a value says is one part, too; a declared one may be more.
    docs(&Given::FromEnvelope(Some("a/b#c")), "https://api.example/errors#a%2Fb%23c");
    docs(&Given::FromEnvelope(None), "https://api.example/errors#fromenvelope");
    docs(&Given::Constant("//evil.example"), "%2F%2Fevil.example/%2F%2Fevil.example");
}

#[test]
fn the_type_says_it_for_all_its_rows() {
    json(&OfType::ProjectGone, 400, &[], r#"{"docs":"https://docs.example/project-gone"}"#);
    json(&OfType::Own, 400, &[], r#"{"docs":"https://other.example"}"#);
    json(&OfType::Seven, 400, &[], r#"{"docs":"https://docs.example/7"}"#);
    assert_eq!(OfType::ProjectGone.docs().as_deref(), Some("https://docs.example/project-gone"));
    assert_eq!(OfType::SPECS[1].docs, Some("https://other.example"));
}
