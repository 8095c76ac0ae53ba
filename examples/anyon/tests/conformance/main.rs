//! The service as its document has it, asked over loopback.

mod answers;
mod api;
mod http;
mod private;
mod rows;
mod worktrees;

/// What the documented clients do.
#[tokio::test(flavor = "multi_thread")]
async fn the_clients_branches_hold() {
    let api = api::Api::start();
    let printed = systems::run_client("anyon", &api.server.url(""));
    assert!(printed.lines().count() >= 10, "{printed}");
}
