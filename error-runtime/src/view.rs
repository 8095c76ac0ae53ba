//! An error in its envelope, for serializers of any kind.

use crate::out::{Out, flatten, json};
use crate::render::{self, Chosen};
use crate::xml::document;
use crate::{ApiError, Body, Context};
use serde_core::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};
use std::borrow::Cow;
use std::fmt;

/// An error as its body shows it: what
/// [`in_envelope`](crate::ApiError::in_envelope) returns.
///
/// It serializes into any format, its members in the envelope's order; those
/// of an XML envelope, too. A text envelope gives a string, an empty one
/// nothing. Its `Display` is the body itself.
#[derive(Debug, Clone)]
pub struct InEnvelope {
    body: Vec<u8>,
    kind: &'static Body,
}

impl InEnvelope {
    pub(crate) fn new(error: &dyn ApiError, context: Option<&Context>) -> Self {
        let chosen = Chosen::new(error);
        let mut out = Out::json(chosen.shape);
        render::body(&chosen, context, &mut out);
        crate::observe::failures(&out.take_failures());
        Self { body: std::mem::take(out.buffer()), kind: &chosen.shape.body }
    }
}

impl fmt::Display for InEnvelope {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Body::Xml(xml) => f.write_str(&String::from_utf8_lossy(&document(xml, &self.body))),
            _ => f.write_str(&String::from_utf8_lossy(&self.body)),
        }
    }
}

impl Serialize for InEnvelope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.kind {
            Body::Empty => serializer.serialize_unit(),
            Body::Text => serializer.serialize_str(&String::from_utf8_lossy(&self.body)),
            Body::Json(_) | Body::Xml(_) => transcode(&self.body, serializer),
        }
    }
}

/// Hands JSON to a serializer, value by value.
///
/// A map of `serde_json` would lose the order of the members; its reader
/// would lose integers beyond 64 bits, and give up on deep values.
pub(crate) fn transcode<S: Serializer>(json: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    Json(json).serialize(serializer)
}

/// Valid JSON, as a value to be written.
struct Json<'a>(&'a [u8]);

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = self.0.trim_ascii();
        if let Some(entries) = flatten::entries(json) {
            let mut map = serializer.serialize_map(Some(entries.clone().count()))?;
            for (name, value) in entries {
                map.serialize_entry(&*text(name)?, &Json(value))?;
            }
            map.end()
        } else if let Some(items) = flatten::items(json) {
            let mut list = serializer.serialize_seq(Some(items.clone().count()))?;
            for item in items {
                list.serialize_element(&Json(item))?;
            }
            list.end()
        } else {
            scalar(json, serializer)
        }
    }
}

fn scalar<S: Serializer>(json: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    match json {
        b"null" => return serializer.serialize_unit(),
        b"true" => return serializer.serialize_bool(true),
        b"false" => return serializer.serialize_bool(false),
        [b'"', inside @ .., b'"'] => return serializer.serialize_str(&text(inside)?),
        _ => {}
    }
    let number = std::str::from_utf8(json).map_err(S::Error::custom)?;
    if let Ok(number) = number.parse::<u64>() {
        serializer.serialize_u64(number)
    } else if let Ok(number) = number.parse::<i64>() {
        serializer.serialize_i64(number)
    } else if let Ok(number) = number.parse::<u128>() {
        serializer.serialize_u128(number)
    } else if let Ok(number) = number.parse::<i128>() {
        serializer.serialize_i128(number)
    } else {
        float(number, serializer)
    }
}

/// The shortest text of an `f32` is not always that of the same `f64`, so it
/// goes on as the one that it has been.
fn float<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let double: f64 = text.parse().map_err(S::Error::custom)?;
    match text.parse::<f32>() {
        Ok(single) if !writes(&double, text) && writes(&single, text) => {
            serializer.serialize_f32(single)
        }
        _ => serializer.serialize_f64(double),
    }
}

fn writes<T: Serialize>(value: &T, text: &str) -> bool {
    let mut bytes = Vec::new();
    json::write(value, &mut bytes).is_ok() && bytes == text.as_bytes()
}

/// The text of a JSON string, which stands between its quotes.
fn text<E: serde_core::ser::Error>(inside: &[u8]) -> Result<Cow<'_, str>, E> {
    if !inside.contains(&b'\\') {
        return std::str::from_utf8(inside).map(Cow::Borrowed).map_err(E::custom);
    }
    let quoted = [b"\"", inside, b"\""].concat();
    serde_json::from_slice(&quoted).map(Cow::Owned).map_err(E::custom)
}
