//! An envelope as data: the template of the body, and the API-wide policy.

use crate::{Case, HeaderSpec, Keep};
use http::HeaderValue;

/// A type that names an envelope. [`envelope!`](crate::envelope) implements
/// it; `#[api(envelope = …)]` names the type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an envelope; declare it with `envelope!`",
    label = "no body has this shape"
)]
pub trait Envelope {
    /// The names that the template itself gives to members beside
    /// `..members`: a declared member of one of these names is refused while
    /// compiling.
    const NAMES: &'static [&'static str];

    /// The same of the templates of items in lists of sub-errors: the items of
    /// an error in this envelope are looked through for them.
    const ITEM_NAMES: &'static [&'static str] = &[];

    /// Whether bodies are XML.
    const IS_XML: bool = false;

    /// The shape.
    fn shape() -> &'static Shape;
}

/// The shape of a body, and what the API says of all its errors.
///
/// It holds a parsed header, so it lives in a `static`, not in a constant.
#[derive(Debug)]
pub struct Shape {
    /// The envelope's name.
    pub name: &'static str,
    /// The `content-type`.
    pub content_type: HeaderValue,
    /// How an error's body is written.
    pub body: Body,
    /// How a success's body is written, where the envelope has that.
    pub success: Option<Node>,
    /// What the API says of all its errors.
    pub policy: Policy,
}

/// How a body is written.
#[derive(Debug, Clone, Copy)]
pub enum Body {
    /// There is none: status and headers say it all.
    Empty,
    /// The public message as plain text.
    Text,
    /// JSON, by this template.
    Json(Node),
    /// The same kind of template, as XML elements.
    Xml(Xml),
}

/// A body of XML.
#[derive(Debug, Clone, Copy)]
pub struct Xml {
    /// The name of the root element.
    pub root: &'static str,
    /// The root's `xmlns`.
    pub namespace: Option<&'static str>,
    /// The template: a member is an element, a list is one element for each
    /// of its items.
    pub node: Node,
}

/// One value of a JSON template.
#[derive(Debug, Clone, Copy)]
pub enum Node {
    /// A constant, as JSON text without white space.
    Literal(&'static str),
    /// What the error or the request says.
    Slot {
        /// Which of it.
        slot: Slot,
        /// What stands there when there is nothing to say, as JSON text; a
        /// bare slot writes `null`.
        or: &'static str,
        /// The JSON type, where the template chooses one.
        kind: Kind,
    },
    /// An object.
    Object(&'static [Member]),
    /// An array.
    Array(&'static [Node]),
    /// An element of an array that is left out when the error has nothing to
    /// say in it.
    Optional(&'static Node),
    /// The error's list of sub-errors.
    Errors(&'static Errors),
    /// Inside an item's template: the item's own list, by that same template.
    Repeat,
}

/// How a list of sub-errors is written.
#[derive(Debug, Clone, Copy)]
pub struct Errors {
    /// The template of one item.
    pub item: Node,
    /// How the items stand together.
    pub form: Form,
    /// What stands there when the error has no list, as JSON text; `None`
    /// writes the error itself as the one item.
    pub or: Option<&'static str>,
}

/// How the items of a list of sub-errors stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `errors[item]`: in an array.
    Array,
    /// `errors{ key: item }`: in an object, the last one of each key.
    Map {
        /// What gives an item its name.
        key: Slot,
        /// The name of an item that has none.
        or: &'static str,
    },
    /// `errors{ key: [item] }`: in an object, with a list under each key.
    Groups {
        /// What gives an item its name.
        key: Slot,
        /// The name of an item that has none.
        or: &'static str,
    },
}

/// One member of an object in a template.
#[derive(Debug, Clone, Copy)]
pub enum Member {
    /// `"name": value` or `"name"?: value`
    Named {
        /// The name.
        name: &'static str,
        /// The name as JSON text with its colon: `"name":`.
        key: &'static str,
        /// Left out when there is nothing to say.
        optional: bool,
        /// The value.
        value: Node,
    },
    /// `..members`: the declared members that no slot has named.
    Rest,
}

/// What a template can say of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Slot {
    /// The machine code.
    Code,
    /// The HTTP status, as a number unless the template says `as string`.
    Status,
    /// The status phrase.
    Reason,
    /// The title.
    Title,
    /// The public message.
    Message,
    /// The hint.
    Hint,
    /// The details.
    Details,
    /// All members, as an object.
    Members,
    /// One member.
    Member(&'static str),
    /// The category.
    Category,
    /// The retry advice: an object, or its word with `as string`.
    Retry,
    /// The delay before the next attempt, in whole seconds.
    RetryAfter,
    /// The link to the documentation.
    Docs,
    /// The problem type.
    TypeUri,
    /// The request's own URI, as the context says it.
    Instance,
    /// The request id, as the context says it.
    RequestId,
    /// The time of the answer, as the context says it.
    Time,
    /// A named value of the context.
    Context(&'static str),
    /// The variant's name.
    Variant,
    /// The source chain, when the context's development switch is on.
    Trace,
    /// The value of a success.
    Data,
}

/// The JSON type of a slot's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// As it comes.
    AsIs,
    /// A string.
    String,
    /// A number, where the text is one.
    Number,
}

/// What an API says of all its errors.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    /// Headers of every error.
    pub headers: &'static [HeaderSpec],
    /// What a 5xx says in place of its hidden text; the status phrase if
    /// absent.
    pub internal_message: Option<&'static str>,
    /// The problem type; `{code}`, `{code:kebab}` and the like stand for the
    /// code. `about:blank` if absent.
    pub type_uri: Option<&'static str>,
    /// The link to the documentation of a row that states none.
    pub docs: Option<&'static str>,
    /// The case of codes that are made from the variant's name.
    pub code_case: Option<Case>,
    /// The case of detail and member names that are made from the field's.
    pub field_case: Option<Case>,
    /// Which empty values are written.
    pub keep: Keep,
    /// The header that says in one word whether to retry.
    pub should_retry: Option<&'static str>,
    /// The name of an error's event in a stream; `error` if absent.
    pub event: Option<&'static str>,
    /// Rules by status, first match wins for each key.
    pub rules: &'static [Rule],
    /// The same answers as XML, for clients that ask for that.
    pub xml: Option<fn() -> &'static Shape>,
}

impl Policy {
    /// Nothing said.
    pub const EMPTY: Self = Self {
        headers: &[],
        internal_message: None,
        type_uri: None,
        docs: None,
        code_case: None,
        field_case: None,
        keep: Keep::Default,
        should_retry: None,
        event: None,
        rules: &[],
        xml: None,
    };
}

/// `on 500..=599 { … }`: what holds for a range of statuses.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The first status.
    pub from: u16,
    /// The last status.
    pub to: u16,
    /// The category of rows that state none.
    pub category: Option<&'static str>,
    /// Seconds for `Retry-After`, where the error has none.
    pub retry_after: Option<u64>,
    /// Further headers.
    pub headers: &'static [HeaderSpec],
}

impl Rule {
    /// A rule for these statuses that says nothing yet.
    #[inline]
    pub const fn on(from: u16, to: u16) -> Self {
        Self { from, to, category: None, retry_after: None, headers: &[] }
    }
}
