//! Stands for a language model: it says what it was told to say, or something
//! good.

use crate::error::NoOutput;
use std::collections::{HashMap, VecDeque};
use tokio::sync::watch;

/// What to say of what, in turn: `null` is no answer, and with an empty list
/// the model thinks until it has another script.
pub type Script = HashMap<String, VecDeque<Option<String>>>;

#[derive(Debug, Default)]
pub struct Model {
    script: watch::Sender<Script>,
}

impl Model {
    pub fn learn(&self, script: Script) {
        self.script.send_replace(script);
    }

    /// What it says of `what`, asked with `prompt`.
    pub async fn say(
        &self,
        what: &str,
        prompt: String,
        otherwise: impl FnOnce() -> String,
    ) -> Result<String, NoOutput> {
        let thinks = |script: &Script| script.get(what).is_some_and(VecDeque::is_empty);
        // The sender is here: it cannot be gone.
        drop(self.script.subscribe().wait_for(|script| !thinks(script)).await);
        let mut said = None;
        self.script.send_if_modified(|script| {
            said = script.get_mut(what).and_then(VecDeque::pop_front);
            if thinks(script) {
                script.remove(what);
            }
            false
        });
        match said {
            None => Ok(otherwise()),
            Some(said) => said.ok_or(NoOutput { prompt }),
        }
    }
}
