//! Errors of `serde_path_to_error`.

use super::{displayed, without_position};
use crate::collide::Listed;
use crate::{ApiError, Declared, FieldError, PathSegment, SubErrors, Table};
use ::serde_path_to_error::{Error, Path, Segment};
use serde_json::error::Category;
use std::any::Any;
use std::fmt;

/// The one place at which the input is not as expected. The message is a
/// sentence of ours that tells what kind of mistake it is: the text of the
/// format's error may contain what was entered, and shows only where the field
/// is `public`, without line and column. There is no code.
///
/// `E` is `'static`, as every source is, for the kinds of `serde_json`'s own
/// errors; what `serde` itself complains of is known in any format.
impl<E: fmt::Display + 'static> SubErrors for Error<E> {
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        let json = (self.inner() as &dyn Any).downcast_ref::<serde_json::Error>();
        let message = match json.map(serde_json::Error::classify) {
            Some(Category::Io) => "Could not be read to its end",
            Some(Category::Syntax) => "Not valid JSON",
            Some(Category::Eof) => "The JSON ends too early",
            Some(Category::Data) | None => sentence(&displayed(self.inner())),
        };
        item(&FieldError::new(steps(self.path()), message).foreign());
    }

    fn each_public(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        let message = without_position(displayed(self.inner()));
        item(&FieldError::new(steps(self.path()), message).foreign());
    }

    fn table() -> Table {
        <FieldError as Declared>::table()
    }
}

impl<E> Listed for Error<E> {
    type Item = FieldError;
}

/// Of a member whose name is not known, the path is that of its object.
pub(crate) fn steps(path: &Path) -> impl Iterator<Item = PathSegment> + '_ {
    path.iter().map_while(|segment| match segment {
        Segment::Seq { index } => Some(PathSegment::Index(*index)),
        Segment::Map { key } => Some(PathSegment::from(key.clone())),
        Segment::Enum { variant } => Some(PathSegment::from(variant.clone())),
        Segment::Unknown => None,
    })
}

/// What `serde` says at the beginning of each of its complaints, whatever the
/// format, and the sentence for it.
const COMPLAINTS: [(&str, &str); 8] = [
    ("invalid type: ", "Has the wrong type"),
    ("invalid value: ", "Not a valid value"),
    ("invalid length ", "Has the wrong length"),
    ("unknown variant `", "Not one of the known values"),
    ("unknown field `", "Not a known field"),
    ("missing field `", "Lacks a required field"),
    ("duplicate field `", "Has a field twice"),
    ("data did not match any variant", "Not in any of the known forms"),
];

/// The sentence for a complaint of this text, of which nothing else is told.
fn sentence(text: &str) -> &'static str {
    let known = COMPLAINTS.iter().find(|(begin, _)| text.starts_with(begin));
    known.map_or("Not a valid value", |(_, sentence)| sentence)
}

#[cfg(test)]
mod tests {
    use crate::sub_errors::tests::{shown, told};
    use serde::Deserialize;
    use serde::de::value::{Error as OfValues, StrDeserializer};

    type Error = ::serde_path_to_error::Error<serde_json::Error>;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Order {
        #[serde(rename = "lines")]
        _lines: Vec<Line>,
        #[serde(rename = "pay", default)]
        _pay: Option<Pay>,
    }

    #[derive(Debug, Deserialize)]
    struct Line {
        #[serde(rename = "a/b")]
        _count: std::num::NonZeroU8,
    }

    #[derive(Debug, Deserialize)]
    enum Pay {
        Cash,
    }

    fn fails(json: &str) -> Error {
        let mut reader = serde_json::Deserializer::from_str(json);
        ::serde_path_to_error::deserialize::<_, Order>(&mut reader).unwrap_err()
    }

    /// What the client sent, and the names that only the server knows.
    const PRIVATE: [&str; 4] = ["hunter2", "u8", "Cash", "`"];

    #[test]
    fn an_error_is_a_list_of_one_in_our_own_words() {
        let cases = [
            (
                r#"{"lines":[{"a/b":1},{"a/b":"hunter2"}]}"#,
                r#"#/lines/1/a~1b ["lines",1,"a/b"] lines[1].a/b: Has the wrong type"#,
            ),
            (
                r#"{"lines":[{"a/b":0}]}"#,
                r#"#/lines/0/a~1b ["lines",0,"a/b"] lines[0].a/b: Not a valid value"#,
            ),
            (
                r#"{"lines":[],"pay":"hunter2"}"#,
                r#"#/pay ["pay"] pay: Not one of the known values"#,
            ),
            (r#"{"line":[]}"#, r#"#/line ["line"] line: Not a known field"#),
            (r#"{"lines":[],"lines":[]}"#, "# [] : Has a field twice"),
            ("[]", "# [] : Has the wrong length"),
            ("{}", "# [] : Lacks a required field"),
            ("{", "# [] : The JSON ends too early"),
            (r#"{"lines":hunter2}"#, r#"#/lines ["lines"] lines: Not valid JSON"#),
        ];
        for (json, line) in cases {
            let told = told(&fails(json));
            assert_eq!(told, [line], "{json}");
            assert!(PRIVATE.iter().all(|text| !told[0].contains(text)), "{told:?}");
        }
    }

    #[test]
    fn in_public_it_has_its_own_text() {
        let wrong = fails(r#"{"lines":[{"a/b":"hunter2"}]}"#);
        let text = r#"invalid type: string "hunter2", expected a nonzero u8"#;
        assert_eq!(shown(&wrong), [text]);
        // Whatever it stands in.
        assert_eq!(shown(&Some(Box::new(wrong))), [text]);
        assert_eq!(shown(&fails("{}")), ["missing field `lines`"]);
        assert_eq!(shown(&fails("{")), ["EOF while parsing an object"]);
    }

    /// Reading that breaks off is told by no text of the system's.
    #[test]
    fn an_error_of_the_reader_says_nothing() {
        struct Broken;
        impl std::io::Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
                Err(std::io::Error::other("hunter2"))
            }
        }
        let mut reader = serde_json::Deserializer::from_reader(Broken);
        let error = ::serde_path_to_error::deserialize::<_, Order>(&mut reader).unwrap_err();
        assert_eq!(told(&error), ["# [] : Could not be read to its end"]);
    }

    #[test]
    fn other_formats_are_told_by_what_serde_says() {
        let fails = |text: &str| {
            let reader = StrDeserializer::<OfValues>::new(text);
            told(&::serde_path_to_error::deserialize::<_, Pay>(reader).unwrap_err())
        };
        assert_eq!(fails("hunter2"), ["# [] : Not one of the known values"]);
        let reader = StrDeserializer::<OfValues>::new("hunter2");
        let own: Result<Own, _> = ::serde_path_to_error::deserialize(reader);
        assert_eq!(told(&own.unwrap_err()), ["# [] : Not a valid value"]);
    }

    #[derive(Debug)]
    struct Own;

    impl<'de> Deserialize<'de> for Own {
        fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            let text = String::deserialize(from)?;
            Err(serde::de::Error::custom(format_args!("{text} is no such thing")))
        }
    }
}
