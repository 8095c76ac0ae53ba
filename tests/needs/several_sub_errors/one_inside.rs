//! One nested error that is no list, such as a `caused_by`: a member, in the
//! inner type's own envelope.

use crate::back::json;
use error_runtime::{ApiError, envelope};
use http::HeaderMap;

envelope! {
    Search = {
        "error": { "type": code, "reason": message, "caused_by"?: member("caused_by") },
        "status": status,
    }
    code_case = "snake_case"

    /// The same one level down, and further.
    Cause = { "type": code, "reason": message, ..members, "caused_by"?: member("caused_by") }
    code_case = "snake_case"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Search, code_suffix = "_exception")]
enum SearchError {
    #[error("all shards failed")]
    #[api(status = 503, message = "all shards failed")]
    #[api(member("caused_by" = .cause.as_ref().map(ShardError::in_envelope)))]
    SearchPhaseExecution { cause: Option<ShardError> },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Cause, code_suffix = "_exception")]
enum ShardError {
    #[error("failed to create query")]
    #[api(status = 400, member("caused_by" = .source.in_envelope()))]
    QueryShard {
        #[api(member)]
        index: &'static str,
        // What its envelope shows may leave, and no more.
        #[api(public)]
        source: Box<ShardError>,
    },
    #[error("Cannot search on field [{0}] since it is not indexed.")]
    #[api(status = 400)]
    IllegalArgument(&'static str),
    #[error("disk 7 is broken")]
    #[api(status = 500)]
    Io,
}

fn query(source: ShardError) -> SearchError {
    let cause = ShardError::QueryShard { index: "films", source: Box::new(source) };
    SearchError::SearchPhaseExecution { cause: Some(cause) }
}

#[test]
fn each_in_the_one_before() {
    let answer = json(
        Search::parse,
        &query(ShardError::IllegalArgument("cookie")),
        503,
        &[],
        r#"{"error":{"type":"search_phase_execution_exception","reason":"all shards failed","caused_by":{"type":"query_shard_exception","reason":"failed to create query","index":"films","caused_by":{"type":"illegal_argument_exception","reason":"Cannot search on field [cookie] since it is not indexed."}}},"status":503}"#,
    );
    // Each is read back by its own envelope.
    let cause = |answer: &error_runtime::Answer| {
        let inside = answer.members()["caused_by"].to_string();
        Cause::parse(answer.status(), &HeaderMap::new(), inside.as_bytes())
    };
    let shard = cause(&answer);
    assert_eq!(shard.code(), "query_shard_exception");
    assert_eq!(shard.members()["index"], "films");
    let field = cause(&shard);
    assert_eq!(field.code(), "illegal_argument_exception");
    assert!(!field.members().contains_key("caused_by"));
}

#[test]
fn what_is_private_stays_so_and_none_is_left_out() {
    let body = r#"{"error":{"type":"search_phase_execution_exception","reason":"all shards failed","caused_by":{"type":"query_shard_exception","reason":"failed to create query","index":"films","caused_by":{"type":"io_exception","reason":"Internal Server Error"}}},"status":503}"#;
    json(Search::parse, &query(ShardError::Io), 503, &[], body);
    let body = r#"{"error":{"type":"search_phase_execution_exception","reason":"all shards failed"},"status":503}"#;
    let answer =
        json(Search::parse, &SearchError::SearchPhaseExecution { cause: None }, 503, &[], body);
    assert!(answer.members().is_empty());
}
