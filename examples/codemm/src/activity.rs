//! One generation: what it has told until now, and how it ended.

use crate::draft::Problem;
use crate::error::{AttemptError, SlotFailed};
use crate::session::Session;
use error_runtime::ApiError;
use futures_util::{Stream, stream};
use salvo::sse::SseEvent;
use serde::Serialize;
use serde_json::json;
use std::{error::Error, sync::Arc};
use tokio::sync::watch;

#[derive(Debug)]
pub struct Activity {
    pub session: Arc<Session>,
    state: watch::Sender<State>,
}

#[derive(Debug, Default)]
struct State {
    trail: Vec<Trace>,
    problems: Vec<Problem>,
    events: Vec<SseEvent>,
    end: Option<Result<(), Arc<SlotFailed>>>,
}

/// One attempt, for the audit.
#[derive(Clone, Debug, Serialize)]
pub struct Trace {
    #[serde(rename = "slotIndex")]
    slot: u8,
    by: Author,
    outcome: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Author {
    Model,
    Fallback,
}

impl Activity {
    pub fn new(session: Arc<Session>) -> Self {
        Self { session, state: watch::Sender::default() }
    }

    /// Notes an attempt for the audit, and why it failed in the log.
    pub fn note(&self, slot: u8, by: Author, error: Option<&AttemptError>) {
        if let Some(error) = error {
            let (code, error): (_, &dyn Error) = (error.code(), error);
            tracing::warn!(slot, ?by, error.r#type = %code, error);
        }
        let outcome = error.map_or("passed", |error| error.category().unwrap_or("unknown"));
        self.state.send_modify(|state| state.trail.push(Trace { slot, by, outcome }));
    }

    pub fn trail(&self) -> Vec<Trace> {
        self.state.borrow().trail.clone()
    }

    /// How often the model has tried to fill a slot.
    pub fn attempts(&self, slot: u8) -> usize {
        let of_slot = |trace: &&Trace| trace.slot == slot && trace.by == Author::Model;
        self.state.borrow().trail.iter().filter(of_slot).count()
    }

    /// One slot is filled.
    pub fn add(&self, problem: Problem) {
        self.state.send_modify(|state| {
            // The members stand on lines of their own, and so does the data.
            let data = serde_json::to_string_pretty(&problem).expect("a problem is JSON");
            state.tell("problem", &data);
            state.problems.push(problem);
        });
    }

    pub fn end(&self, end: Result<(), SlotFailed>) {
        self.state.send_modify(|state| {
            if end.is_ok() {
                let end =
                    json!({ "type": "generation_completed", "problems": state.problems.len() });
                state.tell("generation_completed", &end.to_string());
            }
            state.end = Some(end.map_err(Arc::new));
        });
    }

    /// Whether nothing comes after the first `seen` events any more.
    pub fn is_told(&self, seen: usize) -> bool {
        let state = self.state.borrow();
        matches!(state.end, Some(Ok(()))) && seen >= state.events.len()
    }

    /// All events after the first `seen` ones, as they come, to the end.
    pub fn events(
        &self,
        seen: usize,
    ) -> impl Stream<Item = Result<SseEvent, Arc<SlotFailed>>> + Send + use<> {
        stream::unfold((self.state.subscribe(), seen), async |(mut state, seen)| {
            let next = {
                let is_next = |state: &State| seen < state.events.len() || state.end.is_some();
                let state = state.wait_for(|state| is_next(state)).await.ok()?;
                match (state.events.get(seen), &state.end) {
                    (Some(event), _) => Ok(event.clone()),
                    (None, Some(Err(error))) => Err(Arc::clone(error)),
                    (None, _) => return None,
                }
            };
            // A client may say any number: after the last one there is only the end.
            Some((next, (state, seen.saturating_add(1))))
        })
    }

    /// The problems, when all is done.
    pub async fn problems(&self) -> Result<Vec<Problem>, Arc<SlotFailed>> {
        let mut state = self.state.subscribe();
        // The sender is here: it cannot be gone.
        drop(state.wait_for(|state| state.end.is_some()).await);
        let state = state.borrow();
        match &state.end {
            Some(Err(error)) => Err(Arc::clone(error)),
            _ => Ok(state.problems.clone()),
        }
    }
}

impl State {
    /// One more event; its id is its number, from 1.
    fn tell(&mut self, name: &str, data: &str) {
        let id = (self.events.len() + 1).to_string();
        self.events.push(SseEvent::default().name(name).id(id).text(data));
    }
}
