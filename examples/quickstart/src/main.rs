//! The README's service as a real server, driven by a real client.
//!
//! Run with `cargo run -p quickstart`, or with `cargo run -p quickstart --
//! --serve` to ask it yourself.

// An application: its `pub` is for its own modules.
#![allow(unreachable_pub)]

mod auth;
mod error;
mod fallback;
mod server;
mod store;
mod tour;

use std::{process::ExitCode, sync::Arc};
use store::Store;

#[tokio::main]
async fn main() -> ExitCode {
    ::tour::main("quickstart", tour::STEPS, async |listener| {
        let store = Arc::new(Store::open()?);
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, server::router(store)).await
    })
    .await
}
