//! What is built in the background, one at a time.

use std::{io, sync::Arc};
use tokio::sync::watch;

#[derive(Debug)]
pub struct Build<T>(watch::Sender<State<T>>);

#[derive(Debug)]
struct State<T> {
    is_running: bool,
    /// What the last build made that did not fail.
    built: Option<Arc<T>>,
    /// Why the last build failed.
    failure: Option<Arc<io::Error>>,
}

impl<T> Default for Build<T> {
    fn default() -> Self {
        Self(watch::Sender::new(State { is_running: false, built: None, failure: None }))
    }
}

impl<T: Send + Sync + 'static> Build<T> {
    /// Whether there was none running, so that it is the caller's now.
    #[must_use]
    pub fn begin(&self) -> bool {
        self.0.send_if_modified(|state| !std::mem::replace(&mut state.is_running, true))
    }

    pub fn end(&self, result: io::Result<T>) {
        self.0.send_modify(|state| {
            state.is_running = false;
            match result {
                Ok(built) => (state.built, state.failure) = (Some(Arc::new(built)), None),
                Err(failure) => state.failure = Some(Arc::new(failure)),
            }
        });
    }

    /// What there is, whatever is being built.
    pub fn built(&self) -> Option<Arc<T>> {
        self.0.borrow().built.clone()
    }

    /// What there is as soon as nothing is being built, or why not.
    pub async fn finished(&self) -> Result<Option<Arc<T>>, Arc<io::Error>> {
        let mut states = self.0.subscribe();
        // It fails only without a sender, and here is one.
        let Ok(state) = states.wait_for(|state| !state.is_running).await else { return Ok(None) };
        match &state.failure {
            Some(failure) => Err(Arc::clone(failure)),
            None => Ok(state.built.clone()),
        }
    }
}
