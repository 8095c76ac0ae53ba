//! Salvo: `Scribe`.

use crate::check::{self, Log};
use crate::errors::{AppError, Generic, House, NoSuchWord, Old};
use crate::events;
use crate::routes::{self, Project};
use error_runtime::{AnyError, Faced};
use salvo::conn::tcp::TcpAcceptor;
use salvo::{Router, Server, handler};

macro_rules! mount {
    ($($path:literal $handler:ident $error:ty,)*) => {{
        $(
            #[handler]
            async fn $handler() -> Result<House<Project>, $error> {
                routes::$handler().await
            }
        )*
        Router::new()$(.push(Router::with_path(&$path[1..]).get($handler)))*
    }};
}

#[test]
fn every_answer_arrives() {
    let (socket, address) = events::socket();
    events::serve("salvo", async move || {
        let listener = tokio::net::TcpListener::from_std(socket).unwrap();
        let acceptor = TcpAcceptor::try_from(listener).unwrap();
        Server::new(acceptor).serve(routes::routes!(mount)).await;
    });
    check::all(Log::Here("salvo"), address, &[]);
}
