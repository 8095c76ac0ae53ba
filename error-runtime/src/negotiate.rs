//! The forms that an answer may have.

#[cfg(feature = "layer")]
mod accept;

#[cfg(feature = "layer")]
pub(crate) use accept::choose;

use crate::Shape;
use http::{HeaderMap, HeaderValue, header};

/// Without a layer nobody knows what the client likes.
#[cfg(not(feature = "layer"))]
pub(crate) fn choose(_: &'static Shape, _: &[u8]) -> Choice {
    Choice::Declared
}

/// The form of an answer.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "layer"), expect(dead_code, reason = "only for a layer there is one"))]
pub(crate) enum Choice {
    /// As the envelope has it.
    Declared,
    /// The same bytes, under their family's plain name.
    Plain(&'static str),
    /// By the envelope's XML.
    Xml(&'static Shape, Option<&'static str>),
}

impl Choice {
    /// The media type that is said in place of the shape's own.
    fn content_type(self) -> Option<&'static str> {
        match self {
            Self::Declared => None,
            Self::Plain(name) => Some(name),
            Self::Xml(_, name) => name,
        }
    }

    /// Says in the headers what was chosen, and that there was a choice.
    pub(crate) fn write(self, shape: &Shape, headers: &mut HeaderMap) {
        if !varies(shape) {
            return;
        }
        if let (Some(name), true) =
            (self.content_type(), headers.contains_key(header::CONTENT_TYPE))
        {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(name));
        }
        let accept = HeaderValue::from_static("accept");
        if !headers.get_all(header::VARY).iter().any(|vary| *vary == accept) {
            headers.append(header::VARY, accept);
        }
    }
}

const JSON: &str = "application/json";
const XML: &str = "application/xml";

/// Whether answers of this shape have more than one form.
pub(crate) fn varies(shape: &Shape) -> bool {
    shape.policy.xml.is_some() || plain(&shape.content_type).is_some()
}

/// The plain name of a media type such as `application/problem+json`.
fn plain(content_type: &HeaderValue) -> Option<&'static str> {
    let name = essence(content_type.as_bytes());
    if ends_with(name, b"+json") {
        Some(JSON)
    } else if ends_with(name, b"+xml") {
        Some(XML)
    } else {
        None
    }
}

fn ends_with(name: &[u8], end: &[u8]) -> bool {
    name.len() > end.len() && name[name.len() - end.len()..].eq_ignore_ascii_case(end)
}

/// A media type without its parameters.
pub(crate) fn essence(media_type: &[u8]) -> &[u8] {
    media_type.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii()
}
