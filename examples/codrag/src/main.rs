//! A code-search daemon: it indexes projects, reads their files, and finds words
//! and functions in them.
//!
//! Run with `cargo run -p codrag`, or with `cargo run -p codrag -- --serve` to
//! ask it yourself.

// An application: its `pub` is for its own modules.
#![allow(unreachable_pub)]

mod build;
mod daemon;
mod demo;
mod error;
mod file;
mod index;
mod server;
mod settings;
mod tour;
mod trace;

use std::{process::ExitCode, sync::Arc};

#[tokio::main]
async fn main() -> ExitCode {
    ::tour::main("codrag", tour::STEPS, async |listener| {
        let demo = demo::Demo::open()?;
        let daemon = demo.daemon().await.map_err(std::io::Error::other)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, server::router(Arc::new(daemon))).await
    })
    .await
}
