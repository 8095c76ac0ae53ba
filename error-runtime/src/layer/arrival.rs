//! A request arrives: its id, its context, its span.

use super::run::unpanicked;
use super::{Head, Settings, header_value, request_id};
use crate::Context;
use crate::visit::Visit;
use http::header::{ACCEPT, HeaderValue};
use std::sync::Arc;

/// What the layer knows of one request.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) context: Context,
    /// The id that the application has given the request, for headers.
    other_id: Option<HeaderValue>,
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

/// The id of a request.
struct Id {
    /// Where it can stand in no header.
    text: Option<String>,
    value: Option<HeaderValue>,
    is_given: bool,
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
        let Id { text, value, is_given } = self.id(head, outer.as_ref());
        let visit = Arc::new(Visit::new(head.list(&ACCEPT), value));
        let base = self.base.clone().or_else(|| outer.clone()).unwrap_or_default();
        let mut context = base.with_visit(visit).anew();
        if let Some(text) = text {
            context = context.with_request_id(text);
        }
        if let Some(add) = &self.for_request {
            // What is the application's may panic, or begin a context anew.
            let added = unpanicked(|| add(context.clone(), head));
            context = added.map_or(context.clone(), |added| added.in_place_of(&context));
        }
        #[cfg(feature = "tracing")]
        let span = self.span(head, context.request_id().unwrap_or_default());
        let other_id = context.stated_id().and_then(header_value);
        Arrival {
            is_given: is_given && context.stated_id().is_none(),
            context,
            other_id,
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
    fn id(&self, head: &Head<'_>, outer: Option<&Context>) -> Id {
        if let Some(id) = outer.and_then(Context::request_id) {
            let value = header_value(id);
            let text = if value.is_none() { Some(id.to_owned()) } else { None };
            return Id { text, value, is_given: false };
        }
        let incoming = if self.trusts_ids { head.headers.first(&self.id_header) } else { None };
        let is_fit = |value: &HeaderValue| request_id::is_fit(value.as_bytes(), self.longest_id);
        if let Some((value, is_only)) = incoming.filter(|(value, _)| is_fit(value)) {
            return Id { text: None, value: Some(value), is_given: is_only };
        }
        let made = self.make_id.as_ref().and_then(|make| unpanicked(|| make()).ok());
        let value = made.and_then(|id| header_value(&id)).or_else(request_id::make);
        Id { text: None, value, is_given: false }
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
    /// The request's id, for headers.
    pub(super) fn id(&self) -> Option<&HeaderValue> {
        if self.context.stated_id().is_some() {
            return self.other_id.as_ref();
        }
        self.context.visit()?.id_value()
    }

    /// Runs a step of the request: its context is in force, and its span.
    pub(super) fn step<R>(&self, run: impl FnOnce() -> R) -> R {
        #[cfg(feature = "tracing")]
        let _entered = self.span.enter();
        self.context.scope(run)
    }

    /// The same by whoever has the request alone: the context is not cloned.
    #[cfg(feature = "tower")]
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
