// One typo, and handlers still return the type: one error.

use axum::Router;
use axum::routing::get;
use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(axum)]
enum NotFound {
    #[error("user {id} not found")]
    #[api(statsu = 404)]
    User { id: u32 },
}

async fn show() -> Result<String, NotFound> {
    Err(NotFound::User { id: 1 })
}

fn main() {
    let _: Router = Router::new().route("/", get(show));
}
