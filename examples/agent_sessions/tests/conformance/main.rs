//! The service as its document has it, asked over loopback.

mod api;
mod framework;
mod rows;
mod sessions;

/// What the documented clients do.
#[test]
fn the_clients_branches_hold() {
    let server = api::server();
    let printed = systems::run_client("agent_sessions", &server.url(""));
    assert_eq!(printed.lines().count(), 11, "{printed}");
}
