//! Who hears of an answer.

use super::LAYERED;
use crate::context::Rendered;
use crate::render::Chosen;
use crate::{Context, Failure, observe, visit};
use http::HeaderMap;

/// Tells the log of failures, the layer around and the context's hook of the
/// answer.
pub(super) fn report(
    chosen: &Chosen<'_>,
    context: Option<&Context>,
    headers: &HeaderMap,
    length: usize,
    failures: &[Failure],
) {
    observe::failures(failures);
    if LAYERED {
        visit::mark(context, chosen, headers, length);
    }
    call_hook(chosen, context, failures);
}

/// The same of what no layer could know again: a head without a body, an
/// event.
pub(crate) fn report_apart(chosen: &Chosen<'_>, context: Option<&Context>, failures: &[Failure]) {
    observe::failures(failures);
    call_hook(chosen, context, failures);
}

fn call_hook(chosen: &Chosen<'_>, context: Option<&Context>, failures: &[Failure]) {
    let Some(context) = context else { return };
    if !context.has_hook() {
        return;
    }
    context.call_hook(&Rendered {
        error: chosen.outer.error,
        spec: chosen.spec(),
        status: chosen.status,
        request_id: context.request_id(),
        caught: context.caught(),
        failures,
    });
}
