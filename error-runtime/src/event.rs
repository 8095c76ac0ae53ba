//! Server-sent events: what an error is once a stream has begun.
//!
//! Each error can become one; what only streams call is `#[inline]`, compiled
//! where it is called.

mod frameworks;
#[cfg(feature = "stream")]
mod stream;

#[cfg(feature = "stream")]
pub use self::stream::EventStream;

use crate::out::Out;
use crate::render::{self, Chosen};
use crate::{ApiError, Body, Context, Shape, http, xml};
use bytes::Bytes;
use std::borrow::Cow;
use std::fmt;

/// The name of an error's event, where the envelope states none.
const ERROR: &str = "error";

/// One server-sent event.
///
/// An error becomes one by [`ApiError::event`]; its other events are made
/// here. Its `Display`, and its bytes, are the event on the wire, with the
/// blank line that ends it. Data of several lines is written as several
/// `data` lines, whatever ends them, and read back as one text.
///
/// ```
/// use error_runtime::Event;
///
/// let event = Event::new("first\nsecond").named("progress").with_id("7");
/// assert_eq!(event.to_string(), "event: progress\nid: 7\ndata: first\ndata: second\n\n");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    name: Option<Cow<'static, str>>,
    id: Option<String>,
    data: String,
}

impl Event {
    /// An event with this data and no name: a `message` to who listens.
    pub fn new(data: impl Into<String>) -> Self {
        Self { name: None, id: None, data: data.into() }
    }

    /// The same with this name, of which the first line counts.
    #[must_use]
    pub fn named(self, name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: Some(one_line(name.into())), ..self }
    }

    /// The same with this id, which the client sends as `Last-Event-ID` when
    /// it comes back. The first line counts.
    #[must_use]
    pub fn with_id(self, id: impl Into<String>) -> Self {
        Self { id: Some(one_line(Cow::Owned(id.into())).into_owned()), ..self }
    }

    /// The name, if it has one.
    #[inline]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The id, if it has one.
    #[inline]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The data.
    #[inline]
    pub fn data(&self) -> &str {
        &self.data
    }

    /// The event of an error in this envelope.
    pub(crate) fn of(
        error: &dyn ApiError,
        row: usize,
        shape: Option<&'static Shape>,
        context: Option<&Context>,
    ) -> Self {
        let mut failures = Vec::new();
        let mut chosen = Chosen::of_row(error, row, error.shape(), &mut failures);
        // What is asked for here is meant, also where a row has its own.
        chosen.shape = shape.unwrap_or(chosen.shape);
        let shape = chosen.shape;
        let mut out = Out::json(shape);
        render::body(&chosen, context, &mut out);
        failures.append(&mut out.take_failures());
        let body = std::mem::take(out.buffer());
        let data = match &shape.body {
            Body::Xml(template) => xml::document(template, &body),
            _ => body,
        };
        http::report_apart(&chosen, context, &failures);
        let data = match String::from_utf8(data) {
            Ok(data) => data,
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        };
        let name = one_line(Cow::Borrowed(shape.policy.event.unwrap_or(ERROR)));
        Self { name: Some(name), id: None, data }
    }
}

/// A name ends where its line does.
fn one_line(text: Cow<'static, str>) -> Cow<'static, str> {
    match find(&text, b"\r\n\0") {
        Some(end) => Cow::Owned(text[..end].to_owned()),
        None => text,
    }
}

/// Where the first of these ASCII characters stands.
fn find(text: &str, ends: &[u8]) -> Option<usize> {
    for (at, byte) in text.as_bytes().iter().enumerate() {
        if ends.contains(byte) {
            return Some(at);
        }
    }
    None
}

/// The lines of a text, whatever ends them; one that is empty has one.
#[inline]
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = find(text, b"\r\n") else { return rest.take() };
        let ending = if text[end..].starts_with("\r\n") { 2 } else { 1 };
        rest = Some(&text[end + ending..]);
        Some(&text[..end])
    })
}

/// The event on the wire.
impl fmt::Display for Event {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = &self.name {
            writeln!(f, "event: {name}")?;
        }
        if let Some(id) = &self.id {
            writeln!(f, "id: {id}")?;
        }
        for line in lines(&self.data) {
            writeln!(f, "data: {line}")?;
        }
        writeln!(f)
    }
}

/// The event on the wire: for any framework whose bodies are streams of bytes.
impl From<Event> for Bytes {
    #[inline]
    fn from(event: Event) -> Self {
        event.to_string().into()
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, lines};
    use bytes::Bytes;

    #[test]
    fn lines_end_as_the_specification_says() {
        let of = |text| lines(text).collect::<Vec<_>>();
        assert_eq!(of(""), [""]);
        assert_eq!(of("a"), ["a"]);
        assert_eq!(of("a\nb\rc\r\nd"), ["a", "b", "c", "d"]);
        assert_eq!(of("\n"), ["", ""]);
        assert_eq!(of("a\r\r\n\nb\n"), ["a", "", "", "b", ""]);
    }

    #[test]
    fn nothing_in_an_event_can_end_it() {
        let event = Event::new("a\n\nevent: evil\ndata: x\r\r\n")
            .named("ok\nevent: evil")
            .with_id("1\r\n\r\ndata: x");
        let expected = "event: ok\nid: 1\ndata: a\ndata: \ndata: event: evil\ndata: data: x\n\
                        data: \ndata: \n\n";
        assert_eq!(event.to_string(), expected);
        assert_eq!(Bytes::from(event), expected);
    }
}
