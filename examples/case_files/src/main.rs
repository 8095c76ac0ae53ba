//! Cases, their documents, and agents that work on them.
//!
//! Run with `cargo run -p case_files`, or with `cargo run -p case_files --
//! --serve` to ask it yourself.

// An application: its `pub` is for its own modules.
#![allow(unreachable_pub)]

mod agent;
mod config;
mod db;
mod error;
mod limits;
mod model;
mod server;
mod store;
mod tour;
mod user;
mod valid;

use config::Config;
use poem::{Server, listener::TcpAcceptor};
use std::process::ExitCode;
use store::Store;

#[tokio::main]
async fn main() -> ExitCode {
    ::tour::main("case_files", tour::STEPS, async |listener| {
        let app = server::app(&Config::from_env()?, Store::open()?);
        Server::new_with_acceptor(TcpAcceptor::from_std(listener)?).run(app).await
    })
    .await
}
