//! Operations are retried as their errors say, by `backon`, on tokio's test
//! clock.

use backon::{ConstantBuilder, Retryable};
use error_runtime::{ApiError, Retrying};
use std::cell::RefCell;
use std::time::Duration;
use tokio::time::Instant;

#[derive(Debug, Clone, thiserror::Error, ApiError)]
enum Failed {
    #[error("poll")]
    #[api(status = 409, retry(poll, base = "3s", attempts = 4))]
    Poll,
    #[error("linear")]
    #[api(status = 503, retry(linear, base = "2s", attempts = 4))]
    Linear,
    #[error("exponential")]
    #[api(status = 503, retry(exponential, base = "1s", cap = "3s", attempts = 5))]
    Exponential,
    #[error("told")]
    #[api(status = 429, retry(exponential, base = "1s", cap = "2s", attempts = 3))]
    Told(#[api(retry_after)] Option<Duration>),
    #[error("now")]
    #[api(status = 400, retry(now, token = "Replay-Nonce", attempts = 2))]
    Now,
    #[error("maybe")]
    #[api(status = 500, retry(linear, when = "maybe", base = "1s", attempts = 2))]
    Maybe,
    #[error("idempotent")]
    #[api(status = 500, retry(linear, safe = "idempotent", base = "1s", attempts = 2))]
    Idempotent,
    #[error("unsafe")]
    #[api(status = 500, retry(linear, safe = "never", base = "1s", attempts = 2))]
    Unsafe,
    #[error("never")]
    #[api(status = 400, retry = "never")]
    Never,
    #[error("unstated")]
    #[api(status = 500)]
    Unstated,
}

/// Runs an operation that fails with `errors`, one after the other, the last
/// one for ever; when the attempts were made, in seconds.
async fn attempts(retrying: Retrying, errors: &[Failed]) -> Vec<f64> {
    let began = Instant::now();
    let made = RefCell::new(Vec::new());
    let operation = || async {
        let number = made.borrow().len();
        made.borrow_mut().push(began.elapsed().as_secs_f64());
        Err::<(), _>(errors[number.min(errors.len() - 1)].clone())
    };
    let result = operation.retry(retrying).adjust(retrying.by_error()).await;
    assert!(result.is_err());
    made.into_inner()
}

/// The test clock ticks in milliseconds.
fn same(made: &[f64], expected: &[f64]) {
    let close = made.iter().zip(expected).all(|(made, expected)| (made - expected).abs() < 0.02);
    assert!(close && made.len() == expected.len(), "{made:?}, not {expected:?}");
}

#[tokio::test(start_paused = true)]
async fn each_advice_sets_the_pace() {
    let retrying = Retrying::new();
    same(&attempts(retrying, &[Failed::Poll]).await, &[0., 3., 6., 9.]);
    same(&attempts(retrying, &[Failed::Linear]).await, &[0., 2., 6., 12.]);
    same(&attempts(retrying, &[Failed::Now]).await, &[0., 0.]);
    same(&attempts(retrying, &[Failed::Never]).await, &[0.]);
    same(&attempts(retrying, &[Failed::Unstated]).await, &[0.]);
}

#[tokio::test(start_paused = true)]
async fn exponential_delays_are_random_up_to_their_bound() {
    let mut all = Vec::new();
    for _ in 0..100 {
        let made = attempts(Retrying::new(), &[Failed::Exponential]).await;
        assert_eq!(made.len(), 5);
        let delays = made.windows(2).map(|pair| pair[1] - pair[0]);
        for (delay, longest) in delays.zip([1., 2., 3., 3.]) {
            assert!(delay <= longest + 0.02, "{made:?}");
            all.push(delay);
        }
    }
    let mean = all.iter().sum::<f64>() / 400.;
    assert!((0.9..1.35).contains(&mean), "{mean} of (0.5 + 1 + 1.5 + 1.5) / 4");
}

#[tokio::test(start_paused = true)]
async fn what_the_error_carries_is_the_delay() {
    let minute = Some(Duration::from_mins(1));
    same(&attempts(Retrying::new(), &[Failed::Told(minute)]).await, &[0., 60., 120.]);
    let made = attempts(Retrying::new(), &[Failed::Told(minute), Failed::Told(None)]).await;
    assert_eq!(made.len(), 3);
    assert!((60. ..=62.02).contains(&made[2]), "{made:?}");
}

#[tokio::test(start_paused = true)]
async fn what_may_be_repeated_is_the_callers_to_say() {
    for (error, retrying, count) in [
        (Failed::Maybe, Retrying::new(), 1),
        (Failed::Maybe, Retrying::new().idempotent(), 1),
        (Failed::Maybe, Retrying::new().doubtful(), 2),
        (Failed::Idempotent, Retrying::new(), 1),
        (Failed::Idempotent, Retrying::new().doubtful(), 1),
        (Failed::Idempotent, Retrying::new().idempotent(), 2),
        (Failed::Unsafe, Retrying::new().idempotent().doubtful(), 1),
        (Failed::Poll, Retrying::new().attempts(3), 3),
        (Failed::Poll, Retrying::new().attempts(30), 4),
        (Failed::Poll, Retrying::new().attempts(1), 1),
    ] {
        let made = attempts(retrying, std::slice::from_ref(&error)).await;
        assert_eq!(made.len(), count, "{error:?}, {retrying:?}");
        assert_eq!(retrying.allows(&error), count > 1 || retrying == Retrying::new().attempts(1));
    }
}

/// Attempts are counted over all errors, and each error decides anew.
#[tokio::test(start_paused = true)]
async fn errors_may_change_between_attempts() {
    let errors = [Failed::Poll, Failed::Linear, Failed::Never];
    same(&attempts(Retrying::new(), &errors).await, &[0., 3., 7.]);
}

#[tokio::test(start_paused = true)]
async fn another_backoff_is_for_errors_that_say_nothing() {
    let count = |error: Failed| async move {
        let made = RefCell::new(0);
        let operation = || async {
            *made.borrow_mut() += 1;
            Err::<(), _>(error.clone())
        };
        let pace = ConstantBuilder::default().with_max_times(4);
        let result = operation.retry(pace).adjust(Retrying::new().by_error()).await;
        assert!(result.is_err());
        made.into_inner()
    };
    assert_eq!(count(Failed::Unstated).await, 5);
    assert_eq!(count(Failed::Never).await, 1);
    assert_eq!(count(Failed::Now).await, 2);
}

/// As the docs say: a forgotten `adjust` must not hammer anybody.
#[tokio::test(start_paused = true)]
async fn without_by_error_there_is_one_attempt() {
    let made = RefCell::new(0);
    let operation = || async {
        *made.borrow_mut() += 1;
        Err::<(), _>(Failed::Now)
    };
    assert!(operation.retry(Retrying::new()).await.is_err());
    assert_eq!(made.into_inner(), 1);
}
