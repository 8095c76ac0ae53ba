//! What a test needs, and no client has.

use crate::error::{CreateError, ValidationError};
use crate::gate::Gate;
use actix_web::HttpResponse;
use actix_web::web::{Data, Query, ServiceConfig, get, resource};
use serde::Deserialize;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(resource("/debug/panic").route(get().to(panic)))
        .service(resource("/debug/validation").route(get().to(validation)))
        .service(resource("/debug/draining").put(drain).delete(undrain));
}

async fn panic() -> HttpResponse {
    panic!("the log says why");
}

#[derive(Deserialize)]
struct Finding {
    message: String,
    field: String,
    details: String,
}

/// A field that no rule of ours finds wrong.
async fn validation(finding: Query<Finding>) -> Result<HttpResponse, CreateError> {
    let Finding { message, field, details } = finding.into_inner();
    Err(ValidationError::Field { message, field, details }.into())
}

async fn drain(gate: Data<Gate>, reason: String) -> HttpResponse {
    gate.drain(Some(reason));
    HttpResponse::NoContent().finish()
}

async fn undrain(gate: Data<Gate>) -> HttpResponse {
    gate.drain(None);
    HttpResponse::NoContent().finish()
}
