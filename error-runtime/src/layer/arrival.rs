//! A request arrives: its id, its context, its span.

use super::run::unpanicked;
use super::{Head, Settings, header_value, request_id};
use crate::Context;
use crate::visit::Visit;
use bytes::Bytes;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use std::borrow::Cow;

/// What the layer knows of one request.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) context: Context,
    /// The header that says the request's id.
    pub(super) id: Option<(&'static HeaderName, HeaderValue)>,
    /// The request has this id, and no other, in its headers.
    pub(super) is_given: bool,
    /// The client wants no body.
    pub(super) is_head: bool,
    /// The client reads a status of gRPC, and no body.
    #[cfg(any(feature = "poem", feature = "tower"))]
    pub(super) is_grpc: bool,
    /// The context of a layer around this one.
    pub(super) outer: Option<Context>,
    #[cfg(feature = "tracing")]
    pub(super) span: Span,
}

/// The id of a request, as a header's value.
struct Id<'a> {
    /// Nothing where it can stand in no header.
    value: Option<Cow<'a, HeaderValue>>,
    /// The client has sent it, and no other.
    is_given: bool,
}

impl Id<'_> {
    fn new() -> Self {
        // Counted from the start, since it goes into two heads.
        Self::of(HeaderValue::from_maybe_shared(Bytes::from_owner(request_id::make())).ok())
    }

    /// One that the request has not in its headers yet.
    fn of(value: Option<HeaderValue>) -> Self {
        Self { value: value.map(Cow::Owned), is_given: false }
    }
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
        let outer_id = outer.as_ref().and_then(Context::request_id);
        let mut id = self.id(head, outer_id);
        let text = id.value.as_deref().map(HeaderValue::as_bytes);
        let text = text.or(outer_id.map(str::as_bytes)).unwrap_or_default();
        let visit = Visit::new(text, head.accept());
        let base = self.base.clone().or_else(|| outer.clone()).unwrap_or_default();
        let mut context = base.with_visit(visit).anew();
        if let Some(add) = &self.for_request {
            // What is the application's may panic, or begin a context anew.
            let added = unpanicked(|| add(context.clone(), head));
            context = added.map_or(context.clone(), |added| added.with_visit_of(&context));
            if let Some(other) = context.stated_id() {
                id = Id::of(header_value(other));
            }
        }
        #[cfg(feature = "tracing")]
        let span = self.span(head, context.request_id().unwrap_or_default());
        Arrival {
            id: id.value.map(|value| (self.id_header, value.into_owned())),
            is_given: id.is_given,
            context,
            is_head: head.method == "HEAD",
            #[cfg(any(feature = "poem", feature = "tower"))]
            is_grpc: super::grpc::is_call(head),
            outer,
            #[cfg(feature = "tracing")]
            span,
        }
    }

    /// The id that an outer layer, or the client, has given the request, or a
    /// new one.
    fn id<'a>(&self, head: &Head<'a>, outer: Option<&str>) -> Id<'a> {
        if let Some(id) = outer {
            return Id::of(header_value(id));
        }
        let incoming = if self.trusts_ids { head.headers.first(self.id_header) } else { None };
        if let Some((value, is_given)) = incoming {
            if request_id::is_fit(value.as_bytes(), self.longest_id) {
                return Id { value: Some(value), is_given };
            }
        }
        let theirs = self.make_id.as_ref().and_then(|make| unpanicked(|| make()).ok());
        match theirs.and_then(|id| header_value(&id)) {
            Some(id) => Id::of(Some(id)),
            None => Id::new(),
        }
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
    /// The application reads the request's id in the headers.
    pub(super) fn hand_on(&self, headers: &mut HeaderMap) {
        if let Some((name, id)) = self.id.as_ref().filter(|_| !self.is_given) {
            headers.insert(*name, id.clone());
        }
    }

    /// Every answer has the request's id; each request has one answer.
    pub(super) fn sign(&mut self, headers: &mut HeaderMap) {
        if let Some((name, id)) = self.id.take() {
            headers.insert(name, id);
        }
    }

    /// Runs a step of the request: its context is in force, and its span.
    pub(super) fn step<R>(&self, run: impl FnOnce() -> R) -> R {
        #[cfg(feature = "tracing")]
        let _entered = self.span.enter();
        self.context.scope(run)
    }

    /// The same by whoever has the request alone: the context is not cloned.
    #[cfg(feature = "tower")]
    #[inline]
    pub(super) fn own_step<R>(&mut self, run: impl FnOnce() -> R) -> R {
        #[cfg(feature = "tracing")]
        let _entered = self.span.enter();
        self.context.lend(run)
    }
}

#[cfg(feature = "tracing")]
impl Span {
    fn enter(&self) -> Option<tracing::span::Entered<'_>> {
        match self {
            Self::Own(span) => Some(span.enter()),
            Self::Around(_) => None,
        }
    }
}
