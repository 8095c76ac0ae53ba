//! What a model has to draft: the contract.

use crate::error::AttemptError;
use serde::{Deserialize, Serialize};

/// A problem with its reference artifacts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    title: String,
    statement: String,
    /// Not for learners, like the tests.
    pub solution: String,
    pub tests: Vec<Test>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Test {
    pub input: Vec<i64>,
    pub output: Vec<i64>,
}

/// What a learner sees of it.
#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    #[serde(rename = "slotIndex")]
    slot: u8,
    title: String,
    statement: String,
}

impl Draft {
    /// Holds an output to the contract.
    pub fn read(output: String) -> Result<Self, AttemptError> {
        serde_json::from_str(&output)
            .map_err(|source| AttemptError::ContractFailed { output, source })
    }

    /// The problem that always works.
    pub fn known() -> Self {
        Self {
            title: "Sort a list".into(),
            statement: "Given a list of numbers,\nreturn it in ascending order.".into(),
            solution: "sort".into(),
            tests: vec![Test { input: vec![3, 1, 2], output: vec![1, 2, 3] }],
        }
    }

    pub fn into_problem(self, slot: u8) -> Problem {
        Problem { slot, title: self.title, statement: self.statement }
    }
}
