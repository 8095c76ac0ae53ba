//! The head of a request, whatever the framework.

use http::header::{ACCEPT, HeaderName, HeaderValue};
use std::borrow::Cow;
use std::fmt;

/// The head of a request, whatever the framework.
pub struct Head<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) headers: &'a dyn Headers,
}

/// The headers of a request.
pub(crate) trait Headers {
    /// A value of this name, by its place.
    fn nth(&self, name: &HeaderName, at: usize) -> Option<&[u8]>;

    /// The first value of this name, and whether it is the only one.
    fn first(&self, name: &HeaderName) -> Option<(Cow<'_, HeaderValue>, bool)> {
        let first = HeaderValue::from_bytes(self.nth(name, 0)?).ok()?;
        Some((Cow::Owned(first), self.nth(name, 1).is_none()))
    }
}

impl Headers for http::HeaderMap {
    fn nth(&self, name: &HeaderName, at: usize) -> Option<&[u8]> {
        self.get_all(name).iter().nth(at).map(HeaderValue::as_bytes)
    }

    fn first(&self, name: &HeaderName) -> Option<(Cow<'_, HeaderValue>, bool)> {
        let first = Cow::Borrowed(self.get(name)?);
        // Nearly always no name has two values.
        let is_only = self.len() == self.keys_len() || self.get_all(name).iter().nth(1).is_none();
        Some((first, is_only))
    }
}

impl<'a> Head<'a> {
    /// The method.
    pub fn method(&self) -> &'a str {
        self.method
    }

    /// The path, without the query.
    pub fn path(&self) -> &'a str {
        self.path
    }

    /// The first header of this name, if it is text.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
        std::str::from_utf8(self.headers.nth(&name, 0)?).ok()
    }

    /// What the client would like to read: all headers of that name, as the one
    /// that they mean (RFC 9110, section 5.3). Nothing where it takes anything.
    pub(super) fn accept(&self) -> Option<Box<[u8]>> {
        let (first, is_only) = self.headers.first(&ACCEPT)?;
        if is_only {
            let ranges = first.as_bytes();
            return (ranges != b"*/*").then(|| ranges.into());
        }
        let all: Vec<&[u8]> = (0..).map_while(|at| self.headers.nth(&ACCEPT, at)).collect();
        Some(all.join(&b", "[..]).into())
    }
}

impl fmt::Debug for Head<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Head")
            .field("method", &self.method)
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
