//! The texts of frameworks: how much of them is shown, and which field they
//! speak of.
//!
//! All of it is `#[inline]`: only what layers and frameworks' rejections have
//! caught comes here, so that a program without them needs no code for it.

#![cfg_attr(
    not(all(feature = "actix_web", feature = "axum", feature = "poem_multipart")),
    allow(dead_code, reason = "each framework's rejections use their part of it")
)]

use crate::{FieldError, PathSegment};
use std::fmt::{self, Display, Write as _};

/// As much of a framework's text is shown, in bytes: it may repeat what the
/// client has sent.
const LONGEST: usize = 1024;

/// As many steps has the way to a field.
const DEEPEST: usize = 128;

/// Why a content type is not supported.
pub(crate) const EXPECTS_JSON: &str = "expected `application/json`";
pub(crate) const EXPECTS_FORM: &str = "expected `application/x-www-form-urlencoded`";
pub(crate) const EXPECTS_MULTIPART: &str = "expected `multipart/form-data`";

/// What a client may read of a text that speaks of its input: so much of it,
/// on one line.
#[inline]
pub(crate) fn shown(text: &dyn Display) -> String {
    let mut bounded = Bounded { text: String::new(), cut: false };
    // Fails where the text is too long, so that no more is formatted.
    let _ = write!(bounded, "{text}");
    if bounded.cut {
        bounded.text.push('\u{2026}');
    }
    bounded.text
}

/// Takes text up to its bound.
struct Bounded {
    text: String,
    cut: bool,
}

impl fmt::Write for Bounded {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            if self.text.len() + c.len_utf8() > LONGEST {
                self.cut = true;
                return Err(fmt::Error);
            }
            self.text.push(if c.is_control() { ' ' } else { c });
        }
        Ok(())
    }
}

/// The field at the end of this way, as far as that is shown: the place around
/// a field is not wrong, either. The message is another crate's text.
#[inline]
pub(crate) fn at(path: impl IntoIterator<Item = PathSegment>, message: String) -> FieldError {
    let mut room = LONGEST;
    let mut shown = Vec::new();
    for segment in path.into_iter().take(DEEPEST) {
        let length = if let PathSegment::Name(name) = &segment { name.len() } else { 0 };
        let Some(left) = room.checked_sub(length) else { break };
        room = left;
        shown.push(segment);
    }
    FieldError::new(shown, message).foreign()
}

/// The parameter of a form or a query that serde's text names: there all are
/// on one level.
#[inline]
pub(crate) fn parameter(text: &str) -> Option<FieldError> {
    let rest = ["missing", "unknown", "duplicate"].iter().find_map(|what| text.strip_prefix(what));
    let (name, _) = rest?.strip_prefix(" field `")?.split_once('`')?;
    let fits = !name.is_empty() && name.len() <= LONGEST;
    let field = fits.then(|| PathSegment::from(name.to_owned()))?;
    Some(FieldError::new(vec![field], shown(&text)).foreign())
}

/// The field that a framework's answer speaks of, by its text alone.
///
/// A text cannot tell everything: `a.b` may be one name or two. What is not
/// plainly a way to a field is none, and of a long text only the start is read.
/// Where the error itself is at hand, that knows better.
#[inline]
pub(crate) fn field_error(text: &str) -> Option<FieldError> {
    let text = start(text);
    let after = |prefixes: &[&str]| prefixes.iter().find_map(|prefix| text.strip_prefix(*prefix));
    if let Some(text) = after(&JSON) {
        return located(text);
    }
    if let Some(text) = after(&FLAT) {
        return located(text).or_else(|| parameter(text));
    }
    path_parameter(text).or_else(|| part(text))
}

/// axum, of a document.
const JSON: [&str; 2] = [
    "Failed to deserialize the JSON body into the target type: ",
    "Failed to parse the request body as JSON: ",
];

/// axum, actix-web and poem, of parameters.
const FLAT: [&str; 6] = [
    "Failed to deserialize query string: ",
    "Failed to deserialize form body: ",
    "Failed to deserialize form: ",
    "Query deserialize error: ",
    "Parse error: ",
    "url decode: ",
];

/// As much of a text as is read.
#[inline]
fn start(text: &str) -> &str {
    let mut end = text.len().min(2 * LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// `items[0].name: what is wrong with it at line 1 column 2`
#[inline]
fn located(text: &str) -> Option<FieldError> {
    let (path, message) = text.split_once(": ")?;
    let message = crate::sub_errors::without_position(message.to_owned());
    Some(at(way(path)?, shown(&message)))
}

/// A path as `serde_path_to_error` writes it: `items[0].name`. A step that is
/// not known, `?`, is its end.
#[inline]
fn way(path: &str) -> Option<Vec<PathSegment>> {
    let mut segments = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(index) = rest.strip_prefix('[') {
            let (index, after) = index.split_once(']')?;
            let is_number = index.bytes().all(|byte| byte.is_ascii_digit());
            segments.push(PathSegment::Index(index.parse().ok().filter(|_| is_number)?));
            rest = after;
            continue;
        }
        let name = if segments.is_empty() { rest } else { rest.strip_prefix('.')? };
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (name, after) = name.split_at(end);
        if name == "?" {
            break;
        }
        segments.push(PathSegment::from(plain(name)?.to_owned()));
        rest = after;
    }
    (!segments.is_empty()).then_some(segments)
}

/// A name that is nothing but a name.
#[inline]
fn plain(name: &str) -> Option<&str> {
    let fits = |c: char| c.is_alphanumeric() || "_-$@#/~+".contains(c);
    (!name.is_empty() && name.chars().all(fits)).then_some(name)
}

/// A parameter of the path, as axum tells of it.
#[inline]
fn path_parameter(text: &str) -> Option<FieldError> {
    let text = text.strip_prefix("Invalid URL: ").unwrap_or(text);
    let segment = if let Some(index) = text.strip_prefix("Cannot parse value at index ") {
        let (index, _) = index.split_once(" with value `")?;
        let is_number = index.bytes().all(|byte| byte.is_ascii_digit());
        PathSegment::Index(index.parse().ok().filter(|_| is_number)?)
    } else if let Some(name) = text.strip_prefix("Cannot parse `") {
        let (name, _) = name.split_once("` with value `")?;
        PathSegment::from(plain(name)?.to_owned())
    } else {
        let name = text.strip_prefix("Invalid UTF-8 in `")?.strip_suffix('`')?;
        PathSegment::from(plain(name)?.to_owned())
    };
    Some(at(vec![segment], shown(&text)))
}

/// A part of a multipart form, as `multer` tells of it.
#[inline]
pub(crate) fn part(text: &str) -> Option<FieldError> {
    let (name, what) = text.strip_prefix("field \"")?.split_once("\" ")?;
    let known = ["received with incomplete data", "exceeded the size limit"];
    // What is escaped has come from far.
    let fits = known.iter().any(|known| what.starts_with(known))
        && !name.is_empty()
        && name != "<unknown>"
        && name.len() <= LONGEST
        && !name.contains(|c: char| c.is_control() || "\"\\".contains(c));
    let name = fits.then(|| PathSegment::from(name.to_owned()))?;
    Some(FieldError::new(vec![name], shown(&text)).foreign())
}

#[cfg(test)]
mod tests;
