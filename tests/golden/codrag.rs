//! `CoDRAG`, a code-search daemon: its three example bodies and all of its codes.

use crate::body;
use error_runtime::{ApiError, Declared, envelope};
use serde_json::Value;

envelope! {
    /// `{success, data, error}`
    CoDrag = {
        "success": false,
        "data": null,
        "error": { "code": code, "message": message, "hint"?: hint, "details": details | {} },
    }
    success = { "success": true, "data": data, "error": null }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = CoDrag, strict, retry = "never")]
enum CoDragError {
    #[error("The request is not valid")]
    #[api(status = 400, hint = "Check request body format", category = "Validation")]
    ValidationError,
    #[error("The path '{0}' leaves the repository")]
    #[api(
        status = 400,
        hint = "Provide a repo-root-relative path without '..' segments",
        category = "Validation"
    )]
    InvalidPath(String),
    #[error("Project with ID '{0}' not found")]
    #[api(
        status = 404,
        hint = "Add the project first or select an existing project",
        category = "Not Found"
    )]
    ProjectNotFound(String),
    #[error("File '{0}' not found")]
    #[api(status = 404, hint = "Check the file path", category = "Not Found")]
    FileNotFound(String),
    #[error("Node '{0}' not found")]
    #[api(
        status = 404,
        hint = "Verify the node ID exists in the trace index",
        category = "Not Found"
    )]
    NodeNotFound(String),
    #[error("A project at '{0}' already exists")]
    #[api(
        status = 409,
        hint = "Use a different path or remove existing project",
        category = "Conflict"
    )]
    ProjectAlreadyExists(String),
    #[error("A build is already running")]
    #[api(
        status = 409,
        hint = "Wait for current build to complete",
        category = "Conflict",
        retry = "poll"
    )]
    BuildAlreadyRunning,
    #[error("A trace build is already running")]
    #[api(
        status = 409,
        hint = "Wait for current trace build to complete",
        category = "Conflict",
        retry = "poll"
    )]
    TraceBuildAlreadyRunning,
    #[error("Index has not been built yet")]
    #[api(status = 409, hint = "Run a build first", category = "Conflict")]
    IndexNotBuilt,
    #[error("Tracing is disabled for this project")]
    #[api(status = 409, hint = "Enable trace in project settings", category = "Conflict")]
    TraceDisabled,
    #[error("File '{0}' is not included")]
    #[api(status = 403, hint = "Update include_globs to allow this file", category = "Permission")]
    FileNotIncluded(String),
    #[error("File '{0}' is excluded")]
    #[api(status = 403, hint = "Update exclude_globs to allow this file", category = "Permission")]
    FileExcluded(String),
    #[error("The file has {0} bytes")]
    #[api(status = 413, hint = "Increase max_file_bytes in project settings", category = "Payload")]
    FileTooLarge(u64),
    #[error("The file could not be read")]
    #[api(
        status = 500,
        hint = "Check file permissions",
        category = "Server",
        retry = "now",
        expose
    )]
    FileReadFailed(#[source] std::io::Error),
    #[error("The build failed")]
    #[api(
        status = 500,
        hint = "Check server logs for details",
        category = "Server",
        retry = "now",
        expose
    )]
    BuildFailed,
    #[error("Something unexpected happened")]
    #[api(status = 500, hint = "Report to maintainers", category = "Server", retry = "now", expose)]
    InternalError,
    #[error("The path '{0}' no longer exists")]
    #[api(status = 400, hint = "Update project path or remove project", category = "Project Path")]
    ProjectPathMissing(String),
}

/// The example of how an error is added.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("Clear description of what went wrong")]
#[api(
    envelope = CoDrag, strict, status = 409, retry = "never", hint = "What the user can do to fix it"
)]
struct MyNewError {
    #[api(detail)]
    key: &'static str,
}

fn all() -> Vec<CoDragError> {
    vec![
        CoDragError::ValidationError,
        CoDragError::InvalidPath("x".to_owned()),
        CoDragError::ProjectNotFound("x".to_owned()),
        CoDragError::FileNotFound("x".to_owned()),
        CoDragError::NodeNotFound("x".to_owned()),
        CoDragError::ProjectAlreadyExists("x".to_owned()),
        CoDragError::BuildAlreadyRunning,
        CoDragError::TraceBuildAlreadyRunning,
        CoDragError::IndexNotBuilt,
        CoDragError::TraceDisabled,
        CoDragError::FileNotIncluded("x".to_owned()),
        CoDragError::FileExcluded("x".to_owned()),
        CoDragError::FileTooLarge(3),
        CoDragError::FileReadFailed(std::io::Error::other("x")),
        CoDragError::BuildFailed,
        CoDragError::InternalError,
        CoDragError::ProjectPathMissing("x".to_owned()),
    ]
}

fn system() -> Value {
    serde_json::from_str(include_str!("../systems/codrag.json")).unwrap()
}

/// The system's own text of an example's body, without its layout.
fn example(code: &str) -> (u64, String) {
    let text = crate::compact(include_str!("../systems/codrag.json"));
    let head = format!(r#"{{"code":"{code}","status":"#);
    let (_, rest) = text.rsplit_once(&head).expect("the example");
    let (status, rest) = rest.split_once(r#","body":"#).unwrap();
    let end = rest.find("}}}}").map(|at| at + 3).or_else(|| rest.find("{}}}").map(|at| at + 4));
    (status.parse().unwrap(), rest[..end.unwrap()].to_owned())
}

#[track_caller]
fn answers(error: &dyn ApiError, code: &str) {
    let (status, expected) = example(code);
    let response = error.response();
    assert_eq!(u64::from(response.status().as_u16()), status);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(body(&response), expected);
    assert_eq!(serde_json::to_string(&error.in_envelope()).unwrap(), expected);
}

#[test]
fn the_three_examples_are_the_same_bytes() {
    answers(&MyNewError { key: "value" }, "MY_NEW_ERROR");
    answers(&CoDragError::IndexNotBuilt, "INDEX_NOT_BUILT");
    answers(&CoDragError::ProjectNotFound("abc123".to_owned()), "PROJECT_NOT_FOUND");
}

#[test]
fn every_code_has_its_status_hint_and_category() {
    let system = system();
    let listed = system["errors"].as_array().unwrap();
    assert_eq!((listed.len(), all().len()), (17, 17));
    for (error, listed) in all().iter().zip(listed) {
        let code = listed["code"].as_str().unwrap();
        assert_eq!(error.code(), code);
        assert_eq!(u64::from(error.status().as_u16()), listed["status"], "{code}");
        assert_eq!(error.hint().as_deref(), listed["hint"].as_str(), "{code}");
        assert_eq!(error.category(), listed["category"].as_str(), "{code}");
        let json: Value = serde_json::from_slice(error.response().body()).unwrap();
        assert_eq!(json["error"]["code"], code);
        assert_eq!(json["error"]["hint"], listed["hint"]);
        assert!(json["error"]["details"].is_object(), "{json}");
        assert_eq!((&json["success"], &json["data"]), (&Value::Bool(false), &Value::Null));
    }
}

#[test]
fn the_catalogue_lists_them_in_order() {
    let system = system();
    let listed: Vec<_> =
        system["errors"].as_array().unwrap().iter().map(|e| e["code"].as_str().unwrap()).collect();
    assert_eq!(CoDragError::catalogue().codes(), listed);
    let hints: Vec<_> = CoDragError::SPECS.iter().map(|spec| spec.hint.unwrap()).collect();
    let expected: Vec<_> =
        system["errors"].as_array().unwrap().iter().map(|e| e["hint"].as_str().unwrap()).collect();
    assert_eq!(hints, expected);
}

#[test]
fn a_success_is_wrapped() {
    let mut expected = system()["success_body"].clone();
    expected["data"] = serde_json::json!([1]);
    assert_eq!(serde_json::to_value(CoDrag([1])).unwrap(), expected);
}
