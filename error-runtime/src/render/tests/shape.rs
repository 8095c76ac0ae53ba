//! What an envelope of one's own changes.

use super::*;
use crate::{Case, Context, Rule};

const fn slot(slot: Slot, or: &'static str, kind: Kind) -> Node {
    Node::Slot { slot, or, kind }
}

const fn member(name: &'static str, key: &'static str, optional: bool, value: Node) -> Member {
    Member::Named { name, key, optional, value }
}

static TEMPLATE: &[Member] = &[
    member("ok", "\"ok\":", false, Node::Literal("false")),
    member(
        "error",
        "\"error\":",
        false,
        Node::Object(&[
            member("code", "\"code\":", false, slot(Slot::Code, "null", Kind::AsIs)),
            member("status", "\"status\":", false, slot(Slot::Status, "null", Kind::String)),
            member("title", "\"title\":", false, slot(Slot::Title, "null", Kind::AsIs)),
            member("hint", "\"hint\":", true, slot(Slot::Hint, "null", Kind::AsIs)),
            member("details", "\"details\":", false, slot(Slot::Details, "{}", Kind::AsIs)),
            member("retry", "\"retry\":", true, slot(Slot::Retry, "null", Kind::String)),
            member("extra", "\"also\":", true, slot(Slot::Member("extra"), "null", Kind::AsIs)),
            member("docs", "\"docs\":", true, slot(Slot::Docs, "null", Kind::AsIs)),
            member("type", "\"type\":", true, slot(Slot::TypeUri, "null", Kind::AsIs)),
        ]),
    ),
    member("class", "\"class\":", false, slot(Slot::Category, "\"other\"", Kind::AsIs)),
    member(
        "list",
        "\"list\":",
        false,
        Node::Array(&[slot(Slot::Reason, "null", Kind::AsIs), slot(Slot::Data, "0", Kind::AsIs)]),
    ),
    member("id", "\"id\":", true, slot(Slot::RequestId, "null", Kind::AsIs)),
    member("n", "\"n\":", true, slot(Slot::Context("n"), "null", Kind::Number)),
    member("time", "\"time\":", true, slot(Slot::Time, "null", Kind::AsIs)),
    member("trace", "\"trace\":", true, slot(Slot::Trace, "null", Kind::AsIs)),
    member(
        "empty",
        "\"empty\":",
        true,
        Node::Object(&[member("x", "\"x\":", true, slot(Slot::Instance, "null", Kind::AsIs))]),
    ),
    Member::Rest,
];

static SHAPE: Shape = Shape {
    name: "Custom",
    content_type: HeaderValue::from_static("application/json"),
    body: Body::Json(Node::Object(TEMPLATE)),
    success: None,
    policy: Policy {
        headers: &[HeaderSpec::constant("x-api", "1")],
        internal_message: Some("Something went wrong"),
        type_uri: Some("https://x/{code:kebab}"),
        docs: Some("https://docs/{code}#{other}"),
        code_case: Some(Case::Snake),
        should_retry: Some("x-should-retry"),
        rules: &[
            Rule { category: Some("gone"), ..Rule::on(503, 503) },
            Rule {
                category: Some("api"),
                retry_after: Some(7),
                headers: &[HeaderSpec::constant("x-rule", "5xx")],
                ..Rule::on(500, 599)
            },
        ],
        ..Policy::EMPTY
    },
};

/// A sample in the custom shape.
#[derive(Debug)]
pub(super) struct Custom(pub(super) Sample);

impl fmt::Display for Custom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Custom {}

impl ApiError for Custom {
    fn specs(&self) -> &'static [Spec] {
        &ROWS
    }

    fn row(&self) -> usize {
        self.0.row
    }

    fn shape(&self) -> &'static Shape {
        &SHAPE
    }

    fn fill<'e>(&'e self, row: usize, part: Part<'e, '_>) {
        self.0.fill(row, part);
    }

    fn cells(&self) -> &'static [Cell] {
        static CELLS: [Cell; 10] = [const { Cell::new() }; 10];
        &CELLS
    }
}

#[test]
fn a_template_decides() {
    let expected = concat!(
        r#"{"ok":false,"error":{"code":"locked","status":"423","title":"Locked","hint":"wait","#,
        r#""details":{},"retry":"poll","docs":"https://docs/locked#{other}","#,
        r#""type":"https://x/locked"},"class":"other","list":["Locked",0]}"#
    );
    assert_eq!(body(&Custom(sample(CONSTANT))), expected);
    let expected = concat!(
        r#"{"ok":false,"error":{"code":0,"status":"400","title":"Bad Request","hint":"told","#,
        r#""details":{"row":2,"text":"told"},"also":"told","docs":"https://docs/0#{other}","#,
        r#""type":"https://x/0"},"class":"other","list":["Bad Request",0],"status":"must not stand twice"}"#
    );
    assert_eq!(body(&Custom(sample(BY_FIELDS))), expected);
}

#[test]
fn a_policy_adds_what_rows_leave_open() {
    let error = Custom(sample(HIDDEN));
    assert_eq!(error.message(), "Something went wrong");
    assert_eq!(error.title(), "Database error");
    assert_eq!(error.category(), Some("api"));
    assert_eq!(error.docs().unwrap(), "https://docs/DATABASE_ERROR#{other}");
    let expected = "content-type: application/json\nx-api: 1\nx-rule: 5xx\nretry-after: 7";
    assert_eq!(headers(&error), expected);

    let error = Custom(sample(HEADERS));
    assert_eq!(error.category(), Some("gone"));
    assert!(headers(&error).ends_with("x-last: 1\nretry-after: 1\nx-should-retry: true"));
    // A row without a code has no link that needs one.
    assert_eq!(error.docs(), None);
    assert!(body(&error).contains(
        r#""code":null,"status":"503","title":"Service Unavailable","details":{},"retry""#
    ));
}

#[test]
fn the_context_fills_its_slots() {
    let error = Custom(sample(CONSTANT));
    let bare = body(&error);
    let context = Context::new()
        .with_request_id("r\"1")
        .with_value("n", "12.5")
        .with_time(std::time::SystemTime::UNIX_EPOCH)
        .with_development(true);
    let response = error.response_with(&context);
    let text = std::str::from_utf8(response.body()).unwrap();
    let added = r#","id":"r\"1","n":12.5,"time":"1970-01-01T00:00:00.000Z","trace":["told"]}"#;
    assert_eq!(text, format!("{}{added}", bare.strip_suffix('}').unwrap()));
    context.scope(|| assert_eq!(body(&error), text));
    // What one request has said is not kept for the next.
    assert_eq!(body(&error), bare);
}
