//! poem: `ResponseError`, and `IntoResponse` for successes.

use crate::check::{self, Log};
use crate::errors::{AppError, Generic, House, NoSuchWord, Old};
use crate::events;
use crate::routes::{self, Project};
use error_runtime::{AnyError, Faced};
use poem::listener::TcpAcceptor;
use poem::{Endpoint as _, EndpointExt as _, Request, Route, Server, get, handler};

macro_rules! mount {
    ($($path:literal $handler:ident $error:ty,)*) => {{
        $(
            #[handler]
            async fn $handler() -> Result<House<Project>, $error> {
                routes::$handler().await
            }
        )*
        Route::new()$(.at($path, get($handler)))*
    }};
}

#[test]
fn every_answer_arrives() {
    let (socket, address) = events::socket();
    events::serve("poem", async move || {
        let acceptor = TcpAcceptor::from_std(socket).unwrap();
        Server::new_with_acceptor(acceptor).run(routes::routes!(mount)).await.unwrap();
    });
    check::all(Log::Here("poem"), address, &[]);
}

#[handler]
async fn locked() -> Result<House<Project>, AppError> {
    routes::constant().await
}

/// Middleware finds the error.
#[tokio::test]
async fn the_error_can_be_caught() {
    let app = locked.catch_error(async |error: AppError| error.to_string());
    let mut response = app.get_response(Request::default()).await;
    assert_eq!(response.take_body().into_string().await.unwrap(), "Somebody else has it open");
}
