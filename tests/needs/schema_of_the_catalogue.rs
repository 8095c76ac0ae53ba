//! "Schema and TypeScript of the catalogue": it holds all that an export
//! needs: codes, statuses, names and types, and the envelope's template.

mod typescript;

use self::typescript::typescript;
use crate::back::json;
use error_runtime::{ApiError, Declared, envelope};

envelope! {
    CoDrag = {
        "success": false,
        "error": {
            "code": code,
            "status": status as string,
            "message": message,
            "hint"?: hint,
            "details": details | {},
            "pos"?: member("position"),
            ..members,
        },
        "at": [request_id, null],
    }
    code_case = "kebab-case"
    field_case = "camelCase"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = CoDrag)]
enum IndexError {
    #[error("Project '{project_id}' not found")]
    #[api(status = 404, hint = "Add it first")]
    ProjectNotFound {
        #[api(detail)]
        project_id: String,
        #[api(detail = "tried-at")]
        tried: Option<u64>,
        #[api(member)]
        position: u32,
        #[api(member)]
        all_paths: Vec<String>,
    },
    #[error("m")]
    #[api(status = 500, code = 7)]
    Broken,
    #[error(transparent)]
    #[api(transparent)]
    Auth(#[from] AuthError),
    #[error("logging in failed")]
    #[api(transparent, header("X-Attempts" = "{attempts}"), detail("at" = "login"))]
    Login {
        source: AuthError,
        #[api(member)]
        attempts: u8,
    },
}

#[derive(Debug, thiserror::Error, ApiError)]
enum AuthError {
    #[error("m")]
    #[api(status = 401, header("WWW-Authenticate" = "Bearer"), member("login" = "/login"))]
    #[api(detail("at" = "token"), detail("scopes" = ["read"]))]
    TokenMissing,
}

#[test]
fn an_interface_can_be_written_of_each_row() {
    let catalogue = IndexError::catalogue();
    let lines: Vec<String> = catalogue.iter().map(typescript).collect();
    assert_eq!(
        lines,
        [
            "/** 404 */ interface ProjectNotFound { success: false; error: { code: \"project-not-found\"; status: \"404\"; message: string; hint?: string; details: { projectId: String; tried-at: Option<u64>; }; pos?: u32; allPaths: Vec<String>; }; at: [string | null, null]; }",
            "/** 500 */ interface Broken { success: false; error: { code: 7; status: \"500\"; message: string; hint?: string; details: { }; pos?: never; }; at: [string | null, null]; }",
            "/** 401 */ interface TokenMissing { success: false; error: { code: \"token-missing\"; status: \"401\"; message: string; hint?: string; details: { at: unknown; scopes: unknown; }; pos?: never; login: unknown; }; at: [string | null, null]; }",
            // Once more, with what the variant around it adds.
            "/** 401 */ interface TokenMissing { success: false; error: { code: \"token-missing\"; status: \"401\"; message: string; hint?: string; details: { at: unknown; scopes: unknown; }; pos?: never; attempts: u8; login: unknown; }; at: [string | null, null]; }",
        ]
    );
    let headers: Vec<Vec<_>> =
        catalogue.iter().map(|entry| entry.headers().map(|header| header.name).collect()).collect();
    let none: Vec<&str> = Vec::new();
    let login = vec!["x-attempts", "www-authenticate"];
    assert_eq!(headers, [none.clone(), none, vec!["www-authenticate"], login]);
    assert!(!catalogue.is_open());
}

/// What is exported is what is answered.
#[test]
fn the_wire_agrees() {
    let error = IndexError::ProjectNotFound {
        project_id: "p1".to_owned(),
        tried: Some(5),
        position: 2,
        all_paths: vec!["/a".to_owned()],
    };
    let answer = json(
        CoDrag::parse,
        &error,
        404,
        &[],
        r#"{"success":false,"error":{"code":"project-not-found","status":"404","message":"Project 'p1' not found","hint":"Add it first","details":{"projectId":"p1","tried-at":5},"pos":2,"allPaths":["/a"]},"at":[null,null]}"#,
    );
    assert_eq!(answer.details()["projectId"], "p1");
    assert_eq!(answer.members()["position"], 2);
    let answer = json(
        CoDrag::parse,
        &IndexError::from(AuthError::TokenMissing),
        401,
        &[("www-authenticate", "Bearer")],
        r#"{"success":false,"error":{"code":"token-missing","status":"401","message":"m","details":{"at":"token","scopes":["read"]},"login":"/login"},"at":[null,null]}"#,
    );
    assert_eq!(answer.code(), "token-missing");
    assert_eq!(answer.members()["login"], "/login");
    let answer = json(
        CoDrag::parse,
        &IndexError::Login { source: AuthError::TokenMissing, attempts: 3 },
        401,
        &[("x-attempts", "3"), ("www-authenticate", "Bearer")],
        r#"{"success":false,"error":{"code":"token-missing","status":"401","message":"m","details":{"at":"login","scopes":["read"]},"attempts":3,"login":"/login"},"at":[null,null]}"#,
    );
    assert_eq!(answer.details()["at"], "login");
    assert_eq!(answer.members()["attempts"], 3);
    let answer = json(
        CoDrag::parse,
        &IndexError::Broken,
        500,
        &[],
        r#"{"success":false,"error":{"code":7,"status":"500","message":"Internal Server Error","details":{}},"at":[null,null]}"#,
    );
    assert_eq!(answer.code(), 7);
}
