//! An answer departs: in the envelope, and told to the log.

use super::Settings;
use super::arrival::Arrival;
#[cfg(feature = "tracing")]
use super::arrival::Span;
use super::run::unpanicked;
use crate::observe::Report;
use crate::visit::Answered;
use crate::{ApiError, Caught, Context, Fallback, FrameworkError, FromCaught};
use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName};
use http::{HeaderValue, Response, StatusCode};

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
const OF_THE_BODY: [HeaderName; 10] = [
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
];

impl Arrival {
    /// Whose answer has this status and these headers.
    pub(super) fn whose(
        &self,
        status: u16,
        content_type: Option<&[u8]>,
        is_encoded: bool,
    ) -> Whose {
        let answered = self.context.visit().and_then(crate::visit::Visit::take);
        if let Some(answered) = answered {
            let same_type =
                answered.content_type.as_ref().map(HeaderValue::as_bytes) == content_type;
            if same_type && (status >= 400 || answered.status == status) {
                return Whose::Ours(answered);
            }
        }
        let bare = match content_type {
            None => true,
            Some(name) => {
                let name = name.split(|byte| *byte == b';').next().unwrap_or_default();
                name.trim_ascii().eq_ignore_ascii_case(b"text/plain")
            }
        };
        if status >= 400 && bare && !is_encoded { Whose::Framework } else { Whose::Application }
    }

    /// The answer that stands for what was caught. What is the user's in it may
    /// panic in its turn: the last word is ours.
    pub(super) fn answer<F: Fallback>(&self, caught: &Caught) -> (Response<Bytes>, Whose) {
        let context = self.context.clone().with_caught(caught.clone());
        let of_framework = |caught: &Caught, context: &Context| {
            FrameworkError::<F::Envelope>::from_caught(caught).response_with(context)
        };
        let response = unpanicked(|| match F::catch(caught) {
            Some(error) => error.response_with(&context),
            None => of_framework(caught, &context),
        });
        let response = response
            .unwrap_or_else(|caught| of_framework(&caught, &self.context.clone().without_hook()));
        let answered = self.context.visit().and_then(crate::visit::Visit::take);
        (response, answered.map_or(Whose::Application, Whose::Ours))
    }

    /// Tells the log, the span and a layer around this one of the answer that
    /// leaves; `caught` is what it stands for.
    pub(super) fn depart(&self, status: StatusCode, whose: Whose, caught: Option<&Caught>) {
        let mut report = None;
        if let Whose::Ours(answered) = whose {
            report = answered.report;
            if let Some(visit) = self.outer.as_ref().and_then(Context::visit) {
                visit.mark(Answered {
                    status: status.as_u16(),
                    content_type: answered.content_type,
                    report: None,
                });
            }
        }
        self.record(status, report.as_ref());
        if let Some(report) = report {
            let cause = caught.and_then(Caught::private_text);
            self.step(|| report.tell(status, self.context.request_id(), cause));
        }
    }

    /// What OpenTelemetry wants of a server's span: a 4xx leaves its status
    /// unset.
    #[cfg(feature = "tracing")]
    fn record(&self, status: StatusCode, report: Option<&Report>) {
        let (Span::Own(span) | Span::Around(span)) = &self.span;
        span.record("http.response.status_code", status.as_u16());
        if let Some(code) = report.and_then(Report::code) {
            span.record("error.type", &*crate::observe::one_line(code));
        }
        if status.is_server_error() {
            span.record("otel.status_code", "ERROR");
        }
    }

    #[cfg(not(feature = "tracing"))]
    #[allow(clippy::unused_self, reason = "nobody listens")]
    fn record(&self, _status: StatusCode, _report: Option<&Report>) {}
}

impl Settings {
    /// Every answer has the request's id.
    pub(super) fn sign(&self, arrival: &Arrival, headers: &mut HeaderMap) {
        if let Some(id) = &arrival.id {
            headers.insert(self.id_header.clone(), id.clone());
        }
    }
}

/// The headers of an answer that takes the place of the framework's: what that
/// says of the resource stays (`Allow`, `WWW-Authenticate`, cookies), what it
/// says of its body goes.
pub(super) fn replace_headers(headers: &mut HeaderMap, ours: HeaderMap) {
    for name in &OF_THE_BODY {
        headers.remove(name);
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
            headers.append(name, value);
        }
    }
}
