//! The service's requests and bodies.

use serde_json::{Value, json};
use systems::{Answer, Server, System};

pub(crate) const JSON: &str = "application/json";

/// The id of every request here: that of the document's example.
pub(crate) const ID: &str = "req-abc-123";

pub(crate) fn server() -> Server {
    Server::start(env!("CARGO_BIN_EXE_agent_sessions"), &[])
}

/// A request with a key, or without one.
pub(crate) async fn ask(
    server: &Server,
    key: Option<&str>,
    method: &str,
    path: &str,
    body: &str,
) -> Answer {
    let mut request = server.request(method, path).header("x-request-id", ID);
    if let Some(key) = key {
        request = request.header("x-api-key", key);
    }
    server.send(request.body(body.to_owned())).await
}

/// A developer's request.
pub(crate) async fn dev(server: &Server, method: &str, path: &str, body: &str) -> Answer {
    ask(server, Some("key-dev"), method, path, body).await
}

/// The body of an error, where the request has no id.
pub(crate) fn body(system: &System, code: &str, message: &str, context: &str) -> String {
    system.error_body(&[
        ("error_code", Some(&Value::from(code).to_string())),
        ("message", Some(&Value::from(message).to_string())),
        ("context", Some(context)),
        ("request_id", None),
    ])
}

/// The same body with the id of the requests here.
pub(crate) fn with_id(body: &str) -> String {
    let open = body.strip_suffix('}').expect("an object");
    format!("{open},\"request_id\":{}}}", json!(ID))
}
