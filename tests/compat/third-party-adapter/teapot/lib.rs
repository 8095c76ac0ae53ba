//! A web framework with a request, a lifetime and types of its own: it is built
//! on nothing that others are.

/// What comes in.
pub struct Request {
    /// The language that is asked for.
    pub language: String,
}

/// What goes out.
#[derive(Debug, PartialEq, Eq)]
pub struct Brew {
    /// The status.
    pub status: u16,
    /// The headers.
    pub labels: Vec<(String, String)>,
    /// The body.
    pub tea: Vec<u8>,
}

/// What a handler returns.
pub trait Pour<'request, Strength = Strong> {
    /// The answer to this request.
    fn pour(self, request: &'request Request) -> Brew;
}

/// The usual strength.
pub struct Strong;
