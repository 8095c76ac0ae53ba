//! What holds in every framework, for a server with these routes:
//!
//! | path | answer |
//! | --- | --- |
//! | `/seen` | JSON of the ids that the handler sees |
//! | `/own`, `/disk` | `Api::OutOfStock` with 3 left, `Api::Disk` |
//! | `/text`, `/empty` | `Plain::NoPage`, `Silent::Gone` |
//! | `/over` | `Api::OutOfStock` with 4 left, as a 418 |
//! | `/json` | 400 with `MINE` as JSON |
//! | `/same` | 304 with the entity tag `"a"` |
//! | `/stream` | `chunk`, three times |
//! | `/switch` | another protocol, `other`, in which the server says `hello` |
//! | `/panic`, `/panic-later` | a panic before and after an await |

use super::client::{Answer, Server};
use super::errors::Wire;
use error_runtime::{Context, ErrorLayer, FrameworkError, Rendered};
use reqwest::Method;
use serde_json::json;
use tokio::sync::Semaphore;

pub(crate) const MINE: &str = "{\"mine\" : [1,2 ]}";

/// The client lets each chunk but the first go.
static GATE: Semaphore = Semaphore::const_new(0);

fn current_id() -> String {
    let context = Context::current();
    context.as_ref().and_then(Context::request_id).unwrap_or("none").to_owned()
}

/// What a handler sees; `header` is the request's own.
pub(crate) fn seen(header: Option<&str>) -> String {
    json!({ "header": header, "context": current_id() }).to_string()
}

/// The chunk with this number, from 0.
pub(crate) async fn chunk(number: usize) -> String {
    if number > 0 {
        GATE.acquire().await.unwrap().forget();
    }
    format!("{}\n", current_id())
}

pub(crate) async fn ids(server: &Server) {
    let send = async |id: Option<&str>| {
        let mut request = server.request(Method::GET, "/seen");
        if let Some(id) = id {
            request = request.header("x-request-id", id);
        }
        let answer = Answer::of(request).await;
        assert_eq!(answer.status, 200);
        let id = answer.id().to_owned();
        assert_eq!(answer.json(), json!({ "header": id, "context": id }));
        id
    };
    assert_eq!(send(Some("r-1:a/b")).await, "r-1:a/b");
    // A version 7 UUID.
    for made in [send(None).await, send(Some("a b")).await, send(Some(&"a".repeat(129))).await] {
        assert_eq!((made.len(), made.as_bytes()[14]), (36, b'7'), "{made}");
    }
    let bytes =
        b"GET /seen HTTP/1.1\r\nhost: a\r\nx-request-id: r-\xff\r\nconnection: close\r\n\r\n";
    let answer = server.raw(bytes).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let (_, id) = answer.split_once("x-request-id: ").unwrap();
    let id = id.lines().next().unwrap();
    assert_eq!(id.len(), 36, "{answer}");
    assert_eq!(answer.matches(id).count(), 3, "the header and what was seen: {answer}");
}

pub(crate) async fn own_errors(server: &Server) {
    let answer = server.get("/own").await;
    answer.assert_error(409, "OUT_OF_STOCK", "There are only 3 left");
    assert_eq!(answer.header("x-left"), Some("3"));
    let request = server.request(Method::GET, "/own").header("x-request-id", "mine-1");
    assert_eq!(Answer::of(request).await.json()["request_id"], "mine-1");

    let event = server.get("/disk").await.assert_error(500, "DISK", "Internal Server Error");
    assert_eq!(event["message"], "the disk is full");

    let answer = server.get("/text").await;
    assert_eq!((answer.status, answer.body.as_str()), (404, "There is no such page"));
    answer.assert_event(404, "NO_PAGE");

    let answer = server.get("/empty").await;
    assert_eq!((answer.status, answer.body.as_str()), (410, ""));
    assert_eq!(answer.header("content-type"), None);
    answer.assert_event(410, "GONE");

    let answer = server.get("/over").await;
    answer.assert_error(418, "OUT_OF_STOCK", "There are only 4 left");
}

pub(crate) async fn what_is_the_applications(server: &Server) {
    let answer = server.get("/json").await;
    assert!(answer.header("content-type").unwrap().starts_with("application/json"));
    answer.assert_untouched(400, MINE);

    let answer = server.get("/same").await;
    assert_eq!(answer.header("etag"), Some("\"a\""));
    answer.assert_untouched(304, "");
}

pub(crate) async fn streams(server: &Server) {
    let mut response = server.request(Method::GET, "/stream").send().await.unwrap();
    let id = response.headers()["x-request-id"].to_str().unwrap().to_owned();
    assert!(!response.headers().contains_key("content-length"));
    for number in 0..3 {
        if number > 0 {
            GATE.add_permits(1);
        }
        assert_eq!(response.chunk().await.unwrap().unwrap(), format!("{id}\n"));
    }
    assert_eq!(response.chunk().await.unwrap(), None);
}

pub(crate) async fn upgrades(server: &Server) {
    let bytes = b"GET /switch HTTP/1.1\r\nhost: a\r\nx-request-id: switch-1\r\n\
        connection: upgrade\r\nupgrade: other\r\n\r\n";
    let answer = server.raw(bytes).await.to_lowercase();
    let (head, said) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("http/1.1 101"), "{answer}");
    assert!(head.contains("\r\nx-request-id: switch-1"), "{answer}");
    assert_eq!(said, "hello");
}

pub(crate) async fn panics(server: &Server) {
    for path in ["/panic", "/panic-later"] {
        let answer = server.get(path).await;
        let message = "Internal Server Error";
        let event = answer.assert_error(500, "INTERNAL_SERVER_ERROR", message);
        assert_eq!(event["message"], "a handler panicked");
        assert_eq!(event["error.sources"], format!("on purpose: {path}"));
        assert_eq!(answer.header("x-before"), None, "what was said before the panic");
    }
    // And the server lives on.
    assert_eq!(server.get("/seen").await.status, 200);
}

/// A layer whose hook panics at each error.
pub(crate) fn hooked() -> ErrorLayer<FrameworkError<Wire>> {
    let hook = |_: &Rendered<'_>| panic!("on purpose: in the hook");
    ErrorLayer::new().with_context(Context::new().with_hook(hook))
}

/// For a server with that layer: what the application's hook does is no reason
/// to drop a connection, and the error that stands for it is told, once.
pub(crate) async fn hooks_that_panic(server: &Server) {
    for path in ["/own", "/text", "/empty", "/nowhere", "/panic", "/panic-later"] {
        let answer = server.get(path).await;
        answer.assert_error(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    }
    assert_eq!(server.get("/seen").await.status, 200);
}
