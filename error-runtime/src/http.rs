//! Turns an error into an HTTP response.

mod report;

use report::report;
pub(crate) use report::report_apart;

use crate::cell::{Cell, Kept, Prepared, Whole};
use crate::negotiate::{Choice, varies};
use crate::observe::Report;
use crate::out::{Out, scratch};
use crate::render::{self, Chosen, plan, template};
use crate::visit::{self, Answered, Visit};
use crate::{ApiError, Body, Context, Parts, Shape, observe, xml};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};

/// Whether there are layers: only these choose a form, and see answers leave.
const LAYERED: bool = cfg!(feature = "layer");

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
    if LAYERED {
        let is_in_layer = |here: &Context| here.visit().is_some_and(Visit::is_open);
        if Context::peek(is_in_layer) == Some(true) {
            return respond_row(error, row, None);
        }
    }
    observe::answered(error, row, || respond_row(error, row, None))
}

/// The head of an answer that leaves by other means than HTTP's: told at once,
/// since no layer knows it again.
#[inline]
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
    let kept = kept_of(error, row);
    let Some(kept @ Kept { headers: Some(headers), .. }) = kept else {
        return respond_anew(error, row, context);
    };
    if let (Some(body), None, false) = (kept.body, context, Context::is_set()) {
        return assemble(kept, headers, Bytes::from_static(body));
    }
    respond_kept(error, row, context, kept, headers)
}

/// What is kept of the row's answers.
#[inline]
fn kept_of(error: &dyn ApiError, row: usize) -> Option<&'static Kept> {
    error.cells().get(row)?.get()
}

// Apart, so that a constant answer has little to save and to restore.
#[inline(never)]
fn respond_kept<B: From<Bytes>>(
    error: &dyn ApiError,
    row: usize,
    context: Option<&Context>,
    kept: &Kept,
    headers: &Prepared,
) -> Response<B> {
    let whole = match context {
        None => Context::peek(|here| whole(kept, here)).flatten(),
        Some(context) if !Context::is_set() => whole(kept, context),
        Some(_) => None,
    };
    if let Some(body) = whole {
        return assemble(kept, headers, body);
    }
    if Context::is_set() || context.is_some_and(Context::is_heard) {
        return match write_heard(error, row, kept, headers, context) {
            Some(body) => assemble(kept, headers, body),
            None => respond_anew(error, row, context),
        };
    }
    if kept.steps.is_empty() {
        return respond_anew(error, row, context);
    }
    let out = write_steps(error, row, kept, context);
    assemble(kept, headers, scratch::finish(out))
}

/// The body that needs no steps, in a context of which nobody hears.
#[inline]
fn whole(kept: &Kept, context: &Context) -> Option<Bytes> {
    if context.is_heard() { None } else { kept.whole(Some(context)).map(Whole::bytes) }
}

/// In the place of each caller: what is moved about is waited for.
#[inline]
fn assemble<B: From<Bytes>>(kept: &Kept, headers: &Prepared, body: Bytes) -> Response<B> {
    let mut response = Response::new(B::from(body));
    *response.status_mut() = kept.status;
    headers.write(response.headers_mut());
    response
}

/// The body of an answer with the row's own headers, marked for the layer
/// around; nothing where a hook or a choice of the client's wants more.
#[inline(never)]
fn write_heard(
    error: &dyn ApiError,
    row: usize,
    kept: &Kept,
    headers: &Prepared,
    context: Option<&Context>,
) -> Option<Bytes> {
    let ambient = Context::current();
    let around = ambient.as_ref();
    let context = context.or(around);
    if matches!(context, Some(context) if context.has_hook()) {
        return None;
    }
    if LAYERED && kept.varies && visit_of(context, around).is_some() {
        return None;
    }
    let body = match kept.whole(context) {
        Some(whole) => whole.bytes(),
        None if kept.steps.is_empty() => return None,
        None => scratch::finish(write_steps(error, row, kept, context)),
    };
    if LAYERED {
        if let Some(visit) = visit_of(context, around) {
            visit.mark(Answered {
                status: kept.status.as_u16(),
                content_type: headers.content_type(),
                length: body.len() as u64,
                report: Report::of(|| Chosen::settled(error, row, kept)),
            });
        }
    }
    Some(body)
}

/// An answer in a context of its own is still the request's.
#[inline]
fn visit_of<'a>(context: Option<&'a Context>, around: Option<&'a Context>) -> Option<&'a Visit> {
    context.and_then(Context::visit).or_else(|| around.and_then(Context::visit))
}

/// Writes the body of a row by its steps, and tells what failed.
#[inline(never)]
fn write_steps(
    error: &dyn ApiError,
    row: usize,
    kept: &Kept,
    context: Option<&Context>,
) -> Box<Out> {
    let mut out = write_kept(error, row, kept, context);
    if out.failures() > 0 {
        observe::failures(&out.take_failures());
    }
    out
}

/// Writes the body of a row by its steps.
fn write_kept(
    error: &dyn ApiError,
    row: usize,
    kept: &Kept,
    context: Option<&Context>,
) -> Box<Out> {
    let chosen = Chosen::settled(error, row, kept);
    let mut out = scratch::take(kept.shape);
    plan::write(kept.steps, &chosen, context, &mut out);
    out
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
    let mut headers = HeaderMap::new();
    let (status, body) = match kept(error, row, context, &mut headers) {
        Some(kept) => kept,
        None => write(error, row, context, &mut headers),
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

/// The row's answer, by what is kept of it.
fn kept(
    error: &dyn ApiError,
    row: usize,
    context: Option<&Context>,
    headers: &mut HeaderMap,
) -> Option<(StatusCode, Bytes)> {
    let kept = kept_of(error, row)?;
    let choice = if context.is_some() { choose(context, kept.shape) } else { None };
    if matches!(choice, Some(Choice::Xml(..))) {
        return None;
    }
    let whole = kept.whole(context);
    if whole.is_none() && kept.steps.is_empty() {
        return None;
    }

    let mut failures = Vec::new();
    match &kept.headers {
        Some(prepared) => prepared.write(headers),
        None => {
            *headers = Chosen::settled(error, row, kept).headers(true).finish(&mut failures);
        }
    }
    let body = match whole {
        Some(whole) => whole.bytes(),
        None => {
            let mut out = write_kept(error, row, kept, context);
            failures.append(&mut out.take_failures());
            scratch::finish(out)
        }
    };
    write_choice(choice, kept.shape, headers);
    // There is a choice where a layer is there to see the answer.
    let is_heard = choice.is_some() || matches!(context, Some(context) if context.has_hook());
    if is_heard || !failures.is_empty() {
        let chosen = Chosen::settled(error, row, kept);
        report(&chosen, context, headers, body.len(), &failures);
    }
    Some((kept.status, body))
}

/// The form that the client likes best, where a layer knows that.
fn choose(context: Option<&Context>, shape: &'static Shape) -> Option<Choice> {
    if !LAYERED {
        return None;
    }
    visit::with(context, |visit| visit.choose(shape))
}

/// Says in the headers what was chosen.
fn write_choice(choice: Option<Choice>, shape: &'static Shape, headers: &mut HeaderMap) {
    if LAYERED {
        if let Some(choice) = choice {
            choice.write(shape, headers);
        }
    }
}

/// Writes the answer of a row of which nothing is kept, or not yet.
fn write(
    error: &dyn ApiError,
    row: usize,
    context: Option<&Context>,
    headers: &mut HeaderMap,
) -> (StatusCode, Bytes) {
    let mut failures = Vec::new();
    let mut chosen = Chosen::of_row(error, row, error.shape(), &mut failures);
    let declared = chosen.shape;
    let choice = choose(context, declared);
    if let Some(Choice::Xml(xml, _)) = choice {
        chosen.shape = xml;
    }
    let shape = chosen.shape;
    let has_body = !matches!(shape.body, Body::Empty) && allows_body(chosen.status);

    *headers = chosen.headers(has_body).finish(&mut failures);
    let body = if has_body {
        let mut out = scratch::take(shape);
        let body = body(&chosen, context, &mut out);
        failures.append(&mut out.take_failures());
        scratch::give_back(out);
        body
    } else {
        Bytes::new()
    };
    if failures.is_empty() && std::ptr::eq(shape, declared) {
        if let Some(cell) = error.cells().get(row) {
            keep(cell, &chosen, headers, has_body);
        }
    }
    write_choice(choice, declared, headers);
    report(&chosen, context, headers, body.len(), &failures);
    (chosen.status, body)
}

fn body(chosen: &Chosen<'_>, context: Option<&Context>, out: &mut Out) -> Bytes {
    render::body(chosen, context, out);
    match &chosen.shape.body {
        Body::Xml(template) => Bytes::from(xml::document(template, out.bytes())),
        _ => Bytes::copy_from_slice(out.bytes()),
    }
}

/// Keeps what does not change in the answers of this error's row, if that is
/// worth being kept and not there yet.
fn keep(cell: &Cell, chosen: &Chosen<'_>, headers: &HeaderMap, has_body: bool) {
    let spec = chosen.outer.spec;
    let shape = chosen.shape;
    if cell.get().is_some() || !plan::is_possible(spec) {
        return;
    }
    let asks_context = has_body && template::asks_context(shape);
    let vary = Parts::HEADERS.and(Parts::RETRY_AFTER).and(Parts::SLOTS);
    // The one at hand may be in a context.
    let whole: Option<&'static [u8]> = match (chosen.is_constant(), has_body) {
        (false, _) => None,
        (true, false) => Some(b""),
        (true, true) => Some(body(chosen, None, &mut Out::json(shape)).to_vec().leak()),
    };
    let needs_steps = has_body && (whole.is_none() || asks_context);
    let steps = if needs_steps { plan::steps(chosen) } else { Vec::new() };
    if whole.is_none() && steps.is_empty() {
        return;
    }
    let is_prepared = !spec.dynamic.has_any(vary);
    cell.keep(Kept {
        face: chosen.outer.face,
        status: chosen.status,
        headers: if is_prepared { Some(Prepared::new(headers)) } else { None },
        frame: if whole.is_some() { plan::Frame::of(&steps) } else { None },
        body: whole,
        steps: steps.leak(),
        shape,
        asks_context,
        varies: LAYERED && varies(shape),
    });
}

/// Whether HTTP lets an answer of this status have a body.
fn allows_body(status: StatusCode) -> bool {
    !matches!(status.as_u16(), 100..=199 | 204 | 205 | 304)
}
