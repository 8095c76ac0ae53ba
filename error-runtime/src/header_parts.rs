//! Headers that are made of named parts: challenges and redirects.

use crate::header_text::HeaderBuffer;
use crate::headers::LONGEST;
use crate::link::{escape_link, escape_value};
use crate::{HeaderText, Headers};
use std::fmt;

/// The error's own texts, for the headers that contain them.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) hint: Option<String>,
}

/// Where the named parts of a challenge or of a redirect's query are written.
///
/// ```
/// use error_runtime::{ApiError, Code, HeaderSpec, Part, Parts, Spec};
///
/// #[derive(Debug, thiserror::Error)]
/// #[error("the token has expired")]
/// struct Expired { scope: Option<&'static str> }
///
/// impl ApiError for Expired {
///     fn specs(&self) -> &'static [Spec] {
///         const SPECS: &[Spec] = &[Spec::EMPTY
///             .with_status(401)
///             .with_code(Code::Text("invalid_token"))
///             .with_message("The \"token\" expired")
///             .with_headers(&[HeaderSpec::dynamic("www-authenticate", "Bearer")])
///             .with_dynamic(Parts::HEADERS.and(Parts::SLOTS))];
///         SPECS
///     }
///
///     fn row(&self) -> usize {
///         0
///     }
///
///     fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
///         if let Part::Headers(headers) = part {
///             headers.challenge("www-authenticate", "Bearer", |parts| {
///                 parts.part("scope", &self.scope);
///                 parts.code("error");
///                 parts.message("error_description");
///             });
///         }
///     }
/// }
///
/// let response = Expired { scope: None }.response();
/// assert_eq!(
///     response.headers()["www-authenticate"],
///     r#"Bearer error="invalid_token", error_description="The \"token\" expired""#
/// );
/// ```
#[derive(Debug)]
pub struct HeaderParts<'h> {
    headers: &'h mut Headers,
    name: &'static str,
    kind: Kind,
    bytes: Vec<u8>,
    /// What stands between the text so far and the next part.
    separator: &'static str,
}

/// How parts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `name="value"`, with `, ` between.
    Challenge,
    /// `name=value`, with `&` between.
    Query,
}

impl HeaderParts<'_> {
    /// A part with this value; left out when the value says that there is
    /// none, when the header would be longer than 8 KiB with it, or in a
    /// challenge when it holds bytes that a header may not.
    ///
    /// What is empty is not absent: an empty text is the part `scope=""`. A
    /// value that may be absent is an `Option`.
    #[inline]
    pub fn part<T: HeaderText + ?Sized>(&mut self, name: &str, value: &T) {
        let mut buffer = HeaderBuffer::default();
        if value.write(&mut buffer) {
            self.push(name, &buffer);
        }
    }

    /// A part whose value is formatted text; left out when a `Display` in it
    /// fails.
    #[inline]
    pub fn fmt(&mut self, name: &str, value: fmt::Arguments<'_>) {
        let mut buffer = HeaderBuffer::default();
        buffer.fmt(value);
        self.push(name, &buffer);
    }

    /// A part of a challenge whose value stands without quotes.
    #[inline]
    pub fn token(&mut self, name: &str, token: &str) {
        if self.kind == Kind::Query {
            self.text(name, Some(token));
        } else if is_token(name) && is_token(token) {
            self.begin(name);
            self.bytes.extend_from_slice(token.as_bytes());
        } else {
            self.headers.fail(self.name);
        }
    }

    /// A part whose value is the error's code, as it stands on the wire.
    #[inline]
    pub fn code(&mut self, name: &str) {
        let code = self.headers.texts.code.take();
        self.text(name, code.as_deref());
        self.headers.texts.code = code;
    }

    /// A part whose value is the error's public message.
    #[inline]
    pub fn message(&mut self, name: &str) {
        let message = self.headers.texts.message.take();
        self.text(name, message.as_deref());
        self.headers.texts.message = message;
    }

    /// A part whose value is the error's hint.
    #[inline]
    pub fn hint(&mut self, name: &str) {
        let hint = self.headers.texts.hint.take();
        self.text(name, hint.as_deref());
        self.headers.texts.hint = hint;
    }

    #[inline]
    fn text(&mut self, name: &str, text: Option<&str>) {
        let text = text.unwrap_or_default();
        if !text.is_empty() {
            let bytes = text.as_bytes().to_vec();
            self.push(name, &HeaderBuffer { bytes, broken: false });
        }
    }

    #[inline]
    fn push(&mut self, name: &str, value: &HeaderBuffer) {
        let fits = match self.kind {
            Kind::Challenge => is_token(name) && value.bytes.iter().all(|byte| may_stand(*byte)),
            // What is escaped stands anywhere.
            Kind::Query => true,
        };
        if value.broken || !fits {
            return self.headers.fail(self.name);
        }
        let (before, separator) = (self.bytes.len(), self.separator);
        self.begin(name);
        match self.kind {
            Kind::Challenge => quote(&value.bytes, &mut self.bytes),
            Kind::Query => escape_value(&value.bytes, &mut self.bytes),
        }
        // One that is too long costs only itself, too.
        if self.bytes.len() > LONGEST {
            self.bytes.truncate(before);
            self.separator = separator;
            self.headers.fail(self.name);
        }
    }

    /// Writes the name of a part, up to its value.
    #[inline]
    fn begin(&mut self, name: &str) {
        let next = match self.kind {
            Kind::Challenge => ", ",
            Kind::Query => "&",
        };
        let separator = std::mem::replace(&mut self.separator, next);
        self.bytes.extend_from_slice(separator.as_bytes());
        match self.kind {
            Kind::Challenge => self.bytes.extend_from_slice(name.as_bytes()),
            Kind::Query => escape_value(name.as_bytes(), &mut self.bytes),
        }
        self.bytes.push(b'=');
    }
}

impl Headers {
    /// Adds a challenge, `WWW-Authenticate` or `Proxy-Authenticate`: the
    /// scheme and its parts, quoted as RFC 9110 has it. A part that a header
    /// cannot hold is left out.
    ///
    /// `"` and `\\` are escaped and other characters stay, also where a scheme
    /// allows fewer, as RFC 6750 does in an `error_description`.
    #[inline]
    pub fn challenge(
        &mut self,
        name: &'static str,
        scheme: &str,
        write: impl FnOnce(&mut HeaderParts<'_>),
    ) {
        let bytes = scheme.as_bytes().to_vec();
        let broken = !is_token(scheme);
        let bytes = self.parts(name, Kind::Challenge, bytes, " ", write);
        self.push(name, HeaderBuffer { bytes, broken });
    }

    /// Adds the `Location` of a redirect, the parts joined to its query;
    /// nothing where the target says that there is none.
    ///
    /// The target's own query and fragment stay. Names and values are escaped
    /// for a URL; of the target, only the bytes that no URI may hold are. Where
    /// it leads is not looked at: a target that a client had a say in is to be
    /// vetted before, or the redirect is an open one.
    #[inline]
    pub fn redirect<T: HeaderText + ?Sized>(
        &mut self,
        target: &T,
        write: impl FnOnce(&mut HeaderParts<'_>),
    ) {
        let mut buffer = HeaderBuffer::default();
        if target.write(&mut buffer) {
            self.redirect_to(buffer, write);
        }
    }

    /// The same to a target that is formatted text. The values in it are not
    /// escaped one by one, as those in the derive's `redirect("/{field}")` are.
    #[inline]
    pub fn redirect_fmt(
        &mut self,
        target: fmt::Arguments<'_>,
        write: impl FnOnce(&mut HeaderParts<'_>),
    ) {
        let mut buffer = HeaderBuffer::default();
        buffer.fmt(target);
        self.redirect_to(buffer, write);
    }

    #[inline]
    fn redirect_to(&mut self, target: HeaderBuffer, write: impl FnOnce(&mut HeaderParts<'_>)) {
        let HeaderBuffer { bytes, broken } = target;
        let mut bytes = escape_link(&bytes);
        let fragment = bytes.iter().position(|byte| *byte == b'#').unwrap_or(bytes.len());
        let fragment = bytes.split_off(fragment);
        let separator = match bytes.iter().position(|byte| *byte == b'?') {
            None => "?",
            Some(_) if matches!(bytes.last(), Some(b'?' | b'&')) => "",
            Some(_) => "&",
        };
        let mut bytes = self.parts("location", Kind::Query, bytes, separator, write);
        bytes.extend_from_slice(&fragment);
        self.push("location", HeaderBuffer { bytes, broken });
    }

    #[inline]
    fn parts(
        &mut self,
        name: &'static str,
        kind: Kind,
        bytes: Vec<u8>,
        separator: &'static str,
        write: impl FnOnce(&mut HeaderParts<'_>),
    ) -> Vec<u8> {
        let mut parts = HeaderParts { headers: self, name, kind, bytes, separator };
        write(&mut parts);
        parts.bytes
    }
}

/// Whether a header's value may hold the byte.
#[inline]
fn may_stand(byte: u8) -> bool {
    byte == b'\t' || (byte >= b' ' && byte != 0x7F)
}

/// Whether the text is a token in the sense of RFC 9110.
#[inline]
fn is_token(text: &str) -> bool {
    let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(byte);
    !text.is_empty() && text.as_bytes().iter().all(allowed)
}

/// Appends a quoted string of RFC 9110.
#[inline]
fn quote(value: &[u8], bytes: &mut Vec<u8>) {
    bytes.push(b'"');
    for &byte in value {
        if matches!(byte, b'"' | b'\\') {
            bytes.push(b'\\');
        }
        bytes.push(byte);
    }
    bytes.push(b'"');
}

#[cfg(test)]
mod tests;
