//! What the request adds to an answer.

use crate::out::{is_clean, json};
use crate::visit::Visit;
use crate::{ApiError, Caught, Failure, Spec};
use http::StatusCode;
use serde_core::Serialize;
use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

type Hook = Arc<dyn Fn(&Rendered<'_>) + Send + Sync>;

/// What the request adds to an answer: its id, its own URI, the time, values
/// by name, and who wants to hear of errors.
///
/// It is passed ([`to_http_with`](crate::ApiError::to_http_with)), or ambient:
/// set for a scope or while a future is polled. Clones share their content.
///
/// ```
/// use error_runtime::Context;
///
/// let context = Context::new().with_request_id("r-1").with_value("region", "eu");
/// context.scope(|| {
///     assert_eq!(Context::current().unwrap().request_id(), Some("r-1"));
/// });
/// assert!(Context::current().is_none());
/// ```
#[derive(Clone, Default)]
pub struct Context {
    /// None where nothing was said.
    facts: Option<Arc<Facts>>,
    /// The layer that this request goes through, which has an id and a time
    /// where nothing else was said.
    visit: Option<Arc<Visit>>,
}

#[derive(Clone, Default)]
struct Facts {
    request_id: Option<Id>,
    instance: Option<Box<str>>,
    time: Option<SystemTime>,
    /// Each name with its JSON.
    values: Vec<(Box<str>, Box<str>)>,
    development: bool,
    hook: Option<Hook>,
    /// What a layer is answering.
    caught: Option<Arc<Caught>>,
}

#[derive(Clone)]
struct Id {
    text: Box<str>,
    /// It stands in JSON as it is, as nearly every one does: looked at once,
    /// and not by each answer.
    is_clean: bool,
}

impl Context {
    pub(crate) const NOTHING: Self = Self { facts: None, visit: None };

    /// A context that says nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// With the request's id, for the slot `request_id`.
    #[must_use]
    pub fn with_request_id(self, id: impl Into<String>) -> Self {
        let text = Box::<str>::from(id.into());
        let is_clean = is_clean(&text);
        self.with(|facts| facts.request_id = Some(Id { text, is_clean }))
    }

    /// With the request's own URI, for the slot `instance`.
    #[must_use]
    pub fn with_instance(self, uri: impl Into<String>) -> Self {
        self.with(|facts| facts.instance = Some(uri.into().into()))
    }

    /// With the time of the answer, for the slot `time`.
    #[must_use]
    pub fn with_time(self, time: SystemTime) -> Self {
        self.with(|facts| facts.time = Some(time))
    }

    /// With a value for the slot `context("name")`, in place of one that has
    /// this name already. One that fails to serialize is `null`.
    #[must_use]
    pub fn with_value<T: Serialize + ?Sized>(self, name: &str, value: &T) -> Self {
        let json = json::text(value).unwrap_or_else(|| "null".into());
        self.with(|facts| {
            facts.values.retain(|(other, _)| **other != *name);
            facts.values.push((name.into(), json));
        })
    }

    /// With the development switch: on, the slot `trace` writes the error's
    /// private text and its sources. Never on where strangers can call.
    #[must_use]
    pub fn with_development(self, on: bool) -> Self {
        self.with(|facts| facts.development = on)
    }

    /// With a function that is called with every error that is answered, for
    /// reports, audits and metrics.
    ///
    /// While it runs no context is in force, so that an error which the hook
    /// answers itself does not call it again. A view
    /// ([`in_envelope`](ApiError::in_envelope)) is no answer, and calls no
    /// hook.
    #[must_use]
    pub fn with_hook(self, hook: impl Fn(&Rendered<'_>) + Send + Sync + 'static) -> Self {
        self.with(|facts| facts.hook = Some(Arc::new(hook)))
    }

    /// The request's id.
    pub fn request_id(&self) -> Option<&str> {
        self.stated_id().or_else(|| self.visit()?.id())
    }

    /// The id that was said, and not by a layer.
    #[inline]
    pub(crate) fn stated_id(&self) -> Option<&str> {
        Some(&self.facts()?.request_id.as_ref()?.text)
    }

    /// The request's id, where it stands in JSON as it is.
    #[inline]
    pub(crate) fn clean_id(&self) -> Option<&str> {
        match self.facts().and_then(|facts| facts.request_id.as_ref()) {
            Some(id) => id.is_clean.then_some(&*id.text),
            None => self.visit()?.clean_id(),
        }
    }

    /// The request's own URI.
    pub fn instance(&self) -> Option<&str> {
        self.facts()?.instance.as_deref()
    }

    /// The time of the answer.
    pub fn time(&self) -> Option<SystemTime> {
        let stated = self.facts().and_then(|facts| facts.time);
        stated.or_else(|| Some(self.visit()?.time()))
    }

    /// The JSON of the value of this name.
    pub fn value(&self, name: &str) -> Option<&str> {
        let mut values = self.facts()?.values.iter();
        values.find(|(other, _)| **other == *name).map(|(_, json)| &**json)
    }

    /// Whether the development switch is on.
    pub fn is_development(&self) -> bool {
        self.facts().is_some_and(|facts| facts.development)
    }

    /// What a layer is answering in the application's place.
    pub(crate) fn caught(&self) -> Option<&Caught> {
        self.facts()?.caught.as_deref()
    }

    #[inline]
    pub(crate) fn visit(&self) -> Option<&Visit> {
        self.visit.as_deref()
    }

    #[inline]
    fn facts(&self) -> Option<&Facts> {
        self.facts.as_deref()
    }

    #[cfg(feature = "layer")]
    pub(crate) fn with_visit(self, visit: Arc<Visit>) -> Self {
        Self { visit: Some(visit), ..self }
    }

    #[cfg(feature = "layer")]
    pub(crate) fn with_visit_of(self, other: &Self) -> Self {
        Self { visit: other.visit.clone(), ..self }
    }

    /// Without what was said of another request.
    #[cfg(feature = "layer")]
    pub(crate) fn anew(self) -> Self {
        if self.facts().is_none_or(|facts| facts.request_id.is_none() && facts.time.is_none()) {
            return self;
        }
        self.with(|facts| {
            facts.request_id = None;
            facts.time = None;
        })
    }

    #[cfg(feature = "layer")]
    pub(crate) fn without_hook(self) -> Self {
        self.with(|facts| facts.hook = None)
    }

    #[cfg(feature = "layer")]
    pub(crate) fn with_caught(self, caught: Caught) -> Self {
        self.with(|facts| facts.caught = Some(Arc::new(caught)))
    }

    /// Whether a layer or a hook wants to hear of answers.
    #[inline]
    pub(crate) fn is_heard(&self) -> bool {
        self.visit.is_some() || self.has_hook()
    }

    #[inline]
    pub(crate) fn has_hook(&self) -> bool {
        self.facts().is_some_and(|facts| facts.hook.is_some())
    }

    pub(crate) fn call_hook(&self, rendered: &Rendered<'_>) {
        if let Some(hook) = self.facts().and_then(|facts| facts.hook.as_ref()) {
            Self::without(|| hook(rendered));
        }
    }

    fn with(mut self, change: impl FnOnce(&mut Facts)) -> Self {
        change(Arc::make_mut(self.facts.get_or_insert_default()));
        self
    }
}

impl fmt::Debug for Context {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("request_id", &self.request_id())
            .field("instance", &self.instance())
            .field("time", &self.time())
            .field("values", &self.facts().map_or(&[][..], |facts| &facts.values))
            .field("development", &self.is_development())
            .field("hook", &self.has_hook())
            .finish()
    }
}

/// An error that has just been answered, as the context's hook sees it.
#[derive(Debug)]
pub struct Rendered<'a> {
    pub(crate) error: &'a (dyn ApiError + 'a),
    pub(crate) spec: Spec,
    pub(crate) status: StatusCode,
    pub(crate) request_id: Option<&'a str>,
    pub(crate) caught: Option<&'a Caught>,
    pub(crate) failures: &'a [Failure],
}

impl<'a> Rendered<'a> {
    /// The error: its `Display` and its sources are the private side.
    pub fn error(&self) -> &'a (dyn ApiError + 'a) {
        self.error
    }

    /// What is declared of it, and in force.
    pub fn spec(&self) -> &Spec {
        &self.spec
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The request's id, where the context has one.
    pub fn request_id(&self) -> Option<&'a str> {
        self.request_id
    }

    /// What the error stands for, where a layer answers in the application's
    /// place: the framework's own answer, or a panic.
    pub fn caught(&self) -> Option<&'a Caught> {
        self.caught
    }

    /// What could not be said as declared.
    pub fn failures(&self) -> &'a [Failure] {
        self.failures
    }
}
