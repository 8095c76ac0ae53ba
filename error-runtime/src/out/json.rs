//! A serializer that writes what `serde_json` writes.
//!
//! It exists because it is not generic: all of it is compiled here, once,
//! and a crate that declares errors instantiates only its own types'
//! `Serialize`. `serde_json`'s is generic over the writer, which costs every
//! such crate about half a second in release.

use super::compound::Compound;
use super::escape::{escape, quote};
use serde_core::ser::{self, Serialize};
use std::fmt::{self, Display, Write as _};

/// The names under which `serde_json` hands out text that is JSON already:
/// `RawValue`, and `Number` under `arbitrary_precision`.
const VERBATIM: &str = "$serde_json::private::";

/// Appends `value` as JSON. On an error some of it may have been written.
pub(crate) fn write<T: Serialize + ?Sized>(value: &T, bytes: &mut Vec<u8>) -> Result<(), Error> {
    value.serialize(Json { bytes })
}

/// The value as JSON, to be kept; nothing if it fails to serialize.
pub(crate) fn text<T: Serialize + ?Sized>(value: &T) -> Option<Box<str>> {
    let mut bytes = Vec::new();
    let result = write(value, &mut bytes);
    if result.is_ok() { kept(bytes) } else { None }
}

/// The same by way of `serde_json`'s own value, which sorts maps as they are:
/// what is equal has one text.
pub(crate) fn sorted<T: Serialize + ?Sized>(value: &T) -> Option<Box<str>> {
    let value = serde_json::to_value(value).ok()?;
    text(&value)
}

// Apart from the generic function, so that it is compiled once.
fn kept(bytes: Vec<u8>) -> Option<Box<str>> {
    // What serializes itself as nothing is no JSON.
    let text = String::from_utf8(bytes).ok()?;
    if text.is_empty() { None } else { Some(text.into()) }
}

/// Why a value could not be serialized.
#[derive(Debug)]
pub(crate) struct Error(pub(crate) Box<str>);

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl ser::Error for Error {
    fn custom<T: Display>(message: T) -> Self {
        Self::told(&message)
    }
}

impl Error {
    // Apart from the generic method, so that it is compiled once.
    fn told(message: &dyn Display) -> Self {
        let mut text = String::new();
        // A message that fails to format is no reason to panic.
        let _ = write!(text, "{message}");
        Self(text.into())
    }
}

pub(crate) struct Json<'a> {
    pub(crate) bytes: &'a mut Vec<u8>,
}

impl<'a> Json<'a> {
    fn raw(self, text: &[u8]) {
        self.bytes.extend_from_slice(text);
    }

    fn integer(self, value: impl itoa::Integer) {
        self.raw(itoa::Buffer::new().format(value).as_bytes());
    }

    fn open(self, open: u8, close: &'static [u8]) -> Compound<'a> {
        self.bytes.push(open);
        Compound::new(self.bytes, close)
    }

    fn variant(self, variant: &str) -> Self {
        self.bytes.push(b'{');
        quote(variant, self.bytes);
        self.bytes.push(b':');
        self
    }
}

macro_rules! integers {
    ($($method:ident $ty:ty,)*) => {$(
        fn $method(self, value: $ty) -> Result<(), Error> {
            self.integer(value);
            Ok(())
        }
    )*};
}

impl<'a> ser::Serializer for Json<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Compound<'a>;
    type SerializeTuple = Compound<'a>;
    type SerializeTupleStruct = Compound<'a>;
    type SerializeTupleVariant = Compound<'a>;
    type SerializeMap = Compound<'a>;
    type SerializeStruct = Compound<'a>;
    type SerializeStructVariant = Compound<'a>;

    integers! {
        serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64,
        serialize_i128 i128,
        serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64,
        serialize_u128 u128,
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.raw(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        serde_json::to_writer(self.bytes, &value).map_err(ser::Error::custom)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        serde_json::to_writer(self.bytes, &value).map_err(ser::Error::custom)
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        quote(value, self.bytes);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        let mut list = self.open(b'[', b"]");
        for byte in value {
            list.element(byte)?;
        }
        list.finish()
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.raw(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let json = self.variant(variant);
        value.serialize(Json { bytes: json.bytes })?;
        json.raw(b"}");
        Ok(())
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Compound<'a>, Error> {
        Ok(self.open(b'[', b"]"))
    }

    fn serialize_tuple(self, _len: usize) -> Result<Compound<'a>, Error> {
        Ok(self.open(b'[', b"]"))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Compound<'a>, Error> {
        Ok(self.open(b'[', b"]"))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Compound<'a>, Error> {
        Ok(self.variant(variant).open(b'[', b"]}"))
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Compound<'a>, Error> {
        Ok(self.open(b'{', b"}"))
    }

    fn serialize_struct(self, name: &'static str, _len: usize) -> Result<Compound<'a>, Error> {
        if name.starts_with(VERBATIM) {
            return Ok(Compound::new(self.bytes, b""));
        }
        Ok(self.open(b'{', b"}"))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Compound<'a>, Error> {
        Ok(self.variant(variant).open(b'{', b"}}"))
    }

    // With less to compile for each kind of list than what the trait provides.
    fn collect_seq<I: IntoIterator<Item: Serialize>>(self, items: I) -> Result<(), Error> {
        let mut list = self.open(b'[', b"]");
        for item in items {
            list.element(&item)?;
        }
        list.finish()
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.display(format_args!("{value}"))
    }
}

impl Json<'_> {
    // Apart from the generic method, so that it is compiled once.
    fn display(self, arguments: fmt::Arguments<'_>) -> Result<(), Error> {
        struct Escaped<'a>(&'a mut Vec<u8>);
        impl fmt::Write for Escaped<'_> {
            fn write_str(&mut self, text: &str) -> fmt::Result {
                escape(text, self.0);
                Ok(())
            }
        }
        self.bytes.push(b'"');
        if fmt::write(&mut Escaped(self.bytes), arguments).is_err() {
            return Err(Error("its `Display` failed".into()));
        }
        self.bytes.push(b'"');
        Ok(())
    }
}
