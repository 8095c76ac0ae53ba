//! Who hears of an answer, and what else is read off it.

use super::shape::Custom;
use super::*;
use crate::{Body, Context, Empty, Failure, Member, Node, Problem};
use std::sync::{Arc, Mutex};

#[test]
fn the_hook_hears_of_everything() {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let context = Context::new().with_request_id("r1").with_hook({
        let heard = Arc::clone(&heard);
        move |rendered| {
            let line = format!(
                "{} {} {:?} {:?}",
                rendered.status().as_u16(),
                rendered.spec().variant,
                rendered.request_id(),
                rendered.failures()
            );
            heard.lock().unwrap().push(line);
        }
    });
    context.scope(|| {
        sample(OWN_SHAPE).response();
        sample(OWN_SHAPE).response();
    });
    Custom(Sample { text: "broken", ..sample(DISPLAYED) }).response_with(&context);
    let heard = heard.lock().unwrap();
    assert_eq!(heard[..2], [r#"418 OwnShape Some("r1") []"#; 2]);
    let failure = Failure::Display { part: "message".to_owned() };
    // This shape does not show the message, so nothing failed.
    assert_eq!(heard[2], r#"404 Displayed Some("r1") []"#);
    assert_eq!(failure.to_string(), "the `Display` behind `message` failed");
}

#[test]
fn failures_are_reported() {
    let failures = Arc::new(Mutex::new(Vec::new()));
    let context = Context::new().with_hook({
        let failures = Arc::clone(&failures);
        move |rendered| failures.lock().unwrap().extend(rendered.failures().to_vec())
    });
    Sample { text: "broken", ..sample(DISPLAYED) }.response_with(&context);
    Sample { text: "a\nb", ..sample(HEADERS) }.response_with(&context);
    Sample { status: 200, ..sample(ANY_STATUS) }.response_with(&context);
    sample(99).response_with(&context);
    assert_eq!(
        *failures.lock().unwrap(),
        [
            Failure::Display { part: "message".to_owned() },
            Failure::Header { name: "x-text".to_owned() },
            Failure::Status { status: 200 },
            Failure::Row { row: 99 },
        ]
    );
}

#[test]
fn views_keep_the_order() {
    let error = sample(BY_FIELDS);
    assert_eq!(serde_json::to_string(&error.in_envelope()).unwrap(), body(&error));
    let pretty = serde_json::to_string_pretty(&error.in_envelope()).unwrap();
    assert!(pretty.starts_with("{\n  \"type\": \"about:blank\",\n  \"title\""), "{pretty}");
    let value = serde_json::to_value(error.in_envelope()).unwrap();
    assert_eq!(value["details"]["row"], 2);
}

#[test]
fn the_built_in_envelopes_state_their_names() {
    let Body::Json(Node::Object(members)) = &<Problem as Envelope>::shape().body else {
        unreachable!()
    };
    let names: Vec<_> = members
        .iter()
        .filter_map(|member| match member {
            Member::Named { name, key, .. } => {
                assert_eq!(*key, format!("\"{name}\":"));
                Some(*name)
            }
            Member::Rest => None,
        })
        .collect();
    assert_eq!(names, <Problem as Envelope>::NAMES);
    assert!(matches!(<Empty as Envelope>::shape().body, Body::Empty));
}
