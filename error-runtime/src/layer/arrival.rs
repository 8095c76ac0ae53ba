//! A request arrives: its id, its context, its span.

use super::run::unpanicked;
use super::{Settings, header_value, request_id};
use crate::Context;
use crate::visit::Visit;
use http::header::{ACCEPT, HeaderName, HeaderValue};
use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

/// The head of a request, whatever the framework.
pub struct Head<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    /// The values of a header, by their place.
    pub(crate) header: &'a dyn Fn(&HeaderName, usize) -> Option<&'a [u8]>,
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
        std::str::from_utf8((self.header)(&name, 0)?).ok()
    }

    /// All headers of this name, as the one that they mean (RFC 9110, section
    /// 5.3).
    fn list(&self, name: &HeaderName) -> Option<HeaderValue> {
        let first = (self.header)(name, 0)?;
        if (self.header)(name, 1).is_none() {
            return HeaderValue::from_bytes(first).ok();
        }
        let all: Vec<&[u8]> = (0..).map_while(|at| (self.header)(name, at)).collect();
        HeaderValue::from_bytes(&all.join(&b", "[..])).ok()
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

/// What the layer knows of one request.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) context: Context,
    /// The request's id, for headers.
    pub(crate) id: Option<HeaderValue>,
    /// The client wants no body.
    pub(super) is_head: bool,
    /// The context of a layer around this one.
    pub(super) outer: Option<Context>,
    #[cfg(feature = "tracing")]
    pub(super) span: Span,
}

/// The request's span, and whether it is ours.
#[cfg(feature = "tracing")]
#[derive(Debug)]
pub(super) enum Span {
    Own(tracing::Span),
    Around(tracing::Span),
}

impl Settings {
    /// Takes a request in.
    pub(super) fn arrive(&self, head: &Head<'_>) -> Arrival {
        let outer = Context::current().filter(|context| context.visit().is_some());
        let (id, mut value) = self.id(head, outer.as_ref());
        let accept = head.list(&ACCEPT);
        let base = self.base.clone().or_else(|| outer.clone()).unwrap_or_default();
        let visit = Arc::new(Visit::new(accept));
        let time = SystemTime::now();
        let mut context = base.with_request(id, time, Arc::clone(&visit));
        if let Some(add) = &self.for_request {
            let before = context.clone();
            // What is the application's may panic, or begin a context anew.
            let added = unpanicked(|| add(context.clone(), head)).unwrap_or(context);
            context = added.with_visit(visit);
            match (context.request_id(), before.request_id()) {
                (None, Some(id)) => context = context.with_request_id(id),
                (Some(other), id) if id != Some(other) => value = header_value(other),
                _ => {}
            }
            if context.time().is_none() {
                context = context.with_time(time);
            }
        }
        #[cfg(feature = "tracing")]
        let span = self.span(head, context.request_id().unwrap_or_default());
        Arrival {
            id: value,
            context,
            is_head: head.method == "HEAD",
            outer,
            #[cfg(feature = "tracing")]
            span,
        }
    }

    /// The id that an outer layer, or the client, has given the request; and
    /// for headers.
    fn id(&self, head: &Head<'_>, outer: Option<&Context>) -> (String, Option<HeaderValue>) {
        let with_value = |id: String| {
            let value = header_value(&id);
            (id, value)
        };
        if let Some(id) = outer.and_then(Context::request_id) {
            return with_value(id.to_owned());
        }
        let incoming = (head.header)(&self.id_header, 0).filter(|_| self.trusts_ids);
        let taken = incoming.and_then(|value| request_id::taken(value, self.longest_id));
        if let Some(taken) = taken {
            return with_value(taken.to_owned());
        }
        let made = unpanicked(|| (self.make_id)()).ok().map(with_value);
        made.filter(|(_, value)| value.is_some()).unwrap_or_else(|| with_value(request_id::make()))
    }

    #[cfg(feature = "tracing")]
    fn span(&self, head: &Head<'_>, id: &str) -> Span {
        use crate::observe::one_line;
        use tracing::field::Empty;

        let (path, id) = (one_line(head.path), one_line(id));
        if !self.span {
            let span = tracing::Span::current();
            span.record("request_id", &*id);
            return Span::Around(span);
        }
        Span::Own(tracing::info_span!(
            target: "error_runtime",
            "request",
            otel.kind = "server",
            otel.status_code = Empty,
            http.request.method = head.method,
            url.path = &*path,
            http.response.status_code = Empty,
            error.r#type = Empty,
            request_id = &*id,
        ))
    }
}

impl Arrival {
    /// Runs a step of the request: its context is in force, and its span.
    pub(super) fn step<R>(&self, run: impl FnOnce() -> R) -> R {
        #[cfg(feature = "tracing")]
        let _entered = match &self.span {
            Span::Own(span) => Some(span.enter()),
            Span::Around(_) => None,
        };
        self.context.scope(run)
    }
}

/// One value of a header.
#[cfg(any(feature = "poem", feature = "salvo", feature = "tower"))]
pub(super) fn nth<'a>(
    headers: &'a http::HeaderMap,
    name: &HeaderName,
    at: usize,
) -> Option<&'a [u8]> {
    let value = if at == 0 { headers.get(name) } else { headers.get_all(name).iter().nth(at) };
    value.map(HeaderValue::as_bytes)
}
