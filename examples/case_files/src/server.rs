//! The service. No handler says anything about how an error is answered.

use crate::{
    agent,
    config::Config,
    db::Case,
    error::{CaseError, Fallback},
    limits::Limits,
    model::{self, Agent},
    store::Store,
    user::User,
    valid::Valid,
};
use error_runtime::{Context, ErrorLayer};
use poem::{
    Endpoint, EndpointExt, IntoResponse, Route, RouteMethod,
    error::MethodNotAllowedError,
    get, handler,
    http::{StatusCode, header::ALLOW},
    middleware::SizeLimit,
    post,
    web::{Data, Json, Path},
};
use serde::{Deserialize, Serialize};
use std::{sync::Arc, time::Duration};
use validator::Validate;

/// The longest body.
const LONGEST: usize = 16 * 1024;

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
struct NewCase {
    #[validate(length(min = 1, message = "field required"))]
    title: String,
}

#[derive(Debug, Deserialize, Validate)]
struct NewRun {
    agent: Agent,
}

#[derive(Debug, Serialize)]
struct Run {
    agent: Agent,
    attempts: u32,
    text: String,
}

/// How long one attempt of an agent may take.
#[derive(Clone, Copy, Debug)]
struct AgentTimeout(Duration);

pub fn app(config: &Config, store: Store) -> impl Endpoint + use<> {
    let context = Context::new().with_development(config.include_traceback);
    Route::new()
        .at("/cases", at("POST", post(create_case.with(SizeLimit::new(LONGEST)))))
        .at("/cases/:id", at("GET, HEAD", get(show_case)))
        .at("/cases/:id/runs", at("POST", post(run_agent.with(SizeLimit::new(LONGEST)))))
        .at("/sessions/:id", at("GET, HEAD", get(show_session)))
        .at("/documents/:id", at("GET, HEAD", get(show_document)))
        .at("/debug/panic", at("GET, HEAD", get(panic)))
        .data(Arc::new(store))
        .data(Arc::new(Limits::new(config.rate_limiting)))
        .data(AgentTimeout(config.agent_timeout))
        .with(ErrorLayer::<Fallback>::new().with_context(context))
}

/// What there is at one address: poem's own 405 does not tell the methods.
fn at(allow: &'static str, methods: RouteMethod) -> impl Endpoint {
    methods.catch_error(move |_: MethodNotAllowedError| async move {
        StatusCode::METHOD_NOT_ALLOWED.with_header(ALLOW, allow)
    })
}

#[handler]
fn create_case(
    User(user): User,
    Data(limits): Data<&Arc<Limits>>,
    Data(store): Data<&Arc<Store>>,
    Valid(new): Valid<NewCase>,
) -> Result<impl IntoResponse + use<>, CaseError> {
    limits.admit(&user)?;
    Ok(Json(store.create(&user, &new.title)).with_status(StatusCode::CREATED))
}

#[handler]
fn show_case(
    User(user): User,
    Data(store): Data<&Arc<Store>>,
    Path(id): Path<String>,
) -> Result<Json<Case>, CaseError> {
    Ok(Json(store.case(&user, &id)?))
}

#[handler]
async fn run_agent(
    User(user): User,
    Data(store): Data<&Arc<Store>>,
    Data(timeout): Data<&AgentTimeout>,
    Path(id): Path<String>,
    Valid(NewRun { agent }): Valid<NewRun>,
) -> Result<Json<Run>, CaseError> {
    let case = store.case(&user, &id)?;
    let mut attempts = 0;
    let text = agent::run(timeout.0, || {
        attempts += 1;
        model::ask(agent, attempts, case.title.clone())
    })
    .await?;
    Ok(Json(Run { agent, attempts, text }))
}

#[handler]
fn show_session(
    User(user): User,
    Data(store): Data<&Arc<Store>>,
    Path(id): Path<String>,
) -> Result<Json<Case>, CaseError> {
    Ok(Json(store.session(&user, &id)?))
}

#[handler]
async fn show_document(
    User(user): User,
    Data(store): Data<&Arc<Store>>,
    Path(id): Path<String>,
) -> Result<String, CaseError> {
    store.document(&user, &id).await
}

/// A mistake that no code has foreseen.
#[handler]
fn panic() {
    panic!("witness Doe, 4 Elm Street");
}
