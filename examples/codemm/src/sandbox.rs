//! Stands for Docker: a solution is a line of words, each of which does
//! something to a list.

use crate::draft::{Draft, Test};
use crate::error::AttemptError;
use std::{future::pending, time::Duration};
use tokio::time::timeout;

const LIMIT: Duration = Duration::from_millis(50);

/// Compiles a draft's solution, and runs its tests.
pub async fn verify(draft: &Draft) -> Result<(), AttemptError> {
    let solution = || draft.solution.clone();
    let program: Option<Vec<Word>> = draft.solution.split_whitespace().map(compile).collect();
    let program = program.ok_or_else(|| AttemptError::CompileFailed { solution: solution() })?;
    for Test { input, output } in &draft.tests {
        let actual = timeout(LIMIT, run(&program, input.clone()))
            .await
            .map_err(|source| AttemptError::Timeout { solution: solution(), source })?;
        if actual != *output {
            return Err(AttemptError::TestsFailed { solution: solution(), actual });
        }
    }
    Ok(())
}

enum Word {
    Sort,
    Reverse,
    Dedup,
    Forever,
    Crash,
}

fn compile(word: &str) -> Option<Word> {
    Some(match word {
        "sort" => Word::Sort,
        "reverse" => Word::Reverse,
        "dedup" => Word::Dedup,
        "forever" => Word::Forever,
        "crash" => Word::Crash,
        _ => return None,
    })
}

async fn run(program: &[Word], mut list: Vec<i64>) -> Vec<i64> {
    for word in program {
        match word {
            Word::Sort => list.sort_unstable(),
            Word::Reverse => list.reverse(),
            Word::Dedup => list.dedup(),
            Word::Forever => pending().await,
            Word::Crash => panic!("the sandbox is gone"),
        }
    }
    list
}
