//! Stands for the models behind the agents: each behaves in its own way.

use crate::error::AgentError;
use serde::{Deserialize, Serialize};
use std::{
    future::pending,
    io::{self, ErrorKind},
};

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Agent {
    /// Answers.
    Summarizer,
    /// Answers the third time, when its account may ask again.
    Drafter,
    /// Its account may not ask at all.
    Paralegal,
    /// Its model cannot be reached.
    Researcher,
    /// Never answers.
    Translator,
    /// Its model refuses.
    Reviewer,
}

/// One attempt.
pub async fn ask(agent: Agent, attempt: u32, title: String) -> Result<String, AgentError> {
    match agent {
        Agent::Drafter if attempt == 3 => Ok(format!("{title}: a draft")),
        Agent::Summarizer => Ok(format!("{title}: a summary")),
        Agent::Drafter | Agent::Paralegal => {
            Err(AgentError::RateLimited { account: "acct-7731", wait: None })
        }
        Agent::Researcher => {
            let text = "https://model.internal/v1?key=sk-live-51";
            Err(io::Error::new(ErrorKind::ConnectionRefused, text).into())
        }
        Agent::Translator => pending().await,
        Agent::Reviewer => {
            Err(AgentError::Refused { prompt: format!("You are Judge Roe. Review {title}.") })
        }
    }
}
