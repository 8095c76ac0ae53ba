//! Elasticsearch.
//!
//! Documented in the Elasticsearch reference, "Common options", "Enabling stack
//! traces", and in "Elasticsearch: The Definitive Guide", "Optimistic
//! concurrency control".

use crate::{JSON, documented};
use error_runtime::{ApiError, envelope};
use serde::Serialize;
use serde_json::json;

envelope! {
    /// The error itself is its root cause, unless it has some.
    Elastic = {
        "error": {
            "root_cause": errors[{
                "type": code,
                "reason": message,
                "stack_trace"?: member("stack_trace"),
                "index"?: member("index"),
                "shard"?: member("shard"),
            }],
            "type": code,
            "reason": message,
            "stack_trace"?: member("stack_trace"),
            "index"?: member("index"),
            "shard"?: member("shard"),
            "caused_by"?: member("caused_by"),
        },
        "status": status,
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Elastic, code_case = "snake_case", code_suffix = "_exception")]
enum ElasticError {
    #[error("Failed to parse int parameter [{parameter}] with value [{value}]")]
    #[api(status = 400)]
    IllegalArgument {
        parameter: &'static str,
        value: &'static str,
        #[api(member)]
        stack_trace: Option<&'static str>,
        #[api(member)]
        caused_by: Cause,
        #[api(errors)]
        root_cause: Option<Vec<ElasticError>>,
    },
    #[error("Failed to parse int parameter [{parameter}] with value [{value}]")]
    #[api(status = 400, code = "illegal_argument_exception", shared_code)]
    Root {
        parameter: &'static str,
        value: &'static str,
        #[api(member)]
        stack_trace: &'static str,
    },
    #[error("[{kind}][{id}]: version conflict, current [{current}], provided [{provided}]")]
    #[api(status = 409)]
    VersionConflictEngine {
        kind: &'static str,
        id: u32,
        current: u32,
        provided: u32,
        #[api(member)]
        index: &'static str,
        #[api(member)]
        shard: &'static str,
    },
}

#[derive(Debug, Serialize)]
struct Cause {
    r#type: &'static str,
    reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stack_trace: Option<&'static str>,
}

fn surprise(traces: Option<[&'static str; 3]>) -> ElasticError {
    let (parameter, value) = ("size", "surprise_me");
    let trace = |at: usize| traces.map(|traces| traces[at]);
    ElasticError::IllegalArgument {
        parameter,
        value,
        stack_trace: trace(1),
        caused_by: Cause {
            r#type: "number_format_exception",
            reason: "For input string: \"surprise_me\"",
            stack_trace: trace(2),
        },
        root_cause: trace(0)
            .map(|stack_trace| vec![ElasticError::Root { parameter, value, stack_trace }]),
    }
}

#[test]
fn an_argument() {
    let golden = include_str!("golden/elasticsearch-illegal-argument.json");
    let answer = documented(Elastic::parse, &surprise(None), 400, JSON, golden);
    let reason = "Failed to parse int parameter [size] with value [surprise_me]";
    assert_eq!(answer.code(), "illegal_argument_exception");
    assert_eq!(answer.message(), Some(reason));
    assert_eq!(answer.members()["caused_by"]["type"], "number_format_exception");
    let [root] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!((root.code(), root.message()), (answer.code(), Some(reason)));
    assert!(root.members().is_empty());
}

#[test]
fn its_stack_traces() {
    let error = surprise(Some([
        "Failed to parse int parameter [size] with value [surprise_me]]; \
         nested: IllegalArgumentException...",
        "java.lang.IllegalArgumentException: \
         Failed to parse int parameter [size] with value [surprise_me]\
         \n    at org.elasticsearch.rest.RestRequest.paramAsInt(RestRequest.java:175)...",
        "java.lang.NumberFormatException: For input string: \"surprise_me\"\
         \n    at java.lang.NumberFormatException.forInputString(NumberFormatException.java:65)...",
    ]));
    let golden = include_str!("golden/elasticsearch-error-trace.json");
    let answer = documented(Elastic::parse, &error, 400, JSON, golden);
    let [root] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!(root.code(), "illegal_argument_exception");
    assert_ne!(root.members()["stack_trace"], answer.members()["stack_trace"]);
}

#[test]
fn a_conflict() {
    let error = ElasticError::VersionConflictEngine {
        kind: "blog",
        id: 1,
        current: 2,
        provided: 1,
        index: "website",
        shard: "3",
    };
    let golden = include_str!("golden/elasticsearch-version-conflict.json");
    let answer = documented(Elastic::parse, &error, 409, JSON, golden);
    assert_eq!(answer.code(), "version_conflict_engine_exception");
    let members = json!({ "index": "website", "shard": "3" });
    assert_eq!(Some(answer.members()), members.as_object());
    assert_eq!(Some(answer.errors()[0].members()), members.as_object());
}
