//! The service. No handler says anything about how an error is answered, and
//! none can answer an error that its endpoint does not have.

use crate::error::{
    AddArtifactError, CancelError, CreateError, Fallback, MessageError, OwnerError, PublishError,
    ReadArtifactError, RunError, ShowError, StartError,
};
use crate::gate::{self, Gate};
use crate::runner::{self, Run};
use crate::services::Services;
use crate::session::Session;
use crate::{access, body, debug};
use actix_web::http::StatusCode;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Bytes, Data, Json, PayloadConfig, ServiceConfig, get, post, resource};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer};
use error_runtime::ErrorLayer;
use serde::{Deserialize, Serialize};
use std::{io, net::TcpListener};

/// Prompts are long.
const LONGEST_BODY: usize = 1 << 20;

pub async fn serve(listener: TcpListener) -> io::Result<()> {
    let (services, gate) = (Data::new(Services::open()?), Data::new(Gate::default()));
    let app = move || {
        App::new()
            .app_data(services.clone())
            .app_data(gate.clone())
            .app_data(PayloadConfig::new(LONGEST_BODY))
            // The same without the layer: no answer has an id there.
            .service(web::scope("/debug/plain").configure(api))
            .service(
                web::scope("")
                    .configure(debug::routes)
                    .configure(api)
                    .wrap(ErrorLayer::<Fallback>::new()),
            )
    };
    HttpServer::new(app).workers(2).disable_signals().listen(listener)?.run().await
}

fn api(config: &mut ServiceConfig) {
    let routes = web::scope("")
        .service(resource("/sessions").route(post().to(create)))
        .service(resource("/sessions/{id}").route(get().to(show)))
        .service(resource("/sessions/{id}/start").route(post().to(start)))
        .service(resource("/sessions/{id}/cancel").route(post().to(cancel)))
        .service(resource("/sessions/{id}/messages").route(post().to(message)))
        .service(resource("/sessions/{id}/run").route(post().to(run)))
        .service(
            resource("/sessions/{id}/artifacts/{name}")
                .route(get().to(read_artifact))
                .route(post().to(add_artifact)),
        )
        .service(resource("/sessions/{id}/artifacts/{name}/publish").route(post().to(publish)));
    config.service(routes.wrap(from_fn(gate::pass)));
}

type Shared = Data<Services>;
type Id = web::Path<String>;
type Artifact = web::Path<(String, String)>;

async fn create(
    services: Shared,
    request: HttpRequest,
    body: Bytes,
) -> Result<(Json<Session>, StatusCode), CreateError> {
    let owner = access::owner(request.headers())?;
    let session = services.store.create(owner, body::read(&body)?)?;
    Ok((Json(session), StatusCode::CREATED))
}

async fn show(services: Shared, request: HttpRequest, id: Id) -> Result<Json<Session>, ShowError> {
    access::owner(request.headers())?;
    Ok(Json(services.store.session(&id)?))
}

async fn start(
    services: Shared,
    request: HttpRequest,
    id: Id,
) -> Result<(Json<Session>, StatusCode), StartError> {
    access::owner(request.headers())?;
    let session = services.store.session(&id)?;
    services.llm.find(session.provider).await?;
    Ok((Json(services.store.start(&id)?), StatusCode::ACCEPTED))
}

async fn cancel(
    services: Shared,
    request: HttpRequest,
    id: Id,
) -> Result<Json<Session>, CancelError> {
    access::owner(request.headers())?;
    Ok(Json(services.store.cancel(&id)?))
}

#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct Message {
    prompt: String,
}

#[derive(Serialize)]
struct Reply {
    reply: String,
}

async fn message(
    services: Shared,
    request: HttpRequest,
    id: Id,
    body: Bytes,
) -> Result<Json<Reply>, MessageError> {
    let session = owned(&services, &request, &id)?;
    let Message { prompt } = body::read(&body)?;
    let reply = services.llm.ask(session.provider, prompt).await?;
    Ok(Json(Reply { reply }))
}

async fn run(services: Shared, request: HttpRequest, id: Id) -> Result<Json<Run>, RunError> {
    Ok(Json(runner::run(&owned(&services, &request, &id)?)?))
}

async fn add_artifact(
    services: Shared,
    request: HttpRequest,
    artifact: Artifact,
    body: Bytes,
) -> Result<HttpResponse, AddArtifactError> {
    let (id, name) = artifact.into_inner();
    owned(&services, &request, &id)?;
    services.artifacts.add(&id, &name, &body)?;
    Ok(HttpResponse::Created().finish())
}

async fn read_artifact(
    services: Shared,
    request: HttpRequest,
    artifact: Artifact,
) -> Result<Vec<u8>, ReadArtifactError> {
    let (id, name) = artifact.into_inner();
    owned(&services, &request, &id)?;
    Ok(services.artifacts.read(&id, &name)?)
}

async fn publish(
    services: Shared,
    request: HttpRequest,
    artifact: Artifact,
) -> Result<HttpResponse, PublishError> {
    let (id, name) = artifact.into_inner();
    owned(&services, &request, &id)?;
    services.registry.publish(services.artifacts.read(&id, &name)?).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn owned(services: &Services, request: &HttpRequest, id: &str) -> Result<Session, OwnerError> {
    let owner = access::owner(request.headers())?;
    services.store.session(id)?.of(owner)
}
