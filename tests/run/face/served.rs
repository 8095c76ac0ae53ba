//! Two faces of one error, served by two routers of one server.

use super::Legacy;
use crate::support::{Lines, lines, pairs};
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use error_runtime::{ApiError, Context, Faced, envelope};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

envelope! {
    /// `{success, data, error}`
    #[api(axum)]
    Current = {
        "success": false,
        "error": { "code": code, "message": message, "details": details | {} },
    }
    success = { "success": true, "data": data }
}

/// A framework's trait, and the macro that implements it.
trait Respond {
    fn respond(&self) -> (u16, String);
}

macro_rules! respond {
    (error [$($generics:tt)*] [$ty:ty] [$($clause:tt)*]) => {
        impl<$($generics)*> Respond for $ty $($clause)* {
            fn respond(&self) -> (u16, String) {
                (self.status().as_u16(), self.in_envelope().to_string())
            }
        }
    };
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Current, axum)]
#[api(face(Legacy, envelope = Legacy, code_case = "camelCase", adapter = respond))]
enum Projects {
    #[error("No project '{id}'")]
    #[api(status = 404, face(Legacy, status = 200, any_status, header("x-legacy-status" = "404")))]
    NoProject {
        #[api(detail, face(Legacy, member = "project"))]
        id: String,
    },
    #[error("The store is down")]
    #[api(status = 503, retry_after = 5, face(Legacy, code = 17, message = "try later"))]
    StoreDown,
}

fn find(id: &str) -> Result<&'static str, Projects> {
    match id {
        "p1" => Ok("one"),
        "down" => Err(Projects::StoreDown),
        _ => Err(Projects::NoProject { id: id.to_owned() }),
    }
}

async fn show(Path(id): Path<String>) -> Result<Current<&'static str>, Projects> {
    Ok(Current(find(&id)?))
}

async fn show_v1(Path(id): Path<String>) -> Result<&'static str, Faced<Legacy, Projects>> {
    Ok(find(&id)?)
}

async fn serve() -> String {
    let current = Router::new().route("/projects/{id}", get(show));
    let legacy = Router::new().route("/projects/{id}", get(show_v1));
    let router = Router::new().nest("/v2", current).nest("/v1", legacy);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

async fn answers(url: &str, status: u16, headers: Lines<'_>, body: &str) {
    let response = reqwest::get(url).await.unwrap();
    let found_status = response.status().as_u16();
    let mut found = lines(response.headers());
    // What the server adds.
    found.retain(|(name, _)| name != "date" && name != "content-length");
    assert_eq!((found_status, found), (status, pairs(headers)), "{url}");
    assert_eq!(response.text().await.unwrap(), body, "{url}");
}

const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
async fn one_server_shows_both_faces() {
    let server = serve().await;
    // Each twice: the constant answers are kept, apart for each face.
    for _ in 0..2 {
        answers(&format!("{server}/v2/projects/p2"), 404, &[JSON],
            r#"{"success":false,"error":{"code":"NO_PROJECT","message":"No project 'p2'","details":{"id":"p2"}}}"#).await;
        answers(&format!("{server}/v1/projects/p2"), 200, &[JSON, ("x-legacy-status", "404")],
            r#"{"result":null,"errcode":"noProject","msg":"No project 'p2'","hint":null,"project":"p2"}"#).await;
        answers(&format!("{server}/v2/projects/down"), 503, &[JSON, ("retry-after", "5")],
            r#"{"success":false,"error":{"code":"STORE_DOWN","message":"Service Unavailable","details":{}}}"#).await;
        answers(
            &format!("{server}/v1/projects/down"),
            503,
            &[JSON, ("retry-after", "5")],
            r#"{"result":null,"errcode":17,"msg":"try later","hint":null}"#,
        )
        .await;
    }
    let text = [("content-type", "text/plain; charset=utf-8")];
    answers(&format!("{server}/v1/projects/p1"), 200, &text, "one").await;
    answers(&format!("{server}/v2/projects/p1"), 200, &[JSON], r#"{"success":true,"data":"one"}"#)
        .await;
}

#[test]
fn an_adapter_is_called_with_the_face() {
    let error = Projects::StoreDown.into_face::<Legacy>();
    let body = r#"{"result":null,"errcode":17,"msg":"try later","hint":null}"#;
    assert_eq!(error.respond(), (503, body.to_owned()));
}

#[test]
fn the_hook_sees_the_face() {
    let seen = Arc::new(AtomicU16::new(0));
    let hook = Arc::clone(&seen);
    let context = Context::new().with_hook(move |rendered| {
        hook.store(rendered.status().as_u16(), Ordering::SeqCst);
        assert_eq!(rendered.error().message(), "No project 'x'");
    });
    let error = Projects::NoProject { id: "x".to_owned() };
    error.face::<Legacy>().response_with(&context);
    assert_eq!(seen.load(Ordering::SeqCst), 200);
    error.response_with(&context);
    assert_eq!(seen.load(Ordering::SeqCst), 404);
}
