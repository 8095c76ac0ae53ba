//! Runs of agents: each attempt under a time limit, and retried as its error
//! declares.

use crate::error::AgentError;
use backon::Retryable;
use error_runtime::Retrying;
use std::time::Duration;
use tokio::time::timeout;

/// Runs an agent, with up to as many attempts as its last error allows.
pub async fn run<T, F>(limit: Duration, mut attempt: impl FnMut() -> F) -> Result<T, AgentError>
where
    F: Future<Output = Result<T, AgentError>>,
{
    let limited = || {
        let attempt = timeout(limit, attempt());
        async { attempt.await? }
    };
    let retrying = Retrying::new();
    limited.retry(retrying).adjust(retrying.by_error()).await
}

#[cfg(test)]
mod tests {
    use super::run;
    use crate::error::{AgentError, CaseError};
    use error_runtime::ApiError;
    use std::{
        cell::Cell,
        future::pending,
        io::{self, ErrorKind},
        time::Duration,
    };
    use tokio::time::Instant;

    const LIMIT: Duration = Duration::from_secs(10);
    /// A random part of 200 ms, and one of 400 ms.
    const JITTER: Duration = Duration::from_millis(200 + 400);
    /// The test clock ticks in milliseconds.
    const TICKS: Duration = Duration::from_millis(5);

    /// How a run ends, after how many attempts and how long.
    async fn ends<F>(mut attempt: impl FnMut(u32) -> F) -> (Result<u32, AgentError>, u32, Duration)
    where
        F: Future<Output = Result<u32, AgentError>>,
    {
        let (began, attempts) = (Instant::now(), Cell::new(0));
        let result = run(LIMIT, || {
            attempts.set(attempts.get() + 1);
            attempt(attempts.get())
        });
        (result.await, attempts.get(), began.elapsed())
    }

    fn busy(wait: Option<Duration>) -> AgentError {
        AgentError::RateLimited { account: "acct-1", wait }
    }

    #[tokio::test(start_paused = true)]
    async fn a_success_is_one_attempt() {
        let (result, attempts, elapsed) = ends(async |attempt| Ok(attempt)).await;
        assert_eq!((result.unwrap(), attempts), (1, 1));
        assert!(elapsed <= TICKS, "{elapsed:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn connections_and_rate_limits_are_retried() {
        let refused = || AgentError::from(io::Error::from(ErrorKind::ConnectionRefused));
        let (result, attempts, elapsed) = ends(async |_| Err(refused())).await;
        assert!(matches!(result, Err(AgentError::Connection(_))), "{result:?}");
        assert_eq!(attempts, 3);
        assert!(elapsed <= JITTER + TICKS, "{elapsed:?}");

        let (result, attempts, elapsed) = ends(async |_| Err(busy(None))).await;
        assert!(matches!(result, Err(AgentError::RateLimited { .. })), "{result:?}");
        assert_eq!(attempts, 3);
        assert!(elapsed <= JITTER + TICKS, "{elapsed:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn each_attempt_has_the_time_limit() {
        let (result, attempts, elapsed) = ends(async |_| pending().await).await;
        assert!(matches!(result, Err(AgentError::Timeout(_))), "{result:?}");
        assert_eq!(attempts, 3);
        assert!((3 * LIMIT..=3 * LIMIT + JITTER + TICKS).contains(&elapsed), "{elapsed:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn an_attempt_may_succeed_after_others() {
        let (result, attempts, elapsed) = ends(async |attempt| match attempt {
            1 => Err(io::Error::from(ErrorKind::ConnectionReset).into()),
            2 => pending().await,
            _ => Ok(attempt),
        })
        .await;
        assert_eq!((result.unwrap(), attempts), (3, 3));
        assert!((LIMIT..=LIMIT + JITTER + TICKS).contains(&elapsed), "{elapsed:?}");
    }

    /// What the model asks for is the delay itself.
    #[tokio::test(start_paused = true)]
    async fn the_models_own_delay_is_kept() {
        let second = Duration::from_secs(1);
        let (_, attempts, elapsed) = ends(async |_| Err(busy(Some(second)))).await;
        assert_eq!(attempts, 3);
        assert!((2 * second..=2 * second + TICKS).contains(&elapsed), "{elapsed:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn nothing_else_is_retried() {
        let refused = || AgentError::Refused { prompt: String::new() };
        let (result, attempts, elapsed) = ends(async |_| Err(refused())).await;
        assert!(matches!(result, Err(AgentError::Refused { .. })), "{result:?}");
        assert_eq!(attempts, 1);
        assert!(elapsed <= TICKS, "{elapsed:?}");
    }

    /// Delays are random over all of their range, so that runs which failed
    /// together do not come back together.
    #[tokio::test(start_paused = true)]
    async fn delays_have_full_jitter() {
        let mut halves = [0, 0];
        for _ in 0..200 {
            let (_, _, elapsed) = ends(async |_| Err(busy(None))).await;
            halves[usize::from(elapsed > JITTER / 2)] += 1;
        }
        assert!(halves.iter().all(|&runs| runs >= 50), "{halves:?}");
    }

    /// The client's error is another one, and says nothing of retrying.
    #[test]
    fn clients_see_one_error() {
        let error = CaseError::from(busy(Some(LIMIT)));
        assert_eq!(
            (error.status().as_u16(), error.code().to_string()),
            (500, "AgentExecutionError".to_owned())
        );
        assert_eq!((error.message(), error.retry_after()), ("Agent run failed".into(), None));
    }
}
