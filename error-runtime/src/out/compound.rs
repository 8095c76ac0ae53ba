//! The arrays and objects of a value while they are written.

use super::escape::{quote, unquote};
use super::json::{Error, Json};
use serde_core::de::IgnoredAny;
use serde_core::ser::{self, Serialize};

/// An array or object being written; `close` is empty for text that is JSON
/// already.
///
/// A `Serialize` may go on after a part of it has failed, so what fails is
/// taken back at once.
pub(crate) struct Compound<'a> {
    bytes: &'a mut Vec<u8>,
    first: bool,
    /// Where the entry begins whose key is written and whose value is not.
    key: Option<usize>,
    close: &'static [u8],
}

impl<'a> Compound<'a> {
    pub(super) fn new(bytes: &'a mut Vec<u8>, close: &'static [u8]) -> Self {
        Self { bytes, first: true, key: None, close }
    }

    /// Where the entry begins, its comma included.
    fn begin(&mut self) -> usize {
        let start = self.bytes.len();
        if !self.first {
            self.bytes.push(b',');
        }
        self.first = false;
        start
    }

    /// Takes the entry back if it has failed.
    fn settle(&mut self, start: usize, result: Result<(), Error>) -> Result<(), Error> {
        if result.is_err() {
            self.first = self.bytes.get(start) != Some(&b',');
            self.bytes.truncate(start);
        }
        result
    }

    pub(super) fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let start = self.begin();
        let result = value.serialize(Json { bytes: self.bytes });
        self.settle(start, result)
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        if self.close.is_empty() {
            let mut text = Vec::new();
            value.serialize(Json { bytes: &mut text })?;
            return self.verbatim(&text);
        }
        let start = self.begin();
        quote(name, self.bytes);
        self.bytes.push(b':');
        let result = value.serialize(Json { bytes: self.bytes });
        self.settle(start, result)
    }

    /// Any type may go by the name that marks such text, so it is looked at.
    fn verbatim(&mut self, text: &[u8]) -> Result<(), Error> {
        let json = match std::str::from_utf8(text) {
            Ok(text) => unquote(text),
            Err(_) => None,
        };
        let Some(json) = json else { return Err(Error("it is no text that is JSON".into())) };
        serde_json::from_str::<IgnoredAny>(&json).map_err(ser::Error::custom)?;
        if !std::mem::take(&mut self.first) {
            return Err(Error("a value stands there already".into()));
        }
        self.bytes.extend_from_slice(json.as_bytes());
        Ok(())
    }

    /// Keys that are numbers or truth values are quoted; others must be text.
    fn close_key(&mut self, start: usize) -> Result<(), Error> {
        match self.bytes.get(start) {
            Some(b'"') => {}
            Some(b'-' | b'0'..=b'9' | b't' | b'f') => {
                self.bytes.insert(start, b'"');
                self.bytes.push(b'"');
            }
            _ => return Err(Error("key must be a string".into())),
        }
        self.bytes.push(b':');
        Ok(())
    }

    pub(super) fn finish(self) -> Result<(), Error> {
        if self.key.is_some() {
            return Err(Error("a key has no value".into()));
        }
        if self.close.is_empty() && self.first {
            return Err(Error("there is no value".into()));
        }
        self.bytes.extend_from_slice(self.close);
        Ok(())
    }
}

macro_rules! elements {
    ($($trait:ident $method:ident,)*) => {$(
        impl ser::$trait for Compound<'_> {
            type Ok = ();
            type Error = Error;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.element(value)
            }
            fn end(self) -> Result<(), Error> {
                self.finish()
            }
        }
    )*};
}

elements! {
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field,
}

macro_rules! fields {
    ($($trait:ident,)*) => {$(
        impl ser::$trait for Compound<'_> {
            type Ok = ();
            type Error = Error;
            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Error> {
                self.field(name, value)
            }
            fn end(self) -> Result<(), Error> {
                self.finish()
            }
        }
    )*};
}

fields! { SerializeStruct, SerializeStructVariant, }

impl ser::SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        if self.key.is_some() {
            return Err(Error("a key has no value".into()));
        }
        let start = self.begin();
        let from = self.bytes.len();
        let result = key.serialize(Json { bytes: self.bytes }).and_then(|()| self.close_key(from));
        self.key = result.is_ok().then_some(start);
        self.settle(start, result)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let Some(start) = self.key.take() else {
            return Err(Error("a value has no key".into()));
        };
        let result = value.serialize(Json { bytes: self.bytes });
        self.settle(start, result)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}
