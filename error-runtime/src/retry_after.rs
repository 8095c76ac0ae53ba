//! The delay before the next attempt, from whatever a field holds.
//!
//! What fields may be is `#[inline]`: compiled where there is such a field.

use crate::Keep;
use crate::civil::Civil;
use std::fmt;
use std::time::{Duration, SystemTime};

/// The delay before the next attempt.
///
/// On the wire it is at least one whole second, rounded up: clients take a
/// smaller or broken number for none at all.
///
/// ```
/// use error_runtime::RetryAfter;
/// use std::time::Duration;
///
/// assert_eq!(RetryAfter::after(Duration::from_millis(1_001)).seconds(), 2);
/// assert_eq!(RetryAfter::after(Duration::ZERO).seconds(), 1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryAfter {
    delay: Duration,
    /// The moment itself, where it was given or the header needs it.
    moment: Option<SystemTime>,
    /// The header is to be a date.
    is_date: bool,
}

impl RetryAfter {
    /// After this delay.
    #[inline]
    pub const fn after(delay: Duration) -> Self {
        Self { delay, moment: None, is_date: false }
    }

    /// After so many seconds.
    #[inline]
    pub const fn seconds_from_now(seconds: u64) -> Self {
        Self::after(Duration::from_secs(seconds))
    }

    /// At this moment; in the past means at once.
    pub fn at(moment: SystemTime) -> Self {
        let delay = moment.duration_since(SystemTime::now()).unwrap_or_default();
        Self { moment: Some(moment), ..Self::after(delay) }
    }

    /// Written as an HTTP-date in the header: the moment that was given, or
    /// that at which the delay has passed, in whole seconds, never before it.
    ///
    /// ```
    /// use error_runtime::RetryAfter;
    /// use std::time::{Duration, SystemTime};
    ///
    /// let moment = SystemTime::UNIX_EPOCH + Duration::from_millis(4_102_444_799_001);
    /// let after = RetryAfter::at(moment).as_date();
    /// assert_eq!(after.to_string(), "Fri, 01 Jan 2100 00:00:00 GMT");
    /// ```
    #[must_use]
    pub fn as_date(self) -> Self {
        let passed = || SystemTime::now().checked_add(self.delay.max(Duration::from_secs(1)));
        Self { moment: self.moment.or_else(passed), is_date: true, ..self }
    }

    /// The delay as it was given.
    #[inline]
    pub const fn delay(&self) -> Duration {
        self.delay
    }

    /// The delay in whole seconds, rounded up, at least one.
    #[inline]
    pub const fn seconds(&self) -> u64 {
        let up = if self.delay.subsec_nanos() > 0 { 1 } else { 0 };
        let seconds = self.delay.as_secs().saturating_add(up);
        if seconds == 0 { 1 } else { seconds }
    }
}

/// The header's value.
impl fmt::Display for RetryAfter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.moment {
            Some(moment) if self.is_date => {
                write!(f, "{}", Civil::new(rounded_up(moment)).http_date())
            }
            _ => write!(f, "{}", self.seconds()),
        }
    }
}

/// The first whole second that is not before the moment.
fn rounded_up(moment: SystemTime) -> SystemTime {
    let since = moment.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let missing = match since.subsec_nanos() {
        0 => Duration::ZERO,
        nanos => Duration::from_nanos(u64::from(1_000_000_000 - nanos)),
    };
    moment.checked_add(missing).unwrap_or(moment)
}

/// How a field gives its delay, and how the header says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A number is seconds.
    Seconds,
    /// A number is milliseconds.
    Millis,
    /// A number is seconds, and the header is an HTTP-date.
    HttpDate,
}

/// A type whose values say how long to wait: `#[api(retry_after)]` stands on
/// fields of such types.
///
/// Integers and floats count seconds, or milliseconds with
/// `retry_after(ms)`; `SystemTime` is the moment itself, and `None` says
/// nothing. What is negative or past is a delay of zero; what is no number is
/// none. Implement it for times of your own:
///
/// ```
/// use error_runtime::{IntoRetryAfter, RetryAfter, Unit};
/// use std::time::Duration;
///
/// struct Minutes(u32);
///
/// impl IntoRetryAfter for Minutes {
///     fn retry_after(&self, _unit: Unit) -> Option<RetryAfter> {
///         Some(RetryAfter::after(Duration::from_secs(u64::from(self.0) * 60)))
///     }
/// }
///
/// assert_eq!(Minutes(2).retry_after(Unit::Seconds).unwrap().seconds(), 120);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say how long to wait; implement `IntoRetryAfter` for it",
    label = "this field cannot be a `retry_after`",
    note = "integers, floats, `Duration`, `SystemTime` and `Option` of these say it by themselves"
)]
pub trait IntoRetryAfter {
    /// The delay, if there is one.
    fn retry_after(&self, unit: Unit) -> Option<RetryAfter>;
}

/// What generated code calls for a field.
pub(crate) fn from_field<T: IntoRetryAfter + ?Sized>(
    value: &T,
    unit: Unit,
    keep: Keep,
) -> Option<RetryAfter> {
    let after = value.retry_after(unit)?;
    if keep == Keep::OmitDefault && after.delay.is_zero() {
        return None;
    }
    Some(if unit == Unit::HttpDate { after.as_date() } else { after })
}

#[inline]
const fn of_integer(number: u64, unit: Unit) -> RetryAfter {
    RetryAfter::after(match unit {
        Unit::Millis => Duration::from_millis(number),
        Unit::Seconds | Unit::HttpDate => Duration::from_secs(number),
    })
}

macro_rules! integers {
    ($($ty:ty)*) => {$(
        impl IntoRetryAfter for $ty {
            #[inline]
            fn retry_after(&self, unit: Unit) -> Option<RetryAfter> {
                // Negative is none left; beyond `u64` is never.
                let above = if *self > 0 { u64::MAX } else { 0 };
                Some(of_integer(u64::try_from(*self).unwrap_or(above), unit))
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl IntoRetryAfter for f64 {
    #[inline]
    fn retry_after(&self, unit: Unit) -> Option<RetryAfter> {
        let seconds = if unit == Unit::Millis { *self / 1_000.0 } else { *self };
        if !seconds.is_finite() {
            return None;
        }
        // Only what is too large can fail once it is not negative.
        let delay = Duration::try_from_secs_f64(seconds.max(0.0));
        Some(RetryAfter::after(delay.unwrap_or(Duration::MAX)))
    }
}

impl IntoRetryAfter for f32 {
    #[inline]
    fn retry_after(&self, unit: Unit) -> Option<RetryAfter> {
        f64::from(*self).retry_after(unit)
    }
}

impl IntoRetryAfter for Duration {
    #[inline]
    fn retry_after(&self, _unit: Unit) -> Option<RetryAfter> {
        Some(RetryAfter::after(*self))
    }
}

impl IntoRetryAfter for SystemTime {
    #[inline]
    fn retry_after(&self, _unit: Unit) -> Option<RetryAfter> {
        Some(RetryAfter::at(*self))
    }
}

impl IntoRetryAfter for RetryAfter {
    #[inline]
    fn retry_after(&self, _unit: Unit) -> Option<RetryAfter> {
        Some(*self)
    }
}

impl<T: IntoRetryAfter> IntoRetryAfter for Option<T> {
    fn retry_after(&self, unit: Unit) -> Option<RetryAfter> {
        self.as_ref()?.retry_after(unit)
    }
}

impl<T: IntoRetryAfter + ?Sized> IntoRetryAfter for &T {
    fn retry_after(&self, unit: Unit) -> Option<RetryAfter> {
        (**self).retry_after(unit)
    }
}

impl<T: IntoRetryAfter + ?Sized> IntoRetryAfter for Box<T> {
    fn retry_after(&self, unit: Unit) -> Option<RetryAfter> {
        (**self).retry_after(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::{IntoRetryAfter, RetryAfter, Unit, from_field};
    use crate::Keep;
    use std::time::{Duration, SystemTime};

    fn seconds(value: impl IntoRetryAfter) -> Option<u64> {
        from_field(&value, Unit::Seconds, Keep::Default).map(|after| after.seconds())
    }

    #[test]
    fn numbers_are_rounded_up() {
        assert_eq!(seconds(30_u8), Some(30));
        assert_eq!(seconds(0), Some(1));
        assert_eq!(seconds(-5_i64), Some(1));
        assert_eq!(seconds(i128::MAX), Some(u64::MAX));
        assert_eq!(seconds(i128::MIN), Some(1));
        assert_eq!(seconds(0.2), Some(1));
        assert_eq!(seconds(1.000_1), Some(2));
        assert_eq!(from_field(&1_500, Unit::Millis, Keep::Default).unwrap().seconds(), 2);
        assert_eq!(from_field(&1_500.0, Unit::Millis, Keep::Default).unwrap().seconds(), 2);
    }

    #[test]
    fn odd_numbers_do_no_harm() {
        assert_eq!(seconds(f64::NAN), None);
        assert_eq!(seconds(f64::INFINITY), None);
        assert_eq!(seconds(f64::NEG_INFINITY), None);
        assert_eq!(seconds(f64::MAX), Some(u64::MAX));
        assert_eq!(seconds(-0.5), Some(1));
        assert_eq!(seconds(None::<u32>), None);
        assert_eq!(seconds(Some(3_u32)), Some(3));
        assert_eq!(seconds(SystemTime::UNIX_EPOCH), Some(1));
        let never = RetryAfter::after(Duration::MAX).as_date();
        assert_eq!(never.seconds(), u64::MAX);
        assert_eq!(never.to_string(), u64::MAX.to_string());
        let date = RetryAfter::after(Duration::from_secs(1 << 40)).as_date().to_string();
        assert_eq!(date, "Fri, 31 Dec 9999 23:59:59 GMT");
    }

    #[test]
    fn zero_may_be_omitted() {
        assert_eq!(from_field(&0, Unit::Seconds, Keep::OmitDefault), None);
        assert_eq!(from_field(&0.0, Unit::Millis, Keep::OmitDefault), None);
        assert!(from_field(&1, Unit::Seconds, Keep::OmitDefault).is_some());
    }

    #[test]
    fn a_moment_is_written_exactly() {
        let date = |nanos| {
            let moment = SystemTime::UNIX_EPOCH + Duration::from_nanos(nanos);
            from_field(&moment, Unit::HttpDate, Keep::Default).unwrap().to_string()
        };
        // A past moment, too; a part of a second is rounded up.
        for (nanos, expected) in [
            (784_111_777_000_000_000, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (784_111_777_000_001_000, "Sun, 06 Nov 1994 08:49:38 GMT"),
            (784_111_777_999_999_000, "Sun, 06 Nov 1994 08:49:38 GMT"),
            (4_102_444_800_000_000_000, "Fri, 01 Jan 2100 00:00:00 GMT"),
            (4_102_444_799_500_000_000, "Fri, 01 Jan 2100 00:00:00 GMT"),
        ] {
            assert_eq!(date(nanos), expected);
        }
        let before = SystemTime::UNIX_EPOCH - Duration::from_millis(1);
        assert_eq!(RetryAfter::at(before).as_date().to_string(), "Thu, 01 Jan 1970 00:00:00 GMT");
        // As seconds it is a delay like any other.
        assert_eq!(RetryAfter::at(before).to_string(), "1");
    }

    #[test]
    fn a_delay_has_passed_at_its_date() {
        for delay in [Duration::ZERO, Duration::from_millis(1_500), Duration::from_secs(90)] {
            let before = SystemTime::now();
            let date = RetryAfter::after(delay).as_date().to_string();
            let after = SystemTime::now();
            let date = crate::civil::parse_http_date(&date).unwrap();
            let delay = delay.max(Duration::from_secs(1));
            assert!(date >= before + delay, "{date:?} {before:?}");
            assert!(date < after + delay + Duration::from_secs(1), "{date:?} {after:?}");
        }
    }

    #[test]
    fn dates_look_like_dates() {
        let after = from_field(&90, Unit::HttpDate, Keep::Default).unwrap();
        assert_eq!(after.seconds(), 90);
        let date = after.to_string();
        assert_eq!((date.len(), &date[26..]), (29, "GMT"), "{date}");
    }
}
