//! axum: `IntoResponse`.

use crate::check::{self, Log};
use crate::{events, routes};
use axum::Router;
use axum::routing::get;

macro_rules! mount {
    ($($path:literal $handler:ident $error:ty,)*) => {
        Router::new()$(.route($path, get(routes::$handler)))*
    };
}

#[test]
fn every_answer_arrives() {
    let (socket, address) = events::socket();
    events::serve("axum", async move || {
        let listener = tokio::net::TcpListener::from_std(socket).unwrap();
        axum::serve(listener, routes::routes!(mount)).await.unwrap();
    });
    check::all(Log::Here("axum"), address, &[]);
}
