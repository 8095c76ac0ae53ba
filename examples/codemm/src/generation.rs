//! Generation, slot by slot: bounded attempts, then a fallback that is known
//! to work.

use crate::activity::{Activity, Author};
use crate::draft::{Draft, Problem};
use crate::error::{AttemptError, SlotFailed};
use crate::sandbox;
use crate::session::{Language, Phase};
use backon::Retryable;
use error_runtime::Retrying;
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;

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
async fn fill(activity: &Activity, slot: u8) -> Result<Problem, SlotFailed> {
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

async fn by_model(activity: &Activity, slot: u8) -> Result<Draft, AttemptError> {
    // A panic must not leave those who wait without an end.
    let attempt = AssertUnwindSafe(async {
        let prompt = format!("You are a tutor. Draft problem {slot}, with a reference solution.");
        let good = || serde_json::to_string(&Draft::known()).expect("a draft is JSON");
        let output = activity.session.model.say(&slot.to_string(), prompt, good).await?;
        let draft = Draft::read(output)?;
        sandbox::verify(&draft).await?;
        Ok(draft)
    });
    let draft = attempt.catch_unwind().await.unwrap_or(Err(AttemptError::Panicked));
    activity.note(slot, Author::Model, draft.as_ref().err());
    draft
}

/// There are known problems for Python only. They are verified like others.
async fn by_fallback(activity: &Activity, slot: u8) -> Option<Draft> {
    let language = activity.session.spec().language.unwrap_or(Language::Python);
    let draft = Some(Draft::known()).filter(|_| language == Language::Python)?;
    let verified = sandbox::verify(&draft).await;
    activity.note(slot, Author::Fallback, verified.as_ref().err());
    verified.is_ok().then_some(draft)
}

#[cfg(test)]
mod tests {
    use super::fill;
    use crate::activity::Activity;
    use crate::draft::Draft;
    use crate::session::{Language, Session, Spec};
    use serde_json::json;
    use std::{sync::Arc, time::Duration};
    use tokio::time::Instant;

    /// An activity whose model says this of slot 0.
    fn activity(says: &serde_json::Value) -> Activity {
        let spec = Spec { language: Some(Language::Rust), problem_count: 1 };
        let session = Session::new("1".into(), "ada".into(), spec);
        session.model.learn(serde_json::from_value(json!({ "0": says })).unwrap());
        Activity::new(Arc::new(session))
    }

    /// How many attempts there were, and how long they took, on a clock that
    /// goes as fast as it is asked to.
    async fn attempts(says: &serde_json::Value) -> (usize, Duration) {
        let (activity, start) = (activity(says), Instant::now());
        let failed = fill(&activity, 0).await.unwrap_err();
        (failed.attempts, start.elapsed())
    }

    #[tokio::test(start_paused = true)]
    async fn the_pace_is_the_declared_one() {
        // At most 100ms, then at most 200ms.
        let (attempts, took) = attempts(&json!(["junk", "junk", "junk"])).await;
        assert_eq!(attempts, 3);
        assert!(took <= Duration::from_millis(300 + 2), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn what_never_helps_is_not_waited_for() {
        assert_eq!(attempts(&json!([null])).await, (1, Duration::ZERO));
        let (attempts, took) = attempts(&json!(["junk", null])).await;
        assert_eq!(attempts, 2);
        assert!(took <= Duration::from_millis(100 + 1), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_container_is_not_waited_for_long() {
        let mut forever = Draft::known();
        forever.solution = "forever".into();
        let forever = serde_json::to_string(&forever).unwrap();
        let (attempts, took) = attempts(&json!([forever, forever, forever])).await;
        assert_eq!(attempts, 3);
        let limits = Duration::from_millis(3 * 50)..=Duration::from_millis(3 * 51 + 302);
        assert!(limits.contains(&took), "{took:?}");
    }
}
