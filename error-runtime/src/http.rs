//! Turns an error into an HTTP response.

use crate::cell::Constant;
use crate::context::Rendered;
use crate::out::with_scratch;
use crate::render::{self, Chosen, template};
use crate::{ApiError, Body, Context, Failure, observe, xml};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};

/// A response with the error's answer, in the context given or else in the
/// ambient one.
///
/// What is generic here is only the assembly: a crate that declares errors
/// compiles this much for each kind of body, and nothing for each error.
pub(crate) fn respond<B: From<Bytes>>(
    error: &dyn ApiError,
    context: Option<&Context>,
) -> Response<B> {
    respond_row(error, error.row(), context)
}

/// The response of an adapter: in the ambient context, with the error's one
/// event in the log, and with the row that was chosen for that.
pub(crate) fn respond_logged<B: From<Bytes>>(error: &dyn ApiError) -> Response<B> {
    let row = error.row();
    observe::answered(error, row, || respond_row(error, row, None))
}

fn respond_row<B: From<Bytes>>(
    error: &dyn ApiError,
    row: usize,
    context: Option<&Context>,
) -> Response<B> {
    let Some(constant) = constant(error, row, context) else {
        return respond_anew(error, row, context);
    };
    let mut response = Response::new(B::from(Bytes::from_static(constant.body)));
    *response.status_mut() = constant.status;
    constant.write_headers(response.headers_mut());
    response
}

// Apart, so that the usual response is built in the caller's place and not
// copied there.
#[inline(never)]
fn respond_anew<B: From<Bytes>>(
    error: &dyn ApiError,
    row: usize,
    context: Option<&Context>,
) -> Response<B> {
    let (status, headers, body) = write(error, row, context);
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

/// The row's answer, where it is kept and holds in this context.
fn constant(
    error: &dyn ApiError,
    row: usize,
    context: Option<&Context>,
) -> Option<&'static Constant> {
    let constant = error.cells().get(row)?.get()?;
    let ambient = if context.is_none() { Context::current() } else { None };
    let Some(context) = context.or(ambient.as_ref()) else { return Some(constant) };
    if constant.asks_context {
        return None;
    }
    if context.has_hook() {
        let mut failures = Vec::new();
        let chosen = Chosen::of_row(error, row, error.shape(), &mut failures);
        report(&chosen, Some(context), &failures);
    }
    Some(constant)
}

/// Writes the answer of a row that is not kept, or not yet.
fn write(
    error: &dyn ApiError,
    row: usize,
    context: Option<&Context>,
) -> (StatusCode, HeaderMap, Bytes) {
    let ambient = if context.is_none() { Context::current() } else { None };
    let context = context.or(ambient.as_ref());
    let mut failures = Vec::new();
    let chosen = Chosen::of_row(error, row, error.shape(), &mut failures);
    let shape = chosen.shape;
    let has_body = !matches!(shape.body, Body::Empty) && allows_body(chosen.status);

    let headers = chosen.headers(has_body).finish(&mut failures);
    let body = if has_body {
        with_scratch(shape, |out| {
            render::body(&chosen, context, out);
            failures.append(&mut out.take_failures());
            match &shape.body {
                Body::Xml(template) => Bytes::from(xml::document(template, out.bytes())),
                _ => Bytes::copy_from_slice(out.bytes()),
            }
        })
    } else {
        Bytes::new()
    };
    if chosen.is_constant() && failures.is_empty() {
        if let Some(cell) = error.cells().get(row) {
            let asks_context = has_body && template::asks_context(shape);
            if context.is_none() || !asks_context {
                cell.keep(chosen.status, &headers, &body, asks_context);
            }
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
