//! What each request has to pass before its endpoint.

use crate::access::{self, Owner};
use crate::error::GateError;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

const LIMIT: u32 = 100;
const WINDOW: Duration = Duration::from_mins(1);

#[derive(Default)]
pub struct Gate(Mutex<State>);

#[derive(Default)]
struct State {
    windows: HashMap<Option<Owner>, Window>,
    /// Why the service takes no more requests.
    draining: Option<String>,
}

struct Window {
    since: Instant,
    requests: u32,
}

impl Gate {
    /// Requests without a good key share a window.
    fn admit(&self, owner: Option<Owner>) -> Result<(), GateError> {
        let mut state = self.state();
        if let Some(reason) = state.draining.clone() {
            return Err(GateError::ServiceUnavailable { reason });
        }
        let new = || Window { since: Instant::now(), requests: 0 };
        let window = state.windows.entry(owner).or_insert_with(new);
        if window.since.elapsed() >= WINDOW {
            *window = new();
        }
        if window.requests == LIMIT {
            // Who does not wait, waits again.
            window.since = Instant::now();
            return Err(GateError::RateLimit {
                retry_after_seconds: WINDOW.as_secs(),
                limit: LIMIT,
                window: "minute",
            });
        }
        window.requests += 1;
        Ok(())
    }

    pub fn drain(&self, reason: Option<String>) {
        self.state().draining = reason;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The gate as middleware.
pub async fn pass(
    gate: Data<Gate>,
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    gate.admit(access::owner(request.headers()).ok())?;
    next.call(request).await
}
