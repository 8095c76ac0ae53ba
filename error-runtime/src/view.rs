//! An error in its envelope, for serializers of any kind.

use crate::out::Out;
use crate::render::{self, Chosen};
use crate::{ApiError, Body, Context};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};
use std::cell::RefCell;
use std::fmt;

/// An error as its body shows it: what
/// [`in_envelope`](crate::ApiError::in_envelope) returns.
///
/// It serializes into any format, its members in the envelope's order. A text
/// envelope gives a string, an empty one nothing. Its `Display` is the body
/// itself.
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
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.body))
    }
}

impl Serialize for InEnvelope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.kind {
            Body::Empty => serializer.serialize_unit(),
            Body::Text => serializer.serialize_str(&String::from_utf8_lossy(&self.body)),
            Body::Json(_) => transcode(&self.body, serializer),
        }
    }
}

/// Hands JSON to a serializer, value by value: a map of `serde_json` would
/// lose the order of the members.
pub(crate) fn transcode<S: Serializer>(json: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    let mut json = serde_json::Deserializer::from_slice(json);
    Forward::new(&mut json).serialize(serializer)
}

/// A value that is still to be read, as one to be written.
struct Forward<D>(RefCell<Option<D>>);

impl<D> Forward<D> {
    fn new(from: D) -> Self {
        Self(RefCell::new(Some(from)))
    }
}

impl<'de, D: Deserializer<'de>> Serialize for Forward<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A serializer that asks twice finds nothing more.
        let Some(from) = self.0.borrow_mut().take() else {
            return Err(S::Error::custom("the value has been serialized already"));
        };
        from.deserialize_any(To(serializer)).map_err(S::Error::custom)
    }
}

struct To<S>(S);

macro_rules! scalars {
    ($($visit:ident $serialize:ident $ty:ty,)*) => {$(
        fn $visit<E: de::Error>(self, value: $ty) -> Result<S::Ok, E> {
            self.0.$serialize(value).map_err(E::custom)
        }
    )*};
}

impl<'de, S: Serializer> Visitor<'de> for To<S> {
    type Value = S::Ok;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    scalars! {
        visit_bool serialize_bool bool,
        visit_i64 serialize_i64 i64,
        visit_u64 serialize_u64 u64,
        visit_f64 serialize_f64 f64,
        visit_str serialize_str &str,
    }

    fn visit_unit<E: de::Error>(self) -> Result<S::Ok, E> {
        self.0.serialize_unit().map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<S::Ok, A::Error> {
        let mut to = self.0.serialize_seq(items.size_hint()).map_err(de::Error::custom)?;
        while items.next_element_seed(Item(&mut to))?.is_some() {}
        to.end().map_err(de::Error::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<S::Ok, A::Error> {
        let mut to = self.0.serialize_map(entries.size_hint()).map_err(de::Error::custom)?;
        while entries.next_key_seed(Key(&mut to))?.is_some() {
            entries.next_value_seed(Value(&mut to))?;
        }
        to.end().map_err(de::Error::custom)
    }
}

macro_rules! seeds {
    ($($name:ident $trait:ident $method:ident,)*) => {$(
        struct $name<'a, S>(&'a mut S);

        impl<'de, S: $trait> DeserializeSeed<'de> for $name<'_, S> {
            type Value = ();

            fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
                self.0.$method(&Forward::new(from)).map_err(de::Error::custom)
            }
        }
    )*};
}

seeds! {
    Item SerializeSeq serialize_element,
    Key SerializeMap serialize_key,
    Value SerializeMap serialize_value,
}
