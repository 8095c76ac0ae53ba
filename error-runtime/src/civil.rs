//! Dates as headers and JSON want them, from the system's clock alone.

use std::fmt;
use std::time::{Duration, SystemTime};

/// The last second that four digits of a year can say.
const LAST: u64 = 253_402_300_799;

const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A moment in UTC, between 1970 and 9999; what lies outside is moved to the
/// nearer end.
#[derive(Clone, Copy)]
#[cfg_attr(test, derive(Debug, PartialEq, Eq))]
pub(crate) struct Civil {
    year: u64,
    month: u64,
    day: u64,
    weekday: u64,
    hour: u64,
    minute: u64,
    second: u64,
    milli: u32,
}

impl Civil {
    pub(crate) fn new(time: SystemTime) -> Self {
        let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let since = since.min(Duration::from_millis(LAST * 1000 + 999));
        let (days, seconds) = (since.as_secs() / 86_400, since.as_secs() % 86_400);
        // Years begin in March here, so that the leap day is their last; see
        // Howard Hinnant, "chrono-compatible low-level date algorithms".
        let shifted = days + 719_468;
        let era = shifted / 146_097;
        let day_of_era = shifted % 146_097;
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        Self {
            year: era * 400 + year_of_era + u64::from(month <= 2),
            month,
            day: day_of_year - (153 * shifted_month + 2) / 5 + 1,
            weekday: (days + 4) % 7,
            hour: seconds / 3_600,
            minute: seconds / 60 % 60,
            second: seconds % 60,
            milli: since.subsec_millis(),
        }
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, the form of RFC 9110.
    pub(crate) fn http_date(self) -> impl fmt::Display {
        HttpDate(self)
    }

    /// `1994-11-06T08:49:37.000Z`, the form of RFC 3339.
    pub(crate) fn rfc3339(self) -> impl fmt::Display {
        Rfc3339(self)
    }
}

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that is still written.
#[cfg(any(test, feature = "client"))]
pub(crate) fn parse_http_date(text: &str) -> Option<SystemTime> {
    let mut words = text.split_once(", ")?.1.split(' ');
    let day: u64 = words.next()?.parse().ok()?;
    let name = words.next()?;
    let month = MONTHS.iter().position(|month| *month == name)? as u64 + 1;
    let year: u64 = words.next()?.parse().ok().filter(|year| (1970..=9999).contains(year))?;
    let mut clock = words.next()?.splitn(3, ':').map(|part| part.parse::<u64>().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    let in_range = (1..=31).contains(&day) && hour < 24 && minute < 60 && second <= 60;
    if !in_range || words.next() != Some("GMT") || words.next().is_some() {
        return None;
    }
    // The inverse of `Civil::new`: years begin in March.
    let (year, shifted_month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, year_of_era) = (year / 400, year % 400);
    let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = (era * 146_097 + day_of_era).checked_sub(719_468)?;
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
}

struct HttpDate(Civil);

impl fmt::Display for HttpDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Civil { year, day, hour, minute, second, .. } = self.0;
        let index = |at: u64| usize::try_from(at).unwrap_or_default();
        let (weekday, month) = (DAYS[index(self.0.weekday)], MONTHS[index(self.0.month - 1)]);
        write!(f, "{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT")
    }
}

struct Rfc3339(Civil);

impl fmt::Display for Rfc3339 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Civil { year, month, day, hour, minute, second, milli, .. } = self.0;
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
    }
}

#[cfg(test)]
mod tests {
    use super::Civil;
    use std::time::{Duration, SystemTime};

    fn at(seconds: u64) -> Civil {
        Civil::new(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
    }

    #[test]
    fn formats_known_moments() {
        let cases = [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"),
            (1_709_164_799, "Wed, 28 Feb 2024 23:59:59 GMT"),
            (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
            (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(at(seconds).http_date().to_string(), expected);
            let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
            assert_eq!(super::parse_http_date(expected), Some(moment));
        }
        assert_eq!(at(784_111_777).rfc3339().to_string(), "1994-11-06T08:49:37.000Z");
    }

    #[test]
    fn what_is_no_date_is_none() {
        let broken = [
            "",
            "Sun",
            "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994 08:49:37 CET",
            "Sun, 32 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 25:49:37 GMT",
            "Sun, 06 Nov 1969 08:49:37 GMT",
            "Sun, 06 Nov 99999999999999999999 08:49:37 GMT",
            "Sun, 06 Foo 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 GMT tail",
        ];
        for text in broken {
            assert_eq!(super::parse_http_date(text), None, "{text}");
        }
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut before = at(0);
        for day in 1..60_000 {
            let next = at(day * 86_400);
            let same_month =
                (next.year, next.month, next.day) == (before.year, before.month, before.day + 1);
            let new_month = next.day == 1
                && before.day >= 28
                && (next.year * 12 + next.month == before.year * 12 + before.month + 1);
            assert!(same_month || new_month, "{before:?} {next:?}");
            before = next;
        }
    }

    #[test]
    fn stays_within_four_digits() {
        let before = SystemTime::UNIX_EPOCH - Duration::from_secs(1);
        assert_eq!(Civil::new(before), at(0));
        assert_eq!(
            at(1 << 40).http_date().to_string(),
            at(253_402_300_799).http_date().to_string()
        );
    }
}
