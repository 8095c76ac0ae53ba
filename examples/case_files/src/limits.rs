//! How often a user may ask.

use crate::error::CaseError;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// So many requests in so long.
const REQUESTS: u32 = 3;
const WINDOW: Duration = Duration::from_secs(30);

#[derive(Debug)]
pub struct Limits {
    enabled: bool,
    users: Mutex<HashMap<String, Window>>,
}

#[derive(Debug)]
struct Window {
    requests: u32,
    ends: Instant,
}

impl Limits {
    pub fn new(enabled: bool) -> Self {
        Self { enabled, users: Mutex::default() }
    }

    /// Counts a request of this user's, unless there have been too many.
    pub fn admit(&self, user: &str) -> Result<(), CaseError> {
        if !self.enabled {
            return Ok(());
        }
        let now = Instant::now();
        let mut users = self.users.lock().unwrap_or_else(PoisonError::into_inner);
        users.retain(|_, window| window.ends > now);
        let fresh = || Window { requests: 0, ends: now + WINDOW };
        let window = users.entry(user.to_owned()).or_insert_with(fresh);
        window.requests = window.requests.saturating_add(1);
        if window.requests == REQUESTS + 1 {
            // Who goes too far waits from then on.
            window.ends = now + WINDOW;
        }
        if window.requests > REQUESTS {
            return Err(CaseError::RateLimit { wait: window.ends - now });
        }
        Ok(())
    }
}
