//! Turns an error into an HTTP response.

use crate::cell::Cell;
use crate::context::Rendered;
use crate::negotiate::Choice;
use crate::out::with_scratch;
use crate::render::{self, Chosen, template};
use crate::visit::{self, Visit};
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
/// event in the log, and with the row that was chosen for that. A layer logs
/// by itself, when the answer leaves.
pub(crate) fn respond_logged<B: From<Bytes>>(error: &dyn ApiError) -> Response<B> {
    let row = error.row();
    if visit::with(None, Visit::is_open) == Some(true) {
        return respond_row(error, row, None);
    }
    observe::answered(error, row, || respond_row(error, row, None))
}

/// The head of an answer that leaves by other means than HTTP's: told at once,
/// since no layer knows it again.
pub(crate) fn head_logged(chosen: &Chosen<'_>) -> HeaderMap {
    let context = Context::current();
    let mut failures = Vec::new();
    let headers = chosen.headers(false).finish(&mut failures);
    observe::tell(chosen);
    report_apart(chosen, context.as_ref(), &failures);
    headers
}

fn respond_row<B: From<Bytes>>(
    error: &dyn ApiError,
    row: usize,
    context: Option<&Context>,
) -> Response<B> {
    let kept = match context {
        None if !Context::is_set() => error.cells().get(row).and_then(Cell::get),
        _ => None,
    };
    let Some(kept) = kept else { return respond_anew(error, row, context) };
    let mut response = Response::new(B::from(Bytes::from_static(kept.body)));
    *response.status_mut() = kept.status;
    kept.write_headers(response.headers_mut());
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
    let ambient = if context.is_none() { Context::current() } else { None };
    let context = context.or(ambient.as_ref());
    let (status, headers, body) = match kept(error, row, context) {
        Some(kept) => kept,
        None => write(error, row, context),
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

/// The row's answer, where it is kept and holds in this context.
fn kept(
    error: &dyn ApiError,
    row: usize,
    context: Option<&Context>,
) -> Option<(StatusCode, HeaderMap, Bytes)> {
    let kept = error.cells().get(row)?.get()?;
    let mut headers = HeaderMap::new();
    if let Some(context) = context {
        if kept.asks_context {
            return None;
        }
        let choice = visit::with(Some(context), |visit| visit.choose(kept.shape));
        if matches!(choice, Some(Choice::Xml(..))) {
            return None;
        }
        kept.write_headers(&mut headers);
        if let Some(choice) = choice {
            choice.write(kept.shape, &mut headers);
        }
        if choice.is_some() || context.has_hook() {
            let mut failures = Vec::new();
            let chosen = Chosen::of_row(error, row, error.shape(), &mut failures);
            report(&chosen, Some(context), &headers, kept.body.len(), &failures);
        }
    } else {
        kept.write_headers(&mut headers);
    }
    Some((kept.status, headers, Bytes::from_static(kept.body)))
}

/// Writes the answer of a row that is not kept, or not yet.
fn write(
    error: &dyn ApiError,
    row: usize,
    context: Option<&Context>,
) -> (StatusCode, HeaderMap, Bytes) {
    let mut failures = Vec::new();
    let mut chosen = Chosen::of_row(error, row, error.shape(), &mut failures);
    let declared = chosen.shape;
    let choice = visit::with(context, |visit| visit.choose(declared));
    if let Some(Choice::Xml(xml, _)) = choice {
        chosen.shape = xml;
    }
    let shape = chosen.shape;
    let has_body = !matches!(shape.body, Body::Empty) && allows_body(chosen.status);

    let mut headers = chosen.headers(has_body).finish(&mut failures);
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
    if chosen.is_constant() && failures.is_empty() && std::ptr::eq(shape, declared) {
        if let Some(cell) = error.cells().get(row) {
            let asks_context = has_body && template::asks_context(shape);
            if context.is_none() || !asks_context {
                cell.keep(chosen.status, &headers, &body, shape, asks_context);
            }
        }
    }
    if let Some(choice) = choice {
        choice.write(declared, &mut headers);
    }
    report(&chosen, context, &headers, body.len(), &failures);
    (chosen.status, headers, body)
}

/// Whether HTTP lets an answer of this status have a body.
fn allows_body(status: StatusCode) -> bool {
    !status.is_informational() && !matches!(status.as_u16(), 204 | 205 | 304)
}

/// Tells the log of failures, the layer around and the context's hook of the
/// answer.
fn report(
    chosen: &Chosen<'_>,
    context: Option<&Context>,
    headers: &HeaderMap,
    length: usize,
    failures: &[Failure],
) {
    observe::failures(failures);
    visit::mark(context, chosen, headers, length);
    call_hook(chosen, context, failures);
}

/// The same of what no layer could know again: a head without a body, an
/// event.
pub(crate) fn report_apart(chosen: &Chosen<'_>, context: Option<&Context>, failures: &[Failure]) {
    observe::failures(failures);
    call_hook(chosen, context, failures);
}

fn call_hook(chosen: &Chosen<'_>, context: Option<&Context>, failures: &[Failure]) {
    let Some(context) = context.filter(|context| context.has_hook()) else { return };
    context.call_hook(&Rendered {
        error: chosen.outer.error,
        spec: chosen.spec(),
        status: chosen.status,
        request_id: context.request_id(),
        caught: context.caught(),
        failures,
    });
}
