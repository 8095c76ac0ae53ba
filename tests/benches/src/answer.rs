//! What an answer is, whatever its body's type: to compare two of them.

use bytes::Bytes;
use http::Response;
use std::fmt;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

#[derive(PartialEq, Eq)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    pub fn of<B: Content>(response: Response<B>) -> Self {
        let (head, body) = response.into_parts();
        let mut headers: Vec<_> = head
            .headers
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "content-length"))
            .map(|(name, value)| (name.to_string(), format!("{value:?}")))
            .collect();
        headers.sort();
        let body = String::from_utf8_lossy(&body.bytes()).into_owned();
        Self { status: head.status.as_u16(), headers, body }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status, self.body)
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self} {:?}", self.headers)
    }
}

/// A body that is all there.
pub trait Content {
    fn bytes(self) -> Bytes;
}

impl Content for Bytes {
    fn bytes(self) -> Bytes {
        self
    }
}

impl Content for axum::body::Body {
    fn bytes(self) -> Bytes {
        now(axum::body::to_bytes(self, usize::MAX)).expect("a body that is there")
    }
}

impl Content for axum07::Body {
    fn bytes(self) -> Bytes {
        now(axum07::to_bytes(self, usize::MAX)).expect("a body that is there")
    }
}

/// The result of a future that waits for nothing.
pub fn now<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}
