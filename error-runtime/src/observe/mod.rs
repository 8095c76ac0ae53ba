//! What the log and the counters hear of an error that is answered: once.

#[cfg(feature = "tracing")]
mod line;
mod report;

#[cfg(all(feature = "layer", feature = "tracing"))]
pub(crate) use line::one_line;
pub(crate) use report::Report;

use crate::render::Chosen;
use crate::{ApiError, Failure};

/// Whether anybody listens.
const LISTENS: bool = cfg!(any(feature = "tracing", feature = "metrics"));

/// Tells of the error that `answer` then answers; the errors inside it keep
/// the rows that they have chosen for that.
pub(crate) fn answered<R>(error: &dyn ApiError, row: usize, answer: impl FnOnce() -> R) -> R {
    if !LISTENS {
        return answer();
    }
    let chosen = Chosen::of_row(error, row, error.shape(), &mut Vec::new());
    tell(&chosen);
    chosen.while_known(answer)
}

/// Tells of an error that is answered now.
pub(crate) fn tell(chosen: &Chosen<'_>) {
    if LISTENS {
        let context = crate::Context::current();
        let request_id = context.as_ref().and_then(crate::Context::request_id);
        report::tell_now(chosen, request_id);
    }
}

/// One event for each part of an answer that could not be said.
#[cfg(feature = "tracing")]
pub(crate) fn failures(failures: &[Failure]) {
    for failure in failures {
        tracing::warn!(
            target: "error_runtime",
            "part of an error's answer is not as declared: {}",
            line::OneLine(failure)
        );
    }
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn failures(_failures: &[Failure]) {}
