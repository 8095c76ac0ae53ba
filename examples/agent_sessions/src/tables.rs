//! The catalogues are the document's tables.

use crate::error::{
    AddArtifactError, CancelError, CreateError, Fallback, GateError, MessageError, PublishError,
    ReadArtifactError, RunError, ShowError, StartError,
};
use error_runtime::{Advice, Catalogue, Declared, Retry, When};
use serde_json::Value;
use std::collections::BTreeSet;
use systems::System;

/// The documented endpoints, and whether they read a body.
fn endpoints() -> [(&'static str, Catalogue, bool); 4] {
    [
        ("POST /sessions", CreateError::catalogue(), true),
        ("GET /sessions/{id}", ShowError::catalogue(), false),
        ("POST /sessions/{id}/start", StartError::catalogue(), false),
        ("POST /sessions/{id}/cancel", CancelError::catalogue(), false),
    ]
}

/// All that the service ever answers.
fn service() -> Vec<Catalogue> {
    let further = [
        MessageError::catalogue(),
        RunError::catalogue(),
        AddArtifactError::catalogue(),
        ReadArtifactError::catalogue(),
        PublishError::catalogue(),
        GateError::catalogue(),
        Fallback::catalogue(),
    ];
    endpoints().into_iter().map(|(_, catalogue, _)| catalogue).chain(further).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn codes(catalogue: &Catalogue) -> BTreeSet<String> {
    catalogue.codes().into_iter().map(String::from).collect()
}

/// An endpoint answers what its table has. Besides, each wants a key, and can
/// say all that the document has of keys; and who reads a body can say all
/// that it has of bodies.
#[test]
fn an_endpoint_answers_what_its_table_has() {
    let system = System::read("agent_sessions");
    let category = |name: &'static str| {
        let rows = list(&system.json["errors"]).iter();
        rows.filter(move |row| row["category"] == name).map(|row| text(&row["code"]).to_owned())
    };
    let tables = list(&system.json["endpoints"]);
    assert_eq!(tables.len(), endpoints().len());
    for (table, (endpoint, catalogue, reads)) in tables.iter().zip(endpoints()) {
        assert_eq!(table["endpoint"], endpoint);
        let listed = list(&table["errors"]).iter().map(|row| text(&row[0]).to_owned());
        let mut expected: BTreeSet<_> = listed.chain(category("Authentication")).collect();
        if reads {
            expected.extend(category("Validation"));
        }
        assert_eq!(codes(&catalogue), expected, "{endpoint}");
    }
}

#[test]
fn the_service_has_the_documents_codes_and_statuses() {
    let system = System::read("agent_sessions");
    let golden: BTreeSet<_> = system.codes().into_iter().map(|(code, _)| code.to_owned()).collect();
    assert_eq!(service().iter().flat_map(codes).collect::<BTreeSet<_>>(), golden);
    for catalogue in service() {
        assert!(catalogue.check().is_empty() && !catalogue.is_open());
        for entry in &catalogue {
            let status = entry.spec().status.expect("a status");
            // The table of statuses has this code at 422, too.
            let semantic = (status, &*entry.code()) == (422, "VALIDATION_ERROR");
            assert!(semantic || system.row(&entry.code())["status"] == status, "{entry}");
        }
    }
}

#[test]
fn hints_are_the_documents_resolutions() {
    let system = System::read("agent_sessions");
    for catalogue in service() {
        for entry in &catalogue {
            let resolution = system.row(&entry.code())["resolution"].as_str();
            assert_eq!(entry.spec().hint, resolution, "{entry}");
        }
    }
}

#[test]
fn retries_are_the_documents_recommendations() {
    let system = System::read("agent_sessions");
    let rows = list(&system.json["retry"]);
    let mut met = BTreeSet::new();
    for catalogue in service() {
        for entry in &catalogue {
            let retry = entry.spec().retry;
            let Some(row) = rows.iter().find(|row| row["code"] == *entry.code()) else {
                assert_eq!(retry, Retry::UNSTATED, "{entry}");
                continue;
            };
            let expected = match (text(&row["retry"]), row["backoff"].as_str()) {
                ("no", None) => Retry::new(Advice::Never),
                ("yes", Some("poll")) => Retry::new(Advice::Poll),
                ("yes", Some("linear")) => Retry::new(Advice::Linear),
                ("yes", Some("exponential")) => Retry::new(Advice::Exponential),
                ("maybe", Some("exponential")) => {
                    Retry { when: When::Maybe, ..Retry::new(Advice::Exponential) }
                }
                other => panic!("{other:?} is no recommendation"),
            };
            let note = retry.note.expect("a note");
            assert_eq!(retry, Retry { note: Some(note), ..expected }, "{entry}");
            assert_eq!(note, text(&row["note"]), "{entry}");
            met.insert(entry.code().into_owned());
        }
    }
    assert_eq!(met.len(), rows.len());
}
