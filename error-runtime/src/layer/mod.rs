//! Middleware that gives every answer of a server its context and its shape.

#![cfg_attr(
    not(all(
        feature = "actix_web",
        feature = "poem",
        feature = "rocket",
        feature = "salvo",
        feature = "tower"
    )),
    allow(dead_code, reason = "each framework uses its part of it")
)]

#[cfg(feature = "actix_web")]
mod actix_web;
mod arrival;
#[cfg(any(feature = "actix_web", feature = "poem", feature = "tower"))]
mod body;
mod departure;
#[cfg(any(feature = "poem", feature = "tower"))]
mod grpc;
mod head;
#[cfg(any(feature = "poem", feature = "tower"))]
mod http1;
#[cfg(feature = "poem")]
mod poem;
mod request_id;
#[cfg(feature = "rocket")]
mod rocket;
mod run;
#[cfg(feature = "salvo")]
mod salvo;
mod text;
#[cfg(feature = "tower")]
mod tower;

#[cfg(feature = "actix_web")]
pub use self::actix_web::ErrorMiddleware;
#[cfg(any(feature = "actix_web", feature = "tower"))]
pub use self::body::ErrorBody;
pub use self::head::Head;
#[cfg(feature = "poem")]
pub use self::poem::ErrorEndpoint;
#[cfg(feature = "tower")]
pub use self::tower::{ErrorService, ResponseFuture};

use crate::{Context, Fallback, FrameworkError};
use http::StatusCode;
use http::header::{HeaderName, HeaderValue};
use std::error::Error;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

type ForRequest = Arc<dyn Fn(Context, &Head<'_>) -> Context + Send + Sync>;
type StatusOf = fn(&(dyn Error + 'static)) -> StatusCode;
type MakeId = Arc<dyn Fn() -> String + Send + Sync>;

/// Middleware that gives every answer of a server its context and its shape.
///
/// Each request gets a [`Context`] with its id, and every error that leaves
/// has the envelope's shape, that id, and one event in the log: the
/// application's own errors, and what the framework answers by itself (no
/// route, the wrong method, a bad body, a timeout, a panic). `F` says what
/// those are in this API; [`FrameworkError`] is a ready-made one.
///
/// With the feature `tower` it is a tower layer, for axum, warp, hyper and
/// tonic; with the features of their names it is the middleware of actix-web,
/// poem, rocket and salvo.
#[cfg_attr(feature = "tower", doc = include_str!("example.md"))]
pub struct ErrorLayer<F = FrameworkError> {
    settings: Arc<Settings>,
    fallback: PhantomData<fn() -> F>,
}

/// What is the same for each request.
#[derive(Clone)]
struct Settings {
    id_header: &'static HeaderName,
    longest_id: usize,
    trusts_ids: bool,
    /// UUIDs of version 7, unless the user wants others.
    make_id: Option<MakeId>,
    base: Option<Context>,
    for_request: Option<ForRequest>,
    status_of: StatusOf,
    span: bool,
}

impl Default for ErrorLayer {
    fn default() -> Self {
        Self::new()
    }
}

impl<F: Fallback> ErrorLayer<F> {
    /// A layer that answers with `F` what the framework would answer itself.
    pub fn new() -> Self {
        let settings = Settings {
            id_header: &request_id::HEADER,
            longest_id: 128,
            trusts_ids: true,
            make_id: None,
            base: None,
            for_request: None,
            status_of: |_| StatusCode::INTERNAL_SERVER_ERROR,
            span: true,
        };
        Self { settings: Arc::new(settings), fallback: PhantomData }
    }

    /// With another header for the request's id than `x-request-id`. Its name
    /// is kept as long as the program, once for all layers.
    #[must_use]
    pub fn with_request_id_header(self, name: HeaderName) -> Self {
        self.with(|settings| settings.id_header = request_id::header(name))
    }

    /// With request ids that are made by this function where the request has
    /// none; without it they are UUIDs of version 7.
    #[must_use]
    pub fn with_request_ids(self, make: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.with(|settings| settings.make_id = Some(Arc::new(make)))
    }

    /// Takes ids of requests up to this length; a longer one is replaced, as
    /// is one with other characters than letters, digits and
    /// `-_.~:/+=@#$`. Without it the limit is 128.
    #[must_use]
    pub fn with_longest_request_id(self, length: usize) -> Self {
        self.with(|settings| settings.longest_id = length)
    }

    /// Makes an id for each request, also where the client has sent one.
    #[must_use]
    pub fn without_incoming_request_ids(self) -> Self {
        self.with(|settings| settings.trusts_ids = false)
    }

    /// With a context that each request begins with, such as one with a hook
    /// or the development switch.
    #[must_use]
    pub fn with_context(self, context: Context) -> Self {
        self.with(|settings| settings.base = Some(context))
    }

    /// With a function that adds to the context of each request: named
    /// values, the instance.
    ///
    /// ```
    /// # use error_runtime::ErrorLayer;
    /// let layer = ErrorLayer::default()
    ///     .with_request(|context, head| context.with_instance(head.path()));
    /// ```
    #[must_use]
    pub fn with_request(
        self,
        add: impl Fn(Context, &Head<'_>) -> Context + Send + Sync + 'static,
    ) -> Self {
        self.with(|settings| settings.for_request = Some(Arc::new(add)))
    }

    /// With the status for a service's error that is no answer, such as
    /// `tower::timeout::error::Elapsed`. Without it they are 500s.
    #[must_use]
    pub fn with_error_status(self, status: fn(&(dyn Error + 'static)) -> StatusCode) -> Self {
        self.with(|settings| settings.status_of = status)
    }

    /// Opens no span for each request: status and code are recorded in the
    /// span that is there already, if it has the fields `request_id`,
    /// `error.type`, `http.response.status_code` and `otel.status_code`.
    #[must_use]
    pub fn without_span(self) -> Self {
        self.with(|settings| settings.span = false)
    }

    fn with(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(Arc::make_mut(&mut self.settings));
        self
    }
}

impl<F> Clone for ErrorLayer<F> {
    fn clone(&self) -> Self {
        Self { settings: Arc::clone(&self.settings), fallback: PhantomData }
    }
}

impl<F> fmt::Debug for ErrorLayer<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settings = &*self.settings;
        f.debug_struct("ErrorLayer")
            .field("request_id_header", settings.id_header)
            .field("context", &settings.base)
            .field("span", &settings.span)
            .finish_non_exhaustive()
    }
}

/// A header's value, or none where it cannot stand in a header.
fn header_value(text: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(text).ok()
}
