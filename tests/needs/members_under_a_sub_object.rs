//! "Extra members under a sub-object": left out when nothing was declared, and
//! it stays when all its parts are empty.

use crate::back::json;
use error_runtime::{ApiError, envelope};
use serde_json::json;

envelope! {
    /// What is known of the job in `context`, the rest in `extra`.
    Jobs = {
        "code": code,
        "message": message,
        "context"?: { "job"?: member("job"), "queue"?: member("queue") },
        "extra"?: { ..members },
    }

    /// A constant and a `null` among them, and one more level.
    Agent = {
        "error": {
            "message": message,
            "session"?: { "kind": "session", "id": member("id"), "at"?: { "step"?: member("step") } },
            "advice"?: { "hint"?: hint, "retry"?: retry as string },
        },
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Jobs)]
enum JobError {
    #[error("The queue is paused")]
    #[api(status = 503, message = "The queue is paused")]
    Paused,
    #[error("The job failed")]
    #[api(status = 409)]
    Failed {
        #[api(member)]
        job: Option<u32>,
        #[api(member)]
        queue: Option<&'static str>,
    },
    #[error("The worker is lost")]
    #[api(status = 410, member("retried" = .attempts))]
    WorkerLost {
        #[api(member)]
        queue: &'static str,
        #[api(member)]
        worker: Option<u8>,
        attempts: Option<u8>,
    },
    #[error(transparent)]
    #[api(transparent, member("queue" = "mail"))]
    Inner(Box<JobError>),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Agent)]
enum SessionError {
    #[error("No agents today")]
    #[api(status = 404)]
    NoAgents,
    #[error("The session has ended")]
    #[api(status = 410, retry = "never")]
    Ended {
        #[api(member)]
        id: Option<&'static str>,
        #[api(hint)]
        advice: Option<String>,
    },
    #[error("The step failed")]
    #[api(status = 424, hint = "Run it again")]
    Step {
        #[api(member)]
        id: &'static str,
        #[api(member)]
        step: Option<u8>,
    },
}

#[test]
fn nothing_declared_is_nothing_written() {
    let body = r#"{"code":"PAUSED","message":"The queue is paused"}"#;
    assert!(json(Jobs::parse, &JobError::Paused, 503, &[], body).members().is_empty());
    let body = r#"{"error":{"message":"No agents today"}}"#;
    assert!(json(Agent::parse, &SessionError::NoAgents, 404, &[], body).members().is_empty());
}

#[test]
fn it_stays_when_all_its_parts_are_empty() {
    let body = r#"{"code":"FAILED","message":"The job failed","context":{}}"#;
    let error = JobError::Failed { job: None, queue: None };
    assert!(json(Jobs::parse, &error, 409, &[], body).members().is_empty());
    let body = r#"{"code":"WORKER_LOST","message":"The worker is lost","context":{"queue":"mail"},"extra":{}}"#;
    let error = JobError::WorkerLost { queue: "mail", worker: None, attempts: None };
    let answer = json(Jobs::parse, &error, 410, &[], body);
    assert_eq!(answer.members().len(), 1);
    assert_eq!(answer.members()["queue"], "mail");
}

#[test]
fn what_is_declared_is_in_its_place() {
    let body = r#"{"code":"FAILED","message":"The job failed","context":{"job":7,"queue":"mail"}}"#;
    let error = JobError::Failed { job: Some(7), queue: Some("mail") };
    let answer = json(Jobs::parse, &error, 409, &[], body);
    assert_eq!(answer.members()["job"], 7);
    let body = r#"{"code":"WORKER_LOST","message":"The worker is lost","context":{"queue":"mail"},"extra":{"worker":3,"retried":2}}"#;
    let error = JobError::WorkerLost { queue: "mail", worker: Some(3), attempts: Some(2) };
    let answer = json(Jobs::parse, &error, 410, &[], body);
    let members = json!({ "queue": "mail", "worker": 3, "retried": 2 });
    assert_eq!(&serde_json::Value::Object(answer.members().clone()), &members);
}

#[test]
fn a_transparent_variant_declares_for_the_inner_error() {
    let body = r#"{"code":"PAUSED","message":"The queue is paused","context":{"queue":"mail"}}"#;
    let error = JobError::Inner(Box::new(JobError::Paused));
    assert_eq!(json(Jobs::parse, &error, 503, &[], body).members()["queue"], "mail");
    let body = r#"{"code":"FAILED","message":"The job failed","context":{"job":1,"queue":"mail"}}"#;
    let inner = JobError::Failed { job: Some(1), queue: Some("news") };
    json(Jobs::parse, &JobError::Inner(Box::new(inner)), 409, &[], body);
}

#[test]
fn constants_and_nulls_do_not_keep_it() {
    // `step` is not declared, `advice` may have something to say.
    let body = r#"{"error":{"message":"The session has ended","session":{"kind":"session","id":null},"advice":{"retry":"never"}}}"#;
    let error = SessionError::Ended { id: None, advice: None };
    let answer = json(Agent::parse, &error, 410, &[], body);
    assert_eq!(answer.retry(), error_runtime::Advice::Never);
    let body = r#"{"error":{"message":"The step failed","session":{"kind":"session","id":"s-1","at":{}},"advice":{"hint":"Run it again"}}}"#;
    let error = SessionError::Step { id: "s-1", step: None };
    let answer = json(Agent::parse, &error, 424, &[], body);
    assert_eq!(answer.members()["id"], "s-1");
    assert_eq!(answer.hint(), Some("Run it again"));
    let body = r#"{"error":{"message":"The step failed","session":{"kind":"session","id":"s-1","at":{"step":4}},"advice":{"hint":"Run it again"}}}"#;
    let error = SessionError::Step { id: "s-1", step: Some(4) };
    assert_eq!(json(Agent::parse, &error, 424, &[], body).members()["step"], 4);
}
