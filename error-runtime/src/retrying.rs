//! Retrying as the errors say, with `backon`.

use crate::schedule::ATTEMPTS;
use crate::{Advice, ApiError, Safe, When};
use backon::BackoffBuilder;
use std::iter::Empty;
use std::time::Duration;

/// Retries an operation by what its errors declare: what comes from their
/// `retry(…)` and `retry_after` decides, each time anew, whether there is
/// another attempt and when.
///
/// ```
/// use backon::Retryable;
/// use error_runtime::{ApiError, Retrying};
/// # use std::cell::Cell;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum UpstreamError {
///     #[error("the upstream is busy")]
///     #[api(status = 503, retry(exponential, base = "200ms", cap = "5s", attempts = 4))]
///     Busy,
///     #[error("the upstream refuses this")]
///     #[api(status = 400, retry = "never")]
///     Refused,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() {
/// # let calls = Cell::new(0);
/// # let ask = async || {
/// #     calls.set(calls.get() + 1);
/// #     if calls.get() < 3 { Err(UpstreamError::Busy) } else { Err::<(), _>(UpstreamError::Refused) }
/// # };
/// let retrying = Retrying::new().idempotent();
/// let answer = ask.retry(retrying).adjust(retrying.by_error()).await;
/// # assert!(matches!(answer, Err(UpstreamError::Refused)));
/// # assert_eq!(calls.get(), 3);
/// # }
/// ```
///
/// An error whose declaration says nothing about retrying ends it. With
/// another backoff in place of this one, such as backon's own, it is retried
/// at that one's pace.
///
/// Without [`by_error`](Self::by_error) there is no second attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Retrying {
    idempotent: bool,
    doubtful: bool,
    attempts: Option<u32>,
}

impl Retrying {
    /// Only what is safe for any operation and worth it.
    #[must_use]
    pub const fn new() -> Self {
        Self { idempotent: false, doubtful: false, attempts: None }
    }

    /// The operation may run twice: so errors with `safe = "idempotent"` are
    /// retried, too.
    #[must_use]
    pub const fn idempotent(self) -> Self {
        Self { idempotent: true, ..self }
    }

    /// Errors with `when = "maybe"` are retried, too.
    #[must_use]
    pub const fn doubtful(self) -> Self {
        Self { doubtful: true, ..self }
    }

    /// At most so many attempts in all, the first one included; fewer where
    /// an error declares fewer.
    #[must_use]
    pub const fn attempts(self, attempts: u32) -> Self {
        Self { attempts: Some(attempts), ..self }
    }

    /// Whether another attempt after this error is allowed and worth it:
    /// for `when`, where something else sets the pace.
    pub fn allows(self, error: &impl ApiError) -> bool {
        let retry = error.retry();
        let is_safe = match retry.safe {
            Safe::Always => true,
            Safe::Idempotent => self.idempotent,
            Safe::Never => false,
        };
        let is_worth = match retry.when {
            When::Yes => true,
            When::Maybe => self.doubtful,
        };
        is_safe && is_worth && !matches!(retry.advice, Advice::Unstated | Advice::Never)
    }

    /// For `adjust`: the delay that each error asks for. What it carries as
    /// `retry_after` is the delay itself, without jitter and cap.
    ///
    /// One such function counts the attempts of one operation: make one for
    /// each.
    pub fn by_error<E: ApiError>(self) -> impl FnMut(&E, Option<Duration>) -> Option<Duration> {
        let mut failed = 0_u32;
        move |error, next| {
            failed = failed.saturating_add(1);
            let retry = error.retry();
            if retry.advice == Advice::Unstated {
                return next;
            }
            if !self.allows(error) {
                return None;
            }
            let attempts = match (self.attempts, retry.attempts) {
                (Some(ours), Some(theirs)) => ours.min(theirs),
                (ours, theirs) => ours.or(theirs).unwrap_or(ATTEMPTS),
            };
            let delay = retry.schedule().with_attempts(attempts).after(failed)?;
            Some(error.retry_after().map_or(delay, |after| after.delay()))
        }
    }
}

/// It ends at once: the delays are [`by_error`](Retrying::by_error)'s.
impl BackoffBuilder for Retrying {
    type Backoff = Empty<Duration>;

    fn build(self) -> Self::Backoff {
        std::iter::empty()
    }
}
