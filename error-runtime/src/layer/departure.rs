//! An answer departs: in the envelope, and told to the log.

use super::arrival::Arrival;
#[cfg(feature = "tracing")]
use super::arrival::Span;
use super::run::unpanicked;
use crate::negotiate::essence;
use crate::observe::Report;
use crate::visit::{Answered, Visit};
use crate::{ApiError, Caught, Context, Fallback, FrameworkError, FromCaught};
use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName};
use http::{Response, StatusCode};

/// Whose answer it is.
#[derive(Debug)]
pub(super) enum Whose {
    /// An error's, by the envelope.
    Ours(Answered),
    /// The framework's own, or a middleware's: a bare status with a text.
    Framework,
    /// The application's.
    Application,
}

/// What says of what kind a body is, and must go when that is replaced.
const OF_THE_BODY: [HeaderName; 14] = [
    header::CONTENT_TYPE,
    header::CONTENT_LENGTH,
    header::CONTENT_ENCODING,
    header::CONTENT_DISPOSITION,
    header::CONTENT_LANGUAGE,
    header::CONTENT_RANGE,
    header::TRANSFER_ENCODING,
    header::TRAILER,
    header::ETAG,
    header::LAST_MODIFIED,
    header::CONTENT_LOCATION,
    HeaderName::from_static("content-digest"),
    HeaderName::from_static("digest"),
    HeaderName::from_static("repr-digest"),
];

/// What the layer sees of an answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) status: u16,
    pub(super) content_type: Option<&'a [u8]>,
    pub(super) is_encoded: bool,
    /// Of the body, where that is known.
    pub(super) length: Option<u64>,
    /// A body of no known length is surely a stream, and not one that has gone
    /// through something that does not tell.
    pub(super) is_stream: bool,
}

#[cfg(any(feature = "poem", feature = "salvo", feature = "tower"))]
impl<'a> Seen<'a> {
    /// Of an answer with these headers. A body of no known length may be one
    /// that has gone through something that does not tell.
    pub(super) fn of(status: StatusCode, headers: &'a HeaderMap, length: Option<u64>) -> Self {
        Self {
            status: status.as_u16(),
            content_type: headers.get(header::CONTENT_TYPE).map(http::HeaderValue::as_bytes),
            is_encoded: headers.contains_key(header::CONTENT_ENCODING),
            length,
            is_stream: false,
        }
    }
}

impl Seen<'_> {
    /// Whether it says nothing of what it is, but that it is text.
    fn is_bare(&self) -> bool {
        self.content_type.is_none_or(|name| essence(name).eq_ignore_ascii_case(b"text/plain"))
    }

    fn has_type_of(&self, answered: &Answered) -> bool {
        let theirs = answered.content_type.as_ref().map(http::HeaderValue::as_bytes);
        // The usual answer leaves as it is.
        if theirs == self.content_type {
            return true;
        }
        match (theirs.map(essence), self.content_type.map(essence)) {
            (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
            (one, other) => one == other,
        }
    }

    /// Whether a framework, or a middleware, has made it: a bare status. What
    /// has no known end is a stream, unless it has no type or is a 5xx, whose
    /// text is nobody's business. File servers keep the file's type at a 416.
    fn is_of_the_framework(&self) -> bool {
        let is_range = self.status == 416 && self.length == Some(0);
        let is_untyped = self.content_type.is_none() && !self.is_stream;
        let is_whole = self.length.is_some() || is_untyped || self.status >= 500;
        self.status >= 400 && !self.is_encoded && (is_range || (self.is_bare() && is_whole))
    }
}

impl Arrival {
    /// Whether this is surely the application's answer: it is no error, and
    /// none has been made an answer.
    pub(super) fn is_theirs(&self, status: u16) -> bool {
        status < 400 && !self.context.visit().is_some_and(Visit::is_marked)
    }

    /// Whose answer this is.
    pub(super) fn whose(&self, seen: Seen<'_>) -> Whose {
        let mut marks = self.context.visit().map(Visit::take).unwrap_or_default();
        let is_long = |answered: &Answered| {
            self.is_head || seen.length.is_none_or(|length| length == answered.length)
        };
        let same = |answered: &Answered| {
            seen.has_type_of(answered) && answered.status == seen.status && is_long(answered)
        };
        // With another status, or changed on the way: a text is told from
        // another only by its length.
        let alike = |answered: &Answered| {
            let is_error = seen.status >= 400 && !seen.is_bare();
            let is_as_long = seen.length == Some(answered.length);
            seen.has_type_of(answered) && (is_error || is_as_long)
        };
        if let Some(answered) = marks.take(same).or_else(|| marks.take(alike)) {
            return Whose::Ours(answered);
        }
        if seen.is_of_the_framework() { Whose::Framework } else { Whose::Application }
    }

    /// The answer that stands for what was caught.
    pub(super) fn answer<F: Fallback>(&self, caught: &Caught) -> (Response<Bytes>, Whose) {
        let (response, whose, ()) = self.answer_and::<F, _>(caught, &|_| ());
        (response, whose)
    }

    /// The same, and what else is asked of the error that is answered. What is
    /// the user's in it may panic in its turn: the last word is ours.
    pub(super) fn answer_and<F: Fallback, R>(
        &self,
        caught: &Caught,
        ask: &dyn Fn(&dyn ApiError) -> R,
    ) -> (Response<Bytes>, Whose, R) {
        let mut context = self.context.clone();
        if context.has_hook() {
            context = context.with_caught(caught.clone());
        }
        let of =
            |error: &dyn ApiError, context: &Context| (error.response_with(context), ask(error));
        let of_framework = |caught: &Caught, context: &Context| {
            of(&FrameworkError::<F::Envelope>::from_caught(caught), context)
        };
        let answer = unpanicked(|| match F::catch(caught) {
            Some(error) => of(&error, &context),
            None => of_framework(caught, &context),
        });
        let (response, asked) = answer
            .unwrap_or_else(|caught| of_framework(&caught, &self.context.clone().without_hook()));
        let answered = self.context.visit().and_then(|visit| visit.take().last());
        (response, answered.map_or(Whose::Application, Whose::Ours), asked)
    }

    /// Tells the log, the span and a layer around this one of the answer that
    /// leaves; `caught` is what it stands for.
    pub(super) fn depart(&self, status: StatusCode, whose: Whose, caught: Option<&Caught>) {
        if let Some(answered) = self.tell(status, whose, caught) {
            self.mark_around(Answered { status: status.as_u16(), ..answered });
        }
    }

    /// The same of an answer that leaves as that to a call of gRPC.
    #[cfg(any(feature = "poem", feature = "tower"))]
    pub(super) fn depart_as_call(&self, status: StatusCode, whose: Whose, caught: &Caught) {
        if let Some(answered) = self.tell(status, whose, Some(caught)) {
            self.mark_around(Answered {
                status: StatusCode::OK.as_u16(),
                content_type: Some(super::grpc::MEDIA_TYPE),
                length: 0,
                ..answered
            });
        }
    }

    /// Tells the log and the span.
    fn tell(&self, status: StatusCode, whose: Whose, caught: Option<&Caught>) -> Option<Answered> {
        let mut answered = match whose {
            Whose::Ours(answered) => Some(answered),
            Whose::Framework | Whose::Application => None,
        };
        let report = answered.as_mut().and_then(|answered| answered.report.as_mut());
        self.close(status, report.as_deref());
        if let Some(report) = report {
            let cause = caught.and_then(Caught::private_text);
            self.step(|| report.tell(status, self.context.request_id(), cause));
        }
        answered
    }

    /// Closes the visit, and tells the span: all that is told of an answer of
    /// the application's, without a [`Whose`], which is large.
    #[inline]
    pub(super) fn close(&self, status: StatusCode, report: Option<&Report>) {
        if let Some(visit) = self.context.visit() {
            visit.close();
        }
        self.record(status, report);
    }

    fn mark_around(&self, answered: Answered) {
        if let Some(visit) = self.outer.as_ref().and_then(Context::visit) {
            visit.mark(answered);
        }
    }

    /// What OpenTelemetry wants of a server's span: a 4xx leaves its status
    /// unset, and the type of a failure without a code is its status.
    #[cfg(feature = "tracing")]
    fn record(&self, status: StatusCode, report: Option<&Report>) {
        let (Span::Own(span) | Span::Around(span)) = &self.span;
        span.record("http.response.status_code", status.as_u16());
        match report.and_then(Report::code) {
            Some(code) => {
                span.record("error.type", &*crate::observe::one_line(code));
            }
            None if status.is_server_error() => {
                span.record("error.type", status.as_str());
            }
            None => {}
        }
        if status.is_server_error() {
            span.record("otel.status_code", "ERROR");
        }
    }

    #[cfg(not(feature = "tracing"))]
    #[allow(clippy::unused_self, reason = "nobody listens")]
    fn record(&self, _status: StatusCode, _report: Option<&Report>) {}
}

/// The headers of an answer that takes the place of the framework's: what that
/// says of the resource stays (`Allow`, `WWW-Authenticate`, cookies), what it
/// says of its body goes.
pub(super) fn replace_headers(theirs: StatusCode, headers: &mut HeaderMap, ours: HeaderMap) {
    // With a 416 it tells how long the thing is.
    let is_range = theirs == StatusCode::RANGE_NOT_SATISFIABLE;
    let stays = |name: &HeaderName| is_range && name == header::CONTENT_RANGE;
    let is_of_body = |name: &&HeaderName| OF_THE_BODY.contains(*name) && !stays(name);
    let of_body: Vec<HeaderName> = headers.keys().filter(is_of_body).cloned().collect();
    for name in of_body {
        headers.remove(name);
    }
    if headers.is_empty() {
        *headers = ours;
        return;
    }
    let mut current = None;
    for (name, value) in ours {
        if let Some(name) = name {
            if name != header::VARY {
                headers.remove(&name);
            }
            current = Some(name);
        }
        if let Some(name) = &current {
            if name != header::VARY || !headers.get_all(name).iter().any(|vary| *vary == value) {
                headers.append(name, value);
            }
        }
    }
}
