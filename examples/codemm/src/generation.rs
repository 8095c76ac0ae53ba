//! Generation, slot by slot: bounded attempts, then a fallback that is known
//! to work.

use crate::activity::{Activity, Author};
use crate::draft::{Draft, Problem};
use crate::error::{AttemptError, SlotFailed};
use crate::sandbox;
use crate::session::{Language, Phase};
use backon::Retryable;
use error_runtime::Retrying;

/// Fills all slots. One that fails leaves the others alone.
pub async fn run(activity: &Activity) {
    let mut end = Ok(());
    for slot in 0..activity.session.spec().problem_count {
        match fill(activity, slot).await {
            Ok(problem) => activity.add(problem),
            Err(failed) => end = end.and(Err(failed)),
        }
    }
    let phase = if end.is_ok() { Phase::Ready } else { Phase::Failed };
    // Nothing else ends a generation.
    drop(activity.session.enter(phase));
    activity.end(end);
}

/// How often, and how soon, it is tried again, the errors declare.
async fn fill(activity: &Activity, slot: usize) -> Result<Problem, SlotFailed> {
    let retrying = Retrying::new().idempotent();
    let draft = (|| by_model(activity, slot)).retry(retrying).adjust(retrying.by_error()).await;
    let draft = match draft {
        // For an error that no attempt helps against, there is no fallback.
        Err(cause) if retrying.allows(&cause) => by_fallback(activity, slot).await.ok_or(cause),
        draft => draft,
    };
    let draft = draft.map_err(|cause| {
        let attempts = activity.attempts(slot);
        SlotFailed { slot, attempts, cause }
    })?;
    Ok(draft.into_problem(slot))
}

async fn by_model(activity: &Activity, slot: usize) -> Result<Draft, AttemptError> {
    let draft = async {
        let prompt = format!("You are a tutor. Draft problem {slot}, with a reference solution.");
        let good = || serde_json::to_string(&Draft::known()).expect("a draft is JSON");
        let output = activity.session.model.say(&slot.to_string(), prompt, good).await?;
        let draft = Draft::read(output)?;
        sandbox::verify(&draft).await?;
        Ok(draft)
    }
    .await;
    activity.note(slot, Author::Model, draft.as_ref().err());
    draft
}

/// There are known problems for Python only. They are verified like others.
async fn by_fallback(activity: &Activity, slot: usize) -> Option<Draft> {
    let language = activity.session.spec().language.unwrap_or(Language::Python);
    let draft = Some(Draft::known()).filter(|_| language == Language::Python)?;
    let verified = sandbox::verify(&draft).await;
    activity.note(slot, Author::Fallback, verified.as_ref().err());
    verified.is_ok().then_some(draft)
}
