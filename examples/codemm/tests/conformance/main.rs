//! The service as its document has it, asked over loopback.

mod api;
mod events;
mod generation;
mod http;
mod rows;
mod session_loop;

/// What the documented clients do.
#[test]
fn the_clients_branches_hold() {
    let server = api::server();
    let printed = systems::run_client("codemm", &server.url(""));
    assert!(printed.lines().count() >= 8, "{printed}");
}
