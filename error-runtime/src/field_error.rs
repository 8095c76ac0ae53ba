//! One thing that is wrong with one field of a request.

use crate::out::{json, quote};
use crate::{ApiError, Code, Declared, FieldSpec, Keep, Out, Part, Parts, Spec, Table};
use serde_core::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt::{self, Write as _};

/// One thing that is wrong with one field of a request: an item for
/// `#[api(errors)]`, as `validator`, `garde` and `serde_path_to_error` give
/// them under the features of those names.
///
/// It has a public message and, where one is known, a code. Its members are
/// `pointer`, a JSON pointer as a URI fragment; `loc`, the path as a list;
/// `field`, the path in words; and `params`, if there are any. Of a request as
/// a whole there is no `field`. The envelope's `field_case` applies to these
/// four names, as to those of a type's fields, and not to the names of the
/// request's fields and of parameters. It has no status of its own: in a list
/// it has that of the answer.
///
/// ```
/// use error_runtime::{ApiError, FieldError};
///
/// let error = FieldError::new(["items"], "must not be empty").at(0).at("name").with_code("empty");
/// assert_eq!(error.pointer(), "#/items/0/name");
/// assert_eq!(error.field(), "items[0].name");
/// assert_eq!(error.message(), "must not be empty");
/// assert_eq!(error.code(), "empty");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct FieldError {
    path: Vec<PathSegment>,
    code: Option<Cow<'static, str>>,
    message: Cow<'static, str>,
    /// Each name with its JSON.
    params: Vec<(Cow<'static, str>, Box<str>)>,
    /// The message is told by an error of another crate, or of it.
    foreign: bool,
}

/// One step on the way to a field.
///
/// ```
/// use error_runtime::PathSegment;
///
/// assert_eq!(PathSegment::from("name"), PathSegment::Name("name".into()));
/// assert_eq!(PathSegment::from(0), PathSegment::Index(0));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PathSegment {
    /// Into a member of this name.
    Name(Cow<'static, str>),
    /// Into the element at this place, counted from 0.
    Index(usize),
}

impl FieldError {
    /// What is wrong with the field at the end of this path; of an empty path,
    /// with the request as a whole. The message is public.
    #[inline]
    pub fn new<P>(path: P, message: impl Into<Cow<'static, str>>) -> Self
    where
        P: IntoIterator,
        P::Item: Into<PathSegment>,
    {
        let steps = path.into_iter();
        let mut path = Vec::with_capacity(steps.size_hint().0);
        for step in steps {
            path.push(step.into());
        }
        Self { path, code: None, message: message.into(), params: Vec::new(), foreign: false }
    }

    /// With a message that stands for another crate's error, or is its text,
    /// and no declared one.
    #[inline]
    pub(crate) fn foreign(self) -> Self {
        Self { foreign: true, ..self }
    }

    /// One step further into the field.
    #[must_use]
    #[inline]
    pub fn at(mut self, segment: impl Into<PathSegment>) -> Self {
        self.path.push(segment.into());
        self
    }

    /// With this machine code.
    #[must_use]
    #[inline]
    pub fn with_code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// With this parameter of the rule that is broken, such as a limit. It is
    /// public. A value that fails to serialize is left out.
    #[must_use]
    #[inline]
    pub fn with_param<T: Serialize + ?Sized>(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: &T,
    ) -> Self {
        let name = name.into();
        if let Some(json) = json::sorted(value) {
            self.params.retain(|(other, _)| *other != name);
            self.params.push((name, json));
        }
        self
    }

    /// The way to the field.
    #[inline]
    pub fn path(&self) -> &[PathSegment] {
        &self.path
    }

    /// The field as a JSON pointer in the form of a URI fragment (RFC 6901,
    /// section 6).
    #[inline]
    pub fn pointer(&self) -> String {
        let mut pointer = String::from("#");
        for segment in &self.path {
            pointer.push('/');
            match segment {
                PathSegment::Name(name) => write_reference(name, &mut pointer),
                // Writing into a string cannot fail.
                PathSegment::Index(index) => drop(write!(pointer, "{index}")),
            }
        }
        pointer
    }

    /// The field in words: `items[0].name`. Empty for a request as a whole.
    #[inline]
    pub fn field(&self) -> String {
        let mut field = String::new();
        for (at, segment) in self.path.iter().enumerate() {
            match segment {
                PathSegment::Name(name) => {
                    if at > 0 {
                        field.push('.');
                    }
                    field.push_str(name);
                }
                PathSegment::Index(index) => drop(write!(field, "[{index}]")),
            }
        }
        field
    }

    /// The parameters as an object of JSON.
    #[inline]
    fn params(&self) -> String {
        let mut object = vec![b'{'];
        for (at, (name, json)) in self.params.iter().enumerate() {
            if at > 0 {
                object.push(b',');
            }
            quote(name, &mut object);
            object.push(b':');
            object.extend_from_slice(json.as_bytes());
        }
        object.push(b'}');
        String::from_utf8(object).unwrap_or_default()
    }

    #[inline]
    fn write_members(&self, out: &mut Out) {
        out.field("pointer", Keep::Default, &self.pointer());
        out.field("loc", Keep::Empty, &self.path);
        if !self.path.is_empty() {
            out.field("field", Keep::Default, &self.field());
        }
        if !self.params.is_empty() {
            out.field_json("params", &self.params());
        }
    }
}

/// Appends a token of a pointer, escaped as a part of a URI's fragment.
#[inline]
fn write_reference(name: &str, pointer: &mut String) {
    for byte in name.bytes() {
        match byte {
            b'~' => pointer.push_str("~0"),
            b'/' => pointer.push_str("~1"),
            // What RFC 3986 allows in a fragment.
            _ if byte.is_ascii_alphanumeric() || b"-._!$&'()*+,;=:@?".contains(&byte) => {
                pointer.push(char::from(byte));
            }
            _ => drop(write!(pointer, "%{byte:02X}")),
        }
    }
}

impl fmt::Display for FieldError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message)
    }
}

impl std::error::Error for FieldError {}

impl ApiError for FieldError {
    #[inline]
    fn specs(&self) -> &'static [Spec] {
        Self::SPECS
    }

    #[inline]
    fn row(&self) -> usize {
        usize::from(self.foreign)
    }

    #[inline]
    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        match part {
            Part::Message(out) => out.text(&self.message),
            Part::Code(code) => *code = self.code.as_deref().map(Code::Text),
            Part::Members(out) => self.write_members(out),
            _ => {}
        }
    }
}

const ROW: Spec = Spec {
    variant: "FieldError",
    module: module_path!(),
    members: &[
        FieldSpec::by_default("pointer", "String"),
        FieldSpec::by_default("loc", "Vec<PathSegment>"),
        FieldSpec::by_default("field", "Option<String>"),
        FieldSpec::by_default("params", "Option<Map<String, Value>>"),
    ],
    dynamic: Parts::MESSAGE.and(Parts::CODE).and(Parts::MEMBERS),
    ..Spec::EMPTY
};

impl Declared for FieldError {
    const SPECS: &'static [Spec] = &[
        ROW,
        // Of an error of another crate, which a 5xx hides.
        Spec { dynamic: ROW.dynamic.and(Parts::DISPLAY), ..ROW },
    ];

    #[inline]
    fn table() -> Table {
        Table::of::<Self>()
    }
}

impl From<usize> for PathSegment {
    #[inline]
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

impl From<&'static str> for PathSegment {
    #[inline]
    fn from(name: &'static str) -> Self {
        Self::Name(Cow::Borrowed(name))
    }
}

impl From<String> for PathSegment {
    #[inline]
    fn from(name: String) -> Self {
        Self::Name(Cow::Owned(name))
    }
}

impl From<Cow<'static, str>> for PathSegment {
    #[inline]
    fn from(name: Cow<'static, str>) -> Self {
        Self::Name(name)
    }
}

/// A text or a number.
impl Serialize for PathSegment {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Name(name) => serializer.serialize_str(name),
            Self::Index(index) => index.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldError, PathSegment};
    use crate::{ApiError, Code};

    #[test]
    fn pointers_are_those_of_the_rfc() {
        // RFC 6901, section 6.
        let examples = [
            ("", "#/"),
            ("foo", "#/foo"),
            ("a/b", "#/a~1b"),
            ("c%d", "#/c%25d"),
            ("e^f", "#/e%5Ef"),
            ("g|h", "#/g%7Ch"),
            ("i\\j", "#/i%5Cj"),
            ("k\"l", "#/k%22l"),
            (" ", "#/%20"),
            ("m~n", "#/m~0n"),
            ("\u{e9}", "#/%C3%A9"),
        ];
        for (name, pointer) in examples {
            assert_eq!(FieldError::new([name], "x").pointer(), pointer);
        }
        assert_eq!(FieldError::new(["foo"], "x").at(0).pointer(), "#/foo/0");
        assert_eq!(FieldError::new([0; 0], "x").pointer(), "#");
    }

    /// A member's name may be empty.
    #[test]
    fn each_step_is_told() {
        let field = |path: &[&'static str]| FieldError::new(path.iter().copied(), "x").field();
        assert_eq!(field(&["", "a"]), ".a");
        assert_eq!(field(&["a", "", "b"]), "a..b");
        assert_eq!((field(&["a"]), field(&[""])), ("a".to_owned(), String::new()));
    }

    #[test]
    fn members_tell_the_place() {
        #[derive(serde::Serialize)]
        struct Range {
            min: u8,
            max: f64,
        }

        let error = FieldError::new([0], "too \"long\"")
            .at(String::from("a.b"))
            .with_param("max", &1)
            .with_param("max", &2)
            .with_param("bad", &std::collections::HashMap::from([([1], 2)]));
        let body: serde_json::Value = serde_json::to_value(error.in_envelope()).unwrap();
        assert_eq!(body["pointer"], "#/0/a.b");
        assert_eq!(body["loc"], serde_json::json!([0, "a.b"]));
        assert_eq!(body["field"], "[0].a.b");
        assert_eq!(body["params"], serde_json::json!({"max": 2}));
        assert_eq!((body["detail"].as_str(), error.code()), (Some("too \"long\""), Code::None));
        assert_eq!(error.to_string(), "too \"long\"");

        let range = FieldError::new(["a"], "x").with_param("a\"b", &Range { min: 1, max: 2.5 });
        let body = range.with_param("c", &None::<u8>).in_envelope().to_string();
        assert!(body.contains(r#""params":{"a\"b":{"max":2.5,"min":1},"c":null}"#), "{body}");

        let whole = FieldError::new([PathSegment::Index(0); 0], "x").with_code("c");
        let body = whole.in_envelope().to_string();
        assert!(body.contains(r##""code":"c","pointer":"#","loc":[]}"##), "{body}");
    }
}
