//! Reading an answer back, by the template that wrote it.

use crate::civil::parse_http_date;
use crate::{Advice, Body, Code, Member, Node, Policy, Shape, Slot};
use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value};
use std::fmt;
use std::time::{Duration, SystemTime};

/// How much of a foreign body is kept as the message.
const LONGEST_EXCERPT: usize = 200;

/// An error's answer, as a client received it.
///
/// [`envelope!`](crate::envelope) gives every envelope a `parse` that makes
/// one. Nothing is required of the answer: a code that is unknown is kept, a
/// member that is unknown is among the [`members`](Self::members), a member of
/// the wrong type is ignored, and what is no JSON at all gives the status and
/// the first bytes as message.
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
    retry: Option<Advice>,
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
    request_id: Option<String>,
}

impl Answer {
    /// Reads an answer in the shape of an envelope.
    pub fn read(shape: &Shape, status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let mut answer = Self {
            status,
            is_foreign: false,
            code: Value::Null,
            texts: Texts::default(),
            details: Value::Null,
            members: Map::new(),
            retry: None,
            retry_after: None,
            should_retry: None,
        };
        match &shape.body {
            Body::Empty | Body::Xml(_) => {}
            Body::Text => answer.texts.message = excerpt(body),
            Body::Json(node) => match serde_json::from_slice(body) {
                Ok(value) => {
                    answer.is_foreign = !has_shape(node, &value);
                    answer.node(node, value);
                }
                Err(_) => {
                    answer.is_foreign = true;
                    answer.texts.message = excerpt(body);
                }
            },
        }
        answer.headers(headers, &shape.policy);
        answer
    }

    fn node(&mut self, node: &Node, value: Value) {
        match (node, value) {
            (Node::Slot { slot, .. }, value) => self.slot(*slot, value),
            (Node::Object(members), Value::Object(map)) => self.object(members, map),
            (Node::Array(nodes), Value::Array(values)) => {
                nodes.iter().zip(values).for_each(|(node, value)| self.node(node, value));
            }
            _ => {}
        }
    }

    fn object(&mut self, members: &[Member], mut map: Map<String, Value>) {
        for member in members {
            if let Member::Named { name, value, .. } = member {
                if let Some(found) = map.remove(*name) {
                    self.node(value, found);
                }
            }
        }
        // What the template does not know is kept, wherever it stood.
        for (name, value) in map {
            self.members.entry(name).or_insert(value);
        }
    }

    fn slot(&mut self, slot: Slot, value: Value) {
        let texts = &mut self.texts;
        match (slot, value) {
            (_, Value::Null) => {}
            (Slot::Code, value @ (Value::String(_) | Value::Number(_))) => self.code = value,
            (Slot::Message, Value::String(text)) => texts.message = Some(text),
            (Slot::Hint, Value::String(text)) => texts.hint = Some(text),
            (Slot::Title, Value::String(text)) => texts.title = Some(text),
            (Slot::Category, Value::String(text)) => texts.category = Some(text),
            (Slot::Docs, Value::String(text)) => texts.docs = Some(text),
            (Slot::RequestId, Value::String(text)) => texts.request_id = Some(text),
            (Slot::Details, value) => self.details = value,
            (Slot::Member(name), value) => {
                self.members.insert(name.to_owned(), value);
            }
            (Slot::Members, Value::Object(map)) => self.members.extend(map),
            (Slot::Retry, Value::String(word)) => self.retry = advice(&word),
            (Slot::Retry, Value::Object(map)) => {
                self.retry = map.get("advice").and_then(Value::as_str).and_then(advice);
            }
            (Slot::RetryAfter, value) => {
                let seconds = value.as_u64().or_else(|| value.as_str()?.parse().ok());
                self.retry_after = seconds.map(Duration::from_secs);
            }
            _ => {}
        }
    }

    /// Headers know the delay best, and the request id where no slot has it.
    fn headers(&mut self, headers: &HeaderMap, policy: &Policy) {
        let text = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
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

    /// The public message; of a foreign answer its first bytes.
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
    /// among them.
    pub const fn members(&self) -> &Map<String, Value> {
        &self.members
    }

    /// The retry advice; unstated if the answer has none.
    pub fn retry(&self) -> Advice {
        self.retry.unwrap_or(Advice::Unstated)
    }

    /// The delay before the next attempt: the header's, else the body's.
    pub const fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Whether to retry: as the envelope's header says, else by the advice.
    pub fn should_retry(&self) -> Option<bool> {
        self.should_retry.or_else(|| crate::Retry::new(self.retry()).should_retry())
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

/// Whether the value has the members that the template always writes.
fn has_shape(node: &Node, value: &Value) -> bool {
    match (node, value) {
        (Node::Object(members), Value::Object(map)) => members.iter().all(|member| match member {
            Member::Named { name, optional: false, value, .. } => {
                map.get(*name).is_some_and(|found| has_shape(value, found))
            }
            _ => true,
        }),
        (Node::Array(_), value) => value.is_array(),
        (Node::Object(_), _) => false,
        _ => true,
    }
}

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
    let text: String = text.trim().chars().take(LONGEST_EXCERPT).collect();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests;
