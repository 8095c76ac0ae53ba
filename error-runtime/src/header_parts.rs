//! Headers that are made of named parts: challenges and redirects.

use crate::{HeaderText, Headers};
use std::fmt;

/// Where the named parts of a challenge or of a redirect's query are written.
#[derive(Debug)]
pub struct HeaderParts<'h> {
    headers: &'h Headers,
}

impl HeaderParts<'_> {
    /// A part with this value; left out when the value says that there is
    /// none.
    pub fn part<T: HeaderText + ?Sized>(&mut self, name: &str, value: &T) {
        let _ = (name, value);
    }

    /// A part whose value is formatted text.
    pub fn fmt(&mut self, name: &str, value: fmt::Arguments<'_>) {
        let _ = (name, value);
    }

    /// A part of a challenge whose value stands without quotes.
    pub fn token(&mut self, name: &str, token: &str) {
        let _ = (name, token);
    }

    /// A part whose value is the error's code.
    pub fn code(&mut self, name: &str) {
        let _ = name;
    }

    /// A part whose value is the error's public message.
    pub fn message(&mut self, name: &str) {
        let _ = name;
    }

    /// A part whose value is the error's hint.
    pub fn hint(&mut self, name: &str) {
        let _ = name;
    }
}

impl Headers {
    /// Adds a challenge, `WWW-Authenticate` or `Proxy-Authenticate`.
    pub fn challenge(
        &mut self,
        name: &'static str,
        scheme: &str,
        write: impl FnOnce(&mut HeaderParts<'_>),
    ) {
        let _ = (name, scheme);
        write(&mut HeaderParts { headers: self });
    }

    /// Adds the `Location` of a redirect, the parts joined to its query;
    /// nothing where the target says that there is none.
    pub fn redirect<T: HeaderText + ?Sized>(
        &mut self,
        target: &T,
        write: impl FnOnce(&mut HeaderParts<'_>),
    ) {
        let _ = target;
        write(&mut HeaderParts { headers: self });
    }

    /// The same to a target that is formatted text.
    pub fn redirect_fmt(
        &mut self,
        target: fmt::Arguments<'_>,
        write: impl FnOnce(&mut HeaderParts<'_>),
    ) {
        let _ = target;
        write(&mut HeaderParts { headers: self });
    }
}
