//! A tutoring backend as a real server, driven by a real client.
//!
//! Run with `cargo run -p codemm`, or with `cargo run -p codemm -- --serve` to
//! ask it yourself.

// An application: its `pub` is for its own modules.
#![allow(unreachable_pub)]

mod access;
mod activity;
#[cfg(test)]
mod catalogue;
mod debug;
mod draft;
mod error;
mod generation;
mod model;
mod sandbox;
mod server;
mod session;
mod store;
mod tour;

use salvo::conn::tcp::TcpAcceptor;
use std::{process::ExitCode, sync::Arc};
use store::Store;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    ::tour::main("codemm", tour::STEPS, async |listener| {
        let acceptor = TcpAcceptor::try_from(TcpListener::from_std(listener)?)?;
        let service = server::service(Arc::<Store>::default());
        salvo::Server::new(acceptor).try_serve(service).await
    })
    .await
}
