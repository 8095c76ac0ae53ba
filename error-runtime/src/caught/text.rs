//! What the texts of a framework's answers tell of the request's fields.

use crate::{FieldError, PathSegment};

/// What axum says before the path and the text of a deserializer's error. Only
/// where the path is always told, one that is missing means the whole.
const BEFORE_A_PATH: [&str; 5] = [
    "Failed to deserialize the JSON body into the target type: ",
    "Failed to deserialize query string: ",
    "Failed to deserialize form body: ",
    "Failed to deserialize form: ",
    "Failed to parse the request body as JSON: ",
];

/// The field that is wrong, where the text names one. The text may hold
/// whatever the client has sent.
pub(super) fn field_error(text: &str) -> Option<FieldError> {
    match BEFORE_A_PATH.iter().find_map(|before| text.strip_prefix(before)) {
        Some(rest) => deserializer(rest),
        None => path_parameter(text),
    }
}

/// `tags[1].name: invalid type: …, expected … at line 1 column 2`
fn deserializer(text: &str) -> Option<FieldError> {
    let text = text.rsplit_once(" at line ").map_or(text, |(text, place)| {
        let is_place = place.chars().all(|c| c.is_ascii_digit() || " column".contains(c));
        if is_place { text } else { "" }
    });
    let (mut path, message) = match text.split_once(": ") {
        Some((path, message)) if is_path(path) => (segments(path), message),
        _ => (Vec::new(), text),
    };
    // What is missing is wrong, not what it is missing in.
    if let Some(name) = named(message) {
        path.push(PathSegment::from(name.to_owned()));
    }
    if path.is_empty() || message.is_empty() {
        return None;
    }
    Some(FieldError::new(path, message.to_owned()))
}

/// ``missing field `name` `` and the like.
fn named(message: &str) -> Option<&str> {
    let starts = ["missing field `", "unknown field `", "duplicate field `"];
    let rest = starts.iter().find_map(|start| message.strip_prefix(start))?;
    rest.split_once('`').map(|(name, _)| name)
}

/// Whether this is a path as `serde_path_to_error` writes it: messages have
/// spaces before their first colon.
fn is_path(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || "`\"'".contains(c))
}

/// `tags[1].name`
fn segments(path: &str) -> Vec<PathSegment> {
    let mut all = Vec::new();
    for part in path.split('.') {
        let (name, indices) = part.find('[').map_or((part, ""), |at| part.split_at(at));
        if !name.is_empty() {
            all.push(PathSegment::from(name.to_owned()));
        }
        for index in indices.split('[').filter(|index| !index.is_empty()) {
            let index = index.trim_end_matches(']');
            all.push(match index.parse::<usize>() {
                Ok(index) => PathSegment::Index(index),
                Err(_) => PathSegment::from(index.to_owned()),
            });
        }
    }
    all
}

/// ``Invalid URL: Cannot parse `id` with value `abc` to a `u32` ``
fn path_parameter(text: &str) -> Option<FieldError> {
    let message = text.strip_prefix("Invalid URL: ")?;
    let (name, rest) = message.strip_prefix("Cannot parse `")?.split_once('`')?;
    rest.starts_with(" with value ").then(|| FieldError::new([name.to_owned()], message.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::field_error;

    fn told(text: &str) -> Option<(String, String)> {
        field_error(text).map(|error| (error.pointer(), error.to_string()))
    }

    /// The texts are axum 0.8's.
    #[test]
    fn the_field_is_found() {
        let cases = [
            (
                "Failed to deserialize the JSON body into the target type: tags[1]: invalid type: string \"x\", expected u32 at line 1 column 27",
                "#/tags/1",
                "invalid type: string \"x\", expected u32",
            ),
            (
                "Failed to deserialize the JSON body into the target type: missing field `tags` at line 1 column 12",
                "#/tags",
                "missing field `tags`",
            ),
            (
                "Failed to deserialize the JSON body into the target type: a[0][2].b: missing field `c` at line 1 column 12",
                "#/a/0/2/b/c",
                "missing field `c`",
            ),
            (
                "Failed to deserialize query string: page: invalid digit found in string",
                "#/page",
                "invalid digit found in string",
            ),
            (
                "Invalid URL: Cannot parse `id` with value `a: b` to a `u32`",
                "#/id",
                "Cannot parse `id` with value `a: b` to a `u32`",
            ),
        ];
        for (text, pointer, message) in cases {
            assert_eq!(told(text), Some((pointer.to_owned(), message.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_names_no_field_tells_none() {
        let texts = [
            "",
            "Not Found",
            "Failed to deserialize the JSON body into the target type: invalid type: integer `5`, expected struct User at line 1 column 1",
            "Failed to parse the request body as JSON: EOF while parsing a value at line 1 column 0",
            "Failed to deserialize the JSON body into the target type: ",
            "Failed to deserialize the JSON body into the target type: a: ",
            "Invalid URL: Cannot parse `abc` to a `u32`",
            "Json deserialize error: missing field `tags` at line 1 column 12",
            "Failed to deserialize query string: : ",
            "Failed to deserialize query string: ]]]]",
        ];
        for text in texts {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn hostile_keys_stay_one_pointer() {
        let text = "Failed to deserialize the JSON body into the target type: a~/b\u{e9}[x].[.[]: no at line 1 column 2";
        let (pointer, _) = told(text).unwrap();
        assert!(pointer.starts_with("#/a~0~1b%C3%A9/x"), "{pointer}");
        let long = format!("Failed to deserialize query string: {}: no", "a.[".repeat(100_000));
        assert!(told(&long).is_some());
    }
}
