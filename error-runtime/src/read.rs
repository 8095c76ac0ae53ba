//! Reading an answer back, by the template that wrote it.
//!
//! Clients do that, and services hardly ever.

mod shape;
mod walk;

pub(crate) use shape::placed;

use crate::civil::parse_http_date;
use crate::headers::name_of;
use crate::{
    Advice, Body, Code, Empty, Envelope, Node, Policy, Retry, Safe, Shape, Text, When, xml,
};
use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value};
use shape::has_shape;
use std::fmt;
use std::time::{Duration, SystemTime};

/// How much of a foreign body is kept as the message.
const LONGEST_EXCERPT: usize = 200;

/// An error's answer, as a client received it.
///
/// Under the feature `client`, [`envelope!`](crate::envelope) gives every
/// envelope a `parse` that makes one. Nothing is required of the answer: a code
/// that is unknown is kept, a member that is unknown is among the
/// [`members`](Self::members), a member of the wrong type is ignored, and what
/// is no JSON at all gives the status and the first bytes as message.
///
/// ```
/// use error_runtime::{Advice, envelope};
/// use http::{HeaderMap, StatusCode};
///
/// envelope! {
///     pub Fault = { "error": { "code": code, "message": message, "retry"?: retry, ..members } }
/// }
///
/// let body = br#"{"error":{"code":"LOCKED","message":"Locked","retry":{"advice":"poll"},"by":"me"}}"#;
/// let answer = Fault::parse(StatusCode::CONFLICT, &HeaderMap::new(), body);
/// assert_eq!(answer.code(), "LOCKED");
/// assert_eq!(answer.message(), Some("Locked"));
/// assert_eq!(answer.retry(), Advice::Poll);
/// assert_eq!(answer.members()["by"], "me");
///
/// let page = Fault::parse(StatusCode::BAD_GATEWAY, &HeaderMap::new(), b"<html>nginx</html>");
/// assert!(page.is_foreign());
/// assert_eq!(page.message(), Some("<html>nginx</html>"));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    status: StatusCode,
    is_foreign: bool,
    code: Value,
    texts: Texts,
    details: Value,
    members: Map<String, Value>,
    errors: Vec<Answer>,
    /// It is one of the errors of another answer.
    is_item: bool,
    retry: Option<Advice>,
    retry_fields: Map<String, Value>,
    retry_after: Option<Duration>,
    should_retry: Option<bool>,
}

/// The members that are text.
#[derive(Debug, Clone, Default, PartialEq)]
struct Texts {
    message: Option<String>,
    hint: Option<String>,
    title: Option<String>,
    category: Option<String>,
    docs: Option<String>,
    type_uri: Option<String>,
    variant: Option<String>,
    instance: Option<String>,
    time: Option<String>,
    request_id: Option<String>,
}

impl Answer {
    /// Reads an answer in the shape of an envelope.
    pub fn read(shape: &Shape, status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let mut answer = Self { is_item: false, ..Self::new(status) };
        match &shape.body {
            Body::Empty => {}
            Body::Text => answer.texts.message = excerpt(body),
            Body::Json(node) => {
                // As text, which `serde_json` itself reads into a value:
                // reading bytes would be compiled here once more.
                let text = std::str::from_utf8(body).ok();
                answer.body(node, text.and_then(|text| text.parse().ok()), body);
            }
            Body::Xml(xml) => answer.body(&xml.node, xml::read(xml, body), body),
        }
        answer.headers(headers, &shape.policy);
        answer
    }

    /// One of which nothing is known yet, as an item of another.
    fn new(status: StatusCode) -> Self {
        Self {
            status,
            is_foreign: false,
            code: Value::Null,
            texts: Texts::default(),
            details: Value::Null,
            members: Map::new(),
            errors: Vec::new(),
            is_item: true,
            retry: None,
            retry_fields: Map::new(),
            retry_after: None,
            should_retry: None,
        }
    }

    /// Reads a body, if it could be told apart at all.
    fn body(&mut self, template: &Node, value: Option<Value>, bytes: &[u8]) {
        match value {
            Some(value) => {
                self.is_foreign = !has_shape(template, &value);
                self.node(template, value, None);
                self.take_from_first(template);
            }
            None => self.is_foreign = true,
        }
        if self.is_foreign && self.texts.message.is_none() {
            self.texts.message = excerpt(bytes);
        }
    }

    /// Headers know the delay best, and the request id where no slot has it.
    fn headers(&mut self, headers: &HeaderMap, policy: &Policy) {
        let text = |name| headers.get(name_of(name)?)?.to_str().ok().map(str::trim);
        if let Some(after) = text("retry-after").and_then(delay) {
            self.retry_after = Some(after);
        }
        if self.texts.request_id.is_none() {
            self.texts.request_id = text("x-request-id").map(str::to_owned);
        }
        self.should_retry = policy.should_retry.and_then(text).and_then(|word| word.parse().ok());
    }

    /// The HTTP status.
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Whether the body is not of this envelope: a proxy's page, another
    /// API's error, nothing at all.
    pub const fn is_foreign(&self) -> bool {
        self.is_foreign
    }

    /// The machine code.
    pub fn code(&self) -> Code<'_> {
        match &self.code {
            Value::String(text) => Code::Text(text),
            Value::Number(number) => number.as_i64().map_or(Code::None, Code::Number),
            _ => Code::None,
        }
    }

    /// The public message; of a foreign answer without one its first bytes.
    pub fn message(&self) -> Option<&str> {
        self.texts.message.as_deref()
    }

    /// The hint.
    pub fn hint(&self) -> Option<&str> {
        self.texts.hint.as_deref()
    }

    /// The title.
    pub fn title(&self) -> Option<&str> {
        self.texts.title.as_deref()
    }

    /// The category.
    pub fn category(&self) -> Option<&str> {
        self.texts.category.as_deref()
    }

    /// The link to the documentation.
    pub fn docs(&self) -> Option<&str> {
        self.texts.docs.as_deref()
    }

    /// The request id: from the body, else from `x-request-id`.
    pub fn request_id(&self) -> Option<&str> {
        self.texts.request_id.as_deref()
    }

    /// The details, whatever JSON they are; `null` if there are none.
    pub const fn details(&self) -> &Value {
        &self.details
    }

    /// The members beside those that the envelope's slots name, unknown ones
    /// among them; of an error that stands as the one item of its own list,
    /// that item's.
    pub const fn members(&self) -> &Map<String, Value> {
        &self.members
    }

    /// The errors that the answer lists, in order, or in that of their keys: by
    /// the template of an item, with their own items if they form a tree. Where
    /// the answer itself has no place for a part, such as the code, it is the
    /// first one's.
    pub fn errors(&self) -> &[Self] {
        &self.errors
    }

    /// The problem type.
    pub fn type_uri(&self) -> Option<&str> {
        self.texts.type_uri.as_deref()
    }

    /// The variant's name.
    pub fn variant(&self) -> Option<&str> {
        self.texts.variant.as_deref()
    }

    /// The URI of the request, as the answer tells it.
    pub fn instance(&self) -> Option<&str> {
        self.texts.instance.as_deref()
    }

    /// The time of the answer, as RFC 3339 writes it.
    pub fn time(&self) -> Option<&str> {
        self.texts.time.as_deref()
    }

    /// What the `retry` slot says beside the advice: `when`, `safe`, `token`
    /// and so on; empty if there is nothing more.
    pub const fn retry_fields(&self) -> &Map<String, Value> {
        &self.retry_fields
    }

    /// The retry advice; unstated if the answer has none.
    pub fn retry(&self) -> Advice {
        self.retry.unwrap_or(Advice::Unstated)
    }

    /// The delay before the next attempt: the header's, else the body's.
    pub const fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Whether to retry: as the envelope's header says, else by the advice;
    /// `None` where only a client that knows its request can decide.
    pub fn should_retry(&self) -> Option<bool> {
        let says = |name: &str| self.retry_fields.get(name).and_then(Value::as_str);
        let mut retry = Retry::new(self.retry());
        // A word that is not known yet promises nothing.
        if says("when").is_some_and(|when| when != When::Yes.as_str()) {
            retry.when = When::Maybe;
        }
        match says("safe") {
            None => {}
            Some(safe) if safe == Safe::Always.as_str() => {}
            Some(safe) if safe == Safe::Never.as_str() => retry.safe = Safe::Never,
            Some(_) => retry.safe = Safe::Idempotent,
        }
        self.should_retry.or_else(|| retry.should_retry())
    }
}

impl Text {
    /// Reads an answer of plain text back: its message is the body.
    ///
    /// ```
    /// use error_runtime::Text;
    /// use http::{HeaderMap, StatusCode};
    ///
    /// let answer = Text::parse(StatusCode::GONE, &HeaderMap::new(), b"It is gone");
    /// assert_eq!(answer.message(), Some("It is gone"));
    /// ```
    pub fn parse(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Answer {
        Answer::read(Self::shape(), status, headers, body)
    }
}

impl Empty {
    /// Reads an answer without a body back: its headers alone speak.
    pub fn parse(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Answer {
        Answer::read(Self::shape(), status, headers, body)
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status.as_u16())?;
        if self.code() != Code::None {
            write!(f, " {}", self.code())?;
        }
        self.message().map_or(Ok(()), |message| write!(f, ": {message}"))
    }
}

impl std::error::Error for Answer {}

fn advice(word: &str) -> Option<Advice> {
    use Advice::{Exponential, Linear, Never, Now, Poll};
    [Never, Now, Poll, Linear, Exponential].into_iter().find(|advice| advice.as_str() == word)
}

/// `Retry-After`: whole seconds, or a date.
fn delay(text: &str) -> Option<Duration> {
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let moment = parse_http_date(text)?;
    Some(moment.duration_since(SystemTime::now()).unwrap_or_default())
}

/// The first bytes, as far as they are text.
fn excerpt(body: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(&body[..body.len().min(4 * LONGEST_EXCERPT)]);
    let mut excerpt = String::new();
    for c in text.trim().chars().take(LONGEST_EXCERPT) {
        excerpt.push(c);
    }
    (!excerpt.is_empty()).then_some(excerpt)
}

#[cfg(test)]
mod tests;
