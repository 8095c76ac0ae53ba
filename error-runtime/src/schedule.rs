//! The delays between attempts, as the metadata has them.

use crate::{Advice, Retry, Safe};
use std::iter::FusedIterator;
use std::time::Duration;

/// What holds where the declaration is silent: backon's own defaults.
const BASE: Duration = Duration::from_secs(1);
const CAP: Duration = Duration::from_secs(60);
pub(crate) const ATTEMPTS: u32 = 4;

/// The delays before the second attempt, the third, and so on; when it ends,
/// so should the caller.
///
/// It is an iterator, and so what [`backon`] calls a backoff: an operation
/// whose errors all have the same advice can be retried by it directly.
/// [`Retrying`](crate::Retrying) asks each error for its own.
///
/// | advice | delays |
/// | --- | --- |
/// | `now` | 0, 0, 0, … |
/// | `poll` | base, base, base, … |
/// | `linear` | base, 2 · base, 3 · base, … |
/// | `exponential` | a random part of base, of 2 · base, of 4 · base, … (full jitter) |
/// | `never`, unstated, or never safe | none |
///
/// No delay is longer than the cap. Where nothing is declared the base is a
/// second, the cap a minute, and there are four attempts in all.
///
/// ```
/// use error_runtime::{Advice, Retry};
/// use std::time::Duration;
///
/// const RETRY: Retry = Retry {
///     base: Some(Duration::from_millis(200)),
///     cap: Some(Duration::from_millis(500)),
///     attempts: Some(5),
///     ..Retry::new(Advice::Linear)
/// };
/// let delays: Vec<_> = RETRY.schedule().map(|delay| delay.as_millis()).collect();
/// assert_eq!(delays, [200, 400, 500, 500]);
/// ```
#[derive(Debug, Clone)]
pub struct Schedule {
    advice: Advice,
    base: Duration,
    cap: Duration,
    attempts: u32,
    failed: u32,
    random: fastrand::Rng,
}

impl Retry {
    /// The delays that this advice asks for.
    ///
    /// Whether the operation may be repeated at all ([`Safe::Idempotent`]) and
    /// whether it is worth it ([`When::Maybe`](crate::When::Maybe)) is the
    /// caller's to decide: see [`Retrying`](crate::Retrying).
    pub fn schedule(&self) -> Schedule {
        let base = self.base.unwrap_or(BASE);
        let never = matches!(self.advice, Advice::Unstated | Advice::Never)
            || matches!(self.safe, Safe::Never);
        Schedule {
            advice: self.advice,
            base,
            cap: self.cap.unwrap_or(CAP.max(base)),
            attempts: if never { 0 } else { self.attempts.unwrap_or(ATTEMPTS) },
            failed: 0,
            random: fastrand::Rng::new(),
        }
    }
}

impl Schedule {
    /// The same with so many attempts in all, the first one included.
    #[must_use]
    pub fn with_attempts(self, attempts: u32) -> Self {
        // A schedule without delays stays one.
        Self { attempts: if self.attempts == 0 { 0 } else { attempts }, ..self }
    }

    /// The same with jitter that can be repeated.
    #[must_use]
    pub fn with_seed(self, seed: u64) -> Self {
        Self { random: fastrand::Rng::with_seed(seed), ..self }
    }

    /// The delay after so many failed attempts, the last one included.
    pub(crate) fn after(mut self, failed: u32) -> Option<Duration> {
        self.failed = failed.saturating_sub(1);
        self.next()
    }
}

impl Iterator for Schedule {
    type Item = Duration;

    fn next(&mut self) -> Option<Duration> {
        self.failed = self.failed.saturating_add(1);
        if self.failed >= self.attempts {
            return None;
        }
        let times = |factor: u32| self.base.saturating_mul(factor).min(self.cap);
        match self.advice {
            Advice::Unstated | Advice::Never => None,
            Advice::Now => Some(Duration::ZERO),
            Advice::Poll => Some(times(1)),
            Advice::Linear => Some(times(self.failed)),
            Advice::Exponential => {
                let longest = times(1_u32.checked_shl(self.failed - 1).unwrap_or(u32::MAX));
                let nanos = u64::try_from(longest.as_nanos()).unwrap_or(u64::MAX);
                Some(Duration::from_nanos(self.random.u64(0..=nanos)))
            }
        }
    }
}

impl FusedIterator for Schedule {}

#[cfg(test)]
mod tests {
    use crate::{Advice, Retry, Safe};
    use std::time::Duration;

    fn retry(advice: Advice) -> Retry {
        Retry { base: Some(Duration::from_secs(2)), attempts: Some(6), ..Retry::new(advice) }
    }

    fn seconds(retry: Retry) -> Vec<u64> {
        retry.schedule().map(|delay| delay.as_secs()).collect()
    }

    #[test]
    fn each_advice_has_its_pace() {
        assert_eq!(seconds(retry(Advice::Now)), [0; 5]);
        assert_eq!(seconds(retry(Advice::Poll)), [2; 5]);
        assert_eq!(seconds(retry(Advice::Linear)), [2, 4, 6, 8, 10]);
        assert_eq!(seconds(retry(Advice::Never)), [0_u64; 0]);
        assert_eq!(seconds(retry(Advice::Unstated)), [0_u64; 0]);
        assert_eq!(seconds(Retry { safe: Safe::Never, ..retry(Advice::Now) }), [0_u64; 0]);
        assert_eq!(retry(Advice::Never).schedule().with_attempts(3).count(), 0);
        assert_eq!(retry(Advice::Poll).schedule().with_attempts(3).count(), 2);
    }

    /// U(0, min(cap, base * 2^n)), over all of that range and never over it.
    #[test]
    fn exponential_delays_have_full_jitter() {
        let retry = Retry { cap: Some(Duration::from_secs(10)), ..retry(Advice::Exponential) };
        for (number, longest) in [2_u64, 4, 8, 10, 10].into_iter().enumerate() {
            let longest = Duration::from_secs(longest);
            let delays: Vec<_> = (0..1000)
                .map(|seed| retry.schedule().with_seed(seed).nth(number).expect("a delay"))
                .collect();
            assert!(delays.iter().all(|&delay| delay <= longest));
            for tenth in 0..10 {
                let (from, to) = (longest * tenth / 10, longest * (tenth + 1) / 10);
                let here = delays.iter().filter(|&&delay| (from..to).contains(&delay)).count();
                assert!((50..200).contains(&here), "{here} of 1000 in {from:?}..{to:?}");
            }
        }
    }

    #[test]
    fn a_seed_repeats_the_jitter() {
        let delays =
            |seed| -> Vec<_> { retry(Advice::Exponential).schedule().with_seed(seed).collect() };
        assert_eq!(delays(7), delays(7));
        assert_ne!(delays(7), delays(8));
    }

    #[test]
    fn no_number_is_too_large() {
        for advice in [Advice::Poll, Advice::Linear, Advice::Exponential] {
            let retry =
                Retry { base: Some(Duration::MAX), attempts: Some(u32::MAX), ..Retry::new(advice) };
            assert!(retry.schedule().after(u32::MAX - 1).is_some(), "{advice:?}");
            assert_eq!(retry.schedule().after(u32::MAX), None);
        }
    }

    #[test]
    fn what_is_not_declared_is_bounded() {
        let delays: Vec<_> = Retry::new(Advice::Linear).schedule().collect();
        assert_eq!(delays, [1, 2, 3].map(Duration::from_secs));
        let long = Retry { base: Some(Duration::from_secs(90)), ..Retry::new(Advice::Poll) };
        assert_eq!(long.schedule().next(), long.base);
        let one = Retry { attempts: Some(1), ..Retry::new(Advice::Now) };
        assert_eq!(one.schedule().next(), None);
        let none = Retry { attempts: Some(0), ..Retry::new(Advice::Now) };
        assert_eq!(none.schedule().next(), None);
    }
}
