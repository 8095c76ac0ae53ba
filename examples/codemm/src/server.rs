//! The service. No handler says anything about how an error is answered.

use crate::activity::Trace;
use crate::draft::Problem;
use crate::error::{Fallback, GenerationError, MessageError, Progress, SessionError};
use crate::session::{Language, Phase, Reply, Spec, View};
use crate::store::Store;
use crate::{access, debug, generation};
use error_runtime::{ErrorLayer, EventStream, StreamError};
use salvo::extract::JsonBody;
use salvo::prelude::*;
use salvo::sse;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub fn service(store: Arc<Store>) -> Service {
    let at = Router::with_path;
    let routes = Router::with_hoop(affix_state::inject(store))
        .push(at("sessions").post(open))
        .push(
            at("sessions/{id}")
                .get(show)
                .push(at("messages").post(say))
                .push(at("generate").post(generate)),
        )
        .push(
            at("activities/{id}")
                .push(at("events").get(follow))
                .push(at("problems").get(problems))
                .push(at("audit").get(audit)),
        )
        .push(debug::routes());
    Service::new(routes).hoop(ErrorLayer::<Fallback>::new())
}

#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct Wish {
    language: Option<String>,
    #[serde(default = "three")]
    problem_count: u8,
}

fn three() -> u8 {
    3
}

#[handler]
async fn open(
    wish: JsonBody<Wish>,
    request: &mut Request,
    depot: &mut Depot,
    response: &mut Response,
) -> Result<Json<View>, SessionError> {
    let owner = access::caller(request)?;
    let language = wish.language.as_deref().map(Language::named).transpose()?;
    let spec = Spec { language, problem_count: wish.problem_count };
    let session = access::store(depot).open_session(owner, spec);
    response.status_code(StatusCode::CREATED);
    Ok(Json(session.view()))
}

#[handler]
async fn show(request: &mut Request, depot: &mut Depot) -> Result<Json<View>, SessionError> {
    Ok(Json(access::session(request, depot)?.view()))
}

#[derive(Deserialize)]
struct Said {
    message: String,
}

#[handler]
async fn say(request: &mut Request, depot: &mut Depot) -> Result<Json<Reply>, MessageError> {
    let session = access::session(request, depot)?;
    let said: Said = request.parse_json().await?;
    Ok(Json(session.hear(&said.message).await?))
}

#[derive(Serialize)]
struct Started {
    activity: String,
}

#[handler]
async fn generate(
    request: &mut Request,
    depot: &mut Depot,
    response: &mut Response,
) -> Result<Json<Started>, SessionError> {
    let session = access::session(request, depot)?;
    session.enter(Phase::Generating)?;
    let (id, activity) = access::store(depot).open_activity(session);
    tokio::spawn(async move { generation::run(&activity).await });
    response.status_code(StatusCode::ACCEPTED);
    Ok(Json(Started { activity: id }))
}

/// From where the client has lost it. Whoever reads streams with an SDK's
/// parser asks for `?format=sdk`, and gets the event that those throw on.
#[handler]
async fn follow(
    request: &mut Request,
    depot: &mut Depot,
    response: &mut Response,
) -> Result<(), SessionError> {
    let activity = access::activity(request, depot)?;
    let seen = request.header("last-event-id").unwrap_or_default();
    if activity.is_told(seen) {
        // By this, a browser's `EventSource` stops coming back.
        response.status_code(StatusCode::NO_CONTENT);
        return Ok(());
    }
    let stream = EventStream::new(activity.events(seen));
    match request.query("format") {
        Some("sdk") => sse::stream(response, stream.shaped::<StreamError>()),
        _ => sse::stream(response, stream.shaped::<Progress>()),
    }
    Ok(())
}

/// Waits for the end.
#[handler]
async fn problems(
    request: &mut Request,
    depot: &mut Depot,
) -> Result<Json<Vec<Problem>>, GenerationError> {
    Ok(Json(access::activity(request, depot)?.problems().await?))
}

#[handler]
async fn audit(request: &mut Request, depot: &mut Depot) -> Result<Json<Vec<Trace>>, SessionError> {
    Ok(Json(access::activity(request, depot)?.trail()))
}
