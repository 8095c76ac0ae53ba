//! `axum`: a real server, a real client.

use crate::support::{Lines, lines, pairs};
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Json};
use axum::routing::get;
use error_runtime::{AnyError, ApiError, Context, envelope};
use http::{Method, StatusCode};
use serde::Serialize;
use std::fmt::Debug;

/// The same framework by another path, as a second major version has one.
mod renamed {
    pub(super) use ::axum as framework;
}

envelope! {
    /// `{success, data, error}`
    #[api(axum)]
    CoDrag = {
        "success": false, "data": null,
        "error": { "code": code, "message": message, "hint"?: hint, "details": details | {} },
    }
    success = { "success": true, "data": data, "error": null }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = CoDrag, axum)]
enum Service {
    #[error("Project with ID '{id}' not found")]
    #[api(status = 404, hint = "Add it first")]
    NotFound {
        #[api(detail)]
        id: String,
    },
    #[error("{0}")]
    #[api(status = 401, header("WWW-Authenticate" = "Basic"), header("WWW-Authenticate" = "Bearer {0}"))]
    Challenge(u8, #[api(header = "Allow")] Vec<Method>, #[api(retry_after)] u8),
    #[error("private")]
    #[api(status = 500)]
    #[api(when(cause if cause.kind() == std::io::ErrorKind::NotFound), status = 410, code = "GONE")]
    Io(#[from] std::io::Error),
    #[error("nothing")]
    #[api(status = 204, any_status)]
    Nothing,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 422, axum = renamed::framework)]
enum Generic<'a, T: Debug + Clone, const N: usize>
where
    T: Serialize,
{
    #[error("{0:?} of {N}")]
    Value(#[api(detail = "value")] T, std::marker::PhantomData<&'a T>),
}

#[derive(Debug, Serialize)]
struct Project {
    name: &'static str,
}

async fn wrapped(Path(id): Path<String>) -> Result<CoDrag<Project>, Service> {
    if id == "p1" { Ok(CoDrag(Project { name: "one" })) } else { Err(Service::NotFound { id }) }
}

async fn plain(Path(id): Path<String>) -> Result<Json<Project>, Service> {
    wrapped(Path(id)).await.map(|CoDrag(project)| Json(project))
}

async fn io() -> Result<(StatusCode, CoDrag<()>), Service> {
    std::fs::read("no/such/file")?;
    Ok((StatusCode::CREATED, CoDrag(())))
}

async fn generic() -> Result<(), Generic<'static, u8, 3>> {
    Err(Generic::Value(7, std::marker::PhantomData))
}

async fn any(Path(id): Path<u8>) -> Result<String, AnyError> {
    match id {
        0 => Err(Service::NotFound { id: "any".to_owned() })?,
        1 => Err(StatusCode::IM_A_TEAPOT)?,
        _ => Ok("fine".to_owned()),
    }
}

fn router() -> Router {
    Router::new()
        .route("/wrapped/{id}", get(wrapped))
        .route("/plain/{id}", get(plain))
        .route("/io", get(io))
        .route("/generic", get(generic))
        .route("/any/{id}", get(any))
        .route(
            "/challenge",
            get(|| async {
                Err::<(), _>(Service::Challenge(1, vec![Method::GET, Method::PUT], 0))
            }),
        )
        .route("/nothing", get(|| async { Service::Nothing }))
}

/// Serves on a free port; the address.
async fn serve() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router()).await });
    format!("http://{address}")
}

/// Headers without those that the server adds.
async fn ask(url: String) -> (u16, Vec<(String, String)>, String) {
    let response = reqwest::get(url).await.unwrap();
    let mut headers = lines(response.headers());
    headers.retain(|(name, _)| name != "date" && name != "content-length");
    (response.status().as_u16(), headers, response.text().await.unwrap())
}

async fn answers(path: &str, status: u16, headers: Lines<'_>, body: &str) {
    let found = ask(serve().await + path).await;
    assert_eq!(found, (status, pairs(headers), body.to_owned()), "{path}");
}

const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
async fn a_success_is_wrapped() {
    answers("/wrapped/p1", 200, &[JSON], r#"{"success":true,"data":{"name":"one"},"error":null}"#)
        .await;
    answers("/plain/p1", 200, &[JSON], r#"{"name":"one"}"#).await;
    answers("/any/2", 200, &[("content-type", "text/plain; charset=utf-8")], "fine").await;
}

#[tokio::test]
async fn an_error_is_answered() {
    let body = r#"{"success":false,"data":null,"error":{"code":"NOT_FOUND","message":"Project with ID 'p2' not found","hint":"Add it first","details":{"id":"p2"}}}"#;
    answers("/wrapped/p2", 404, &[JSON], body).await;
    answers("/plain/p2", 404, &[JSON], body).await;
}

#[tokio::test]
async fn the_question_mark_converts() {
    answers(
        "/io",
        410,
        &[JSON],
        r#"{"success":false,"data":null,"error":{"code":"GONE","message":"private","details":{}}}"#,
    )
    .await;
}

#[tokio::test]
async fn headers_arrive_also_repeated_ones() {
    answers(
        "/challenge",
        401,
        &[
            JSON,
            ("www-authenticate", "Basic"),
            ("www-authenticate", "Bearer 1"),
            ("allow", "GET, PUT"),
            ("retry-after", "1"),
        ],
        r#"{"success":false,"data":null,"error":{"code":"CHALLENGE","message":"1","details":{}}}"#,
    )
    .await;
}

#[tokio::test]
async fn generic_types_and_another_path_work() {
    answers("/generic", 422, &[crate::support::PROBLEM],
        r#"{"type":"about:blank","title":"Unprocessable Entity","status":422,"detail":"7 of 3","code":"VALUE","details":{"value":7}}"#).await;
}

#[tokio::test]
async fn erased_errors_keep_their_envelope() {
    answers("/any/0", 404, &[JSON],
        r#"{"success":false,"data":null,"error":{"code":"NOT_FOUND","message":"Project with ID 'any' not found","hint":"Add it first","details":{"id":"any"}}}"#).await;
    answers(
        "/any/1",
        418,
        &[crate::support::PROBLEM],
        r#"{"type":"about:blank","title":"I'm a teapot","status":418,"detail":"I'm a teapot"}"#,
    )
    .await;
}

#[tokio::test]
async fn no_body_is_no_body() {
    answers("/nothing", 204, &[], "").await;
}

#[test]
fn the_ambient_context_is_asked() {
    let seen = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let hook = std::sync::Arc::clone(&seen);
    let context = Context::new().with_hook(move |rendered| {
        assert_eq!(rendered.status(), 204);
        hook.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    });
    context.scope(|| drop(Service::Nothing.into_response()));
    assert_eq!(seen.load(std::sync::atomic::Ordering::SeqCst), 1);
}
