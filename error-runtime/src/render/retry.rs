//! The retry advice as JSON.

use crate::out::Out;
use crate::{Keep, Retry, Safe, When};
use std::time::Duration;

/// Writes what is stated: the advice always, of the rest what is not the
/// default. Durations are in milliseconds.
pub(crate) fn entries(retry: &Retry, out: &mut Out) {
    out.entry("advice", Keep::Null, retry.advice.as_str());
    if retry.when != When::Yes {
        out.entry("when", Keep::Null, retry.when.as_str());
    }
    if let Some(base) = retry.base {
        out.entry("base_ms", Keep::Null, &millis(base));
    }
    if let Some(cap) = retry.cap {
        out.entry("cap_ms", Keep::Null, &millis(cap));
    }
    if let Some(attempts) = retry.attempts {
        out.entry("attempts", Keep::Null, &u64::from(attempts));
    }
    if retry.safe != Safe::Always {
        out.entry("safe", Keep::Null, retry.safe.as_str());
    }
    if let Some(token) = retry.token {
        out.entry("token", Keep::Null, token);
    }
    if let Some(note) = retry.note {
        out.entry("note", Keep::Null, note);
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
