//! Turns an error into an HTTP response.

use crate::cell::{Cell, Constant};
use crate::context::Rendered;
use crate::out::with_scratch;
use crate::render::{self, Chosen, template};
use crate::{ApiError, Body, Context, Failure, observe};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};

type Answer = (StatusCode, HeaderMap, Bytes);

/// A response with the error's answer, in the context given or else in the
/// ambient one.
///
/// All of the work is done where nothing is generic, so that a crate that
/// declares errors compiles only this.
pub(crate) fn respond<B: From<Bytes>>(
    error: &dyn ApiError,
    context: Option<&Context>,
) -> Response<B> {
    let (status, headers, body) = match context {
        None => answer_here(error),
        context => answer(error, context),
    };
    response(status, headers, body)
}

/// A response with these parts.
pub(crate) fn response<B: From<Bytes>>(
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
) -> Response<B> {
    let mut response = Response::new(B::from(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// The response in the ambient context.
pub(crate) fn response_here(error: &dyn ApiError) -> Response<Bytes> {
    respond(error, None)
}

/// The response in this context.
pub(crate) fn response_in(error: &dyn ApiError, context: &Context) -> Response<Bytes> {
    respond(error, Some(context))
}

fn answer_here(error: &dyn ApiError) -> Answer {
    answer(error, Context::current().as_ref())
}

fn answer(error: &dyn ApiError, context: Option<&Context>) -> Answer {
    let row = error.row();
    let cell = error.cells().get(row);
    match cell.and_then(Cell::get) {
        Some(constant) if context.is_none() || !constant.asks_context => {
            constant.answer(error, row, context)
        }
        _ => write(error, row, cell, context),
    }
}

impl Constant {
    fn answer(&self, error: &dyn ApiError, row: usize, context: Option<&Context>) -> Answer {
        if let Some(context) = context.filter(|context| context.has_hook()) {
            let mut failures = Vec::new();
            let chosen = Chosen::of_row(error, row, error.shape(), &mut failures);
            report(&chosen, Some(context), &failures);
        }
        // Copying the map costs less than building it: nothing is hashed.
        (self.status, self.headers.clone(), Bytes::from_static(self.body))
    }
}

fn write(
    error: &dyn ApiError,
    row: usize,
    cell: Option<&Cell>,
    context: Option<&Context>,
) -> Answer {
    let mut failures = Vec::new();
    let chosen = Chosen::of_row(error, row, error.shape(), &mut failures);
    let shape = chosen.shape;
    let has_body = !matches!(shape.body, Body::Empty) && allows_body(chosen.status);

    let headers = chosen.headers(has_body).finish(&mut failures);
    let body = if has_body {
        with_scratch(shape, |out| {
            render::body(&chosen, context, out);
            failures.append(&mut out.take_failures());
            Bytes::copy_from_slice(out.bytes())
        })
    } else {
        Bytes::new()
    };

    let asks_context = has_body && template::asks_context(shape);
    if let Some(cell) = cell {
        if chosen.is_constant() && failures.is_empty() && !(asks_context && context.is_some()) {
            cell.keep(chosen.status, &headers, &body, asks_context);
        }
    }
    report(&chosen, context, &failures);
    (chosen.status, headers, body)
}

/// Whether HTTP lets an answer of this status have a body.
fn allows_body(status: StatusCode) -> bool {
    !status.is_informational() && !matches!(status.as_u16(), 204 | 205 | 304)
}

/// Tells the log of failures, and the context's hook of the answer.
fn report(chosen: &Chosen<'_>, context: Option<&Context>, failures: &[Failure]) {
    observe::failures(failures);
    let Some(context) = context.filter(|context| context.has_hook()) else { return };
    context.call_hook(&Rendered {
        error: chosen.outer.error,
        spec: chosen.spec(),
        status: chosen.status,
        request_id: context.request_id(),
        failures,
    });
}
