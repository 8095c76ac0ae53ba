//! Problem details for HTTP APIs, RFC 9457.

use crate::{Body, Envelope, Kind, Member, Node, Policy, Shape, Slot};
use http::HeaderValue;

/// Problem details, [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457): what
/// an error has that names no envelope.
///
/// `type`, `title`, `status` and `detail` (the public message) are always
/// there; then come, where there is something to say, `instance`, `code`,
/// `hint`, `retry`, `retry_after`, `request_id`, `details`, and the declared
/// members. For a problem type of your own, declare an envelope with
/// `type_uri`.
#[derive(Debug)]
pub enum Problem {}

const fn slot(slot: Slot) -> Node {
    Node::Slot { slot, or: "null", kind: Kind::AsIs }
}

const fn always(name: &'static str, key: &'static str, value: Slot) -> Member {
    Member::Named { name, key, optional: false, value: slot(value) }
}

const fn optional(name: &'static str, key: &'static str, value: Slot) -> Member {
    Member::Named { name, key, optional: true, value: slot(value) }
}

const MEMBERS: &[Member] = &[
    always("type", "\"type\":", Slot::TypeUri),
    always("title", "\"title\":", Slot::Title),
    always("status", "\"status\":", Slot::Status),
    always("detail", "\"detail\":", Slot::Message),
    optional("instance", "\"instance\":", Slot::Instance),
    optional("code", "\"code\":", Slot::Code),
    optional("hint", "\"hint\":", Slot::Hint),
    optional("retry", "\"retry\":", Slot::Retry),
    optional("retry_after", "\"retry_after\":", Slot::RetryAfter),
    optional("request_id", "\"request_id\":", Slot::RequestId),
    optional("details", "\"details\":", Slot::Details),
    Member::Rest,
];

static SHAPE: Shape = Shape {
    name: "Problem",
    content_type: HeaderValue::from_static("application/problem+json"),
    body: Body::Json(Node::Object(MEMBERS)),
    success: None,
    policy: Policy::EMPTY,
};

impl Envelope for Problem {
    const NAMES: &'static [&'static str] = &[
        "type",
        "title",
        "status",
        "detail",
        "instance",
        "code",
        "hint",
        "retry",
        "retry_after",
        "request_id",
        "details",
    ];

    fn shape() -> &'static Shape {
        &SHAPE
    }
}
