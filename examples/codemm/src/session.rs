//! The session loop: which problems a learner wants, asked question by
//! question.

use crate::error::{MessageError, SessionError, Why};
use crate::model::Model;
use serde::Serialize;
use std::sync::{Mutex, MutexGuard, PoisonError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Drafting,
    Generating,
    Ready,
    Failed,
}

impl Phase {
    pub fn name(self) -> &'static str {
        match self {
            Self::Drafting => "DRAFTING",
            Self::Generating => "GENERATING",
            Self::Ready => "READY",
            Self::Failed => "FAILED",
        }
    }

    fn leads_to(self, to: Self) -> bool {
        match to {
            // A failure is not the end: the learner may try, or change, it.
            Self::Drafting | Self::Generating => matches!(self, Self::Drafting | Self::Failed),
            Self::Ready | Self::Failed => self == Self::Generating,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    Python,
    Rust,
}

impl Language {
    pub fn named(name: &str) -> Result<Self, SessionError> {
        match name.to_lowercase().as_str() {
            "python" => Ok(Self::Python),
            "rust" => Ok(Self::Rust),
            _ => Err(SessionError::UnsupportedLanguage { language: name.to_owned() }),
        }
    }
}

/// What is known of the wish.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Spec {
    pub language: Option<Language>,
    pub problem_count: u8,
}

impl Spec {
    fn is_done(self) -> bool {
        self.language.is_some()
    }

    fn next_question(self) -> &'static str {
        match self.language {
            None => "Which language should the problems use?",
            Some(_) => "Shall we generate the problems?",
        }
    }
}

/// What a learner is told after a message, or about a session.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reply {
    accepted: bool,
    done: bool,
    next_question: &'static str,
    spec: Spec,
}

#[derive(Debug, Serialize)]
pub struct View {
    id: String,
    phase: &'static str,
    spec: Spec,
}

#[derive(Debug)]
pub struct Session {
    id: String,
    owner: String,
    pub model: Model,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    phase: Phase,
    spec: Spec,
}

impl Session {
    pub fn new(id: String, owner: String, spec: Spec) -> Self {
        let state = Mutex::new(State { phase: Phase::Drafting, spec });
        Self { id, owner, model: Model::default(), state }
    }

    pub fn view(&self) -> View {
        let state = self.state();
        View { id: self.id.clone(), phase: state.phase.name(), spec: state.spec }
    }

    pub fn belongs_to(&self, caller: &str) -> Result<(), SessionError> {
        if self.owner == caller { Ok(()) } else { Err(SessionError::Forbidden) }
    }

    pub fn spec(&self) -> Spec {
        self.state().spec
    }

    pub fn enter(&self, to: Phase) -> Result<(), SessionError> {
        let from = &mut self.state().phase;
        if !from.leads_to(to) {
            return Err(SessionError::InvalidTransition { from: *from, to });
        }
        *from = to;
        Ok(())
    }

    /// Takes the answer to the open question.
    pub async fn hear(&self, message: &str) -> Result<Reply, MessageError> {
        if self.state().phase == Phase::Generating {
            return Err(self.not_accepted(Why::GenerationRunning));
        }
        self.enter(Phase::Drafting)?;
        let prompt = format!("You are a tutor, and the learner means: {message}");
        let word = self.model.say("message", prompt, || message.trim().to_owned()).await?;
        let language = Language::named(&word).map_err(|_| self.not_accepted(Why::NoLanguage))?;
        let spec = &mut self.state().spec;
        spec.language = Some(language);
        Ok(Reply {
            accepted: true,
            done: spec.is_done(),
            next_question: spec.next_question(),
            spec: *spec,
        })
    }

    fn not_accepted(&self, why: Why) -> MessageError {
        let spec = self.spec();
        MessageError::MessageNotAccepted {
            why,
            done: spec.is_done(),
            next_question: spec.next_question(),
            spec,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
