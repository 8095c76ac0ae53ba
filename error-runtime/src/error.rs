//! The two traits: what an error answers, and what its type can ever answer.

use crate::cell::Cell;
use crate::http::{respond, response_here, response_in};
use crate::render::Chosen;
use crate::{
    Catalogue, Code, Context, Envelope, Event, Face, Faced, InEnvelope, Part, Parts, Problem,
    Retry, RetryAfter, Shape, Spec, Table,
};
use bytes::Bytes;
use http::{Response, StatusCode};
use std::any::TypeId;
use std::borrow::Cow;
use std::error::Error;

/// An error that knows its answer.
///
/// `#[derive(ApiError)]` implements it. It is object-safe: `&dyn ApiError`
/// answers all of it. A hand-written implementation gives [`row`](Self::row)
/// and [`specs`](Self::specs), and [`fill`](Self::fill) where a row has
/// dynamic parts; [`Out`](crate::Out) shows one.
///
/// The other methods tell what is in force: what the value's fields say, and
/// what a transparent variant takes from the error inside it.
///
/// # Panics
///
/// Nothing here panics by itself, and a `Display` or `Serialize` that returns
/// an error costs only its own part of the answer. A panic inside a user's
/// `Display`, `Serialize` or guard, or inside the context's hook, is not
/// caught: it propagates to whoever asked for the answer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an `ApiError`",
    label = "no answer is declared for this error",
    note = "add `#[derive(ApiError)]` to the type and `#[api(status = …)]` to its variants"
)]
pub trait ApiError: Error {
    /// The rows of this type.
    fn specs(&self) -> &'static [Spec];

    /// Chooses the row for this value, as an index into
    /// [`specs`](Self::specs). Guards of `when` attributes run here, and only
    /// here.
    fn row(&self) -> usize;

    /// The type's envelope.
    fn shape(&self) -> &'static Shape {
        <Problem as Envelope>::shape()
    }

    /// Writes one dynamic part of the answer of row `row`, which is what
    /// [`row`](Self::row) returned for this same value.
    fn fill<'e>(&'e self, row: usize, part: Part<'e, '_>) {
        let _ = (row, part);
    }

    /// Where the answers of constant rows are kept, one cell for each row.
    ///
    /// Not public API. Used by generated code.
    #[doc(hidden)]
    fn cells(&self) -> &'static [Cell] {
        &[]
    }

    /// The rows of another face, if the type has it.
    ///
    /// Not public API. Used by generated code.
    #[doc(hidden)]
    fn specs_in(&self, face: TypeId) -> Option<&'static [Spec]> {
        let _ = face;
        None
    }

    /// Writes one dynamic part of the answer on another face.
    ///
    /// Not public API. Used by generated code.
    #[doc(hidden)]
    fn fill_in<'e>(&'e self, face: TypeId, row: usize, part: Part<'e, '_>) {
        let _ = (face, row, part);
    }

    /// The face that this is, where it is not the first: errors inside it are
    /// shown in the same one.
    ///
    /// Not public API. Used by generated code.
    #[doc(hidden)]
    fn shown_face(&self) -> Option<TypeId> {
        None
    }

    /// What is declared of this error, as one row. Of a transparent error it
    /// is the inner error's row with what is stated over it.
    fn spec(&self) -> Spec {
        ask(&self, Chosen::spec)
    }

    /// The HTTP status.
    fn status(&self) -> StatusCode {
        Chosen::new(&self).status
    }

    /// The machine code, as declared: an envelope's `code_case` is not
    /// applied.
    fn code(&self) -> Code<'_> {
        // As the renderer finds it, but borrowed from the error itself.
        let row = self.row();
        let Some(spec) = self.specs().get(row) else { return Code::None };
        if spec.inner.is_none() || spec.stated.has(Parts::CODE) {
            let mut code = None;
            if spec.dynamic.has(Parts::CODE) {
                self.fill(row, Part::Code(&mut code));
            }
            if let Some(code) = code {
                return code;
            }
            if spec.settles(Parts::CODE) {
                return spec.code;
            }
        }
        let mut inner = None;
        if spec.inner.is_some() {
            self.fill(row, Part::Inner(&mut inner));
        }
        inner.map_or(spec.code, |inner| Chosen::within(inner, self.shown_face()).code())
    }

    /// The coarse class beside the code.
    fn category(&self) -> Option<&'static str> {
        ask(&self, Chosen::category)
    }

    /// The title: fixed for each code.
    fn title(&self) -> Cow<'static, str> {
        ask(&self, Chosen::title)
    }

    /// The public message: never private text, and never empty unless it is
    /// declared so.
    fn message(&self) -> Cow<'static, str> {
        ask(&self, Chosen::message)
    }

    /// The hint.
    fn hint(&self) -> Option<Cow<'static, str>> {
        ask(&self, Chosen::hint)
    }

    /// The link to the documentation.
    fn docs(&self) -> Option<Cow<'static, str>> {
        ask(&self, Chosen::docs)
    }

    /// What the declaration says of trying again.
    fn retry(&self) -> Retry {
        ask(&self, Chosen::retry)
    }

    /// The delay before the next attempt.
    fn retry_after(&self) -> Option<RetryAfter> {
        ask(&self, Chosen::retry_after)
    }

    /// The error as its body shows it now, for any serializer; in the ambient
    /// context. It is a view and no answer: the context's hook is not called.
    fn in_envelope(&self) -> InEnvelope {
        InEnvelope::new(&self, Context::current().as_ref())
    }

    /// The error as its body shows it in this context, whose hook is not
    /// called.
    fn in_envelope_with(&self, context: &Context) -> InEnvelope {
        InEnvelope::new(&self, Some(context))
    }

    /// The error as a server-sent event, in the ambient context: what ends a
    /// stream that has begun. Its name is the envelope's `event`, or `error`.
    /// Nothing is logged: an `EventStream` (feature `stream`) does that.
    fn event(&self) -> Event {
        Event::of(&self, self.row(), None, Context::current().as_ref())
    }

    /// The event in this context.
    fn event_with(&self, context: &Context) -> Event {
        Event::of(&self, self.row(), None, Some(context))
    }

    /// The event in another envelope, such as
    /// [`StreamError`](crate::StreamError), also where the row has its own.
    fn event_as<V: Envelope>(&self) -> Event
    where
        Self: Sized,
    {
        Event::of(self, self.row(), Some(V::shape()), Context::current().as_ref())
    }

    /// The response, in the ambient context. Nothing is logged.
    fn response(&self) -> Response<Bytes> {
        response_here(&self)
    }

    /// The response, in this context.
    fn response_with(&self, context: &Context) -> Response<Bytes> {
        response_in(&self, context)
    }

    /// The [response](Self::response) with the framework's own body, which is
    /// whatever can be made from [`Bytes`]. A panic inside a `Display`, a
    /// `Serialize` or the context's hook propagates.
    ///
    /// A `dyn ApiError` has no generic methods: `error.response().map(…)` does
    /// the same for it.
    fn to_http<B: From<Bytes>>(&self) -> Response<B>
    where
        Self: Sized,
    {
        respond(self, None)
    }

    /// The response in this context, with the framework's own body.
    fn to_http_with<B: From<Bytes>>(&self, context: &Context) -> Response<B>
    where
        Self: Sized,
    {
        respond(self, Some(context))
    }

    /// The error by another of its faces: see [`Face`].
    fn face<F: 'static>(&self) -> Faced<F, &Self>
    where
        Self: Sized + Face<F>,
    {
        self.into()
    }

    /// The same, with the error in it.
    fn into_face<F: 'static>(self) -> Faced<F, Self>
    where
        Self: Sized + Face<F>,
    {
        self.into()
    }
}

/// What is in force of the error. Once for all of them: each type has a copy of
/// the methods that call this.
fn ask<'e, T>(error: &'e (dyn ApiError + 'e), what: fn(&Chosen<'e>) -> T) -> T {
    what(&Chosen::new(error))
}

/// A type whose errors are all known while compiling.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not declare its errors",
    label = "what it can answer is not known while compiling",
    note = "add `#[derive(ApiError)]` to the type"
)]
pub trait Declared: ApiError + Sized {
    /// The rows of this type, in declaration order; the rows of a variant's
    /// `when` attributes stand before its plain one.
    const SPECS: &'static [Spec];

    /// The type's own table.
    fn table() -> Table;

    /// The type's table on another face, if it has that.
    ///
    /// Not public API. Used by generated code.
    #[doc(hidden)]
    fn table_in(face: TypeId) -> Option<Table> {
        let _ = face;
        None
    }

    /// Everything that the type can ever answer, nested types included.
    fn catalogue() -> Catalogue {
        Catalogue::of::<Self>()
    }
}
