//! What a test needs, and no client has.

use crate::access;
use crate::error::SessionError;
use crate::model::Script;
use salvo::extract::JsonBody;
use salvo::prelude::*;

pub fn routes() -> Router {
    let at = Router::with_path;
    at("debug").push(at("panic").get(panic)).push(at("sessions/{id}/model").put(teach))
}

#[handler]
async fn panic() {
    panic!("the log says why");
}

/// Tells the model of a session what to say.
#[handler]
async fn teach(
    script: JsonBody<Script>,
    request: &mut Request,
    depot: &mut Depot,
) -> Result<StatusCode, SessionError> {
    let session = access::store(depot).session(access::id(request))?;
    session.model.learn(script.into_inner());
    Ok(StatusCode::NO_CONTENT)
}
