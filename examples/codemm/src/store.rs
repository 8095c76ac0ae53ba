//! What the service keeps, in memory.

use crate::activity::Activity;
use crate::error::SessionError;
use crate::session::{Session, Spec};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[derive(Debug, Default)]
pub struct Store {
    sessions: Mutex<Vec<Arc<Session>>>,
    activities: Mutex<Vec<Arc<Activity>>>,
}

impl Store {
    pub fn open_session(&self, owner: String, spec: Spec) -> Arc<Session> {
        let mut sessions = locked(&self.sessions);
        let session = Session::new((sessions.len() + 1).to_string(), owner, spec);
        let session = Arc::new(session);
        sessions.push(Arc::clone(&session));
        session
    }

    /// Starts an activity, and says its id.
    pub fn open_activity(&self, session: Arc<Session>) -> (String, Arc<Activity>) {
        let mut activities = locked(&self.activities);
        let activity = Arc::new(Activity::new(session));
        activities.push(Arc::clone(&activity));
        (activities.len().to_string(), activity)
    }

    pub fn session(&self, id: &str) -> Result<Arc<Session>, SessionError> {
        find(&self.sessions, id).ok_or(SessionError::SessionNotFound)
    }

    pub fn activity(&self, id: &str) -> Result<Arc<Activity>, SessionError> {
        find(&self.activities, id).ok_or(SessionError::ActivityNotFound)
    }
}

/// The ids are numbers, from 1.
fn find<T>(all: &Mutex<Vec<Arc<T>>>, id: &str) -> Option<Arc<T>> {
    let at = id.parse::<usize>().ok()?.checked_sub(1)?;
    locked(all).get(at).cloned()
}

fn locked<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}
