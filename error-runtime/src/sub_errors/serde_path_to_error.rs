//! Errors of `serde_path_to_error`.

use crate::{ApiError, Declared, FieldError, PathSegment, SubErrors, Table};
use ::serde_path_to_error::{Error, Segment};
use std::fmt;

/// The one place at which the input is not as expected. The message is that
/// of the format's error, without line and column; there is no code.
impl<E: fmt::Display> SubErrors for Error<E> {
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        // Of a member whose name is not known, the path is that of its object.
        let path = self.path().iter().map_while(|segment| match segment {
            Segment::Seq { index } => Some(PathSegment::Index(*index)),
            Segment::Map { key } => Some(PathSegment::from(key.clone())),
            Segment::Enum { variant } => Some(PathSegment::from(variant.clone())),
            Segment::Unknown => None,
        });
        let message = crate::sub_errors::displayed(self.inner());
        item(&FieldError::new(path, without_position(message)).foreign());
    }

    fn table() -> Table {
        <FieldError as Declared>::table()
    }
}

/// The text without ` at line 1 column 2` at its end, which `serde_json`
/// adds.
fn without_position(mut message: String) -> String {
    let position = message.rsplit_once(" at line ").filter(|(_, position)| {
        let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        position.split_once(" column ").is_some_and(|(line, column)| number(line) && number(column))
    });
    if let Some(end) = position.map(|(before, _)| before.len()) {
        message.truncate(end);
    }
    message
}

#[cfg(test)]
mod tests {
    use super::without_position;
    use crate::sub_errors::tests::told;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Order {
        #[serde(rename = "lines")]
        _lines: Vec<Line>,
    }

    #[derive(Debug, Deserialize)]
    struct Line {
        #[serde(rename = "a/b")]
        _count: u8,
    }

    fn fails(json: &str) -> Vec<String> {
        let mut reader = serde_json::Deserializer::from_str(json);
        told(&::serde_path_to_error::deserialize::<_, Order>(&mut reader).unwrap_err())
    }

    #[test]
    fn an_error_is_a_list_of_one() {
        assert_eq!(
            fails(r#"{"lines":[{"a/b":1},{"a/b":"x"}]}"#),
            [concat!(
                r#"#/lines/1/a~1b ["lines",1,"a/b"] lines[1].a/b: "#,
                r#"invalid type: string "x", expected u8"#
            )]
        );
        assert_eq!(fails("{}"), ["# [] : missing field `lines`"]);
        assert_eq!(fails("{"), ["# [] : EOF while parsing an object"]);
    }

    #[test]
    fn only_a_position_is_cut_off() {
        let cut = |text: &str| without_position(text.to_owned());
        assert_eq!(cut("x at line 1 column 20"), "x");
        assert_eq!(cut("x at line 1 column 2 at line 3 column 4"), "x at line 1 column 2");
        for text in ["x at line 1", "x at line a column 2", "x at line 1 column ", "", "x"] {
            assert_eq!(cut(text), text);
        }
    }
}
