//! Answers of the frameworks that have the `http` crate's own, of version 1.

use super::arrival::Arrival;
use super::body::ErrorBody;
use super::departure::{Seen, Whose, replace_headers};
use super::grpc;
use crate::grpc::words;
use crate::{ApiError, Caught, Fallback};
use bytes::Bytes;
use http::{HeaderMap, Response, header, response};
use http_body::Body;

impl Arrival {
    /// Lets an answer go, unless the framework has made it itself.
    #[inline]
    pub(super) fn look<B: Body>(
        &mut self,
        mut response: Response<B>,
    ) -> Result<Response<ErrorBody<B>>, (response::Parts, B)> {
        let status = response.status();
        let length = response.body().size_hint().exact();
        if self.is_theirs(status.as_u16()) {
            self.close(status, None);
        } else {
            let whose = self.whose(Seen::of(status, response.headers(), length));
            if matches!(whose, Whose::Framework) {
                let is_empty = length == Some(0);
                if !(is_empty && is_stripped_stream(self, response.headers())) {
                    return Err(response.into_parts());
                }
            }
            self.depart(status, whose, None);
        }
        self.sign(response.headers_mut());
        if self.is_head {
            return Ok(headless(response.into_parts().0, length));
        }
        // All of it is known.
        let is_there = length.is_some() || response.body().is_end_stream();
        Ok(response.map(|body| ErrorBody::theirs(body, is_there, &self.context)))
    }

    /// Answers in the place of the framework.
    pub(super) fn replace<F: Fallback, B: Body>(
        &mut self,
        caught: &Caught,
        theirs: Option<response::Parts>,
    ) -> Response<ErrorBody<B>> {
        let words = |error: &dyn ApiError| self.is_grpc.then(|| words(error));
        let (ours, whose, words) = self.answer_and::<F, _>(caught, &words);
        let (ours, body) = ours.into_parts();
        let mut length = Some(body.len() as u64);
        let mut parts = match theirs {
            Some(mut parts) => {
                if is_stripped_text(self, caught, &parts.headers) {
                    length = None;
                }
                replace_headers(parts.status, &mut parts.headers, ours.headers);
                parts.status = ours.status;
                parts
            }
            None => ours,
        };
        self.sign(&mut parts.headers);
        if let Some(words) = words {
            self.depart_as_call(parts.status, whose, caught);
            grpc::rewrite(caught, words, &mut parts);
            return Response::from_parts(parts, ErrorBody::ours(Bytes::new()));
        }
        self.depart(parts.status, whose, Some(caught));
        if self.is_head {
            return headless(parts, length);
        }
        Response::from_parts(parts, ErrorBody::ours(body))
    }
}

/// The answer to a HEAD: not every server takes the body away, and under HTTP/2
/// one that has any breaks the stream.
fn headless<B: Body>(mut parts: response::Parts, length: Option<u64>) -> Response<ErrorBody<B>> {
    let says = parts.headers.contains_key(header::CONTENT_LENGTH)
        || parts.headers.contains_key(header::TRANSFER_ENCODING);
    match (says, length) {
        (false, None) => return Response::from_parts(parts, ErrorBody::unknown()),
        // Nothing has a length by itself.
        (true, _) | (false, Some(0)) => {}
        (false, Some(length)) => {
            parts.headers.insert(header::CONTENT_LENGTH, length.into());
        }
    }
    Response::from_parts(parts, ErrorBody::ours(Bytes::new()))
}

/// Whether the text is waited for: that of a 5xx is for the log only.
pub(super) fn is_awaited(parts: &response::Parts, body: &impl Body) -> bool {
    parts.status.is_client_error() && body.size_hint().exact().is_some()
}

/// Whether the framework has thrown away a stream, which the answer to a `GET`
/// would have: what has a type has a body, and what is no stream has a length.
fn is_stripped_stream(arrival: &Arrival, headers: &HeaderMap) -> bool {
    arrival.is_head
        && headers.contains_key(header::CONTENT_TYPE)
        && !headers.contains_key(header::CONTENT_LENGTH)
}

/// Whether the framework has thrown away the text that the answer to a `GET`
/// would have in its envelope: then nobody knows how long that is.
fn is_stripped_text(arrival: &Arrival, caught: &Caught, headers: &HeaderMap) -> bool {
    let length = headers.get(header::CONTENT_LENGTH);
    arrival.is_head && caught.is_silent() && length.is_some_and(|length| length != "0")
}
