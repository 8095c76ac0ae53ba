//! A step that may panic.

use super::arrival::Arrival;
use crate::Caught;
use std::any::Any;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

/// Runs what may panic.
#[inline]
pub(super) fn unpanicked<R>(run: impl FnOnce() -> R) -> Result<R, Caught> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|payload: Box<dyn Any + Send>| {
        let caught = Caught::payload(&*payload);
        // What is dropped here is anybody's.
        if let Err(again) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            std::mem::forget(again);
        }
        caught
    })
}

impl Arrival {
    /// Runs a future of the request, each poll of which is a
    /// [`step`](Self::step), to its end or its panic.
    pub(super) async fn run<R>(&self, future: impl Future<Output = R>) -> Result<R, Caught> {
        let mut future = pin!(future);
        poll_fn(|cx| match unpanicked(|| self.step(|| future.as_mut().poll(cx))) {
            Ok(poll) => poll.map(Ok),
            Err(caught) => Poll::Ready(Err(caught)),
        })
        .await
    }
}
