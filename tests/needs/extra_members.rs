//! "Extra members beside code and message, renamed or from a template or an
//! expression."

use crate::back::json;
use error_runtime::{ApiError, Declared, envelope};
use serde_json::json as value;

envelope! {
    Build = { "code": code, "message": message, ..members }
    field_case = "camelCase"
}

#[derive(Debug, serde::Serialize)]
struct Position {
    line: u32,
    column: u32,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Build)]
enum BuildError {
    #[error("{tests_failed} tests failed")]
    #[api(status = 422, member(
        "accepted" = false,
        "summary" = "{tests_failed} of {tests_run} in {module:?}",
        "ratio" = f64::from(*.tests_failed) / f64::from(*.tests_run),
        "report" = { "name": .module.to_lowercase(), "format": "junit", "url": "/reports/{module}" },
    ))]
    TestsFailed {
        #[api(member)]
        tests_run: u32,
        #[api(member = "failed")]
        tests_failed: u32,
        module: String,
    },
    #[error("The source does not compile")]
    #[api(status = 400, member("nextQuestion" = "Which file should I open?", "done" = null))]
    Compile {
        #[api(member = "at")]
        position: Position,
        #[api(member)]
        help_text: Option<String>,
    },
    #[error("The build is queued")]
    #[api(status = 409)]
    Queued(#[api(member = "place")] usize, #[api(member = "ahead_of-us")] Vec<&'static str>),
}

#[test]
fn from_a_template_or_an_expression() {
    let error =
        BuildError::TestsFailed { tests_run: 8, tests_failed: 2, module: "Core".to_owned() };
    let answer = json(
        Build::parse,
        &error,
        422,
        &[],
        r#"{"code":"TESTS_FAILED","message":"2 tests failed","testsRun":8,"failed":2,"accepted":false,"summary":"2 of 8 in \"Core\"","ratio":0.25,"report":{"name":"core","format":"junit","url":"/reports/Core"}}"#,
    );
    assert_eq!(answer.code(), "TESTS_FAILED");
    let members = answer.members();
    assert_eq!(members.len(), 6);
    assert_eq!(members["summary"], "2 of 8 in \"Core\"");
    assert_eq!(members["report"]["url"], "/reports/Core");
}

#[test]
fn renamed_nested_constant_and_optional() {
    let error = BuildError::Compile { position: Position { line: 3, column: 14 }, help_text: None };
    let answer = json(
        Build::parse,
        &error,
        400,
        &[],
        r#"{"code":"COMPILE","message":"The source does not compile","at":{"line":3,"column":14},"nextQuestion":"Which file should I open?","done":null}"#,
    );
    assert_eq!(answer.members()["at"], value!({"line": 3, "column": 14}));
    assert_eq!(answer.members()["done"], value!(null));
    let error = BuildError::Compile {
        position: Position { line: 3, column: 14 },
        help_text: Some("Add a `;`".to_owned()),
    };
    let answer = json(
        Build::parse,
        &error,
        400,
        &[],
        r#"{"code":"COMPILE","message":"The source does not compile","at":{"line":3,"column":14},"helpText":"Add a `;`","nextQuestion":"Which file should I open?","done":null}"#,
    );
    assert_eq!(answer.members()["helpText"], "Add a `;`");
}

#[test]
fn of_a_tuple() {
    let answer = json(
        Build::parse,
        &BuildError::Queued(2, vec!["b-1", "b-2"]),
        409,
        &[],
        r#"{"code":"QUEUED","message":"The build is queued","place":2,"ahead_of-us":["b-1","b-2"]}"#,
    );
    assert_eq!(answer.members()["ahead_of-us"], value!(["b-1", "b-2"]));
}

#[test]
fn the_catalogue_names_them() {
    let catalogue = BuildError::catalogue();
    let names = |row: usize| {
        let spec = catalogue.iter().nth(row).unwrap().spec();
        spec.members.iter().map(|member| member.name).collect::<Vec<_>>()
    };
    assert_eq!(names(0), ["tests_run", "failed", "accepted", "summary", "ratio", "report"]);
    assert_eq!(names(2), ["place", "ahead_of-us"]);
}
