//! Who may see what.

use crate::activity::Activity;
use crate::error::SessionError;
use crate::session::Session;
use crate::store::Store;
use salvo::http::header::AUTHORIZATION;
use salvo::{Depot, Request};
use std::sync::Arc;

/// Who calls: a bearer token is a learner's name here.
pub fn caller(request: &Request) -> Result<String, SessionError> {
    let sent: Option<&str> = request.header(AUTHORIZATION);
    let token = sent.and_then(|value| value.strip_prefix("Bearer "));
    token.map(str::to_owned).ok_or(SessionError::Unauthenticated)
}

/// The session that the path names, if it is the caller's own.
pub fn session(request: &Request, depot: &Depot) -> Result<Arc<Session>, SessionError> {
    let caller = caller(request)?;
    let session = store(depot).session(id(request))?;
    session.belongs_to(&caller)?;
    Ok(session)
}

/// The same for an activity.
pub fn activity(request: &Request, depot: &Depot) -> Result<Arc<Activity>, SessionError> {
    let caller = caller(request)?;
    let activity = store(depot).activity(id(request))?;
    activity.session.belongs_to(&caller)?;
    Ok(activity)
}

pub fn id(request: &Request) -> &str {
    request.params().get("id").map_or("", String::as_str)
}

pub fn store(depot: &Depot) -> &Store {
    depot.get_typed::<Arc<Store>>().expect("the router has it")
}
